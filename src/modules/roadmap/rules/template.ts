import type { Actor } from '../../../core/actor';
import { isLevel } from '../../organisations/rules/kinds';
import type { CapabilityCode } from './capabilities';
import type { PaperPlan } from './paper';
import { leadsPlans } from './plan';
import { type Change, differenceOf } from './plan-difference/difference';
import type { Edition, EditionRow } from './plan-difference/edition';
import { pairRows } from './plan-difference/pairs';
import { sameText, stems } from './plan-difference/words';
import type { Coverage } from './understanding';
import { isTakeable } from './working-changes';

/** A row of a template: `key` and `id` are the publisher's activity, the same in every version; how it is carried out goes with it. */
export type TemplateRow = EditionRow & { capability: CapabilityCode | null; coverage: Coverage | null };

/** What a version of a template holds. Plain JSON: it lies in `plan_template_versions.contents`. */
export type TemplateContents = Edition<TemplateRow>;

/** A change that the template's publisher made since; `mine`: what was done here to the same thing meanwhile. */
export type TemplateProposal<A extends EditionRow, B extends EditionRow> = {
	change: Change<A, B>;
	mine: Change | null;
};

/**
 * The plan with its rows known by the template's names for them: which row is which is settled once, against the version the
 * plan was begun from. A row of its own is nobody else's, unless the newer version has brought the very same words.
 */
function knownBy<A extends EditionRow>(base: Edition, mine: Edition<A>, theirs: Edition): Edition<A> {
	const pairs = pairRows(base, { ...mine, rows: mine.rows.map((row) => ({ ...row, id: null })) });
	const alike = pairs.filter(([i, j]) => shareWords(base.rows[i], mine.rows[j]));
	const baseOf = new Map(alike.map(([i, j]) => [j, base.rows[i]?.id ?? null]));
	const fresh = theirs.rows.filter(({ id }) => !base.rows.some((row) => row.id === id));
	const idOf = (row: A, at: number) =>
		baseOf.get(at) ?? fresh.find(({ title }) => sameText(title, row.title))?.id ?? row.key;
	return { ...mine, rows: mine.rows.map((row, at) => ({ ...row, id: idOf(row, at) })) };
}

/** Rows whose titles have not a word in common are two, however alike their terms and people. */
function shareWords(a: EditionRow | undefined, b: EditionRow | undefined) {
	const own = stems(a?.title ?? '');
	return sameText(a?.title ?? '', b?.title ?? '') || [...stems(b?.title ?? '')].some((stem) => own.has(stem));
}

/**
 * What a newer version of the template proposes to a plan begun from an older one. Only what the publisher changed between
 * the two is proposed, never what the plan's own people made otherwise; where both changed the same thing, both are told.
 * Changes are those that lead from `plan` (the plan, its rows known) to the newer version, so they can be taken one by one.
 */
export function proposalsOf<A extends EditionRow, B extends EditionRow>(
	base: Edition,
	mine: Edition<A>,
	theirs: Edition<B>
): { plan: Edition<A>; proposals: TemplateProposal<A, B>[] } {
	const plan = knownBy(base, mine, theirs);
	const there = new Set(differenceOf(base, theirs).changes.map(about));
	const here = new Map(differenceOf(base, plan).changes.map((change) => [about(change), change]));
	const proposals = differenceOf(plan, theirs)
		.changes.filter((change) => isTakeable(change) && there.has(about(change)))
		.map((change) => ({ change, mine: here.get(about(change)) ?? null }));
	return { plan, proposals };
}

/** What a change is about: the field of a row, its place, a row that comes or goes. */
function about(change: Change): string {
	switch (change.what) {
		case 'heading':
			return `heading ${change.field}`;
		case 'stage-changed':
			return `stage ${change.field} ${change.was}`;
		case 'stage-moved':
		case 'stage-added':
		case 'stage-removed':
			return `${change.what} ${change.title}`;
		case 'changed':
			return `changed ${change.field} ${change.row.id}`;
		default:
			return `${change.what} ${change.row.id}`;
	}
}

/** The words of a template as a plan on paper: what a plan is begun from. */
export const paperOfTemplate = ({ title, goal, period, stages, rows }: TemplateContents): PaperPlan => ({
	title,
	goal,
	period,
	stages: [null, ...stages.keys()].flatMap((at) => {
		const activities = rows
			.filter(({ stage }) => stage === at)
			.map(({ number, title, lead, deadline, responsible, results }) => ({
				number,
				title,
				lead,
				deadline,
				responsible,
				results
			}));
		const stage = at === null ? { number: null, title: null, goal: '' } : stages[at];
		return stage && activities.length > 0 ? [{ ...stage, activities }] : [];
	})
});

/** Rows in the order of their paper: what stands in no stage first. */
export const inPaperOrder = <R extends { stage: number | null }>(rows: readonly R[]) =>
	rows.toSorted((a, b) => (a.stage ?? -1) - (b.stage ?? -1));

/** Levels above schools give plans downwards; nobody else has anyone below. */
export const canPublishTemplates = (actor: Pick<Actor, 'roles' | 'organisation'>) =>
	leadsPlans(actor) && isLevel(actor.organisation.kind);
