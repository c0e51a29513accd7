import type { Author } from '../../../core/actor';
import { nowIn } from '../../../core/dates';
import { asActor, readAs, type Tx } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import { enqueue } from '../../../db/outbox';
import type { World } from '../../../http';
import { actorToday } from '../../access/queries/actor-today';
import { beginAsking, endAsking, noteAsking } from '../commands/askings';
import { keepAsked, prepareAsked } from '../commands/keep-asked';
import { type Asking, findAsking } from '../queries/askings';
import { type Far, reckonAside } from './reckon-aside';

/** One large matching at a time on a machine: letters and files of others go on beside it. */
const atWork = new WeakSet<Db>();
const patience = { again: 3000, sign: 700 };

class Stopped extends Error {}

/** Makes one large matching that was asked for. Begun once: taken up again after its server was gone, it is said to have been interrupted. */
export async function reckonAsked(world: World, author: Author, { askingId }: { askingId: string }) {
	const { db } = world;
	const now = () => nowIn(author.timeZone, world.clock());
	const write = <T>(act: (tx: Tx) => Promise<T>) =>
		asActor(db, author, 'read write', async (tx) => ({ ok: true, value: await act(tx) })).then(({ value }) => value);
	if (atWork.has(db)) {
		const runAt = new Date(world.clock().getTime() + patience.again).toISOString();
		return write((tx) => enqueue(tx, 'matching.reckon', { askingId }, { runAt }));
	}
	atWork.add(db);
	try {
		const asking = await readAs(db, author, (tx) => findAsking(tx, author, askingId));
		if (!asking || asking.outcome) return;
		const refuse = (said: string) =>
			write((tx) => endAsking(tx, author, askingId, { outcome: 'refused', said }, now()));
		if (!(await write((tx) => beginAsking(tx, author, askingId, now()))))
			return void (await write((tx) => endAsking(tx, author, askingId, { outcome: 'interrupted' }, now())));
		const refused = await reckonAndKeep(world, author, asking).catch(async (error) => {
			if (error instanceof Stopped) return '';
			await refuse('Подбор прервался из-за ошибки в программе, ничего не записано. Попробуйте ещё раз.');
			throw error;
		});
		if (refused) await refuse(refused);
	} finally {
		atWork.delete(db);
	}
}

/** Answers with why nothing came of it; empty: it is kept, or was stopped. */
async function reckonAndKeep({ db, cli, clock }: World, author: Author, asking: Asking): Promise<string> {
	const now = () => nowIn(author.timeZone, clock());
	const asker = () => readAs(db, author, (tx) => actorToday(tx, author, asking.askedBy, now()));
	const first = await asker();
	const prepared = await readAs(db, first ?? author, (tx) => prepareAsked(tx, first, asking, now()));
	if (!prepared.ok) return prepared.problems.form ?? '';
	const kept = await withSigns(db, author, asking.id, now, (signal, onProgress) =>
		reckonAside(prepared.value.inputs, { signal, onProgress, cli })
	);
	if (!kept.ok) return kept.message;
	const later = await asker();
	const written = await asActor(db, later ?? author, 'read write', (tx) =>
		keepAsked(tx, later, asking, prepared.value, kept, now())
	);
	return written.ok ? '' : (written.problems.form ?? '');
}

/** While the work goes on, tells how far it is; once somebody has stopped it, calls it off. */
async function withSigns<T>(
	db: Db,
	author: Author,
	id: string,
	now: () => ReturnType<typeof nowIn>,
	work: (signal: AbortSignal, onProgress: (far: Far) => void) => Promise<T>
): Promise<T> {
	const whole = new AbortController();
	let far: Far = { done: 0, wanted: 0 };
	const sign = async () => {
		const { goes } = await asActor(db, author, 'read write', async (tx) => ({
			ok: true,
			goes: await noteAsking(tx, author, id, far, now())
		}));
		if (!goes) whole.abort(new Stopped());
	};
	let last: Promise<void> = Promise.resolve();
	const timer = setInterval(() => {
		last = last.then(sign).catch((error) => whole.abort(error));
	}, patience.sign);
	try {
		return await work(whole.signal, (told) => {
			far = told;
		});
	} finally {
		clearInterval(timer);
		await last;
	}
}
