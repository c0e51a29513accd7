import type { Actor } from '../../../core/actor';
import type { Now, Span } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { type NoteTo, writeNotes } from '../../notifications/commands/notes';
import { type Mentorship, pairsNow } from '../rules/mentorship';
import type { Side } from '../rules/missing';
import { noteFor, type Told } from '../rules/notes';
import type { PersonRef } from '../rules/people';

type Between = { mentor: PersonRef; mentee: PersonRef };
type About = { on: string; term: Span; order?: string; until?: string };

/** A note to everybody of these pairs but the one who acts, once as a mentor and once as a mentee. */
function notesOf(told: Told, key: string, pairs: readonly Between[], about: About, actor: Actor): NoteTo[] {
	const to = (side: Side, other: Side) =>
		[...Map.groupBy(pairs, (pair) => pair[side].id)].map(([personId, own]) => ({
			personId,
			key: `${told} ${side} ${key}`,
			note: noteFor(told, side, { ...about, others: own.map((pair) => pair[other].name) })
		}));
	return [...to('mentor', 'mentee'), ...to('mentee', 'mentor')].filter(({ personId }) => personId !== actor.personId);
}

type Made = { id: string; from: string; to: string; pairs: readonly { mentor: string; mentee: string }[] };

/** Those who are proposed are asked, each in their own words. */
export async function tellProposed(
	tx: Tx,
	actor: Actor,
	made: readonly Made[],
	people: ReadonlyMap<string, PersonRef>,
	now: Now
) {
	const named = (id: string): PersonRef => people.get(id) ?? { id, name: '' };
	const notes = made.flatMap(({ id, from, to, pairs }) =>
		notesOf(
			'proposed',
			id,
			pairs.map(({ mentor, mentee }) => ({ mentor: named(mentor), mentee: named(mentee) })),
			{ on: from, term: { from, to } },
			actor
		)
	);
	await writeNotes(tx, actor, notes, now);
}

/** What has become of mentorships, to everybody in them. `key`: the act. */
export async function tell(
	tx: Tx,
	actor: Actor,
	told: Told,
	key: string,
	mentorships: readonly Mentorship[],
	about: Omit<About, 'term'>,
	now: Now
) {
	const notes = mentorships.flatMap((mentorship) =>
		notesOf(
			told,
			`${mentorship.id} ${key}`,
			pairsNow(mentorship, now.today),
			{ ...about, term: mentorship.life.term },
			actor
		)
	);
	await writeNotes(tx, actor, notes, now);
}
