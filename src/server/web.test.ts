import { Writable } from 'node:stream';
import { Hono } from 'hono';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { toldOf } from './log';
import { makeMetrics, observe } from './metrics';
import { createWeb, type Served } from './web';

const lines: string[] = [];
const log = pino(
	{ serializers: { err: toldOf } },
	new Writable({
		write: (line, _, done) => {
			lines.push(String(line));
			done();
		}
	})
);
const metrics = makeMetrics({ totalCount: 3, idleCount: 1, waitingCount: 0 }, async () => ({ waiting: 4, failed: 0 }));

const app = new Hono();
app.use(observe(metrics, log));
app.get('/people/new', (c) => c.text('Новый сотрудник'));
app.get('/people/:id', (c) => c.text('Анна Белова'));
app.get('/broken', () => {
	throw Object.assign(new Error('duplicate key value: (email)=(anna@school.ru)'), {
		code: '23505',
		routine: '_bt_check_unique',
		detail: 'anna@school.ru'
	});
});
app.onError((error, c) => {
	log.error({ err: error }, 'mistake');
	return c.text('', 500);
});

let isReady = true;
const style: Served = { bytes: new TextEncoder().encode('body {}'), type: 'text/css', tag: '"a1"' };
const around = { app, metrics, ready: async () => isReady, files: new Map([['/style.css', style]]) };
const here = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
const web = createWeb(around);
const get = (path: string, headers: Record<string, string> = {}, env: object = here) =>
	web.request(path, { headers }, env);

describe('What the operator sees', () => {
	beforeAll(async () => {
		await get('/people/0190-anna?q=Белова', { cookie: 'session=s3cret', 'user-agent': 'Firefox' });
		await get('/people/new');
		await get('/broken');
		await get('/wp-login.php');
	});

	it('is whether the program lives and is ready', async () => {
		expect((await get('/healthz')).status).toBe(200);
		expect((await get('/readyz')).status).toBe(200);
		isReady = false;
		expect((await get('/readyz')).status).toBe(503);
		expect((await get('/healthz')).status).toBe(200);
		isReady = true;
	});

	it('is durations by the pattern of an address, connections and jobs, and nothing of a person', async () => {
		const text = await (await get('/metrics')).text();
		expect(text).toContain('http_request_duration_seconds_count{method="GET",route="/people/:id",status="200"} 1');
		expect(text).toContain('route="unknown",status="404"');
		expect(text).toContain('database_connections{state="busy"} 2');
		expect(text).toContain('background_jobs{state="waiting"} 4');
		expect(text).not.toMatch(/anna|wp-login|s3cret/);
	});

	it('is one line a request, with its number, and nothing of a person', async () => {
		const requests = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request');
		expect(requests.map(({ route, status }) => `${status} ${route}`)).toEqual([
			'200 /people/:id',
			'200 /people/new',
			'500 /broken',
			'404 unknown'
		]);
		expect(requests[0].requestId).toMatch(/^[0-9a-f-]{36}$/);
		expect(lines.join('')).not.toMatch(/anna|Анна|Белова|s3cret|Firefox|127\.0\.0\.1/);
		expect(lines.join('')).toContain('PostgreSQL 23505');
	});

	it('is shown to this machine only, not through a proxy; elsewhere by a token', async () => {
		expect((await get('/metrics', { 'x-forwarded-for': '10.0.0.7' })).status).toBe(404);
		expect((await get('/metrics', {}, { incoming: { socket: { remoteAddress: '10.0.0.7' } } })).status).toBe(404);
		const guarded = createWeb({ ...around, metricsToken: 'long-token' });
		const asked = (authorization: string) => guarded.request('/metrics', { headers: { authorization } }, here);
		expect((await asked('Bearer long-token')).status).toBe(200);
		expect((await asked('Bearer other')).status).toBe(404);
	});

	it('lets browsers keep the files of every page until they change', async () => {
		const first = await get('/style.css');
		expect(first.headers.get('content-type')).toBe('text/css');
		expect(await first.text()).toBe('body {}');
		expect((await get('/style.css', { 'if-none-match': first.headers.get('etag') ?? '' })).status).toBe(304);
	});
});
