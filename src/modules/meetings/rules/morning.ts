import { addDays } from '../../../core/dates';
import type { Calendar } from '../../calendar/rules/calendar';
import { goesOn, type Mentorship, pairsNow, titleOf } from '../../mentorships/rules/mentorship';
import { ahead, dayOfMeeting, type MeetingFacts, owes } from './meeting';
import { closedTo } from './record';
import { feedbackDays } from './words';
import { rhythmOf } from './work';

/** What of meetings a morning tells somebody. */
export type MorningLine = {
	id: string;
	what: 'meet' | 'unrecorded' | 'feedback' | 'quiet' | 'quiet-pairs';
	who: string;
	href: string;
	on: string | null; // the meeting's own day, where the words need it
	until: string | null;
	many: string;
	reminds?: string; // of this mentorship: at most once a week
};

export type Morning = { cadence: number; today: string; calendar: Calendar };
type Work = { mentorship: Mentorship; meetings: readonly MeetingFacts[] };

/** A meeting is told in the seven days up to it. */
const soon = 6;

const journalOf = ({ id }: Mentorship) => `/mentorships/${id}/meetings`;
const isIn = ({ pairs }: Mentorship, personId: string, today: string) =>
	pairs.some((one) => goesOn(one, today) && [one.mentor.id, one.mentee.id].includes(personId));
const namesOf = (mentorship: Mentorship, today: string) =>
	titleOf({ ...mentorship, pairs: pairsNow(mentorship, today) });

/** What one's own pair asks: the meetings of the week, one not written down, a word owed, or that there was none for long. */
export function ownMorning({ mentorship, meetings }: Work, personId: string, given: Morning): MorningLine[] {
	const { today } = given;
	if (closedTo(mentorship)) return [];
	const who = namesOf(mentorship, today);
	const owing = meetings
		.filter((one) => owes(one, today).some(({ id }) => id === personId))
		.map(
			({ id, heldOn }): MorningLine => ({
				...{ id, what: 'feedback', who, href: `/meetings/${id}`, on: heldOn, many: '' },
				until: heldOn && addDays(heldOn, feedbackDays)
			})
		);
	if (!isIn(mentorship, personId, today)) return owing;
	const open = ahead(meetings, today);
	const coming = open.filter((one) => dayOfMeeting(one) >= today && dayOfMeeting(one) <= addDays(today, soon));
	const passed = open.filter((one) => dayOfMeeting(one) < today);
	const unrecorded = passed.slice(-1).map(
		({ id, plannedOn }): MorningLine => ({
			...{ id, what: 'unrecorded', who, href: `/meetings/${id}/record`, on: plannedOn, until: null },
			many: passed.length > 1 ? `и ещё не записано: ${passed.length - 1}` : ''
		})
	);
	const quiet = rhythmOf(mentorship, meetings, given).quiet && coming.length + passed.length === 0;
	return [
		...coming.map(
			({ id, plannedOn, startsAt, place }): MorningLine => ({
				...{ id, what: 'meet', who, href: `/meetings/${id}`, on: null, until: plannedOn },
				many: [startsAt, place].filter(Boolean).join(', ')
			})
		),
		...unrecorded,
		...owing,
		...(quiet ? [quietLine(mentorship, who)] : [])
	];
}

const quietLine = (mentorship: Mentorship, who: string): MorningLine => ({
	...{ id: mentorship.id, what: 'quiet', who, href: journalOf(mentorship), on: null, until: null, many: '' },
	reminds: mentorship.id
});

/** What the curator hears, a week after the pair has heard it; one line, however many pairs. Never who of them is to blame. */
export function leadersMorning(works: readonly Work[], given: Morning): MorningLine[] {
	const silent = works.filter(
		({ mentorship, meetings }) => !closedTo(mentorship) && rhythmOf(mentorship, meetings, given).curator
	);
	const [only] = silent;
	if (!only) return [];
	const one = silent.length === 1;
	return [
		{
			...{ id: 'all', what: 'quiet-pairs', on: null, until: null, many: '' },
			who: one ? namesOf(only.mentorship, given.today) : String(silent.length),
			href: one ? journalOf(only.mentorship) : '/mentorships/meetings?filter=quiet'
		}
	];
}

/** All of it for one person: `leads` – whether they hear of everybody's pairs. */
export const morningOf = (works: readonly Work[], personId: string, leads: boolean, given: Morning) => [
	...works
		.filter(({ mentorship: { pairs } }) =>
			pairs.some(({ mentor, mentee }) => [mentor.id, mentee.id].includes(personId))
		)
		.flatMap((work) => ownMorning(work, personId, given)),
	...(leads ? leadersMorning(works, given) : [])
];
