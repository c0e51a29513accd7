import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { NewFile } from '../../files/commands';
import { findByOccurrence, type PlanActivity, type PlanOccurrence } from '../queries/activities';
import type { FoundCovering } from '../queries/coverings';
import { type Covered, isWhole, keptWithPlan, problemsWithCovered } from '../rules/coverage';
import { canCarryOut, canTakeBack, inArchive } from '../rules/plan';
import type { Coverage } from '../rules/understanding';
import { complete } from './complete';
import { attach } from './evidence';

type Cover = Submitted<Covered> & { outcome: 'done' | 'excused'; url: string; files: readonly NewFile[] };
type Of = { activity: PlanActivity; occurrence: PlanOccurrence };

/**
 * Says for whom of the many it was done, or whom it does not concern. Files prove it for the one that was chosen, or for the whole
 * when several were. The last of the many completes the time itself. Answers with the id of one covering: undoing it undoes all of
 * the same act.
 */
export async function cover(
	tx: Tx,
	actor: Actor,
	{ activity, occurrence: { id: occurrenceId } }: Of,
	{ token, outcome, url, files, ...covered }: Cover,
	now: Now
): Promise<Result<string>> {
	allow(canCarryOut(actor, activity));
	const { coverage: kind } = activity;
	return once(tx, actor, token, now, async () => {
		const occurrence = await holdTime(tx, actor, occurrenceId, now);
		if (activity.archivedAt) return rejected({ form: inArchive });
		if (!kind || !occurrence.coverage || occurrence.outcome) {
			return rejected({ form: 'Это уже закрыто целиком. Откройте мероприятие: там видно, кем и когда.' });
		}
		const ones = occurrence.coverage.left.filter(({ id }) => covered.ones.includes(id)).map(({ id }) => id);
		const problems = problemsWithCovered({ ...covered, ones }, now.today);
		if (Object.keys(problems).length > 0) return rejected(problems);

		const actId = newId(now);
		const columnOf = await columnsOf(tx, actor, kind, ones);
		const rows = ones.map((one) => ({
			organisation_id: actor.organisationId,
			id: newId(now),
			occurrence_id: occurrence.id,
			act_id: actId,
			[columnOf(one)]: one,
			outcome,
			covered_on: covered.coveredOn,
			note: covered.note,
			recorded_at: now.at,
			recorded_by: actor.personId
		}));
		const written = await tx
			.insertInto('coverings')
			.values(rows)
			.onConflict((is) => is.doNothing())
			.returning('id')
			.execute();
		const [first] = written;
		if (!first) return rejected({ form: 'Всех выбранных уже отметил кто-то из коллег. Откройте мероприятие ещё раз.' });

		const subject = { kind: 'activity', id: activity.id } as const;
		const details = { occurrenceId: occurrence.id, outcome, coverings: written.map(({ id }) => id) };
		await journal(tx, actor, 'activity.covered', subject, now, { details });
		const coveringId = written.length === 1 ? first.id : undefined;
		await attach(tx, actor, { activityId: activity.id, occurrenceId: occurrence.id, coveringId, url, files }, now);
		await completeWhole(tx, actor, { activity, occurrence }, { outcome, ...covered, ones }, now);
		return { ok: true, value: first.id };
	});
}

/** Whose one each of the many is: a person, a name that the plan keeps, or a mentorship. */
async function columnsOf(tx: Tx, { organisationId }: Actor, kind: Coverage, ones: readonly string[]) {
	if (!keptWithPlan(kind)) return () => 'person_id' as const;
	const units = await tx
		.selectFrom('plan_units')
		.select('id')
		.where('organisation_id', '=', organisationId)
		.where('id', 'in', [...ones])
		.execute();
	const kept = new Set(units.map(({ id }) => id));
	return (one: string) => (kept.has(one) ? ('unit_id' as const) : ('mentorship_id' as const));
}

/** Two who say it of the last ones at once do it one after the other: the second sees that nobody is left. */
async function holdTime(tx: Tx, actor: Actor, id: string, now: Now) {
	await tx
		.selectFrom('occurrences')
		.select('id')
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.forUpdate()
		.execute();
	const found = (await findByOccurrence(tx, actor, id, now.today)) ?? notFound();
	return found.occurrence;
}

/** When nobody is left, the time itself is done, on the day of the last one. */
async function completeWhole(
	tx: Tx,
	actor: Actor,
	{ activity, occurrence }: Of,
	{ ones, outcome, coveredOn }: Covered & Pick<Cover, 'outcome'>,
	now: Now
) {
	const before = occurrence.coverage;
	if (!before) return;
	const left = before.left.filter(({ id }) => !ones.includes(id));
	const all = outcome === 'excused' ? before.all - ones.length : before.all;
	if (!isWhole({ all, left })) return;
	const days = [coveredOn, ...before.coverings.map((one) => one.coveredOn)];
	const doneOn = days.sort().at(-1) ?? coveredOn;
	const note = `Охвачены все по списку: ${all}`;
	const whole = { occurrenceId: occurrence.id, outcome: 'done', doneOn, note, byCoverage: true } as const;
	await complete(tx, actor, activity.id, whole, now);
}

/**
 * Takes back what was said of one, or (`together`) of all that was said in the same act; the mark that had followed from
 * everybody being covered goes with it.
 */
export async function uncover(
	tx: Tx,
	actor: Actor,
	covering: FoundCovering,
	{ token, together }: Submitted<{ together: boolean }>,
	now: Now
): Promise<Result<string>> {
	allow(canTakeBack(actor, covering));
	return once(tx, actor, token, now, async () => {
		if (covering.archivedAt) return rejected({ form: inArchive });
		const taken = await tx
			.updateTable('coverings')
			.set({ withdrawn_at: now.at, withdrawn_by: actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('withdrawn_at', 'is', null)
			.where((is) => (together ? is('act_id', '=', covering.actId) : is('id', '=', covering.id)))
			.returning('id')
			.execute();
		if (taken.length === 0) return rejected({ form: 'Эту отметку уже отменили' });
		const subject = { kind: 'activity', id: covering.activityId } as const;
		const details = { occurrenceId: covering.occurrenceId, coverings: taken.map(({ id }) => id) };
		await journal(tx, actor, 'activity.uncovered', subject, now, { details });
		const whole = await tx
			.updateTable('completions')
			.set({ withdrawn_at: now.at, withdrawn_by: actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('occurrence_id', '=', covering.occurrenceId)
			.where('by_coverage', '=', true)
			.where('withdrawn_at', 'is', null)
			.returning('id')
			.executeTakeFirst();
		if (whole) await journal(tx, actor, 'activity.reopened', subject, now, { details: { completionId: whole.id } });
		return { ok: true, value: covering.activityId };
	});
}
