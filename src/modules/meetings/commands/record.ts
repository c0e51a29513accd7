import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { Calendar } from '../../calendar/rules/calendar';
import { findPairWork, type PairWork } from '../queries/meetings';
import type { Meeting } from '../rules/meeting';
import { problemsWithRecord, type RecordInput } from '../rules/record';
import { theirsOf } from '../rules/values';
import { canKeepMeetings } from '../rules/words';
import { peopleOn } from '../rules/work';
import { writeFeedback } from './feedback';
import { tellOthers } from './tell';
import { changeMeeting, type Facts, hold, makeMeetings } from './write';

export type Recorded = { id: string; act: string; nextId: string | null };
type Recording = Submitted<RecordInput & { version?: number | undefined }>;

/**
 * Writes a meeting down: held or not, in what words, when the next one is. `meeting`: one that was planned, or is being corrected.
 * Of two who write at once the second gets the first one's words to see (409).
 */
export async function recordMeeting(
	tx: Tx,
	actor: Actor,
	{ mentorship: { id: mentorshipId } }: PairWork,
	meetingId: string | null,
	{ token, version, ...input }: Recording,
	calendar: Calendar,
	now: Now
): Promise<Result<Recorded>> {
	return once(tx, actor, token, now, async () => {
		await hold(tx, actor, [mentorshipId]);
		const work = (await findPairWork(tx, actor, mentorshipId, now)) ?? notFound();
		allow(work.own || canKeepMeetings(actor));
		const meeting = meetingId ? (work.meetings.find(({ id }) => id === meetingId) ?? notFound()) : null;
		if (meeting && meeting.version !== version)
			return rejected({ form: 'Пока вы писали, встречу записал кто-то ещё.' }, theirsOf(meeting));
		const { mentorship, meetings } = work;
		const own = peopleOn(mentorship, input.heldOn).some(({ person }) => person.id === actor.personId);
		const problems = problemsWithRecord(input, { mentorship, meetings, meeting, own, today: now.today, calendar });
		if (Object.keys(problems).length > 0) return rejected(problems);

		const act = newId(now);
		const id = await writeFacts(tx, actor, mentorshipId, meeting, act, { ...input, own }, now);
		if (input.held)
			await writeWords(tx, actor, { id, act, meeting, own, people: peopleOn(mentorship, input.heldOn) }, input, now);
		const [nextId = null] = input.nextOn
			? await makeMeetings(tx, actor, mentorshipId, act, 'planned', [nextOf(input)], now)
			: [];
		const told = meeting?.heldOn ? 'meeting.corrected' : 'meeting.recorded';
		await journal(tx, actor, told, { kind: 'meeting', id }, now, { details: { held: input.held } });
		if (input.held && !meeting?.heldOn)
			await tellOthers(tx, actor, mentorship, { id, what: 'held', on: input.heldOn }, now);
		return { ok: true, value: { id, act, nextId } };
	});
}

const nextOf = ({ kind, nextOn, nextAt, nextStep, lasts, place }: RecordInput) => ({
	...{
		kind: kind === 'first' ? ('planning' as const) : ('regular' as const),
		plannedOn: nextOn,
		startsAt: nextAt,
		lasts,
		place
	},
	topic: nextStep.length <= 300 ? nextStep : `${nextStep.slice(0, 299)}…`
});

async function writeFacts(
	tx: Tx,
	actor: Actor,
	mentorshipId: string,
	meeting: Meeting | null,
	act: string,
	{ held, kind, heldOn, format, lasts, place, topic, missed, goal, own }: RecordInput & { own: boolean },
	now: Now
) {
	const common = { kind, lasts, place, topic, how: own ? ('program' as const) : ('words' as const), cancelledOn: null };
	const facts: Facts = held
		? { ...common, heldOn, format, missed: null, goal: kind === 'final' ? goal : null }
		: { ...common, heldOn: null, format: null, missed, goal: null };
	const what = meeting?.heldOn ? 'corrected' : 'recorded';
	if (meeting) {
		await changeMeeting(tx, actor, meeting, act, what, facts, now);
		return meeting.id;
	}
	const [id = ''] = await makeMeetings(
		tx,
		actor,
		mentorshipId,
		act,
		'recorded',
		[{ ...facts, kind, plannedOn: heldOn }],
		now
	);
	return id;
}

type Held = { id: string; act: string; meeting: Meeting | null; own: boolean; people: ReturnType<typeof peopleOn> };

async function writeWords(tx: Tx, actor: Actor, { id, act, meeting, own, people }: Held, input: RecordInput, now: Now) {
	const whose = { organisation_id: actor.organisationId, meeting_id: id, act_id: act };
	await tx
		.insertInto('meeting_people')
		.values(
			people.map(({ person, side }) => ({
				...{ ...whose, id: newId(now), person_id: person.id, side, came: !input.absent.includes(person.id) },
				answered_on: meeting?.people.find((one) => one.id === person.id)?.answeredOn ?? null
			}))
		)
		.execute();
	const { works, difficulty, nextStep: next_step, confidence } = input;
	const written = { written_at: now.at, written_by: actor.personId };
	await tx
		.insertInto('meeting_records')
		.values({ ...whose, id: newId(now), works, difficulty, next_step, ...written })
		.execute();
	if (own && confidence)
		await tx
			.insertInto('meeting_confidences')
			.values({ ...whose, id: newId(now), words: confidence, ...written })
			.execute();
	if (own && input.answer && !input.absent.includes(actor.personId)) {
		const said = { answer: input.answer, words: '', ready: input.kind === 'first' ? input.ready : null, shared: false };
		await writeFeedback(tx, actor, id, actor.personId, said, now);
	}
}

/** «Встреча 5 октября» of the day, for notices. */
export const recordedWords = (heldOn: string) => `Встреча ${showDate(heldOn)} записана`;
