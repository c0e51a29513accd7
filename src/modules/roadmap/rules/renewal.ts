import { type Draft, type DraftActivity, kept, sameWords } from './draft';
import { awaits, occurrencesOf, type PlanTime } from './occurrences';
import type { Arriving, PlanRow } from './plan-contents';
import type { Edition } from './plan-difference/edition';
import { type Taken, takeChanges } from './plan-difference/take';
import { plainWords } from './plan-difference/words';
import type { Period } from './understanding';

type Heading = { title: string; goal: string; period: Period | null };

/** A file as a newer version of a plan: what its heading is silent about stays as the plan has it. */
export function contentsOfDraft(draft: Draft, plan: Heading, time: Omit<PlanTime, 'period'>): Edition<Arriving> {
	const rows = kept(draft);
	const used = new Set(rows.map(({ stage }) => stage));
	const stages = draft.stages
		.map((stage, at) => ({ ...stage, title: stage.title.trim() || `Этап ${at + 1}` }))
		.filter(({ key }) => used.has(key));
	const period = draft.period ?? plan.period;
	return {
		title: draft.title?.trim() || plan.title,
		goal: draft.goal || plan.goal,
		period,
		stages: stages.map(({ number, title, goal }) => ({ id: null, number, title, goal: goal ?? '' })),
		rows: rows.map((row) => {
			const stage = stages.findIndex(({ key }) => key === row.stage);
			return { ...arriving(row, draft, { ...time, period }), stage: stage < 0 ? null : stage };
		})
	};
}

function arriving(row: DraftActivity, draft: Draft, time: PlanTime): Omit<Arriving, 'stage'> {
	const { key, number, lead, title, deadline, responsible, results, capability, coverage } = row;
	return {
		key,
		id: null,
		number,
		lead,
		title,
		deadline: deadline.text,
		responsible: responsible.map(({ text }) => text),
		results,
		carries: {
			deadline: deadline.text,
			kind: deadline.kind,
			cadence: deadline.cadence ?? null,
			awaited: awaits(responsible),
			times: occurrencesOf(deadline, responsible, time)
		},
		fresh: {
			capability,
			coverage,
			responsible: responsible.map((one) => ({ ...one, personId: draft.people[sameWords(one.text)] || null }))
		}
	};
}

/** What a plan becomes with the chosen changes. Another period gives other terms to what goes on all through it, though its words are the same. */
export function renewed(
	plan: Edition<PlanRow>,
	version: Edition<Arriving>,
	chosen: (key: string) => boolean
): Taken<PlanRow, Arriving> {
	const taken = takeChanges(plan, version, chosen);
	if (!taken.changes.some(({ key }) => key === 'heading:period')) return taken;
	const rows = taken.rows.map((row) => {
		const kinds = [row.mine?.carries.kind, row.theirs?.carries.kind];
		const goesOn = kinds[0] === kinds[1] && (kinds[0] === 'throughout' || kinds[0] === 'cadence');
		return goesOn ? { ...row, taken: new Set([...row.taken, 'deadline' as const]) } : row;
	});
	return { ...taken, rows };
}

/** A plan at work as far as it takes to see that a file is a newer version of it. */
export type KnownPlan = {
	id: string;
	title: string;
	from: string | null;
	to: string | null;
	titles: readonly string[];
};

/** So much of the shorter one stands in the other, word for word: then it is one plan. */
const mostOfIt = 0.6;

/** The plan at work that a file looks like a newer version of: most rows alike, the same time. */
export function olderVersionOf(draft: Draft, plans: readonly KnownPlan[]): KnownPlan | undefined {
	const rows = new Set(kept(draft).map(({ title }) => plainWords(title)));
	const alike = ({ titles }: KnownPlan) => {
		const theirs = new Set(titles.map(plainWords));
		const shared = [...rows].filter((title) => theirs.has(title)).length;
		return shared / Math.max(1, Math.min(rows.size, theirs.size));
	};
	return plans
		.filter((plan) => sameTime(draft.period, plan))
		.map((plan) => ({ plan, share: alike(plan) }))
		.filter(({ share }) => share >= mostOfIt)
		.sort((a, b) => b.share - a.share)[0]?.plan;
}

const sameTime = (period: Period | null, { from, to }: KnownPlan) =>
	!period || !from || !to || (period.from <= to && period.to >= from && period.from.slice(0, 4) === from.slice(0, 4));
