import { expect, test } from 'vitest';
import { readPastedText } from '../readers/read-roadmap';

const termsIn = async (...lines: string[]) => {
	const { activities } = await readPastedText(lines.join('\n'));
	return activities.map(({ title, deadline, responsible }) => [
		title,
		deadline.windows.map(({ from }) => from).join(),
		responsible.map(({ text }) => text).join()
	]);
};

test('a column for each month, marks where a thing is done', async () => {
	expect(
		await termsIn(
			'План клуба молодых учителей на 2025-2026 учебный год',
			'№\tТема занятия\tСентябрь\tОктябрь\tНоябрь\tКто ведёт',
			'1\tВедение журнала\t+\t\t\tзавуч',
			'2\tСтруктура урока\t\t+\t+\tнаставники',
			'3\tРазговор с родителями\t\t\t+\tпсихолог'
		)
	).toEqual([
		['Ведение журнала', '2025-09-01', 'завуч'],
		['Структура урока', '2025-10-01,2025-11-01', 'наставники'],
		['Разговор с родителями', '2025-11-01', 'психолог']
	]);
});

test('a column for each year, months in them', async () => {
	expect(
		await termsIn(
			'Дорожная карта наставничества на 2024-2026 гг.',
			'№\tМероприятие\t2025\t2026\tОтветственный',
			'1\tИздание приказа\tянварь\t\tдиректор',
			'2\tКонкурс наставников\tмарт\tмарт\tметодист'
		)
	).toEqual([
		['Издание приказа', '2025-01-01', 'директор'],
		['Конкурс наставников', '2025-03-01,2026-03-01', 'методист']
	]);
});

test('figures of several years are no terms', async () => {
	const plan = await readPastedText(
		[
			'Показатели',
			'Мероприятие\t2025\t2026\tОтветственный',
			'Курсы наставников\t10\t14\tИРО',
			'Гранты\t1\t2\tИРО'
		].join('\n')
	);
	expect(plan.activities.map(({ deadline }) => deadline.kind)).toEqual(['none', 'none']);
});
