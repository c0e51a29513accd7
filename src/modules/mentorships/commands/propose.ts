import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { asRange, type Now, showDate } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { listDetails } from '../../matching/queries/details';
import { visiblePeople } from '../../people/queries/visible';
import { personName } from '../../registry/queries/pieces';
import { pairingOf } from '../../registry/rules/pairing';
import { findMentorshipSettings } from '../queries/settings';
import { type Proposal, problemWith, type Workable } from '../rules/proposal';
import { canKeepMentorships } from '../rules/words';
import { tellProposed } from './tell';

export type Proposed = { act: string; ids: string[] };

/**
 * Makes pairs that were chosen into proposed mentorships, all or none, inside an act that holds the form's token: so many queries whatever
 * the number of pairs. A problem names the field and the people it is about.
 */
export async function proposeMentorships(
	tx: Tx,
	actor: Actor,
	proposals: readonly Proposal[],
	now: Now
): Promise<Result<Proposed>> {
	allow(canKeepMentorships(actor));
	if (proposals.length === 0) return rejected({ form: 'Не выбрано ни одной пары.' });
	const ids = [...new Set(proposals.flatMap(({ pairs }) => pairs.flatMap(({ mentor, mentee }) => [mentor, mentee])))];
	const people = await lockedPeople(tx, actor, ids);
	if (people.size < ids.length) return notFound();
	for (const proposal of proposals) {
		const problem = problemWith(proposal, people, now.today);
		if (problem) return rejected(problem);
	}
	const wanted = proposals.flatMap(({ pairs, from, to }) => pairs.map((pair) => ({ ...pair, from, to })));
	const head = await problemWithHeads(tx, actor, people, wanted);
	if (head) return rejected({ mentor: head });
	const clash = await problemWithClash(tx, actor, wanted);
	if (clash) return rejected({ mentor: clash });

	const act = newId(now);
	const own = { organisation_id: actor.organisationId };
	const made = proposals.map((proposal) => ({ ...proposal, id: newId(now), step: newId(now) }));
	await tx
		.insertInto('mentorships')
		.values(
			made.map(({ id, kind, form, content = '', inJobFunction = false, notEmployee = false }) => ({
				...own,
				...{ id, kind, form, content },
				in_job_function: inJobFunction,
				not_employee: notEmployee,
				made_at: now.at,
				made_by: actor.personId
			}))
		)
		.execute();
	await tx
		.insertInto('mentorship_steps')
		.values(
			made.map(({ id, step, from, to }) => ({
				...own,
				...{ id: step, mentorship_id: id, act_id: act, position: 1, what: 'proposed' as const },
				on_date: now.today,
				term: asRange({ from, to }),
				recorded_at: now.at,
				recorded_by: actor.personId
			}))
		)
		.execute();
	await tx
		.insertInto('mentorship_pairs')
		.values(
			made.flatMap(({ id, step, from, to, pairs }) =>
				pairs.map(({ mentor, mentee, role = '' }) => ({
					...own,
					...{ id: newId(now), mentorship_id: id, mentor_id: mentor, mentee_id: mentee, role, joined_step: step },
					period: asRange({ from, to })
				}))
			)
		)
		.execute();
	await journal(tx, actor, 'mentorship.proposed', { kind: 'mentorship', id: made[0]?.id ?? act }, now, {
		details: { count: made.length }
	});
	await tellProposed(tx, actor, made, people, now);
	return { ok: true, value: { act, ids: made.map(({ id }) => id) } };
}

/** A sentence when a head is to be a mentor where the school has decided that heads are none: by their post, or as told for the matching. */
export async function problemWithHeads(
	tx: Tx,
	actor: Actor,
	people: ReadonlyMap<string, Workable>,
	wanted: readonly { mentee: string; mentor: string }[]
) {
	if (!(await findMentorshipSettings(tx, actor)).headsForbidden) return undefined;
	const told = await listDetails(tx, actor);
	const found = wanted.find(
		({ mentee, mentor }) =>
			told.get(mentee)?.managerId === mentor || pairingOf(people.get(mentor)?.posts ?? '') === 'head'
	);
	const head = found && people.get(found.mentor);
	return (
		head && `${head.name}: руководитель. В вашей организации решено, что руководители наставниками не назначаются.`
	);
}

/** Those who are named, with when they work here; whoever proposes them at this moment is waited for. */
export async function lockedPeople(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, Workable>> {
	await sql`select from people where organisation_id = ${actor.organisationId} and id = any(${[...ids]}::uuid[])
		order by id for no key update`.execute(tx);
	const rows = await visiblePeople(tx, actor)
		.where('p.id', 'in', [...ids])
		.select([
			'p.id',
			personName('p').as('name'),
			sql<string>`coalesce((select string_agg(t.title, ', ' order by t.main desc, t.title) from posts t
				where t.organisation_id = p.organisation_id and t.person_id = p.id and upper_inf(t.period)), '')`.as('posts'),
			sql<
				Workable['works']
			>`coalesce((select json_agg(json_build_object('from', lower(w.period), 'to', upper(w.period) - 1))
				from employments w where w.organisation_id = p.organisation_id and w.person_id = p.id), '[]')`.as('works')
		])
		.execute();
	return new Map(rows.map((row) => [row.id, row]));
}

export type WantedPair = { mentor: string; mentee: string; from: string; to: string };

/** A sentence when one of the pairs stands already at that time; `except`: not counting that mentorship. */
export async function problemWithClash(
	tx: Tx,
	{ organisationId }: Actor,
	wanted: readonly WantedPair[],
	except: string | null = null
) {
	const column = (key: keyof WantedPair) => wanted.map((pair) => pair[key]);
	const { rows } = await sql<{ mentor: string; mentee: string; from: string; to: string }>`
		select ${personName('a')} as mentor, ${personName('b')} as mentee, lower(p.period) as from, upper(p.period) - 1 as to
		from unnest(${column('mentor')}::uuid[], ${column('mentee')}::uuid[], ${column('from')}::date[], ${column('to')}::date[])
			w (mentor, mentee, since, till)
		join mentorship_pairs p on p.organisation_id = ${organisationId} and p.mentor_id = w.mentor and p.mentee_id = w.mentee
			and p.removed_at is null and not p.void and p.period && daterange(w.since, w.till + 1)
			and p.mentorship_id is distinct from ${except}::uuid
		join people a on a.organisation_id = p.organisation_id and a.id = p.mentor_id
		join people b on b.organisation_id = p.organisation_id and b.id = p.mentee_id limit 1`.execute(tx);
	const [clash] = rows;
	return (
		clash &&
		`${clash.mentor} и ${clash.mentee} уже пара с ${showDate(clash.from)} по ${showDate(clash.to)}. Продлите её или укажите день после этого срока.`
	);
}
