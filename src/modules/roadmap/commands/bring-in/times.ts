import { sql } from 'kysely';
import { asRange } from '../../../../core/dates';
import { newId } from '../../../../db/id';
import type { CarriedTime } from '../../rules/plan-contents';
import { renewedTimes } from '../../rules/renewed-times';
import { type Bringing, carriedFrom, heldOf, isRetimed } from './shapes';

/** The times of what is new or has another term. What was done stays done. */
export async function bringTimes(bringing: Bringing) {
	const { tx, actor, now, taken, idOf } = bringing;
	const { organisationId: organisation_id } = actor;
	const renewed = taken.rows.filter(isRetimed).map((row) => {
		const { awaited } = carriedFrom(row);
		const wanted = (row.theirs?.carries.times ?? []).map((time) => answeredBy(time, awaited));
		return { activity_id: idOf(row), ...renewedTimes(heldOf(bringing, row)?.times ?? [], wanted) };
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
		one.changed.map(({ id, kind, window, dueOn }) => ({ id, kind, period: window && asRange(window), due_on: dueOn }))
	);
	if (changed.length > 0) {
		await sql`update occurrences o set kind = v.kind, period = v.period, due_on = v.due_on
			from json_to_recordset(${JSON.stringify(changed)}::json) as v(id uuid, kind text, period daterange, due_on date)
			where o.organisation_id = ${organisation_id} and o.id = v.id`.execute(tx);
	}
	const added = renewed.flatMap(({ activity_id, added }) =>
		added.map(({ id, kind, window, dueOn }) => ({
			organisation_id,
			id: id ?? newId(now),
			activity_id,
			kind,
			period: window && asRange(window),
			due_on: dueOn
		}))
	);
	if (added.length > 0) await tx.insertInto('occurrences').values(added).execute();
}

/** Terms of those above are waited for, one’s own are due on their last day. */
function answeredBy(time: CarriedTime, awaited: boolean): CarriedTime {
	if (awaited && time.kind === 'deadline') return { ...time, kind: 'awaited', dueOn: null };
	return time;
}
