import { type Actor, system } from '../src/core/actor';
import type { Clock } from '../src/core/dates';
import { nowIn } from '../src/core/dates';
import { readImport } from '../src/modules/roadmap/jobs';
import { bundledTool } from './reader';
import { as, clock, type TestDatabase, timeZone } from './stories';
import { freshDatabase } from './support';

export type ReadingWorld = TestDatabase & { cli: string };

/** A fresh database and the bundled tool that reads files. */
export async function aReadingWorld(): Promise<ReadingWorld> {
	return { ...(await freshDatabase()), ...(await bundledTool()) };
}

/** The job that the queue would run, with the real reading process. */
export function readNow({ db, cli }: ReadingWorld, actor: Actor, importId: string, at: Clock = clock) {
	const world = { db, clock: at, cli, actorOf: async () => undefined };
	return readImport(world, system(actor.organisationId, timeZone), { importId });
}

/** `renews`: the plan at work that it is a newer version of. */
export type Upload = { name?: string; content: string | Uint8Array; renews?: string };

/** Somebody sends a file; answers with the address of the import. */
export async function send(
	world: ReadingWorld,
	actor: Actor,
	{ name = 'План.txt', content, renews = '' }: Upload,
	at: Clock = clock
) {
	const file = new File([content as BlobPart], name);
	const answer = await as(world, actor, at).post('/roadmap/imports', { file, text: '', renews });
	if (answer.status !== 303) throw new Error(`the file was not taken: ${answer.status}`);
	return answer.headers.get('location') ?? '';
}

export const idIn = (path: string) => path.split('/').at(-1) ?? '';

/** Somebody sends a file and it is read; answers with the address of the import. */
export async function sendAndRead(world: ReadingWorld, actor: Actor, upload: Upload, at: Clock = clock) {
	const path = await send(world, actor, upload, at);
	await readNow(world, actor, idIn(path), at);
	return path;
}

/** How a school takes its plan to work: `day` of it, and what is answered otherwise than the form proposes. */
type Taking = { content: string; day?: string; answers?: Record<string, string> };

/** A plan taken to work from its file by the one who leads it; answers with its address. */
export async function takeToWork(world: ReadingWorld, actor: Actor, { content, day, answers = {} }: Taking) {
	const at = day ? onDay(`${day}T05:00:00Z`) : clock;
	const path = await sendAndRead(world, actor, { content }, at);
	return acceptAsItStands(as(world, actor, at), path, answers);
}

/** What has been read, accepted as the form proposes it but for the `answers`; the address of the plan. */
export async function acceptAsItStands(
	someone: ReturnType<typeof as>,
	path: string,
	answers: Record<string, string> = {}
) {
	const page = plain(await (await someone.get(`${path}/acceptance`)).text());
	const answer = await someone.post(`${path}/acceptance`, { ...fieldsOf(page, `${path}/acceptance`), ...answers });
	if (answer.status !== 303) throw new Error(`the plan was not accepted: ${answer.status}`);
	return answer.headers.get('location')?.split('?')[0] ?? '';
}

/** The fields of the form that a page shows under an action, as the browser would send them. */
export function fieldsOf(page: string, action: string): Record<string, string> {
	const form = page.split(`action="${action}"`)[1]?.split('</form>')[0] ?? '';
	const named = (text: string) => /name="([^"]+)"/.exec(text)?.[1];
	const value = (text: string) => plain(/value="([^"]*)"/.exec(text)?.[1] ?? '');
	const fields: Record<string, string> = {};
	for (const [, attributes = ''] of form.matchAll(/<input([^>]*)>/g)) {
		const name = named(attributes);
		const off = /type="(radio|checkbox)"/.test(attributes) && !/checked/.test(attributes);
		if (name && !off) fields[name] = value(attributes);
	}
	for (const [, attributes = '', text = ''] of form.matchAll(/<textarea([^>]*)>([^<]*)<\/textarea>/g)) {
		const name = named(attributes);
		if (name) fields[name] = plain(text);
	}
	for (const [, attributes = '', options = ''] of form.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
		const name = named(attributes);
		const chosen = /<option([^>]*)selected/.exec(options)?.[1] ?? /<option([^>]*)>/.exec(options)?.[1] ?? '';
		if (name) fields[name] = value(chosen);
	}
	return fields;
}

/** What a person reads where the page holds entities. */
export const plain = (html: string) =>
	html
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');

export const onDay =
	(instant: string): Clock =>
	() =>
		new Date(instant);
export const nowOn = (instant: string) => nowIn(timeZone, new Date(instant));
