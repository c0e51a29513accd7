import { addDays, mondayOf } from '../../../core/dates';
import { type Calendar, isWorkingDay } from '../../calendar/rules/calendar';
import type { Day, Task } from '../../today/rules';

/** What somebody is mailed; inside the program the same is always there to read. */
export const wishes = {
	weekly: 'раз в неделю',
	'with-deadlines': 'раз в неделю и перед сроками',
	none: 'не присылать'
} as const;
export type Wish = keyof typeof wishes;

export type LetterKind = 'digest' | 'deadlines' | 'confirmation' | 'note';

export type Line = { title: string; href: string; day: string | null };

/** What a week or a day of deadlines says; a list that is long is cut, and the rest is counted. */
export type Part = { lines: readonly Line[]; more: number };
export type Digest = { overdue: Part; week: Part; waiting: Part; done: Part };
export type Deadlines = { due: Part };
/** What has happened to one person, in their own words, and where to go. */
export type Note = { heading: string; lines: readonly string[]; href: string; label: string };

/** Nobody reads a longer list in a letter. */
const longest = 15;

const partOf = (tasks: readonly Task[], dayOf: (task: Task) => string | null): Part => ({
	lines: tasks.slice(0, longest).map((task) => ({ title: task.title, href: task.href, day: dayOf(task) })),
	more: Math.max(0, tasks.length - longest)
});

const due = ({ dueOn }: Task) => dueOn;

/** The week ahead, and what was done in the one before. */
export function digestOf({ overdue, week, waiting, done }: Day, today: string): Digest {
	const monday = mondayOf(today);
	const lately = done.filter(({ doneOn }) => doneOn !== null && doneOn >= addDays(monday, -7) && doneOn < monday);
	return {
		overdue: partOf(overdue, due),
		week: partOf(week, due),
		waiting: partOf(waiting, () => null),
		done: partOf(lately, ({ doneOn }) => doneOn)
	};
}

/** How many things a part names. */
export const countIn = ({ lines, more }: Part) => lines.length + more;

/** Nothing due, late or done: no letter. That others are waited for is no news by itself. */
export const isWorthALetter = ({ overdue, week, done }: Digest) => countIn(overdue) + countIn(week) + countIn(done) > 0;

/** The week's digest goes on its first working day, or on the second when the computer was off; in a week of holidays, not at all. */
export const isDigestDay = (today: string, calendar: Calendar) =>
	workingDaysOf(mondayOf(today), calendar).slice(0, 2).includes(today);

const workingDaysOf = (monday: string, calendar: Calendar) =>
	[0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days)).filter((day) => isWorkingDay(day, calendar));

/** Before the longest holidays there is still a working day within these. */
export const farthestHoliday = 30;

/** When a deadline is told: `ahead` 1 – on the working day before it; 0 – on the day, or the working day before when it is free. */
export function toldOn(dueOn: string, ahead: 0 | 1, calendar: Calendar) {
	let day = addDays(dueOn, -ahead);
	for (let steps = 0; steps < farthestHoliday && !isWorkingDay(day, calendar); steps += 1) day = addDays(day, -1);
	return day;
}

/** What is due and is told today. */
export function deadlinesOf({ week, running, soon }: Day, today: string, ahead: 0 | 1, calendar: Calendar): Deadlines {
	const told = [...week, ...running, ...soon].filter(
		({ dueOn }) => dueOn !== null && dueOn >= today && toldOn(dueOn, ahead, calendar) === today
	);
	return { due: partOf(told, due) };
}

type Reader = { wish: Wish; daysAhead: 0 | 1; digestOf: string | null }; // digestOf: the Monday of the last digest

export type NewLetter =
	| { kind: 'digest'; key: string; contents: Digest }
	| { kind: 'deadlines'; key: string; contents: Deadlines };

/** A letter as it is read. */
export type Readable =
	| { kind: 'digest'; contents: Digest }
	| { kind: 'deadlines'; contents: Deadlines }
	| { kind: 'note'; contents: Note };

/** Whether there could be a letter this morning at all: others are not even looked for. */
export const mayBeWritten = ({ wish, digestOf }: Reader, today: string, calendar: Calendar) =>
	isWorkingDay(today, calendar) &&
	(wish === 'with-deadlines' || (isDigestDay(today, calendar) && digestOf !== mondayOf(today)));

/** The one letter of a morning, if any: the week's, else that of deadlines. On a free day nobody is written to. */
export function letterFor(day: Day, reader: Reader, today: string, calendar: Calendar): NewLetter | undefined {
	if (!mayBeWritten(reader, today, calendar)) return undefined;
	const monday = mondayOf(today);
	if (isDigestDay(today, calendar) && reader.digestOf !== monday) {
		const contents = digestOf(day, today);
		if (isWorthALetter(contents)) return { kind: 'digest', key: monday, contents };
	}
	if (reader.wish !== 'with-deadlines') return undefined;
	const contents = deadlinesOf(day, today, reader.daysAhead, calendar);
	return countIn(contents.due) > 0 ? { kind: 'deadlines', key: today, contents } : undefined;
}

const minute = 60_000;
/** How long to wait after each failure: a busy server, a greylist, a night. After the last the letter is given up. */
const waits = [5, 30, 120, 480, 1440];

/** When to try again after `attempts` tries; undefined: give it up. ISO 8601. */
export function nextTry(attempts: number, at: string) {
	const wait = waits[attempts - 1];
	return wait === undefined ? undefined : new Date(Date.parse(at) + wait * minute).toISOString();
}

/** A code in a letter lives for a day and bears a few slips of the finger. */
export const codeLives = 24 * 60 * minute;
export const mostWrongCodes = 5;

/** Why a letter stays at home, before anybody is asked to carry it; undefined when it may go. */
export function reasonToKeep(mail: { ready: boolean; demonstration: boolean; muted: boolean; paused: boolean }) {
	if (mail.demonstration) return 'в демонстрации письма не отправляются';
	if (!mail.ready) return 'почта на этом сервере не настроена';
	if (mail.muted) return 'после восстановления из копии почта выключена';
	return mail.paused ? 'отправка писем в организации выключена' : undefined;
}
