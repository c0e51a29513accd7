import type { Actor } from '../../src/core/actor';
import { id, now, type TestDatabase } from '../stories';
import { unkind } from './understood';

type School = { organisationId: string; curator: Actor; mentor: Actor; mentee: Actor };

/** A pair that works: one meeting was held, with what each said of it and a word for the two; one is to come. */
export async function someMeetings(
	{ owner }: TestDatabase,
	{ organisationId: organisation_id, curator, mentor, mentee }: School
) {
	const [pair, step, held, ahead, act] = [id(), id(), id(), id(), id()];
	await owner
		.insertInto('mentorships')
		.values({
			...{ organisation_id, id: pair, kind: 'one-to-one', form: 'pair', content: `Ведёт${unkind}` },
			...{ made_at: now.at, made_by: curator.personId }
		})
		.execute();
	const common = { organisation_id, mentorship_id: pair, recorded_at: now.at, recorded_by: curator.personId };
	const both = [mentor, mentee].map(({ personId }, at) => ({
		...{ ...common, id: id(), act_id: id(), position: at + 2, what: 'accepted' as const },
		...{ on_date: '2024-09-01', person_id: personId, how: 'words' as const }
	}));
	await owner
		.insertInto('mentorship_steps')
		.values([
			{
				...{ ...common, id: step, act_id: id(), position: 1, what: 'proposed' as const },
				...{ on_date: '2024-09-01', term: '[2024-09-01,2027-06-01)' }
			},
			...both,
			{ ...common, id: id(), act_id: id(), position: 4, what: 'allowed' as const, on_date: '2024-09-01' }
		])
		.execute();
	// another kind of pair than that of the room of pairs: its days do not cross those
	await owner
		.insertInto('mentorship_pairs')
		.values({
			...{ organisation_id, id: id(), mentorship_id: pair, mentor_id: mentee.personId, mentee_id: mentor.personId },
			...{ joined_step: step, period: '[2024-09-01,2027-06-01)' }
		})
		.execute();
	const made = { organisation_id, mentorship_id: pair, made_at: now.at, made_by: mentor.personId, changed_at: now.at };
	await owner
		.insertInto('meetings')
		.values([
			{
				...{ ...made, id: held, kind: 'first' as const, planned_on: '2026-09-02', held_on: '2026-09-02' },
				...{ format: 'in-person' as const, topic: `Знакомство${unkind}`, place: `каб. 3${unkind}` }
			},
			{ ...made, id: ahead, kind: 'regular' as const, planned_on: '2026-09-15', topic: `План${unkind}` }
		])
		.execute();
	await owner
		.insertInto('meeting_changes')
		.values(
			[held, ahead].map((one) => ({
				...{ organisation_id, id: id(), act_id: act, meeting_id: one, what: 'recorded' as const },
				...{ before: null, made_at: now.at, made_by: mentor.personId }
			}))
		)
		.execute();
	const whose = { organisation_id, meeting_id: held, act_id: act };
	await owner
		.insertInto('meeting_people')
		.values([
			{ ...whose, id: id(), person_id: mentee.personId, side: 'mentor' as const, came: true },
			{ ...whose, id: id(), person_id: mentor.personId, side: 'mentee' as const, came: true, answered_on: '2026-09-03' }
		])
		.execute();
	const written = { written_at: now.at, written_by: mentor.personId };
	await owner
		.insertInto('meeting_records')
		.values({ ...whose, id: id(), works: `Познакомились${unkind}`, difficulty: unkind, next_step: unkind, ...written })
		.execute();
	await owner
		.insertInto('meeting_confidences')
		.values({ ...whose, id: id(), words: `Только нам${unkind}`, ...written })
		.execute();
	await owner
		.insertInto('meeting_feedback')
		.values({
			...{ ...whose, id: id(), person_id: mentor.personId, answer: 'helped' as const, words: unkind, ready: true },
			...{ how: 'program' as const, given_at: now.at, given_by: mentor.personId }
		})
		.execute();
	await owner
		.insertInto('meeting_nudges')
		.values({
			...{ organisation_id, id: id(), mentorship_id: pair, person_id: mentor.personId, about: 'quiet' as const },
			...{ sent_on: '2026-08-01', sent_at: now.at, sent_by: curator.personId }
		})
		.execute();
	await owner.insertInto('meeting_settings').values({ organisation_id, cadence: 14 }).execute();
	return {
		'/meetings/:id': held,
		'/meetings/:id/move': ahead,
		'/meetings/:id/cancellation': ahead
	};
}
