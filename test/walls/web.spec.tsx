import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/app';
import type { Actor } from '../../src/core/actor';
import { get, open, post, type Route, type World } from '../../src/http';
import { routeTable } from '../../src/route-table';
import { aSchool, clock } from '../stories';
import { freshDatabase, type TestWorld } from '../support';

let database: TestWorld;
let curator: Actor;

beforeAll(async () => {
	database = await freshDatabase();
	({ curator } = await aSchool(database, { name: 'Заречье' }));
});

const appOf = (routes?: readonly Route[], more: Partial<World> = {}) =>
	createApp({ db: database.db, clock, actorOf: async () => curator, ...more }, routes);

const bytes = (count: number) => 'я'.repeat(Math.ceil(count / 2));
const form = (content: string) => {
	const body = new FormData();
	body.set('text', content);
	return body;
};

describe('an act comes from our own pages only', () => {
	const acts = routeTable.filter(({ method, elsewhere }) => method === 'POST' && !elsewhere);
	const sent = (route: Route, headers: Record<string, string>) => {
		const concrete = route.path.replace(/:\w+/g, crypto.randomUUID());
		return appOf().request(concrete, {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
			body: `token=${crypto.randomUUID()}`
		});
	};

	test('but for the one whose address carries its own key', () => {
		const doors = routeTable.filter(({ elsewhere }) => elsewhere);
		expect(doors.map(({ who, path }) => `${who} ${path}`)).toEqual(['anyone /letters/:key/silence']);
	});

	test.each([
		['another site', { origin: 'https://example.org' }],
		['the same name on another port', { origin: 'http://localhost:8080' }],
		['a page without an address', { origin: 'null' }],
		['nobody knows where', {}],
		['another site, as the browser says', { origin: 'https://example.org', 'sec-fetch-site': 'cross-site' }],
		['a neighbour of our name', { origin: 'https://evil.localhost', 'sec-fetch-site': 'same-site' }]
	])('not from %s', async (_, headers) => {
		expect(acts.length).toBeGreaterThan(0);
		for (const route of acts) {
			const { status } = await sent(route, headers as Record<string, string>);
			expect(`${route.path} ${status}`).toBe(`${route.path} 403`);
		}
	});

	test('from our own it is heard, also behind a front server that speaks https for us', async () => {
		const act = open.post('/heard', (c) => c.text('heard'));
		const send = (origin: string, more: Partial<World>) =>
			appOf([act], more).request('/heard', { method: 'POST', headers: { origin }, body: form('') });
		expect((await send('http://localhost', {})).status).toBe(200);
		expect((await send('https://nastavnik.example', { publicUrl: 'https://nastavnik.example' })).status).toBe(200);
		expect((await send('https://nastavnik.example', {})).status).toBe(403);
	});
});

describe('nobody sends more than is taken', () => {
	const limited = () => routeTable.filter(({ method }) => method === 'POST');

	test('every act says in Russian how much it takes', async () => {
		for (const { path, limit } of limited()) {
			expect(limit).toBeLessThanOrEqual(32 * 1024 * 1024);
			const answer = await appOf().request(path.replace(/:\w+/g, crypto.randomUUID()), {
				method: 'POST',
				headers: { origin: 'http://localhost', 'content-length': String(limit + 1) },
				body: 'мало'
			});
			expect(`${path} ${answer.status}`).toBe(`${path} 413`);
			const words = await answer.text();
			expect(words).toContain('слишком большой');
			expect(words).toMatch(/не больше (256 КБ|512 КБ|1 МБ|2 МБ|5 МБ|20 МБ)\./); // what the forms promise
		}
	});

	test('whoever does not tell the length is stopped at the limit too', async () => {
		const act = open.post('/small', async (c) => c.text(String((await c.req.formData()).get('text'))), {
			limit: 1000
		});
		const stream = new Response(form(bytes(5000)));
		const answer = await appOf([act]).request('/small', {
			method: 'POST',
			headers: { origin: 'http://localhost', 'content-type': stream.headers.get('content-type') ?? '' },
			body: stream.body,
			duplex: 'half'
		} as RequestInit);
		expect(answer.status).toBe(413);
		const fits = await appOf([act]).request('/small', {
			method: 'POST',
			headers: { origin: 'http://localhost' },
			body: form('Белова')
		});
		expect(await fits.text()).toBe('Белова');
	});
});

describe('what is sent is taken whole before anything begins', () => {
	const act = post('/slow', 'signed-in', [], async (c) => c.text(String((await c.req.formData()).get('text'))));
	const headers = { origin: 'http://localhost' };

	/** A form whose second half is still on its way. */
	function halfSent() {
		let finish: () => void = () => undefined;
		const body = new ReadableStream<Uint8Array>({
			start(controller) {
				controller.enqueue(new TextEncoder().encode('text=Бел'));
				finish = () => {
					controller.enqueue(new TextEncoder().encode('ова'));
					controller.close();
				};
			}
		});
		const type = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '20' };
		const sent = { method: 'POST', headers: { ...headers, ...type }, body, duplex: 'half' };
		return { answer: appOf([act]).request('/slow', sent as RequestInit), finish: () => finish() };
	}

	test('slow lines hold no connection to the database: others work meanwhile, and the slow are heard in the end', async () => {
		const slow = Array.from({ length: 12 }, halfSent);
		await new Promise((soon) => setTimeout(soon, 100));
		const page = Promise.resolve(appOf([get('/page', 'signed-in', (c) => c.text('работает'))]).request('/page'));
		const waited = new Promise((late) => setTimeout(late, 3000, 'ждёт'));
		const first = await Promise.race([page.then((answer) => answer.text()), waited]);
		for (const { finish } of slow) finish();
		const heard = await Promise.all(slow.map(async ({ answer }) => (await answer).text()));
		expect(first).toBe('работает');
		expect(new Set(heard)).toEqual(new Set(['Белова']));
	});

	test.each([
		['application/json', '{"text":"Белова"}'],
		['multipart/form-data', 'без границы'],
		['multipart/form-data; boundary=x', '--x обрывок']
	])('%s that is no form of ours is refused, not a mistake of ours', async (type, body) => {
		const complaints: unknown[] = [];
		const opened = open.post('/open', async (c) => c.text(String((await c.req.formData()).get('text'))));
		const app = appOf([act, opened], { complain: (error) => complaints.push(error) });
		for (const path of ['/slow', '/open']) {
			const answer = await app.request(path, { method: 'POST', headers: { ...headers, 'content-type': type }, body });
			expect(answer.status).toBe(400);
			expect(await answer.text()).toContain('Запрос не принят');
		}
		expect(complaints).toEqual([]);
	});

	test('whoever hangs up in the middle is no mistake of ours', async () => {
		const complaints: unknown[] = [];
		const body = new ReadableStream<Uint8Array>({
			start(controller) {
				controller.enqueue(new TextEncoder().encode('text=Бел'));
				controller.error(new Error('aborted'));
			}
		});
		const type = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '20' };
		const sent = { method: 'POST', headers: { ...headers, ...type }, body, duplex: 'half' };
		const app = appOf([act], { complain: (error) => complaints.push(error) });
		expect((await app.request('/slow', sent as RequestInit)).status).toBe(400);
		expect(complaints).toEqual([]);
	});
});

describe('what every answer carries', () => {
	const pages: readonly Route[] = [
		get('/page', 'signed-in', (c) => c.html(<p>Страница</p>)),
		get('/mistake', 'signed-in', () => {
			throw new Error('мимо');
		})
	];

	test.each(['/page', '/nowhere', '/mistake'])(
		'%s forbids foreign and inline script, frames, guessing of types, caching',
		async (path) => {
			const { headers } = await appOf(pages, { complain: () => undefined }).request(path);
			const policy = headers.get('content-security-policy') ?? '';
			expect(policy).toContain("default-src 'self'");
			expect(policy).toContain("frame-ancestors 'none'");
			expect(policy).toContain("form-action 'self'");
			expect(policy).toContain("base-uri 'none'");
			expect(policy).not.toMatch(/unsafe|\*|https?:/);
			expect(headers.get('x-content-type-options')).toBe('nosniff');
			expect(headers.get('x-frame-options')).toBeTruthy();
			expect(headers.get('referrer-policy')).toBe('same-origin');
			expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
			expect(headers.get('cache-control')).toBe('no-store');
		}
	);

	test('a mistake of ours tells nothing of itself', async () => {
		const answer = await appOf(pages, { complain: () => undefined }).request('/mistake');
		expect(answer.status).toBe(500);
		expect(await answer.text()).not.toContain('мимо');
	});
});

describe('whoever hammers is stopped', () => {
	const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

	test('a program is told to wait; a person at another address notices nothing', async () => {
		const app = appOf([open.get('/quick', (c) => c.text('ok'))]);
		let answer = new Response();
		for (let sent = 0; sent < 600 && answer.status !== 429; sent++)
			answer = await app.request('/quick', {}, from('203.0.113.5'));
		expect(answer.status).toBe(429);
		expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
		expect(await answer.text()).toContain('Слишком много запросов');
		expect((await app.request('/quick', {}, from('203.0.113.6'))).status).toBe(200);
	});
});
