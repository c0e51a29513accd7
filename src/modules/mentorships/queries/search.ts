import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { personName } from '../../registry/queries/pieces';
import { listRegister } from '../../registry/queries/register';
import { isIn } from '../../registry/rules/line';
import { causeOf, type SearchFact, supportOf } from '../rules/search';
import { listUnmatched, mentorLoads } from './choosing';

export type FactLine = { id: string; what: SearchFact; on: string; note: string; who: string };
type Search = {
	id: string;
	subject: string;
	words: string;
	askedOn: string;
	answers: { from: string; words: string }[];
};
type Known = { personId: string; facts: FactLine[]; search: Search | null };

/** What was done for each of these people: one query. */
async function knownOf(tx: Tx, { organisationId }: Actor, people: readonly string[]) {
	const { rows } = await sql<Known>`
		select p.id as "personId",
			coalesce((select json_agg(json_build_object('id', f.id, 'what', f.what, 'on', f.on_date, 'note', f.note,
					'who', ${personName('w')}) order by f.recorded_at, f.id)
				from search_facts f join people w on w.organisation_id = f.organisation_id and w.id = f.recorded_by
				where f.organisation_id = p.organisation_id and f.person_id = p.id and f.undone_at is null), '[]') as facts,
			(select json_build_object('id', s.id, 'subject', s.subject, 'words', s.words, 'askedOn', s.asked_on,
					'answers', coalesce((select json_agg(json_build_object('from', coalesce(o.name, 'организация выше'), 'words', a.words)
							order by a.answered_at)
						from mentor_search_answers a
						left join organisations_above() o on o.organisation_id = a.organisation_id
						where a.asker_id = s.organisation_id and a.search_id = s.id and a.removed_at is null), '[]'))
				from mentor_searches s
				where s.organisation_id = p.organisation_id and s.person_id = p.id and s.closed_at is null) as search
		from people p where p.organisation_id = ${organisationId} and p.id = any(${[...people]}::uuid[])`.execute(tx);
	return new Map(rows.map((row) => [row.personId, row]));
}

export type Unmatched = Awaited<ReturnType<typeof listSearching>>[number];

/** Everybody in the register of mentees without a mentor: since when, why, what has been done. */
export async function listSearching(tx: Tx, actor: Actor, now: Now) {
	const lines = await listUnmatched(tx, actor, now);
	const loads = await mentorLoads(tx, actor, now);
	const mentors = (await listRegister(tx, actor, 'mentors', now))
		.filter((line) => isIn(line, now.today) && line.worksHere)
		.map(({ personId, subjects, consents, offer }) => ({
			...{ subjects, consents },
			free: (offer?.capacity ?? 1) - (loads.get(personId) ?? 0)
		}));
	const known = await knownOf(
		tx,
		actor,
		lines.map(({ personId }) => personId)
	);
	return lines.map((line) => {
		const { facts = [], search = null } = known.get(line.personId) ?? {};
		return {
			...{ personId: line.personId, name: line.name, post: line.post, subjects: line.subjects, since: line.entry.from },
			request: line.requests.find(({ confirmed }) => confirmed)?.words ?? '',
			cause: causeOf(line, mentors),
			support: supportOf(facts),
			...{ facts, search }
		};
	});
}

/** One of them, for an act. */
export const findSearching = async (tx: Tx, actor: Actor, personId: string, now: Now) =>
	isId(personId) ? (await listSearching(tx, actor, now)).find((one) => one.personId === personId) : undefined;

export type Waiting = { personId: string; name: string; post: string; on: string; begun: boolean };

/** Those who want support, for the psychologist: who said yes to it, and with whom work goes on. One query. */
export async function listSupported(tx: Tx, { organisationId }: Actor): Promise<Waiting[]> {
	const { rows } = await sql<Waiting>`
		select p.id as "personId", ${personName('p')} as name, '' as post, f.on_date as on, f.what = 'support-begun' as begun
		from people p
		join lateral (select f.what, f.on_date from search_facts f
			where f.organisation_id = p.organisation_id and f.person_id = p.id and f.undone_at is null and f.what <> 'searched'
			order by f.recorded_at desc, f.id desc limit 1) f on f.what in ('support-wanted', 'support-begun')
		where p.organisation_id = ${organisationId} and p.removed_at is null
		order by f.on_date, p.family_name collate "ru-x-icu", p.id`.execute(tx);
	return rows;
}

/** A fact that stands, or an open request, with whose it is. */
export async function findFact(tx: Tx, { organisationId }: Actor, id: string) {
	if (!isId(id)) return undefined;
	return tx
		.selectFrom('search_facts')
		.select(['id', 'person_id as personId', 'what'])
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.where('undone_at', 'is', null)
		.executeTakeFirst();
}
export async function findSearch(tx: Tx, { organisationId }: Actor, id: string) {
	if (!isId(id)) return undefined;
	return tx
		.selectFrom('mentor_searches')
		.select(['id', 'person_id as personId', 'closed_at as closedAt'])
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.executeTakeFirst();
}

export type SearchBelow = {
	asker: string;
	id: string;
	name: string;
	subject: string;
	words: string;
	format: string;
	askedOn: string;
	answers: { id: string; words: string }[];
};

/** Open requests of organisations below, with what was answered from here. */
export async function listSearchesBelow(tx: Tx, { organisationId }: Actor): Promise<SearchBelow[]> {
	const { rows } = await sql<SearchBelow>`
		select s.asker, s.id, s.name, s.subject, s.words, s.format, s.asked_on as "askedOn",
			coalesce((select json_agg(json_build_object('id', a.id, 'words', a.words) order by a.answered_at)
				from mentor_search_answers a
				where a.organisation_id = ${organisationId} and a.asker_id = s.asker and a.search_id = s.id
					and a.removed_at is null), '[]') as answers
		from searches_below() s`.execute(tx);
	return rows;
}
