import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Act } from '../../../core/acts';
import { asRange, type Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import type { DayOffKind } from '../rules/calendar';
import { schoolYearFrom } from '../rules/calendar';

/** Rows as they lie in the tables, so that they can be put back as they were. */
export type TermRow = { id: string; school_year_id: string; name: string; period: string };
export type DaysRow = { id: string; kind: DayOffKind; name: string; period: string };
export type Rows = { terms: readonly TermRow[]; daysOff: readonly DaysRow[] };

type Change = {
	act: Act;
	what: string; // «Добавлены каникулы 24 октября – 1 ноября»
	remove: { terms?: readonly string[]; daysOff?: readonly string[] };
	add: Rows;
};

/** Puts rows in the place of others and remembers both: each change of a calendar can be taken back. Answers with its id. */
export async function changeCalendar(tx: Tx, actor: Actor, { act, what, remove, add }: Change, now: Now) {
	const id = newId(now);
	const removed: Rows = {
		terms: await take<TermRow>(tx, 'terms', remove.terms),
		daysOff: await take<DaysRow>(tx, 'days_off', remove.daysOff)
	};
	await put(tx, actor, add);
	await tx
		.insertInto('calendar_changes')
		.values({
			organisation_id: actor.organisationId,
			id,
			what,
			removed: JSON.stringify(removed),
			added: [...add.terms, ...add.daysOff].map((row) => row.id),
			position: sql<number>`(
				select coalesce(max(c.position), 0) + 1 from calendar_changes c where c.organisation_id = ${actor.organisationId})`,
			made_at: now.at,
			made_by: actor.personId
		})
		.execute();
	await journal(tx, actor, act, { kind: 'calendar-change', id }, now, { details: { what } });
	return id;
}

async function take<Row>(tx: Tx, table: 'terms' | 'days_off', ids: readonly string[] = []): Promise<Row[]> {
	if (ids.length === 0) return [];
	const columns = table === 'terms' ? sql.raw('id, school_year_id, name, period') : sql.raw('id, kind, name, period');
	const { rows } = await sql<Row>`
		delete from ${sql.table(table)} where organisation_id = current_organisation() and id = any(${ids}::uuid[])
		returning ${columns}`.execute(tx);
	return rows;
}

/** Lays rows into the calendar. */
export async function put(tx: Tx, { organisationId: organisation_id }: Actor, { terms, daysOff }: Rows) {
	if (terms.length > 0) {
		await tx
			.insertInto('terms')
			.values(terms.map((row) => ({ organisation_id, ...row })))
			.execute();
	}
	if (daysOff.length > 0) {
		await tx
			.insertInto('days_off')
			.values(daysOff.map((row) => ({ organisation_id, ...row })))
			.execute();
	}
}

/** The id of the school year that begins in `year`; opened when it is not there yet. Raises its version. */
export async function touchYear(tx: Tx, actor: Actor, year: number, now: Now): Promise<string> {
	const { from, to } = schoolYearFrom(year);
	const there = await tx
		.updateTable('school_years')
		.set((row) => ({ version: row('version', '+', 1) }))
		.where('organisation_id', '=', actor.organisationId)
		.where(sql<boolean>`period @> ${from}::date`)
		.returning('id')
		.executeTakeFirst();
	if (there) return there.id;
	const id = newId(now);
	await tx
		.insertInto('school_years')
		.values({ organisation_id: actor.organisationId, id, period: asRange({ from, to }) })
		.execute();
	await journal(tx, actor, 'school-year.opened', { kind: 'school-year', id }, now, { details: { year } });
	return id;
}
