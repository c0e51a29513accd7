import { expect, test } from 'vitest';
import { readPastedText } from '../readers/read-roadmap';

test('a plan in prose: the deadline may stand first, the responsible after «Отв.»', async () => {
	const { activities } = await readPastedText(
		[
			'План работы совета наставников на 2025 год',
			'1. Январь. Провести круглый стол «Первый год в профессии». Отв.: руководитель ШМО Ким О.Д.',
			'2. Февраль–март. Показать открытые занятия. Отв.: наставники.',
			'3. До 25 числа каждого месяца сдавать листы встреч. Отв.: наставники.',
			'4. Май. Подвести итоги года. Отв.: зам. директора по УМР.'
		].join('\n')
	);
	expect(activities.map(({ title }) => title)).toEqual([
		'Провести круглый стол «Первый год в профессии»',
		'Показать открытые занятия',
		'сдавать листы встреч',
		'Подвести итоги года'
	]);
	expect(activities.map(({ deadline }) => deadline.text)).toEqual([
		'Январь',
		'Февраль–март',
		'До 25 числа каждого месяца',
		'Май'
	]);
	expect(activities.map(({ deadline }) => deadline.kind)).toEqual(['windows', 'windows', 'cadence', 'windows']);
	expect(activities[3]?.responsible).toEqual([{ text: 'зам. директора по УМР', kind: 'role' }]);
});

test('a plain numbered list: when and who come last, behind a dash or in brackets', async () => {
	const { activities } = await readPastedText(
		[
			'План наставничества на 2026-2027 учебный год',
			'1. Провести анкетирование молодых учителей – октябрь 2026, педагог-психолог',
			'2. Семинар «Урок вдвоём» – один раз для всех (ноябрь, декабрь, методист)',
			'3. Подвести итоги – до 25 мая 2027, директор, куратор'
		].join('\n')
	);
	expect(activities.map(({ title, deadline }) => [title, deadline.text])).toEqual([
		['Провести анкетирование молодых учителей', 'октябрь 2026'],
		['Семинар «Урок вдвоём» – один раз для всех', 'ноябрь, декабрь'],
		['Подвести итоги', 'до 25 мая 2027']
	]);
	expect(activities.map(({ responsible }) => responsible.map(({ text }) => text))).toEqual([
		['педагог-психолог'],
		['методист'],
		['директор', 'куратор']
	]);
});
