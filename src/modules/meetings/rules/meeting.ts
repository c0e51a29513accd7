import { addDays } from '../../../core/dates';
import type { Answer, Goal, MeetingFormat, MeetingKind, MissedReason } from './words';
import { feedbackDays } from './words';

/** Who was to come to a meeting that was written down. */
export type Attendee = {
	id: string;
	name: string;
	side: 'mentor' | 'mentee';
	came: boolean;
	answeredOn: string | null; // the day they said how it was; what they said stands in `feedback` for those who may read it
};

export type Feedback = {
	personId: string;
	answer: Answer;
	words: string;
	ready: boolean | null;
	shared: boolean;
	how: 'program' | 'words';
	own: boolean;
};

/** What of a meeting may be counted by the morning's round: facts alone, no words. */
export type MeetingFacts = Pick<
	Meeting,
	'id' | 'mentorshipId' | 'plannedOn' | 'startsAt' | 'place' | 'heldOn' | 'missed' | 'cancelledOn'
> & { people: readonly Pick<Attendee, 'id' | 'came' | 'answeredOn'>[] };

/** A meeting as its pages show it; words and feedback only as far as the one who looks may read them. */
export type Meeting = {
	id: string;
	mentorshipId: string;
	kind: MeetingKind;
	plannedOn: string | null;
	startsAt: string | null;
	lasts: number;
	place: string;
	topic: string;
	heldOn: string | null;
	format: MeetingFormat | null;
	missed: MissedReason | null;
	cancelledOn: string | null;
	goal: Goal | null;
	how: 'program' | 'words';
	version: number;
	works: string;
	difficulty: string;
	nextStep: string;
	writtenBy: string; // of the words; '' where there are none
	people: Attendee[];
	feedback: Feedback[];
	confidences: { words: string; who: string }[];
	ready: boolean; // everybody who came has said that they are
	lastAct: string | null; // what may be undone
};

export const meetingStandings = {
	planned: 'впереди',
	today: 'сегодня',
	unmarked: 'ждёт отметки',
	held: 'состоялась',
	missed: 'не состоялась',
	cancelled: 'отменена'
} as const;
export type MeetingStanding = keyof typeof meetingStandings;

type Days = Pick<Meeting, 'plannedOn' | 'heldOn' | 'missed' | 'cancelledOn'>;

/** How a meeting stands on a day, out of what happened to it. */
export function meetingStanding({ plannedOn, heldOn, missed, cancelledOn }: Days, today: string): MeetingStanding {
	if (heldOn) return 'held';
	if (missed) return 'missed';
	if (cancelledOn) return 'cancelled';
	if (plannedOn === today) return 'today';
	return (plannedOn ?? '') > today ? 'planned' : 'unmarked';
}

/** The day under which a meeting stands in the journal. */
export const dayOfMeeting = ({ heldOn, plannedOn }: Pick<Meeting, 'heldOn' | 'plannedOn'>) => heldOn ?? plannedOn ?? '';

/** Still to come or to be marked, the nearest first. */
export const ahead = <M extends Days>(meetings: readonly M[], today: string): M[] =>
	meetings
		.filter((one) => ['planned', 'today', 'unmarked'].includes(meetingStanding(one, today)))
		.toSorted((a, b) => (dayOfMeeting(a) < dayOfMeeting(b) ? -1 : 1));

export const held = <M extends Days>(meetings: readonly M[]): M[] =>
	meetings.filter(({ heldOn }) => heldOn).toSorted((a, b) => (dayOfMeeting(a) < dayOfMeeting(b) ? -1 : 1));

/** «Как в прошлый раз»: the last one that was held. */
export const lastHeld = <M extends Days>(meetings: readonly M[]) => held(meetings).at(-1);

/** What a pair that meets now would speak of, by what it has behind it. */
export function kindNow(meetings: readonly Pick<Meeting, 'kind' | 'heldOn'>[]): 'first' | 'planning' | 'regular' {
	const has = (kind: MeetingKind) => meetings.some((one) => one.kind === kind && one.heldOn);
	if (!has('first') && !has('planning') && !has('regular')) return 'first';
	return has('planning') || has('regular') ? 'regular' : 'planning';
}

type Said = Pick<Attendee, 'came' | 'answeredOn'>;
type Attended<P extends Said> = { heldOn: string | null; people: readonly P[] };

/** Who still owes a word about a meeting; after a few days nobody is waited for. */
export const owes = <P extends Said>({ heldOn, people }: Attended<P>, today: string): P[] =>
	heldOn && addDays(heldOn, feedbackDays) >= today ? people.filter(({ came, answeredOn }) => came && !answeredOn) : [];

/** Who never said a word about it. */
export const silentOnes = ({ heldOn, people }: Pick<Meeting, 'heldOn' | 'people'>): Attendee[] =>
	heldOn ? people.filter(({ came, answeredOn }) => came && !answeredOn) : [];
