import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edition, EditionRow } from './plan-difference/edition';
import { asEdition, takeChanges } from './plan-difference/take';
import { proposalsOf } from './template';

const row = (key: string, title: string, more: Partial<EditionRow> = {}): EditionRow => ({
	key,
	id: key,
	stage: null,
	number: null,
	lead: null,
	title,
	deadline: 'до 1 октября',
	responsible: ['Куратор'],
	results: ['Приказ'],
	...more
});
const edition = (rows: EditionRow[], more: Partial<Edition> = {}): Edition => ({
	title: 'Примерная дорожная карта',
	goal: '',
	period: null,
	stages: [],
	rows,
	...more
});
/** A school's copy: the same words, keys of its own. */
const copyOf = (plan: Edition): Edition => ({
	...plan,
	rows: plan.rows.map((one) => ({ ...one, key: `own-${one.key}`, id: null }))
});

const base = edition([
	row('a', 'Провести анкетирование педагогов'),
	row('b', 'Закрепить пары приказом'),
	row('c', 'Подготовить отчёт за год')
]);
const told = ({ proposals }: ReturnType<typeof proposalsOf>) =>
	proposals.map(({ change, mine }) => [change.what, Boolean(mine)]);

test('the centre adds a row, words another anew and drops a third: the school is told these three', () => {
	const theirs = edition([
		row('a', 'Провести анкетирование педагогов', { deadline: 'до 15 октября' }),
		row('b', 'Закрепить пары приказом'),
		row('d', 'Принять участие в окружном конкурсе')
	]);
	expect(told(proposalsOf(base, copyOf(base), theirs))).toEqual([
		['changed', false],
		['added', false],
		['removed', false]
	]);
});

test('what the school itself changed, added or dropped is nobody’s proposal', () => {
	const [first, second] = copyOf(base).rows as [EditionRow, EditionRow];
	const mine = edition([
		{ ...first, deadline: 'сентябрь' },
		second,
		{ ...row('own-x', 'Чаепитие с новыми коллегами'), id: null }
	]);
	expect(proposalsOf(base, mine, base).proposals).toEqual([]);
	const theirs = edition([
		...base.rows.slice(0, 2),
		{ ...(base.rows[2] as EditionRow), results: ['Аналитическая справка'] }
	]);
	expect(proposalsOf(base, mine, theirs).proposals).toEqual([]); // changed a row the school has dropped
});

test('where both changed the same words, both are told', () => {
	const [first, ...rest] = copyOf(base).rows as [EditionRow, ...EditionRow[]];
	const mine = edition([{ ...first, deadline: 'сентябрь' }, ...rest]);
	const theirs = edition([
		row('a', 'Провести анкетирование педагогов', { deadline: 'октябрь' }),
		...base.rows.slice(1)
	]);
	const [proposal] = proposalsOf(base, mine, theirs).proposals;
	expect(proposal).toMatchObject({ change: { became: 'октябрь' }, mine: { became: 'сентябрь' } });
});

const titles = [
	'Провести анкетирование',
	'Закрепить пары приказом',
	'Подготовить отчёт',
	'Провести семинар',
	'Вести сайт',
	'Собрать согласия'
];
const anyPlan = fc
	.uniqueArray(fc.constantFrom(...titles), { minLength: 1 })
	.chain((chosen) =>
		fc
			.tuple(...chosen.map(() => fc.constantFrom('сентябрь', 'октябрь', 'май')))
			.map((deadlines) => edition(chosen.map((title, at) => row(title, title, { deadline: deadlines[at] ?? null }))))
	);

test('an unchanged template proposes nothing, an untouched copy is told everything, and taking it all settles it', () => {
	fc.assert(
		fc.property(anyPlan, anyPlan, anyPlan, (first, mine, theirs) => {
			expect(proposalsOf(first, copyOf(mine), first).proposals).toEqual([]);
			const { plan, proposals } = proposalsOf(first, copyOf(first), theirs);
			const keys = new Set(proposals.map(({ change }) => change.key));
			const taken = asEdition(takeChanges(plan, theirs, (key) => keys.has(key)));
			expect(taken.rows.map(({ title, deadline }) => [title, deadline]).sort()).toEqual(
				theirs.rows.map(({ title, deadline }) => [title, deadline]).sort()
			);
		})
	);
});
