import { expect, test } from 'vitest';
import { anUnderstanding, aRow } from '../../../../test/understood';
import { acceptedPlan, byMonth, hasEarlier, isPlanOfPast, outlook } from './acceptance';
import { type Draft, draftOf } from './draft';
import type { Deadline } from './understanding';

const due = (text: string, from: string, to: string): Deadline => ({ text, kind: 'windows', windows: [{ from, to }] });
const today = '2026-11-10';
const day = { today, terms: [] };

/** A plan of 2021/2022: two dated rows, one that goes on all year, one that the РЦ answers for. */
const old = draftOf(
	anUnderstanding({
		title: 'Дорожная карта на 2021-2022 учебный год',
		period: { from: '2021-09-01', to: '2022-08-31' },
		activities: [
			aRow({ title: 'Приказ', deadline: due('сентябрь 2021', '2021-09-01', '2021-09-30') }),
			aRow({ title: 'Отчёт', deadline: due('май 2022', '2022-05-01', '2022-05-31') }),
			aRow({
				title: 'Встречи',
				deadline: { text: 'в течение года', kind: 'throughout', windows: [{ from: '2021-09-01', to: '2022-08-31' }] }
			}),
			aRow({
				title: 'Семинар',
				deadline: due('октябрь 2021', '2021-10-01', '2021-10-31'),
				responsible: [{ text: 'РЦ', kind: 'organisation' }]
			})
		]
	})
);

const dueDays = (draft: Draft, ...choices: Parameters<typeof acceptedPlan>[1][]) =>
	choices.map((choice) =>
		acceptedPlan(draft, choice, day)
			.activities.slice(0, 2)
			.map((one) => one.occurrences[0]?.dueOn)
	);

test('a plan of past years moves to this school year: days, written words and the title', () => {
	expect(isPlanOfPast(old, today)).toBe(true);
	const plan = acceptedPlan(old, { past: 'move', earlier: 'later' }, day);
	expect(plan.title).toBe('Дорожная карта на 2026-2027 учебный год');
	expect(plan.period).toEqual({ from: '2026-09-01', to: '2027-08-31' });
	expect(plan.activities[1]?.deadline).toEqual(due('май 2027', '2027-05-01', '2027-05-31'));
});

test('left as it is or archived, it keeps its days; only the archive is an archive', () => {
	const answers = dueDays(old, { past: 'keep', earlier: 'later' }, { past: 'archive', earlier: 'later' });
	expect(answers).toEqual([
		['2021-09-30', '2022-05-31'],
		['2021-09-30', '2022-05-31']
	]);
	expect(acceptedPlan(old, { past: 'archive', earlier: 'later' }, day).archived).toBe(true);
});

test('nothing is overdue on the day of acceptance, whatever is answered', () => {
	for (const past of ['move', 'keep', 'archive'] as const) {
		for (const earlier of ['later', 'done', 'not-done'] as const) {
			expect(outlook(acceptedPlan(old, { past, earlier }, day), today).overdue).toBe(0);
		}
	}
});

test('«всё до сегодня сделано»: what was due is done, what others owed is taken note of, what lies ahead is open', () => {
	const plan = acceptedPlan(old, { past: 'move', earlier: 'done' }, day);
	expect(plan.activities.map(({ occurrences }) => occurrences[0]?.outcome)).toEqual(['done', null, null, 'noted']);
	const undone = acceptedPlan(old, { past: 'move', earlier: 'not-done' }, day);
	expect(undone.activities.map(({ occurrences }) => occurrences[0]?.outcome)).toEqual(['not-done', null, null, null]);
});

test('a plan of this year cannot be put into the archive or moved by a made-up answer', () => {
	const current = { ...old, period: { from: '2026-09-01', to: '2027-08-31' } };
	const plan = acceptedPlan(current, { past: 'archive', earlier: 'later' }, day);
	expect(plan.archived).toBe(false);
	expect(plan.title).toBe(old.title);
});

test('years of a law in the title stay where they are', () => {
	const cited = { ...old, title: 'План по распоряжению от 25.12.2019 на 2021-2022 учебный год' };
	expect(acceptedPlan(cited, { past: 'move', earlier: 'later' }, day).title).toBe(cited.title);
});

test('removed rows do not come in; the months ahead are named in their order', () => {
	const without = { ...old, activities: old.activities.map((row) => ({ ...row, removed: row.title === 'Приказ' })) };
	const plan = acceptedPlan(without, { past: 'move', earlier: 'later' }, day);
	expect(plan.activities.map(({ row }) => row.title)).toEqual(['Отчёт', 'Встречи', 'Семинар']);
	expect(byMonth(plan, today)).toEqual([{ month: '2027-05', titles: ['Отчёт'] }]);
	expect(hasEarlier(plan, today)).toBe(false);
	expect(hasEarlier(acceptedPlan(old, { past: 'move', earlier: 'later' }, day), today)).toBe(true);
});
