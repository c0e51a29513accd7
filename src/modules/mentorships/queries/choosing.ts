import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { listCandidates } from '../../registry/queries/candidates';
import { listRegister } from '../../registry/queries/register';
import { allTopics } from '../../registry/queries/topics';
import { isIn } from '../../registry/rules/line';
import { namesOf } from '../../registry/rules/topics';
import { type Looked, suggestMentors } from '../rules/suggest';
import { suggestByScore } from './suggestions';

/** How many mentees each mentor leads on a day, or will: proposals count too. */
export async function mentorLoads(tx: Tx, { organisationId }: Actor, { today }: Pick<Now, 'today'>) {
	const { rows } = await sql<{ mentor: string; load: number }>`
		select mentor_id as mentor, count(distinct mentee_id)::int as load from mentorship_pairs
		where organisation_id = ${organisationId} and removed_at is null and not void and upper(period) > ${today}::date
		group by mentor_id`.execute(tx);
	return new Map(rows.map(({ mentor, load }) => [mentor, load]));
}

/** Mentees of the register who have no mentorship that goes on, is on its way or is proposed. */
export async function listUnmatched(tx: Tx, actor: Actor, now: Now) {
	const lines = (await listRegister(tx, actor, 'mentees', now)).filter((line) => isIn(line, now.today));
	const { rows } = await sql<{ mentee: string }>`
		select distinct mentee_id as mentee from mentorship_pairs
		where organisation_id = ${actor.organisationId} and removed_at is null and not void
			and upper(period) > ${now.today}::date`.execute(tx);
	const matched = new Set(rows.map(({ mentee }) => mentee));
	return lines.filter(({ personId }) => !matched.has(personId));
}

/** Three mentors for somebody, with the reasons, and everybody else who could be named: the registers first. */
export async function chooseMentor(tx: Tx, actor: Actor, menteeId: string, now: Now) {
	const staff = await listCandidates(tx, actor, 'mentors', now);
	const person = staff.find(({ id }) => id === menteeId);
	if (!person) return undefined;
	const mentors = (await listRegister(tx, actor, 'mentors', now)).filter(
		(line) => isIn(line, now.today) && line.worksHere
	);
	const [line] = await listRegister(tx, actor, 'mentees', now, menteeId);
	const mentee: Looked = line ?? {
		personId: person.id,
		name: person.name,
		post: person.post,
		subjects: [],
		teachingSince: null,
		offer: null,
		requests: [],
		consents: person.consents
	};
	const around = {
		names: namesOf(await allTopics(tx, actor)),
		loads: await mentorLoads(tx, actor, now),
		today: now.today
	};
	const others: Looked[] = staff
		.filter(({ roles, fits, teaches }) => teaches && (roles.includes('mentor') || fits.length > 0))
		.map(({ id, name, post, consents }) => ({
			...{ personId: id, name, post, consents },
			...{ subjects: [], teachingSince: null, offer: null, requests: [] }
		}));
	const scored = await suggestByScore(tx, actor, menteeId, new Map(staff.map(({ id, post }) => [id, post])), now);
	return {
		mentee: person,
		request: line?.requests.find(({ confirmed }) => confirmed)?.words ?? '',
		suggestions: scored ?? suggestMentors(mentors.length > 0 ? mentors : others, mentee, around),
		staff: staff.filter(({ id }) => id !== menteeId)
	};
}
export type Choice = NonNullable<Awaited<ReturnType<typeof chooseMentor>>>;
