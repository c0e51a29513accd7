import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { buckets, rateLimit } from './http-rate';

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

function aServer() {
	let seconds = 0;
	const app = new Hono().use(rateLimit({}, () => seconds)).get('/', (c) => c.text('ok'));
	return {
		wait: (more: number) => {
			seconds += more;
		},
		ask: (address: string, cookie = '', headers: Record<string, string> = {}) =>
			app.request('/', { headers: { cookie, ...headers } }, from(address))
	};
}

test('a browser that hammers is stopped with a word of when to come back; its neighbour is not', async () => {
	const { ask, wait } = aServer();
	const statuses = [];
	for (let request = 0; request < 500; request++) statuses.push((await ask('10.0.0.1', 'session=a')).status);
	expect(statuses.indexOf(429)).toBe(400);
	const stopped = await ask('10.0.0.1', 'session=a');
	expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
	expect(await stopped.text()).toContain('Слишком много запросов подряд');
	expect((await ask('10.0.0.1', 'session=b')).status).toBe(200);
	wait(1);
	expect((await ask('10.0.0.1', 'session=a')).status).toBe(200);
});

test('changing cookies does not help one address, and does not harm another', async () => {
	const { ask } = aServer();
	const statuses = [];
	for (let request = 0; request < 3100; request++)
		statuses.push((await ask('203.0.113.7', `session=${request}`)).status);
	expect(statuses.indexOf(429)).toBe(3000);
	expect((await ask('198.51.100.1')).status).toBe(200);
});

test('a bucket is filled by time, and a flood of keys does not fill the memory', () => {
	const take = buckets({ capacity: 2, perSecond: 0.5 }, 100);
	expect([take('a', 0), take('a', 0), take('a', 0)]).toEqual([0, 0, 2]);
	expect(take('a', 2)).toBe(0);
	for (let key = 0; key < 10_000; key++) take(`k${key}`, 2);
	expect(take('k9999', 2)).toBe(0);
	expect(take('k9999', 2)).toBeGreaterThan(0);
});
