import { beforeAll, expect, test } from 'vitest';
import { routeTable } from '../../src/route-table';
import { freshDatabase, type TestWorld } from '../support';
import { faultsOf } from '../walls/html';
import { fields, narrower } from './decisions';
import { keyOf } from './expected';
import { aFullSchool } from './story';
import { type Seen, unknownNouns, walk } from './walk';

let world: TestWorld;
let story: Awaited<ReturnType<typeof aFullSchool>>;
const seen: Seen[] = [];

beforeAll(async () => {
	world = await freshDatabase();
	story = await aFullSchool(world);
});

test('every parameter of every address has a real thing behind it', () => {
	expect(unknownNouns(routeTable, story.nouns)).toEqual([]);
});

test('decisions name addresses that exist', () => {
	const known = new Set(routeTable.map(keyOf));
	expect([...Object.keys(narrower), ...Object.keys(fields)].filter((key) => !known.has(key))).toEqual([]);
});

test('everybody gets what the route table declares, and nobody else’s', async () => {
	const look = (one: Seen) => seen.push(one);
	expect(await walk(world.db, routeTable, { ...story, fields, narrower, look })).toEqual([]);
	expect(seen).toHaveLength(routeTable.length * story.everybody.length);
}, 900_000);

test('what is refused to others is really there: its owner gets the page whole', () => {
	const pages = seen.filter(({ route, eyes }) => route.method === 'GET' && ['school', 'above'].includes(eyes.place));
	const opened = new Set(pages.filter(({ answer }) => answer.status === 200).map(({ route }) => route.path));
	const sendOn = new Set(['/', ...pages.filter(({ answer }) => answer.status === 303).map(({ route }) => route.path)]);
	const missed = routeTable.filter(
		({ method, path, who }) => method === 'GET' && who !== 'anyone' && !opened.has(path) && !sendOn.has(path)
	);
	expect(missed.map(keyOf)).toEqual([]);
});

test('every page of the walk is good HTML, without inline script or style', () => {
	const pages = new Map<string, string[]>();
	for (const { route, eyes, answer, text } of seen) {
		if (!answer.headers.get('content-type')?.startsWith('text/html') || text === '') continue;
		// An act sent by hand is told of fields that its page does not ask for.
		const faults = faultsOf(text).filter((fault) => route.method === 'GET' || !fault.startsWith('a link leads to'));
		if (faults.length > 0) pages.set(`${keyOf(route)} for ${eyes.name}: ${answer.status}`, faults);
	}
	expect(Object.fromEntries(pages)).toEqual({});
});
