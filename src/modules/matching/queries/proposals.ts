import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { personName } from '../../registry/queries/pieces';
import type { ProposalContents, Stage } from '../rules/proposal';
import type { Role } from '../rules/score/roles';

export type ProposalPair = {
	id: string;
	mentee: string;
	mentor: string;
	role: Role | '';
	menteeName: string;
	mentorName: string;
	menteePost: string;
	mentorPost: string;
	byHand: boolean;
	reason: string;
	removed: boolean;
};
export type ProposalLine = {
	id: string;
	runId: string;
	title: string;
	version: number;
	madeAt: string;
	who: string;
	stage: Stage | null;
	acceptedOn: string | null;
	acceptedBy: string | null;
	withdrawn: boolean;
	removed: boolean;
	askedAt: string | null;
	pairs: number;
};
export type Proposal = Omit<ProposalLine, 'pairs'> & {
	conclusion: string;
	contents: ProposalContents | null;
	/** What was proposed to the people out of it, and by which act. */
	askedAct: string | null;
	mentorships: string[];
	pairs: ProposalPair[];
};

const line = sql`o.id, o.run_id as "runId", o.title, o.version, o.made_at as "madeAt", ${personName('p')} as who, o.stage,
	o.accepted_on as "acceptedOn", nullif(${personName('b')}, '') as "acceptedBy", o.withdrawn_at is not null as withdrawn,
	o.removed_at is not null as removed, o.asked_at as "askedAt"`;
const from = sql`matching_proposals o join people p on p.organisation_id = o.organisation_id and p.id = o.made_by
	left join people b on b.organisation_id = o.organisation_id and b.id = o.accepted_by`;

/** Proposals that were not put away, the latest first. */
export async function listProposals(tx: Tx, { organisationId }: Actor, most = 50) {
	const { rows } = await sql<ProposalLine>`select ${line}, (select count(*)::int from matching_proposal_pairs q
			where q.organisation_id = o.organisation_id and q.proposal_id = o.id and q.removed_at is null) as pairs
		from ${from} where o.organisation_id = ${organisationId} and o.removed_at is null
		order by o.made_at desc, o.id desc limit ${most}`.execute(tx);
	return rows;
}

/** One proposal with its pairs by name, those taken out of it too: one query. */
export async function findProposal(tx: Tx, { organisationId }: Actor, id: string, { today }: Now) {
	if (!isId(id)) return undefined;
	const post = (alias: string) => sql`coalesce((
		select string_agg(t.title, ', ' order by t.main desc, t.title) from posts t
		where t.organisation_id = ${sql.ref(`${alias}.organisation_id`)} and t.person_id = ${sql.ref(`${alias}.id`)}
			and t.period @> ${today}::date), '')`;
	const { rows } = await sql<Proposal>`select ${line}, o.conclusion, o.contents,
		o.asked_act as "askedAct", o.mentorships, coalesce((
			select json_agg(json_build_object('id', q.id, 'mentee', q.mentee_id, 'mentor', q.mentor_id, 'role', q.role,
				'menteeName', ${personName('m')}, 'mentorName', ${personName('n')}, 'menteePost', ${post('m')},
				'mentorPost', ${post('n')}, 'byHand', q.by_hand, 'reason', q.reason, 'removed', q.removed_at is not null)
				order by m.family_name collate "ru-x-icu", m.given_name collate "ru-x-icu", q.id)
			from matching_proposal_pairs q
			join people m on m.organisation_id = q.organisation_id and m.id = q.mentee_id
			join people n on n.organisation_id = q.organisation_id and n.id = q.mentor_id
			where q.organisation_id = o.organisation_id and q.proposal_id = o.id), '[]') as pairs
		from ${from} where o.organisation_id = ${organisationId} and o.id = ${id}`.execute(tx);
	return rows[0];
}

/** Which proposal a pair is of. */
export async function proposalOfPair(tx: Tx, { organisationId }: Actor, id: string) {
	if (!isId(id)) return undefined;
	const row = await tx
		.selectFrom('matching_proposal_pairs')
		.select('proposal_id as proposalId')
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.executeTakeFirst();
	return row?.proposalId;
}
