import { expect, test } from 'vitest';
import { readPastedText } from '../../readers/read-roadmap';

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

test('a plan of labelled cards: each activity begins where the first label comes again', async () => {
	const { title, activities } = await readPastedText(
		[
			'Дорожная карта наставничества на 2025/2026 учебный год',
			'',
			'Мероприятие: Положение о наставничестве',
			'Срок: до 1 сентября 2025',
			'Ответственный: завуч',
			'Результат: Положение;',
			'приказ',
			'',
			'Мероприятие: Опрос новичков',
			'Срок: сентябрь 2025',
			'Ответственный: психолог',
			'',
			'Мероприятие: Отчёт куратора',
			'Срок: май 2026',
			'Ответственный: куратор'
		].join('\n')
	);
	expect(title).toBe('Дорожная карта наставничества на 2025/2026 учебный год');
	expect(
		activities.map((one) => [one.title, one.deadline.text, one.responsible[0]?.text, one.results.join(' + ')])
	).toEqual([
		['Положение о наставничестве', 'до 1 сентября 2025', 'завуч', 'Положение + приказ'],
		['Опрос новичков', 'сентябрь 2025', 'психолог', ''],
		['Отчёт куратора', 'май 2026', 'куратор', '']
	]);
});

test('who answers may stand in brackets, behind a dash or once for all under a month', async () => {
	const { activities } = await readPastedText(
		[
			'План клуба «Росток» на 2026 год',
			'Январь:',
			'- Заседание «Планируем вместе» (рук. клуба Ясенева О.О.)',
			'- Опрос новичков – психолог',
			'Февраль:',
			'- Круглый стол «Итоги», завуч Липина А.А.',
			'Март:',
			'- Открытый урок;',
			'- Консультация по журналу.',
			'Ответственные: завуч, наставники'
		].join('\n')
	);
	expect(activities.map(({ title, responsible }) => [title, responsible.map(({ text }) => text).join()])).toEqual([
		['Заседание «Планируем вместе»', 'рук. клуба Ясенева О.О.'],
		['Опрос новичков', 'психолог'],
		['Круглый стол «Итоги»', 'завуч Липина А.А.'],
		['Открытый урок', 'завуч,наставники'],
		['Консультация по журналу', 'завуч,наставники']
	]);
	expect(activities.map(({ deadline }) => deadline.windows[0]?.from)).toEqual([
		'2026-01-01',
		'2026-01-01',
		'2026-02-01',
		'2026-03-01',
		'2026-03-01'
	]);
});

test('sections numbered as their items, each with its words for when, who and what for', async () => {
	const { stages, activities } = await readPastedText(
		[
			'Дорожная карта на 2025-2026 учебный год',
			'1. Подготовка (сентябрь – октябрь 2025 г.)',
			'1.1. Издать приказ. Срок – до 05.09.2025. Ответственный – директор. Результат: приказ.',
			'1.2. Провести опрос. Срок – до 15.09.2025. Ответственный – психолог.',
			'2. Работа пар',
			'2.1. Встречи пар. Срок – 1 раз в две недели. Ответственные – наставники.'
		].join('\n')
	);
	expect(stages.map(({ title }) => title)).toEqual(['Подготовка (сентябрь – октябрь 2025 г.)', 'Работа пар']);
	expect(
		activities.map(({ title, stage, deadline, results }) => [title, stage, deadline.text, results.join()])
	).toEqual([
		['Издать приказ', 0, 'до 05.09.2025', 'приказ'],
		['Провести опрос', 0, 'до 15.09.2025', ''],
		['Встречи пар', 1, '1 раз в две недели', '']
	]);
});

test('a plan told in the first person: the time comes first, with nothing to part it', async () => {
	const { activities } = await readPastedText(
		[
			'В 2025-2026 учебном году я планирую:',
			'1. В сентябре познакомиться с программами (помогает наставник Гусева Т.П.).',
			'2. До 1 октября составить свой маршрут.',
			'3. Раз в неделю бывать на уроках наставника.',
			'4. В ноябре и феврале дать открытые уроки.'
		].join('\n')
	);
	expect(activities.map(({ title, deadline }) => [title, deadline.text, deadline.kind])).toEqual([
		['познакомиться с программами', 'В сентябре', 'windows'],
		['составить свой маршрут', 'До 1 октября', 'windows'],
		['бывать на уроках наставника', 'Раз в неделю', 'cadence'],
		['дать открытые уроки', 'В ноябре и феврале', 'windows']
	]);
	expect(activities[0]?.responsible).toEqual([{ text: 'наставник Гусева Т.П.', kind: 'person' }]);
});

test('who answers is told by a sentence of its own', () => {
	const { activities } = readPastedText(
		`План наставничества на 2025/26 учебный год

1. Собрать пожелания новичков. Срок: до 8 сентября. Отвечает директор Дроздова О.В.
2. Ходить друг к другу на занятия. Срок: раз в месяц. Отвечают пары.
3. Поблагодарить наставников при всех. Срок: 29 мая. Отвечает за это методист Чижова Ж.Ж.
`
	);
	expect(activities.map(({ title }) => title)).toEqual([
		'Собрать пожелания новичков',
		'Ходить друг к другу на занятия',
		'Поблагодарить наставников при всех'
	]);
	expect(activities.flatMap(({ responsible }) => responsible.map(({ text, kind }) => `${kind}: ${text}`))).toEqual([
		'person: директор Дроздова О.В.',
		'group: пары',
		'person: методист Чижова Ж.Ж.'
	]);
});
