import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import { ownTemplateCodes, ownTemplates } from '../../documents/rules/library/templates';
import { personName } from '../../registry/queries/pieces';
import { visibleActivities } from '../../roadmap/queries/visible';
import type { ActContent } from '../rules/act';
import type { LibraryAct } from '../rules/library';
import { numberPattern } from '../rules/quotations';

export type ActVersion = {
	number: number;
	title: string;
	brought: boolean;
	hash: string;
	publishedAt: string;
	by: string;
};

/** The wordings of an act, the newest first. */
export async function listWordings(tx: Tx, { organisationId }: Actor, key: string): Promise<ActVersion[]> {
	const { rows } = await sql<ActVersion>`
		select v.number, v.contents->>'title' as title, v.brought, v.hash, v.published_at as "publishedAt", ${personName('p')} as by
		from legal_acts a
		join legal_act_versions v on v.organisation_id = a.organisation_id and v.act_id = a.id
		join people p on p.organisation_id = v.organisation_id and p.id = v.published_by
		where a.organisation_id = ${organisationId} and a.key = ${key}
		order by v.number desc`.execute(tx);
	return rows;
}

/** What the last file from above said of each act. */
export async function listBrought(tx: Tx, { organisationId }: Actor): Promise<Map<string, ActContent>> {
	const { rows } = await sql<{ key: string; contents: ActContent }>`
		select distinct on (a.key) a.key, v.contents
		from legal_acts a
		join legal_act_versions v on v.organisation_id = a.organisation_id and v.act_id = a.id and v.brought
		where a.organisation_id = ${organisationId}
		order by a.key, v.number desc`.execute(tx);
	return new Map(rows.map(({ key, contents }) => [key, contents]));
}

export type ActUse = { href: string; title: string; what: string };
type Quoting = { key: string; id: string; title: string };

/** Activities of living plans whose words name one of the acts by its number. One query. */
export async function listQuoting(tx: Tx, actor: Actor, acts: readonly LibraryAct[]): Promise<Quoting[]> {
	const numbers = acts.flatMap((act) => {
		const pattern = numberPattern(act);
		return pattern ? [{ key: act.key, pattern }] : [];
	});
	if (numbers.length === 0) return [];
	const { rows } = await sql<Quoting>`
		select n.key, a.id, a.title
		from activities a
		join roadmaps r on r.organisation_id = a.organisation_id and r.id = a.roadmap_id and r.archived_at is null
		join jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) as n(key text, pattern text)
			on concat_ws(' ', a.title, a.lead) ~* n.pattern
		where a.organisation_id = ${actor.organisationId} and a.removed_at is null
			and a.id in (${visibleActivities(tx, actor).select('a.id')})
		order by n.key, a.position
		limit 50`.execute(tx);
	return rows;
}

/** Templates of papers and lines of plans that rest on an act. */
export async function listUses(tx: Tx, actor: Actor, act: LibraryAct): Promise<ActUse[]> {
	const papers = ownTemplateCodes
		.filter((code) => ownTemplates[code].bases.includes(act.key))
		.map((code) => ({ href: `/documents/${code}`, title: ownTemplates[code].title, what: 'шаблон документа' }));
	const plans = (await listQuoting(tx, actor, [act])).map(({ id, title }) => ({
		...{ href: `/activities/${id}`, title, what: 'мероприятие плана' }
	}));
	return [...papers, ...plans];
}

export type ActReading = { id: string; heldOn: string; called: number; acquainted: number; mine: string | null };

/** Announcements that gave the act to read, with how many have said «Ознакомлен(а)». */
export async function listReadings(tx: Tx, actor: Actor, key: string): Promise<ActReading[]> {
	const { rows } = await sql<ActReading>`
		select e.id, e.held_on::text as "heldOn", count(i.person_id)::int as called,
			count(i.acquainted_on)::int as acquainted,
			(max(i.acquainted_on) filter (where i.person_id = ${actor.personId}))::text as mine
		from events e
		left join event_people i on i.organisation_id = e.organisation_id and i.event_id = e.id and i.removed_at is null
		where e.organisation_id = ${actor.organisationId} and e.legal_act_key = ${key} and e.removed_at is null
			and e.cancelled_at is null and e.announced_at is not null
		group by e.organisation_id, e.id
		having (${['curator', 'director', 'administrator'].some((role) => actor.roles.includes(role as 'curator'))}
			or bool_or(i.person_id = ${actor.personId}))
		order by e.held_on desc, e.id`.execute(tx);
	return rows;
}
