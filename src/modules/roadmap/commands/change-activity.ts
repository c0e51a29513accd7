import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted, type Values } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { normOf } from '../engine/coverage';
import type { PlanActivity } from '../queries/activities';
import type { OccurrenceKind } from '../rules/activity-state';
import type { ActivityWords } from '../rules/change';
import { inArchive, leadsPlans } from '../rules/plan';
import { changedAt } from './changed-at';

type Change = Submitted<ActivityWords & { version: number }>;

/** Says an activity anew; one opened before a colleague's change answers with theirs. The words before go into the journal's values. */
export async function changeActivity(
	tx: Tx,
	actor: Actor,
	activity: PlanActivity,
	{ token, version, ...words }: Change,
	now: Now
): Promise<Result<string>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		if (activity.archivedAt) return rejected({ form: inArchive });
		const { title, capability, awaited } = words;
		const norm = normOf(activity.deadlineKind, title, words.results);
		const { numUpdatedRows: saved } = await tx
			.updateTable('activities')
			.set({
				title,
				capability,
				awaited,
				norm: norm && JSON.stringify(norm),
				version: version + 1,
				changed_at: changedAt(now)
			})
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', activity.id)
			.where('version', '=', version)
			.executeTakeFirstOrThrow();
		if (!saved) return rejected({}, activityValues(activity));

		await replaceResults(tx, activity, actor.organisationId, words.results, now);
		if (awaited !== activity.awaited) await turnOver(tx, activity, actor.organisationId, awaited, now);
		const before = { title: activity.title, capability: activity.capability, awaited: activity.awaited };
		await journal(tx, actor, 'activity.changed', { kind: 'activity', id: activity.id }, now, {
			before: { ...before, results: activity.results.map(({ text }) => text) },
			after: words
		});
		return { ok: true, value: activity.id };
	});
}

/** An activity as its form holds it. */
export const activityValues = ({ version, title, results, capability, awaited }: PlanActivity): Values => ({
	version: String(version),
	title,
	results: results.map(({ text }) => text).join('\n'),
	capability: capability ?? '',
	awaited: awaited ? 'on' : ''
});

/** What is expected no longer is marked so, what is new comes after. */
async function replaceResults(
	tx: Tx,
	{ id, results }: PlanActivity,
	organisationId: string,
	wanted: string[],
	now: Now
) {
	const had = results.map(({ text }) => text);
	if (had.join('\n') === wanted.join('\n')) return;
	const mine = { organisation_id: organisationId, activity_id: id };
	const before = await tx
		.selectFrom('activity_results')
		.where((is) => is.and(mine))
		.select((of) => of.fn.max('position').as('last'))
		.executeTakeFirst();
	await tx
		.updateTable('activity_results')
		.set({ removed_at: now.at })
		.where((is) => is.and(mine))
		.where('removed_at', 'is', null)
		.execute();
	if (wanted.length === 0) return;
	const first = (before?.last ?? -1) + 1;
	const rows = wanted.map((text, index) => ({ ...mine, position: first + index, text }));
	await tx.insertInto('activity_results').values(rows).execute();
}

/** Others above answer now: the open times are waited for. The school answers again: they are due on the last day of their windows, late with none of them yet. */
async function turnOver(tx: Tx, { id }: PlanActivity, organisationId: string, awaited: boolean, now: Now) {
	const open = tx
		.updateTable('occurrences as o')
		.where('o.organisation_id', '=', organisationId)
		.where('o.activity_id', '=', id)
		.where((is) =>
			is.not(
				is.exists(
					is
						.selectFrom('completions as c')
						.whereRef('c.organisation_id', '=', 'o.organisation_id')
						.whereRef('c.occurrence_id', '=', 'o.id')
						.where('c.withdrawn_at', 'is', null)
						.select('c.id')
				)
			)
		);
	if (awaited) {
		await open.set({ kind: 'awaited', due_on: null }).where('o.kind', '=', 'deadline').execute();
	} else {
		const last = sql<string | null>`(upper(o.period) - 1)`;
		const kind = sql<OccurrenceKind>`case when o.period is null then 'on-demand' else 'deadline' end`;
		await open.set({ kind, due_on: last, added_on: now.today }).where('o.kind', '=', 'awaited').execute();
	}
}
