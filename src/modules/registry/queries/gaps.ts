import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { findOrganisation } from '../../organisations/queries';
import { type Gaps, gapsOf } from '../rules/gaps';
import { isIn } from '../rules/line';
import { namesOf } from '../rules/topics';
import { personName } from './pieces';
import { listRegister } from './register';
import { allTopics } from './topics';

/** The table of today. */
export async function findGaps(tx: Tx, actor: Actor, now: Now): Promise<Gaps> {
	const here = async (register: 'mentors' | 'mentees') =>
		(await listRegister(tx, actor, register, now)).filter((line) => isIn(line, now.today));
	const topics = await allTopics(tx, actor);
	const { fullName } = await findOrganisation(tx, actor, now);
	const gaps = gapsOf(await here('mentees'), await here('mentors'), topics, namesOf(topics));
	return { ...gaps, organisation: fullName };
}

export type GapReport = {
	id: string;
	conclusion: string;
	contents: Gaps;
	acceptedOn: string;
	who: string;
	withdrawn: boolean;
};

/** Accepted reports, the latest first; `id`: one of them. */
export async function listGapReports(tx: Tx, { organisationId }: Actor, id?: string) {
	if (id !== undefined && !isId(id)) return [];
	const { rows } = await sql<GapReport>`
		select g.id, g.conclusion, g.contents, g.accepted_on as "acceptedOn", ${personName('p')} as who,
			g.withdrawn_at is not null as withdrawn
		from gap_reports g join people p on p.organisation_id = g.organisation_id and p.id = g.accepted_by
		where g.organisation_id = ${organisationId} and ${id ? sql`g.id = ${id}` : sql`true`}
		order by g.accepted_on desc, g.accepted_at desc`.execute(tx);
	return rows;
}
