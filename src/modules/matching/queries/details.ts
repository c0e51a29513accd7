import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { personName } from '../../registry/queries/pieces';
import type { Tie } from '../rules/score/people';
import type { Role } from '../rules/score/roles';

/** What was told of somebody for the matching alone. */
export type Details = {
	personId: string;
	building: string;
	outside: string;
	managerId: string | null;
	hours: string[];
	needs: 1 | 2;
	bothOrNone: boolean;
	queue: '' | 'first' | 'last';
	smallest: number;
	/** As what each of two mentors is wanted; none: no matter. */
	roles: Role[];
	/** As what this mentor works; none: as any. */
	worksAs: Role[];
	number: number;
};

export const noDetails = (personId: string): Details => ({
	personId,
	building: '',
	outside: '',
	managerId: null,
	hours: [],
	needs: 1,
	bothOrNone: false,
	queue: '',
	smallest: 0,
	roles: [],
	worksAs: [],
	number: 0
});

/** The last word about each person; `only`: about this one. */
export async function listDetails(tx: Tx, { organisationId }: Actor, only?: string) {
	const { rows } = await sql<Details>`
		select distinct on (person_id) person_id as "personId", building, outside, manager_id as "managerId", hours, needs,
			both_or_none as "bothOrNone", queue, smallest, roles, works_as as "worksAs", number
		from matching_details
		where organisation_id = ${organisationId} and ${only ? sql`person_id = ${only}` : sql`true`}
		order by person_id, number desc, id desc`.execute(tx);
	return new Map(rows.map((row) => [row.personId, row]));
}

export type KeptTie = Tie & { id: string; reason: string; menteeName: string; mentorName: string; undone: boolean };

/** What a curator has decided of pairs and not undone, by name; `only`: this one, or those of a round, whatever became of them. */
export async function listTies(tx: Tx, { organisationId }: Actor, only?: { id: string } | { round: string }) {
	const chosen = !only
		? sql`t.undone_at is null`
		: 'id' in only
			? sql`t.id = ${only.id}`
			: sql`t.id in (select tie_id from matching_round_ties
				where organisation_id = ${organisationId} and round_id = ${only.round})`;
	const { rows } = await sql<KeptTie>`
		select t.id, t.mentee_id as mentee, t.mentor_id as mentor, t.kind, t.reason, ${personName('a')} as "menteeName",
			${personName('b')} as "mentorName", t.undone_at is not null as undone
		from matching_ties t
		join people a on a.organisation_id = t.organisation_id and a.id = t.mentee_id
		join people b on b.organisation_id = t.organisation_id and b.id = t.mentor_id
		where t.organisation_id = ${organisationId} and ${chosen}
		order by 6, 7, t.id`.execute(tx);
	return rows;
}

/** Who works with whom today or is about to: mentorships that bind, and what the registers tell of work without one. */
export async function listCurrentPairs(tx: Tx, { organisationId }: Actor, { today }: Now) {
	const { rows } = await sql<{ mentee: string; mentor: string }>`
		select mentee_id as mentee, mentor_id as mentor from mentorship_pairs
		where organisation_id = ${organisationId} and removed_at is null and not void and upper(period) > ${today}::date
		union
		select case e.register when 'mentees' then e.person_id else r.partner_id end,
			case e.register when 'mentees' then r.partner_id else e.person_id end
		from programme_periods r
		join register_entries e on e.organisation_id = r.organisation_id and e.id = r.entry_id and e.withdrawn_at is null
		where r.organisation_id = ${organisationId} and r.removed_at is null and r.partner_id is not null
			and r.mentorship_id is null and r.period @> ${today}::date
		order by 1, 2`.execute(tx);
	return rows;
}

/** The last talk with each person of either register: how it ended. */
export async function listOutcomes(tx: Tx, { organisationId }: Actor, since: string) {
	const { rows } = await sql<{ personId: string; register: 'mentors' | 'mentees'; outcome: string }>`
		select distinct on (person_id, register) person_id as "personId", register, outcome from interviews
		where organisation_id = ${organisationId} and removed_at is null and held_on >= ${since}::date
		order by person_id, register, held_on desc, recorded_at desc`.execute(tx);
	return new Map(rows.map(({ personId, register, outcome }) => [`${register} ${personId}`, outcome]));
}
