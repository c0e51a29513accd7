import { showDate } from '../../../core/dates';
import type { Values } from '../../../core/forms';
import type { Mentorship } from '../../mentorships/rules/mentorship';
import { kindNow, lastHeld, type Meeting } from './meeting';
import { recordValues } from './values';
import { daysOfWork } from './work';

type Work = { mentorship: Mentorship; meetings: readonly Meeting[] };

/** What the form of writing a meeting down holds before anything is typed; `again`: «как в прошлый раз». */
export function recordDefaults(
	{ mentorship, meetings }: Work,
	meeting: Meeting | null,
	{ next, again, today }: { next: string; again: boolean; today: string }
): Values {
	const token = crypto.randomUUID();
	if (meeting?.heldOn) return { ...recordValues(meeting), token, version: String(meeting.version) };
	const last = lastHeld(meetings);
	const planned = meeting ? recordValues(meeting) : {};
	const day = meeting?.plannedOn && meeting.plannedOn <= today ? meeting.plannedOn : today;
	const known = {
		...{ token, held: 'yes', kind: meeting?.kind ?? kindNow(meetings), heldOn: showDate(day) },
		...{ format: last?.format ?? 'in-person', lasts: String(meeting?.lasts ?? last?.lasts ?? 45) },
		...{ place: meeting?.place || last?.place || '', topic: meeting?.topic || last?.nextStep.slice(0, 300) || '' },
		...(meeting && { version: String(meeting.version) })
	};
	const waits = meetings.some(
		({ id, plannedOn, cancelledOn, missed, heldOn }) =>
			id !== meeting?.id && plannedOn && plannedOn > day && !cancelledOn && !missed && !heldOn
	);
	const ahead =
		!waits && next <= daysOfWork(mentorship).to ? { nextOn: showDate(next), nextAt: meeting?.startsAt ?? '' } : {};
	if (!again || !last) return { ...planned, ...known, works: '', difficulty: '', nextStep: '', missed: '', ...ahead };
	const { topic, works, difficulty, nextStep } = last;
	return {
		...known,
		topic,
		works,
		difficulty,
		nextStep,
		answer: last.feedback.find(({ own }) => own)?.answer ?? '',
		...ahead
	};
}
