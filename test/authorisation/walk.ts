import { createApp } from '../../src/app';
import type { Db } from '../../src/db/connection';
import type { Route } from '../../src/http';
import { clock } from '../stories';
import { type Eyes, expectedVerdict, keyOf, type Narrower, verdictOf } from './expected';
import { nothingRemains } from './nothing-remains';

/**
 * Every parameter of an address with the id of a thing of the school the walk is about. The key is the address up to and
 * including the parameter: '/people/:id'.
 */
export type Nouns = Readonly<Record<string, string>>;

/** Fields without which an act would not reach its permission (a choice among ids, for instance). */
export type Fields = Readonly<Record<string, Record<string, string>>>;

/** One cell that is not as declared, in words. */
export type Complaint = string;

/** '/people/:id/posts/:post' with real ids in place of its parameters. */
export function realPath(path: string, nouns: Nouns) {
	const missing: string[] = [];
	const parts = path.split('/').map((part, index, all) => {
		if (!part.startsWith(':')) return part;
		const key = all.slice(0, index + 1).join('/');
		const id = nouns[key];
		if (!id) missing.push(key);
		return id ?? part;
	});
	return { real: parts.join('/'), missing };
}

/** Addresses the story has no thing for: each says what to add. */
export function unknownNouns(routes: readonly Route[], nouns: Nouns): Complaint[] {
	const keys = new Set(routes.flatMap(({ path }) => realPath(path, nouns).missing));
	return [...keys].map(
		(key) => `test/authorisation/story.ts: add to «nouns» the line '${key}': the id of such a thing of the school`
	);
}

export type Seen = { route: Route; eyes: Eyes; answer: Response; text: string };

/** Opens every address with every pair of eyes and tells where the answer is not what the table declares. */
export async function walk(
	db: Db,
	routes: readonly Route[],
	everybody: readonly Eyes[],
	{
		nouns,
		fields,
		narrower,
		secrets,
		look
	}: { nouns: Nouns; fields: Fields; narrower: Narrower; secrets: readonly string[]; look?: (seen: Seen) => void }
): Promise<Complaint[]> {
	const complaints: Complaint[] = [];
	for (const eyes of everybody) {
		const app = createApp({ db: nothingRemains(db), clock, actorOf: async () => eyes.actor }, routes);
		for (const route of routes) {
			const { real } = realPath(route.path, nouns);
			const answer = await app.request(real, request(route, fields[keyOf(route)]));
			const text = await answer.text();
			const [expected, found] = [expectedVerdict(route, eyes, narrower), verdictOf(route, answer)];
			if (expected !== found) complaints.push(`${keyOf(route)} for ${eyes.name}: ${found}, declared: ${expected}`);
			if (!eyes.own && secrets.some((secret) => text.includes(secret))) {
				complaints.push(`${keyOf(route)} shows ${eyes.name} something of the school's`);
			}
			look?.({ route, eyes, answer, text });
		}
	}
	return complaints;
}

/** As a browser on one's own page would send it; a form carries its token and otherwise only what it is given. */
function request({ method }: Route, given: Record<string, string> = {}): RequestInit {
	if (method === 'GET') return {};
	const body = new FormData();
	for (const [name, value] of Object.entries({ token: crypto.randomUUID(), version: '1', ...given }))
		body.set(name, value);
	return { method, headers: { origin: 'http://localhost' }, body };
}
