import { expect, test } from 'vitest';
import { readPastedText } from '../../readers/read-roadmap';
import { fixtures } from '../fixtures/all';
import { truthOf } from '../fixtures/fixture';

const names = ['kindergarten', 'college', 'villageSchool', 'musicSchool', 'district', 'sportsSchool'] as const;
const plain = (text: string) => text.replace(/[.;]+$/, '');

test.each(
	names.flatMap((name) => [
		{ name, between: '\n\n' },
		{ name, between: '\n' }
	])
)('$name, copied so that only the words of its cells are left', ({ name, between }) => {
	const fixture = fixtures[name] as NonNullable<(typeof fixtures)[string]>;
	const words = [...fixture.before, ...fixture.head, ...fixture.rows.flatMap(({ cells }) => cells)].filter(
		(text) => text !== ''
	);
	const found = readPastedText(words.join(between));
	const truth = truthOf(fixture);
	expect(found.stages.map(({ title }) => title)).toEqual(truth.stages);
	expect(
		found.activities.map(({ title, stage, responsible }) => [
			plain(title),
			stage,
			responsible.map(({ kind, text }) => `${kind}: ${text}`)
		])
	).toEqual(truth.activities.map(({ title, stage, who }) => [plain(title), stage, who]));
	expect(
		found.activities.map(({ deadline }) =>
			deadline.kind === 'windows' ? deadline.windows.map(({ from, to }) => `${from}..${to}`) : deadline.kind
		)
	).toEqual(truth.activities.map(({ when }) => when));
});

test('a numbered list in prose is a plan too, when it says who and when', () => {
	const found = readPastedText(
		`План работы с молодыми учителями на 2025-2026 учебный год
1. Провести анкетирование молодых учителей. Срок: до 20 сентября. Ответственный: завуч.
2. Закрепить наставников приказом. Срок: сентябрь. Ответственный: директор.
3. Посещать уроки молодых учителей (срок: ежемесячно, ответственные: наставники).`
	);
	expect(
		found.activities.map(({ title, deadline, responsible }) => [
			title,
			deadline.text,
			responsible.map(({ text }) => text).join()
		])
	).toEqual([
		['Провести анкетирование молодых учителей', 'до 20 сентября', 'завуч'],
		['Закрепить наставников приказом', 'сентябрь', 'директор'],
		['Посещать уроки молодых учителей', 'ежемесячно', 'наставники']
	]);
});

test('words that are no plan give no activities, and say so', () => {
	const found = readPastedText('Уважаемые коллеги!\nПриглашаем вас на праздник.\nБудет весело.');
	expect(found.activities).toEqual([]);
	expect(found.warnings[0]).toMatch(/не нашлось/);
});
