import { createApp } from '../../src/app';
import type { Db } from '../../src/db/connection';
import type { Route } from '../../src/http';
import { clock } from '../stories';
import { type Eyes, expectedVerdicts, keyOf, type Narrower, type Owner, verdictOf } from './expected';
import { nothingRemains } from './nothing-remains';

/**
 * Every parameter of an address with the id of a thing of the school the walk is about. The key is the address up to and
 * including the parameter: '/people/:id'; an act that needs a thing in another state has a line of its own under its whole
 * address. What is no thing of the school's, but everybody's (a year), the level
 * above's, or offered by it to all below, says so.
 */
export type Nouns = Readonly<Record<string, string | { everybodys: string } | { above: string } | { offered: string }>>;

/** Fields without which an act would not reach its permission: the person it is about, for instance. */
export type Fields = Readonly<Record<string, (eyes: Eyes, idOf: (key: string) => string) => Record<string, string>>>;

/** One cell that is not as declared, in words. */
export type Complaint = string;

/** The prefixes of an address that end with a parameter: '/people/:id', '/people/:id/posts/:post'. */
const keysIn = (path: string) =>
	path.split('/').flatMap((part, index, all) => (part.startsWith(':') ? [all.slice(0, index + 1).join('/')] : []));

function idIn(nouns: Nouns, key: string) {
	const noun = nouns[key] ?? 'nobody-knows';
	if (typeof noun === 'string') return noun;
	if ('offered' in noun) return noun.offered;
	return 'above' in noun ? noun.above : noun.everybodys;
}

/** '/people/:id/posts/:post' with real ids in place of its parameters. */
function realPath(path: string, nouns: Nouns) {
	const keys = keysIn(path);
	const ownLine = path in nouns && !keys.includes(path);
	const ids = keys.map((key) => idIn(nouns, ownLine ? path : key));
	return path.replace(/:\w+/g, () => ids.shift() ?? '');
}

/** Whose thing an address names; a line of its own speaks for the whole address. */
function ownerIn(path: string, nouns: Nouns): Owner | undefined {
	const named = path in nouns ? [nouns[path]] : keysIn(path).map((key) => nouns[key]);
	if (named.some((noun) => typeof noun === 'string')) return 'school';
	if (named.some((noun) => typeof noun === 'object' && 'offered' in noun)) return 'below';
	return named.some((noun) => typeof noun === 'object' && 'above' in noun) ? 'above' : undefined;
}

/** Addresses the story has no thing for: each says what to add. */
export const unknownNouns = (routes: readonly Route[], nouns: Nouns): Complaint[] =>
	[...new Set(routes.flatMap(({ path }) => keysIn(path)))]
		.filter((key) => !(key in nouns))
		.map(
			(key) => `test/authorisation/story.ts: add to «nouns» the line '${key}': the id of such a thing of the school`
		);

export type Seen = { route: Route; eyes: Eyes; answer: Response; text: string };

type Walk = {
	nouns: Nouns;
	fields: Fields;
	narrower: Narrower;
	everybody: readonly Eyes[];
	secrets: readonly string[];
	served?: readonly Route[]; // what the application really serves, when it is not what was declared
	look?: (seen: Seen) => void;
};

/** Opens every address with every pair of eyes and tells where the answer is not what the table declares. */
export async function walk(
	db: Db,
	declared: readonly Route[],
	{ served = declared, ...given }: Walk
): Promise<Complaint[]> {
	const { nouns, fields, narrower, everybody, secrets, look } = given;
	const complaints: Complaint[] = [];
	for (const eyes of everybody) {
		const app = createApp({ db: nothingRemains(db), clock, actorOf: async () => eyes.actor }, served);
		for (const route of declared) {
			const answer = await app.request(
				realPath(route.path, nouns),
				request(
					route,
					fields[keyOf(route)]?.(eyes, (key) => idIn(nouns, key))
				)
			);
			const text = await answer.text();
			const expected = expectedVerdicts(route, eyes, narrower, ownerIn(route.path, nouns));
			const found = verdictOf(route, answer);
			if (!expected.includes(found))
				complaints.push(`${keyOf(route)} for ${eyes.name}: ${found}, declared: ${expected}`);
			if (eyes.place !== 'school' && secrets.some((secret) => text.includes(secret) && !route.path.includes(secret))) {
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
