import { showDate } from '../../../core/dates';
import type { Problems } from '../../../core/forms';
import type { Calendar } from '../../calendar/rules/calendar';
import { isOver } from '../../mentorships/rules/life';
import type { Mentorship } from '../../mentorships/rules/mentorship';
import { canMeet, nextPossible } from './cadence';
import type { Meeting } from './meeting';
import type { Answer, Goal, MeetingFormat, MissedReason, OwnKind } from './words';
import { daysOfWork, peopleOn } from './work';

/** What is written down of a meeting in one sitting. */
export type RecordInput = {
	held: boolean;
	kind: OwnKind;
	heldOn: string; // of one that did not take place, the day it was to be on
	format: MeetingFormat;
	lasts: number;
	place: string;
	topic: string;
	works: string;
	difficulty: string;
	nextStep: string;
	missed: MissedReason | null;
	nextOn: string | null;
	nextAt: string | null;
	answer: Answer | null;
	ready: boolean | null;
	goal: Goal | null;
	confidence: string;
	absent: readonly string[];
};

/** Why nothing can be written of a pair at all; undefined when it can. */
export function closedTo({ life }: Pick<Mentorship, 'life'>): string | undefined {
	if (life.state === 'proposed')
		return 'Пара ещё не сложилась: сначала запишите, что согласны оба. Потом встречу можно будет внести.';
	if (life.state === 'declined' || life.state === 'dropped') return 'Эта пара не состоялась, встреч у неё нет.';
	return undefined;
}

type About = {
	mentorship: Mentorship;
	meetings: readonly Meeting[];
	meeting: Meeting | null;
	own: boolean;
	today: string;
	calendar: Calendar;
};

/** What is wrong with what was written of a meeting, each beside its field. */
export function problemsWithRecord(input: RecordInput, about: About): Problems {
	const { mentorship, meetings, meeting, own, today, calendar } = about;
	const closed = closedTo(mentorship);
	if (closed) return { form: closed };
	const problems: Problems = {};
	const day = problemWithDay(input.heldOn, input.held, mentorship, today);
	if (day) problems.heldOn = day;
	const twin = meetings.find(
		(one) => one.id !== meeting?.id && input.held && one.heldOn === input.heldOn && one.kind === input.kind
	);
	if (twin)
		problems.heldOn = `Встреча ${showDate(input.heldOn)} уже записана. Откройте её в журнале и дополните, если нужно.`;
	if (input.held) {
		if (!input.works && !meeting?.heldOn) problems.works = 'Одной фразой: что получилось или о чём договорились.';
		if (own && !input.answer) problems.answer = 'Отметьте, как прошло: это одно нажатие.';
		if (own && input.kind === 'first' && input.ready === null)
			problems.ready = 'Отметьте, готовы ли вы работать вместе.';
		const there = peopleOn(mentorship, input.heldOn).filter(({ person }) => !input.absent.includes(person.id));
		if (
			!problems.heldOn &&
			(!there.some(({ side }) => side === 'mentor') || !there.some(({ side }) => side === 'mentee'))
		)
			problems.absent = 'Без наставника или без наставляемого это не встреча: отметьте «Не получилось».';
	} else if (!input.missed) problems.missed = 'Отметьте, почему не встретились.';
	return { ...problems, ...problemsWithNext(input, mentorship, today, calendar) };
}

function problemWithDay(day: string, isHeld: boolean, mentorship: Mentorship, today: string) {
	if (day > today)
		return isHeld
			? 'Эта дата ещё не наступила. Если встреча впереди, назначьте её в плане встреч.'
			: 'Эта дата ещё не наступила. Встречу, которая впереди, можно перенести или отменить.';
	const { from, to } = daysOfWork(mentorship);
	if (day < from) return `Пара работает с ${showDate(from)}. Более раннюю встречу записать нельзя.`;
	if (day > to)
		return `Пара ${isOver(mentorship.life.state) ? 'работала' : 'работает'} по ${showDate(to)}. Более позднюю встречу записать нельзя.`;
	return undefined;
}

type Next = Pick<RecordInput, 'nextOn' | 'heldOn'>;

function problemsWithNext(
	{ nextOn, heldOn }: Next,
	mentorship: Mentorship,
	today: string,
	calendar: Calendar
): Problems {
	if (!nextOn) return {};
	const wrong = problemWithPlanned(nextOn, mentorship, today, calendar);
	if (wrong) return { nextOn: wrong };
	return nextOn <= heldOn ? { nextOn: 'Следующая встреча – позже этой. Проверьте даты.' } : {};
}

/** What is wrong with the day of a meeting to come. */
export function problemWithPlanned(
	day: string,
	mentorship: Mentorship,
	today: string,
	calendar: Calendar
): string | undefined {
	const { from, to } = daysOfWork(mentorship);
	if (isOver(mentorship.life.state)) return 'Пара завершена: новых встреч у неё нет.';
	if (day < today) return 'Этот день прошёл. Если встреча была, запишите её как состоявшуюся.';
	if (day < from) return `Пара работает с ${showDate(from)}.`;
	if (day > to) return `Пара работает по ${showDate(to)}. Если нужно дольше, куратор может продлить срок.`;
	if (canMeet(day, calendar)) return undefined;
	const next = nextPossible(day, calendar);
	return `${showDate(day)} – каникулы или нерабочий день.${next > day && next <= to ? ` Ближайший подходящий день – ${showDate(next)}.` : ''}`;
}
