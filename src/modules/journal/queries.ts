import { sql } from 'kysely';
import type { Actor } from '../../core/actor';
import { type Act, acts } from '../../core/acts';
import { addDays } from '../../core/dates';
import { isId } from '../../core/ids';
import type { Tx } from '../../db/as-actor';
import type { SubjectKind } from '../../db/journal';

export type JournalLine = Awaited<ReturnType<typeof historyOf>>[number];

export type JournalFilter = {
	person?: string | undefined;
	act?: string | undefined;
	day?: string | undefined; // YYYY-MM-DD in the organisation's own time
};

export const journalPageSize = 50;

/** Line by line, who did what to what; names as they are today. */
const journalOf = (tx: Tx, actor: Actor) =>
	tx
		.selectFrom('journal as j')
		.leftJoin('people as p', (on) =>
			on.onRef('p.organisation_id', '=', 'j.organisation_id').onRef('p.id', '=', 'j.actor_id')
		)
		.leftJoin('people as b', (on) =>
			on.onRef('b.organisation_id', '=', 'j.organisation_id').onRef('b.id', '=', 'j.on_behalf_of')
		)
		.where('j.organisation_id', '=', actor.organisationId)
		.select((of) => [
			'j.id',
			'j.at',
			sql<Act>`j.act`.as('act'),
			'j.actor_id as actorId',
			name('p').as('who'),
			name('b').as('onBehalfOf'),
			sql<SubjectKind>`j.subject_kind`.as('subjectKind'),
			'j.subject_id as subjectId',
			of
				.case()
				.when('j.subject_kind', '=', 'activity')
				.then(
					sql<string>`(select title from activities x where x.organisation_id = j.organisation_id and x.id = j.subject_id)`
				)
				.when('j.subject_kind', '=', 'roadmap')
				.then(
					sql<string>`(select title from roadmaps x where x.organisation_id = j.organisation_id and x.id = j.subject_id)`
				)
				.when('j.subject_kind', '=', 'roadmap-import')
				.then(
					sql<string>`(select source_name from roadmap_imports x where x.organisation_id = j.organisation_id and x.id = j.subject_id)`
				)
				.when('j.subject_kind', '=', 'person')
				.then(
					sql<string>`(select ${name('x')} from people x where x.organisation_id = j.organisation_id and x.id = j.subject_id)`
				)
				.when('j.subject_kind', '=', 'file')
				.then(
					sql<string>`(select name from files x where x.organisation_id = j.organisation_id and x.id = j.subject_id)`
				)
				.else(null)
				.end()
				.as('subject'),
			// what was put to an activity or taken away is known by its title
			sql<string | null>`(select title from evidence x where x.organisation_id = j.organisation_id
				and x.id = nullif(j.details->>'evidenceId', '')::uuid)`.as('evidence')
		]);

const name = (alias: string) =>
	sql<string>`concat_ws(' ', ${sql.ref(`${alias}.family_name`)}, ${sql.ref(`${alias}.given_name`)}, nullif(${sql.ref(`${alias}.patronymic`)}, ''))`;

/** The history of one thing, for the foot of its card; the newest first. */
export const historyOf = (tx: Tx, actor: Actor, subject: { kind: SubjectKind; id: string }, limit = 50) =>
	journalOf(tx, actor)
		.where('j.subject_kind', '=', subject.kind)
		.where('j.subject_id', '=', subject.id)
		.orderBy('j.at', 'desc')
		.orderBy('j.id', 'desc')
		.limit(limit)
		.execute();

/** A page of the whole journal, and how many lines pass the filter. Pages count from 1. */
export async function readJournal(tx: Tx, actor: Actor, filter: JournalFilter, page: number, size = journalPageSize) {
	const rows = await filtered(tx, actor, filter)
		.select(sql<number>`count(*) over ()`.as('total'))
		.orderBy('j.at', 'desc')
		.orderBy('j.id', 'desc')
		.limit(size)
		.offset((page - 1) * size)
		.execute();
	return { rows, total: rows[0]?.total ?? 0 };
}

function filtered(tx: Tx, actor: Actor, { person, act, day }: JournalFilter) {
	let journal = journalOf(tx, actor);
	if (person && isId(person)) journal = journal.where('j.actor_id', '=', person);
	if (act && Object.hasOwn(acts, act)) journal = journal.where('j.act', '=', act);
	if (day) {
		const { timeZone } = actor;
		journal = journal
			.where(sql<boolean>`j.at >= ${day}::timestamp at time zone ${timeZone}`)
			.where(sql<boolean>`j.at < ${addDays(day, 1)}::timestamp at time zone ${timeZone}`);
	}
	return journal;
}

/** Whoever has left a line, for the filter. */
export const journalAuthors = (tx: Tx, actor: Actor) =>
	tx
		.selectFrom('people as p')
		.where('p.organisation_id', '=', actor.organisationId)
		.where((is) =>
			is.exists(
				is
					.selectFrom('journal as j')
					.whereRef('j.organisation_id', '=', 'p.organisation_id')
					.whereRef('j.actor_id', '=', 'p.id')
					.select('j.id')
			)
		)
		.select(['p.id', name('p').as('name')])
		.orderBy(sql`p.family_name collate "ru-x-icu"`)
		.execute();
