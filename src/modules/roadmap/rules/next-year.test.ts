import { expect, test } from 'vitest';
import type { Occurrence } from './activity-state';
import { asksForNext, isHistory, nextDeadline, nextHeading, proposalFor } from './next-year';

const today = '2027-06-10';
const year = { title: 'Дорожная карта на 2026/2027 учебный год', from: '2026-09-01', to: '2027-08-31' };
const time = (more: Partial<Occurrence>): Occurrence => ({
	id: '1',
	kind: 'deadline',
	from: '2026-09-01',
	to: '2026-09-30',
	dueOn: '2026-09-30',
	addedOn: '2026-09-01',
	outcome: 'done',
	doneOn: '2026-09-20',
	...more
});
const activity = {
	deadlineText: 'до 30 сентября' as string | null,
	deadlineKind: 'windows' as const,
	capability: 'survey' as const,
	awaited: false,
	occurrences: [time({})]
};

test('an order in force is not repeated; the same order unfinished, or said to be yearly, is', () => {
	const order = { ...activity, capability: 'local-act' as const };
	expect(proposalFor(order, today)).toMatchObject({ carry: false });
	expect(proposalFor({ ...order, occurrences: [time({ outcome: null, doneOn: null })] }, today)).toEqual({
		carry: true,
		why: 'в этом году не выполнено'
	});
	expect(proposalFor({ ...order, deadlineText: 'ежегодно, сентябрь' }, today).carry).toBe(true);
});

test('every row says why it goes on', () => {
	expect(proposalFor(activity, today).why).toBe('повторяется каждый учебный год');
	expect(proposalFor({ ...activity, awaited: true }, today).why).toContain('ждём');
	expect(proposalFor({ ...activity, deadlineKind: 'throughout' }, today).why).toBe('идёт весь год');
	expect(proposalFor({ ...activity, deadlineKind: 'on-demand' }, today).why).toContain('когда понадобится');
	expect(proposalFor({ ...activity, occurrences: [] }, today).carry).toBe(true);
});

test('the years of the plan move on by its own length; those of an order stay', () => {
	expect(nextHeading(year)).toEqual({
		title: 'Дорожная карта на 2027/2028 учебный год',
		period: { from: '2027-09-01', to: '2028-08-31' }
	});
	const three = { title: 'План на 2024–2027 гг.', from: '2024-09-01', to: '2027-08-31' };
	expect(nextHeading(three).title).toBe('План на 2027–2030 гг.');
	expect(nextHeading(three).period).toEqual({ from: '2027-09-01', to: '2030-08-31' });
	const order = { ...year, title: 'План к приказу от 25.12.2019 № 145 на 2026/2027 учебный год' };
	expect(nextHeading(order).title).toBe(order.title); // not sure which years are the plan's: left for a person
	expect(nextDeadline('октябрь 2026 г., май 2027 г.', year)).toBe('октябрь 2027 г., май 2028 г.');
	expect(nextDeadline('до 30 сентября', year)).toBe('до 30 сентября');
	expect(nextDeadline(null, year)).toBeNull();
	expect(nextHeading({ title: 'План', from: null, to: null })).toEqual({ title: 'План', period: null });
});

test('the call for the next plan comes in May, and falls silent a year after the end', () => {
	expect(asksForNext(year, '2027-04-30')).toBe(false);
	expect(asksForNext(year, '2027-05-01')).toBe(true);
	expect(isHistory(year, '2028-08-31')).toBe(false);
	expect(isHistory(year, '2028-09-01')).toBe(true);
	expect(asksForNext({ to: null }, '2027-06-01')).toBe(false);
});
