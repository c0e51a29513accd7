import type { Actor } from '../../../core/actor';
import { type Now, schoolYearOf } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { findSettings } from '../../consents/queries/texts';
import { listGuests } from '../../mentorships/queries/guests';
import { listRegister } from '../../registry/queries/register';
import { allTopics } from '../../registry/queries/topics';
import { isIn } from '../../registry/rules/line';
import { allRegisters, type Register } from '../../registry/rules/registers';
import { askedIn } from '../../registry/rules/strict';
import { namesOf } from '../../registry/rules/topics';
import { listSaid } from '../../surveys/queries/said';
import { choicesIn } from '../../surveys/rules/preferences';
import { inOrder, type Known, menteeFacts, mentorFacts } from '../rules/score/gather';
import type { Facts } from '../rules/score/people';
import { type Details, listCurrentPairs, listDetails, listOutcomes, listTies, noDetails } from './details';

export type Gathered = {
	facts: Facts;
	/** Who is who today, for the pages. */
	names: ReadonlyMap<string, string>;
};

/** Everybody of both registers with all that the score asks for: one query a list, whatever their number. */
export async function gatherFacts(tx: Tx, actor: Actor, now: Now): Promise<Gathered> {
	const { asked, strict } = await findSettings(tx, actor);
	const topics = namesOf(await allTopics(tx, actor));
	const details = await listDetails(tx, actor);
	const guests = await listGuests(tx, actor);
	// Where a guest works is known; what was told for the matching goes before it.
	const elsewhere = (told: Details): Details => ({
		...told,
		outside: told.outside || (guests.get(told.personId)?.worksAt ?? '')
	});
	const outcomes = await listOutcomes(tx, actor, schoolYearOf(now.today).from);
	const said = await listSaid(tx, actor, now);
	const all = said.flatMap((one) => choicesIn({ ...one, name: '' }));
	// Asked twice in a year: the later choice counts.
	const choices = [...new Map(all.map((one) => [`${one.personId}:${one.of}`, one])).values()];
	const names = new Map<string, string>();
	const known = { mentors: [] as Known[], mentees: [] as Known[] } satisfies Record<Register, Known[]>;
	for (const register of allRegisters)
		for (const line of await listRegister(tx, actor, register, now)) {
			names.set(line.personId, line.name);
			if (!isIn(line, now.today) || !line.worksHere) continue;
			known[register].push({
				line,
				details: elsewhere(details.get(line.personId) ?? noDetails(line.personId)),
				lacks: strict ? askedIn(register, asked).filter((kind) => !line.consents.includes(kind)) : [],
				outcome: outcomes.get(`${register} ${line.personId}`),
				choices,
				today: now.today
			});
		}
	const mentees = known.mentees.map(menteeFacts);
	const used = [...new Set(mentees.flatMap(({ needs }) => needs.map(({ topic }) => topic)))].sort();
	const ties = (await listTies(tx, actor)).map(({ mentee, mentor, kind }) => ({ mentee, mentor, kind }));
	return {
		facts: inOrder({
			mentors: known.mentors.map(mentorFacts),
			mentees,
			ties,
			current: await listCurrentPairs(tx, actor, now),
			topics: Object.fromEntries(used.map((topic) => [topic, topics.get(topic) ?? topic]))
		}),
		names
	};
}
