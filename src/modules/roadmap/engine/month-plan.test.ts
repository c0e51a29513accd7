import { expect, test } from 'vitest';
import { readPastedText } from '../readers/read-roadmap';

test('in a plan by months a month written once holds for the rows below it; the term of the plan is no part of its title', async () => {
	const plan = await readPastedText(
		[
			'План работы наставников лицея',
			'Период реализации: сентябрь 2025 – май 2026',
			'',
			'Месяц\tСодержание работы\tОтветственные',
			'Сентябрь\tОзнакомление с рабочими программами\tнаставники',
			'\tЗнакомство с кабинетом\tнаставники',
			'Октябрь\tПосещение уроков\tзавуч'
		].join('\n')
	);
	expect(plan.title).toBe('План работы наставников лицея');
	expect(plan.period).toEqual({ from: '2025-09-01', to: '2026-05-31' });
	expect(plan.activities.map(({ deadline }) => deadline.text)).toEqual(['Сентябрь', 'Сентябрь', 'Октябрь']);
});
