import type { Author } from '../../../core/actor';
import { addDays, type Now } from '../../../core/dates';
import { asActor, readAs } from '../../../db/as-actor';
import { enqueue } from '../../../db/outbox';
import type { World } from '../../../http';
import { findCalendar } from '../../calendar/queries';
import { tasksOf } from '../../today/queries';
import { keepAtHome, recordSending, type Sending } from '../commands/letters';
import { writeMorning } from '../commands/morning';
import { letterText } from '../pages/letter-text';
import { findMailState, findWaiting, type LetterReader, listReaders, type WaitingLetter } from '../queries/letters';
import { farthestHoliday, mayBeWritten, reasonToKeep } from '../rules/letters';
import { nextRound } from '../rules/rounds';
import { carry } from './mailer';

/**
 * A morning of one organisation: asks for the next one first, then writes to each who signs in here what concerns them. Done again
 * after an interruption it writes nothing twice: a letter's key is its week or its day. Each reader is asked about with their own
 * eyes, in a transaction of their own.
 */
export async function goRound(world: World, author: Author, _: unknown, now: Now) {
	await asActor(world.db, author, 'read write', async (tx) => {
		const runAt = nextRound(author.timeZone, world.clock());
		await enqueue(tx, 'letters.round', {}, { runAt, key: 'letters.round' });
		return { ok: true };
	});
	const span = { from: addDays(now.today, -farthestHoliday - 7), to: addDays(now.today, farthestHoliday) };
	const { calendar, readers, mail } = await readAs(world.db, author, async (tx) => ({
		calendar: await findCalendar(tx, author, span),
		readers: await listReaders(tx, author, now),
		mail: await findMailState(tx, author)
	}));
	const silent = reasonToKeep({ ...mail, ready: !!world.mail, demonstration: !!world.demonstration });

	const writeTo = ({ actor, wish, daysAhead, address, digestOf }: LetterReader) =>
		asActor(world.db, author, 'read write', async (tx) => {
			const tasks = await tasksOf(tx, actor, now.today);
			const to = silent ? null : address;
			await writeMorning(tx, author, { actor, wish, daysAhead, digestOf, address: to }, { tasks, calendar }, now);
			return { ok: true };
		});
	for (const reader of readers.filter((one) => mayBeWritten(one, now.today, calendar))) await writeTo(reader);
}

/** Carries one letter, or says why not. Nothing is told to the queue's log but that the job is done. */
export async function sendLetter(world: World, author: Author, { letterId }: { letterId: string }, now: Now) {
	const { letter, mail } = await readAs(world.db, author, async (tx) => ({
		letter: await findWaiting(tx, author, letterId, now),
		mail: await findMailState(tx, author)
	}));
	if (!letter) return;
	const ready = world.mail && world.publicUrl;
	const silent = reasonToKeep({ ...mail, ready: !!ready, demonstration: !!world.demonstration });
	const kept = silent ?? (letter.welcome ? undefined : 'получателю больше не пишут');
	if (kept) {
		await asActor(world.db, author, 'read write', async (tx) => {
			await keepAtHome(tx, author, letter, kept, now);
			return { ok: true };
		});
		return;
	}
	const sending = await carryOut(world, letter);
	await asActor(world.db, author, 'read write', async (tx) => {
		await recordSending(tx, author, letter, sending, now);
		return { ok: true };
	});
}

async function carryOut({ mail, publicUrl = '' }: World, letter: WaitingLetter): Promise<Sending> {
	if (!mail) return { outcome: 'later', reason: 'почта на этом сервере не настроена' };
	const silence = `${publicUrl}/letters/${letter.key}/silence`;
	const text = letterText(letter.kind, letter.contents, { address: publicUrl, silence, today: letter.madeOn });
	return carry(mail, text, {
		to: letter.address,
		id: letter.id,
		...(letter.kind !== 'confirmation' && { silence })
	});
}
