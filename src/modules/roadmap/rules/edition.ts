import { showDate } from '../../../core/dates';
import type { PaperChoice, PaperPlan } from './paper';
import type { Edition } from './plan-difference/edition';

/** The order a plan is an annex of. */
export type PlanOrder = { orderNumber: string; orderDay: string };

/** What is said of an approval; `seen`: the sum of the words that were on the page, so that nothing is approved unseen. */
export type Approval = PlanOrder & { paper: PaperChoice };

/** «приказом от 28.08.2026 № 112-О» */
export const byOrder = ({ orderNumber, orderDay }: PlanOrder) => `приказом от ${showDate(orderDay)} № ${orderNumber}`;

/** The annex line when nobody wrote another. */
export const usualAnnex = ({ orderNumber, orderDay }: PlanOrder) =>
	`Приложение к приказу от ${showDate(orderDay)} № ${orderNumber}`;

/** People write «№ 112-О» where only «112-О» is asked. */
export const bareNumber = (typed: string) => typed.replace(/^\s*(?:№|N)\s*/i, '').trim();

/** An edition as it goes on paper: what stands in no stage first. */
export function paperOf({ title, goal, period, stages, rows }: Edition): PaperPlan {
	const inStage = (stage: number | null) => rows.filter((row) => row.stage === stage);
	const all = [
		{ number: null, title: null, goal: '', activities: inStage(null) },
		...stages.map((stage, at) => ({ ...stage, activities: inStage(at) }))
	];
	return { title, goal, period, stages: all.filter(({ activities }) => activities.length > 0) };
}

/** What a row is called in an order: by its own number, else by its place in the plan. */
export function pointOf({ rows }: Edition, key: string) {
	const at = rows.findIndex((row) => row.key === key);
	const own = rows.some(({ number }) => number !== null);
	return (own ? rows[at]?.number : null) ?? String(at + 1);
}
