import type { Author } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import type { Calendar } from '../../calendar/rules/calendar';
import { countReminders, type Reminder, remindedLately } from '../../meetings/commands/reminders';
import { dayFrom, type Task } from '../../today/rules';
import type { LetterReader } from '../queries/letters';
import { letterFor } from '../rules/letters';
import { writeLetter } from './letters';

type To = Pick<LetterReader, 'actor' | 'wish' | 'daysAhead' | 'digestOf'> & { address: string | null };

/** The letter of a morning to one person, if there is anything to say; who was reminded of silence within the week is not reminded again. */
export async function writeMorning(
	tx: Tx,
	author: Author,
	{ actor: { personId }, wish, daysAhead, digestOf, address }: To,
	{ tasks, calendar }: { tasks: readonly Task[]; calendar: Calendar },
	now: Now
) {
	const lately = await remindedLately(tx, author, [personId], now.today);
	const told = lately.size > 0 ? tasks.filter(({ reminds }) => !reminds) : tasks;
	const letter = letterFor(dayFrom(told), { wish, daysAhead, digestOf }, now.today, calendar);
	const written = letter && (await writeLetter(tx, author, personId, letter, address, now));
	if (written && letter.kind === 'digest') await countReminders(tx, author, remindersIn(told, personId), null, now);
}

/** What of a week's letter reminds of meetings: it counts as the one reminder of that week. */
const remindersIn = (tasks: readonly Task[], personId: string): Reminder[] =>
	tasks.flatMap(({ reminds }) => (reminds ? [{ mentorshipId: reminds, personId, about: 'quiet' as const }] : []));
