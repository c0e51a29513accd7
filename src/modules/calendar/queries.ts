import { sql } from 'kysely';
import type { Author } from '../../core/actor';
import { asRange, type Span } from '../../core/dates';
import { isId } from '../../core/ids';
import type { Tx } from '../../db/as-actor';
import type { Calendar, DaysOff, PublicHoliday, Term } from './rules/calendar';
import { schoolYearFrom } from './rules/calendar';

/** The organisation's calendar over a span of days, for the rules that count working days: one query. */
export async function findCalendar(
	tx: Tx,
	{ organisationId }: Pick<Author, 'organisationId'>,
	span: Span
): Promise<Calendar> {
	const range = asRange(span);
	const { rows } = await sql<{
		workingWeek: 5 | 6;
		holidays: PublicHoliday[];
		terms: Term[];
		daysOff: DaysOff[];
	}>`
		select o.working_week as "workingWeek",
			coalesce((
				select json_agg(json_build_object(
					'on', h.on_date, 'name', h.name, 'working', h.working, 'fiveDayOnly', h.five_day_only) order by h.on_date)
				from public_holidays h where h.on_date <@ ${range}::daterange), '[]') as "holidays",
			coalesce((
				select json_agg(json_build_object(
					'id', t.id, 'name', t.name, 'from', lower(t.period), 'to', upper(t.period) - 1) order by t.period)
				from terms t where t.organisation_id = o.organisation_id and t.period && ${range}::daterange), '[]') as "terms",
			coalesce((
				select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'name', d.name,
					'from', lower(d.period), 'to', upper(d.period) - 1) order by d.period, d.id)
				from days_off d where d.organisation_id = o.organisation_id and d.period && ${range}::daterange), '[]') as "daysOff"
		from organisations o
		where o.organisation_id = ${organisationId}`.execute(tx);
	const found = rows[0] ?? { workingWeek: 5 as const, holidays: [], terms: [], daysOff: [] };
	return { ...found, holidays: new Map(found.holidays.map((holiday) => [holiday.on, holiday])) };
}

export type CalendarAbout = Awaited<ReturnType<typeof findYear>>;

/** What stands around the calendar of a year: its version, where the state's days come from, and the last change. */
export async function findYear(tx: Tx, { organisationId }: Pick<Author, 'organisationId'>, year: number) {
	const { from, to } = schoolYearFrom(year);
	const { rows } = await sql<{
		version: number;
		sources: { year: number; source: string; confirmed: boolean }[];
		lastChange: { id: string; what: string } | null;
	}>`
		select coalesce((
				select y.version from school_years y
				where y.organisation_id = ${organisationId} and y.period @> ${from}::date), 0) as version,
			coalesce((
				select json_agg(json_build_object('year', h.year, 'source', h.source, 'confirmed', h.confirmed) order by h.year)
				from holiday_years h where h.year in (${year}, ${year + 1})), '[]') as sources,
			(select json_build_object('id', l.id, 'what', l.what) from (
				select c.id, c.what from calendar_changes c
				where c.organisation_id = ${organisationId} and c.undone_at is null
				order by c.position desc limit 1) l) as "lastChange"`.execute(tx);
	const row = rows[0];
	return {
		year,
		from,
		to,
		version: row?.version ?? 0,
		sources: row?.sources ?? [],
		lastChange: row?.lastChange ?? null
	};
}

/** Days of the organisation's own, by id. */
export async function findDaysOff(tx: Tx, { organisationId }: Pick<Author, 'organisationId'>, id: string) {
	if (!isId(id)) return undefined;
	return tx
		.selectFrom('days_off')
		.select(['id', 'kind', 'name', sql<string>`lower(period)`.as('from'), sql<string>`upper(period) - 1`.as('to')])
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.executeTakeFirst();
}

/** A change of the calendar that has not been taken back. */
export async function findCalendarChange(tx: Tx, { organisationId }: Pick<Author, 'organisationId'>, id: string) {
	if (!isId(id)) return undefined;
	return tx
		.selectFrom('calendar_changes')
		.select(['id', 'what', 'removed', 'added', 'made_at as madeAt', 'undone_at as undoneAt'])
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.executeTakeFirst();
}
