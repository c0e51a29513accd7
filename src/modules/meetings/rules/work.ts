import { addDays, type Span } from '../../../core/dates';
import type { Calendar } from '../../calendar/rules/calendar';
import { isOver } from '../../mentorships/rules/life';
import { goesOn, type Member, type Mentorship } from '../../mentorships/rules/mentorship';
import { curatorHearsAfter, daysOfSchool } from './cadence';
import { ahead, held, lastHeld, type Meeting, type MeetingFacts, owes } from './meeting';

/** Who is in a mentorship on a day, each once, with the side on which they stand; in a chain one may stand on both, and is a mentor. */
export function peopleOn({ pairs }: Pick<Mentorship, 'pairs'>, day: string) {
	const on = pairs.filter(({ from, to }) => from <= day && day <= to);
	const sides = new Map<string, { person: Member; side: 'mentor' | 'mentee' }>();
	for (const { mentee } of on) sides.set(mentee.id, { person: mentee, side: 'mentee' });
	for (const { mentor } of on) sides.set(mentor.id, { person: mentor, side: 'mentor' });
	return [...sides.values()].toSorted((a, b) => (a.side === b.side ? 0 : a.side === 'mentor' ? -1 : 1));
}

/** The days on which a meeting of this mentorship may have been held: while somebody was in it and work was allowed. */
export function daysOfWork({ pairs, life }: Pick<Mentorship, 'pairs' | 'life'>): Span {
	const from = pairs.reduce((first, one) => (one.from < first ? one.from : first), life.term.from);
	const last = pairs.reduce((latest, one) => (one.to > latest ? one.to : latest), '');
	return { from, to: isOver(life.state) && life.since < last ? life.since : last };
}

/** Work has begun: everybody has agreed, an order is there or on its way. */
export const works = ({ life }: Pick<Mentorship, 'life'>) => life.state === 'agreed' || life.state === 'working';

/** Written down before the order was signed: no order yet, or a later one (nothing is backdated). */
export function beforeOrder({ steps }: Pick<Mentorship, 'steps'>, heldOn: string) {
	const ordered = steps.find(({ what }) => what === 'ordered' || what === 'allowed');
	return !ordered || heldOn < (ordered.orderOn ?? ordered.on);
}

/** Days of a pause, the one that goes on included. */
function pausesOf({ steps }: Pick<Mentorship, 'steps'>, today: string): Span[] {
	const pauses: Span[] = [];
	for (const { what, on } of steps) {
		if (what === 'suspended') pauses.push({ from: on, to: today });
		const open = pauses.at(-1);
		if (what === 'resumed' && open) open.to = addDays(on, -1);
	}
	return pauses;
}

/** How a pair meets, for its own page and for the curator's. */
export type Rhythm = {
	days: number; // of school since the last meeting, or since work began
	since: string; // of the last meeting, or the first day of work
	quiet: boolean; // longer than the cadence
	curator: boolean; // so long that the curator hears of it
	owing: number; // meetings of which somebody has not said a word yet
};

export function rhythmOf(
	mentorship: Mentorship,
	meetings: readonly Omit<MeetingFacts, 'id' | 'mentorshipId'>[],
	{ cadence, today, calendar }: { cadence: number; today: string; calendar: Calendar }
): Rhythm {
	const span = daysOfWork(mentorship);
	const since = lastHeld(meetings)?.heldOn ?? addDays(span.from, -1);
	const days =
		works(mentorship) && span.from <= today ? daysOfSchool(since, today, calendar, pausesOf(mentorship, today)) : 0;
	const asked = works(mentorship) && today <= span.to && today >= span.from;
	return {
		days,
		since,
		quiet: asked && days > cadence,
		curator: asked && days > cadence + curatorHearsAfter,
		owing: meetings.filter((one) => owes(one, today).length > 0).length
	};
}

/** What a pair lacks of the road «знакомство – план – встречи – итог». */
export function roadOf(meetings: readonly Meeting[], today: string) {
	const first = held(meetings).find(({ kind }) => kind === 'first');
	return {
		first: first?.heldOn ?? null,
		ready: first?.ready ?? false,
		planning: held(meetings).find(({ kind }) => kind === 'planning')?.heldOn ?? null,
		planned: ahead(meetings, today).length,
		heldCount: held(meetings).length,
		final: held(meetings).find(({ kind }) => kind === 'final' || kind === 'group-final') ?? null
	};
}

/** Whether somebody may see a meeting: who has left sees nothing of what came after. */
export function seenBy({ pairs }: Pick<Mentorship, 'pairs'>, personId: string, today: string) {
	const own = pairs.filter(({ mentor, mentee }) => mentor.id === personId || mentee.id === personId);
	const until = own.reduce((last, one) => (goesOn(one, today) ? '9999-12-31' : one.to > last ? one.to : last), '');
	return (day: string) => day <= until;
}
