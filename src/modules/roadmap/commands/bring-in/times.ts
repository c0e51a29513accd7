import { sql } from 'kysely';
import { asRange } from '../../../../core/dates';
import { newId } from '../../../../db/id';
import type { CarriedTime, HeldTime } from '../../rules/plan-contents';
import { renewedTimes } from '../../rules/renewed-times';
import { type Bringing, carriedFrom, heldOf, isRetimed } from './shapes';

/** The times of what is new or has another term. What was done stays done. */
export async function bringTimes(bringing: Bringing) {
	const { tx, actor, now, taken, idOf, restores } = bringing;
	const { organisationId: organisation_id } = actor;
	const renewed = taken.rows.filter(isRetimed).map((row) => {
		const { awaited } = carriedFrom(row);
		const held = heldOf(bringing, row)?.times ?? [];
		const times = (row.theirs?.carries.times ?? []).map((time) => answeredBy(time, awaited));
		return { activity_id: idOf(row), ...renewedTimes(held, restores ? times : stillToAsk(times, held, now.today)) };
	});
	const dropped = renewed.flatMap((one) => one.dropped);
	if (dropped.length > 0) {
		await tx
			.deleteFrom('occurrences')
			.where('organisation_id', '=', organisation_id)
			.where('id', 'in', dropped)
			.execute();
	}
	const changed = renewed.flatMap((one) =>
		one.changed.map(({ id, kind, window, dueOn, addedOn }) => ({
			id,
			kind,
			period: window && asRange(window),
			due_on: dueOn,
			added_on: (restores && addedOn) || now.today
		}))
	);
	if (changed.length > 0) {
		await sql`update occurrences o set kind = v.kind, period = v.period, due_on = v.due_on,
				added_on = case when o.due_on is distinct from v.due_on then v.added_on else o.added_on end
			from json_to_recordset(${JSON.stringify(changed)}::json)
				as v(id uuid, kind text, period daterange, due_on date, added_on date)
			where o.organisation_id = ${organisation_id} and o.id = v.id`.execute(tx);
	}
	const added = renewed.flatMap(({ activity_id, added }) =>
		added.map(({ id, kind, window, dueOn, addedOn }) => ({
			organisation_id,
			id: id ?? newId(now),
			activity_id,
			kind,
			period: window && asRange(window),
			due_on: dueOn,
			added_on: (restores && addedOn) || now.today
		}))
	);
	if (added.length > 0) await tx.insertInto('occurrences').values(added).execute();
}

/** Terms of those above are waited for, one’s own are due on their last day. */
function answeredBy(time: CarriedTime, awaited: boolean): CarriedTime {
	if (awaited && time.kind === 'deadline') return { ...time, kind: 'awaited', dueOn: null };
	return time;
}

/** Of a term that was over before the row came, nobody is asked how it went; one time is left, so that the row can be marked. */
function stillToAsk(times: readonly CarriedTime[], held: readonly HeldTime[], today: string): CarriedTime[] {
	const known = new Set(held.map(({ dueOn }) => dueOn));
	const left = times.filter(({ kind, dueOn }) => kind !== 'review' || (dueOn ?? '') >= today || known.has(dueOn));
	const [first] = times;
	return left.length > 0 || !first ? left : [{ kind: 'on-demand', window: first.window, dueOn: null }];
}
