import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { makeMetrics } from './metrics';
import { createWeb } from './web';

const css = 'body { margin: 0 }\n'.repeat(200);
const plan = '<li>Встреча наставников</li>'.repeat(300);
const web = createWeb({
	app: new Hono().get('/roadmap', (c) => c.html(plan)),
	ready: async () => true,
	metrics: makeMetrics({ totalCount: 0, idleCount: 0, waitingCount: 0 }, async () => ({ waiting: 0, failed: 0 })),
	files: new Map([['/style.css', { bytes: new TextEncoder().encode(css), type: 'text/css', tag: '"a1"' }]])
});
const get = (path: string, headers = {}) => web.request(path, { headers: { 'accept-encoding': 'gzip', ...headers } });

test('pages and styles travel packed to a browser that unpacks them, and plain to one that does not', async () => {
	for (const [path, whole] of [
		['/style.css', css],
		['/roadmap', plan]
	] as const) {
		const packed = await get(path);
		const bytes = new Uint8Array(await packed.arrayBuffer());
		expect(packed.headers.get('content-encoding')).toBe('gzip');
		expect(bytes.length).toBeLessThan(whole.length / 5);
		expect(gunzipSync(bytes).toString()).toBe(whole);
		expect(await (await get(path, { 'accept-encoding': 'identity' })).text()).toBe(whole);
	}
});

test('a style the browser already has is not sent again, packed or plain', async () => {
	const { headers } = await get('/style.css');
	const again = await get('/style.css', { 'if-none-match': headers.get('etag') ?? '' });
	expect(again.status).toBe(304);
	expect((await get('/style.css', { 'if-none-match': '"a2"' })).status).toBe(200);
});
