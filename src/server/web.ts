import { createHash, timingSafeEqual } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { extname, join } from 'node:path';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Metrics } from './metrics';

/** What stands around the application: the operator's three addresses, and the files every page asks for. */
export type Around = {
	app: { fetch: (request: Request, env: unknown) => Response | Promise<Response> };
	ready: () => Promise<boolean>; // the database answers and is migrated
	metrics: Metrics;
	metricsToken?: string;
	files: ReadonlyMap<string, Served>;
};

export type Served = { bytes: Uint8Array<ArrayBuffer>; type: string; tag: string };

const types: Record<string, string> = {
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.woff2': 'font/woff2',
	'.svg': 'image/svg+xml',
	'.png': 'image/png'
};

/** The files of dist/…/public by their address: '/style.css'. Few and small: read once. */
export async function readPublicFiles(folder: string) {
	const names = await readdir(folder);
	const entries = names.map(async (name): Promise<[string, Served]> => {
		const bytes = new Uint8Array(await readFile(join(folder, name)));
		const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 16)}"`;
		return [`/${name}`, { bytes, tag, type: types[extname(name)] ?? 'application/octet-stream' }];
	});
	return new Map(await Promise.all(entries));
}

/** Everything the server answers. What is not its own goes to the application. */
export function createWeb({ app, ready, metrics, metricsToken, files }: Around) {
	const web = new Hono<{ Bindings: HttpBindings }>();
	web.use(compress()); // phones in villages: a plan's page is a tenth of itself
	web.get('/healthz', (c) => c.text('ok'));
	web.get('/readyz', async (c) => ((await ready()) ? c.text('ready') : c.text('not ready', 503)));
	web.get('/metrics', async (c) => {
		if (!mayMeasure(c, metricsToken)) return c.notFound();
		return c.text(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType });
	});
	for (const [path, { bytes, type, tag }] of files) {
		web.get(path, (c) => {
			// Asked about each time and answered with 304: after an update nobody works with yesterday's script.
			const headers = { etag: tag, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' };
			// A compressed answer carries the same tag made weak.
			if (c.req.header('if-none-match')?.replace(/^W\//, '') === tag) return c.body(null, 304, headers);
			return c.body(bytes, 200, { ...headers, 'content-type': type });
		});
	}
	return web.notFound((c) => app.fetch(c.req.raw, c.env) as Promise<Response>);
}

/**
 * What Node's server calls. A body that was refused is read to its end and thrown away by Node itself (no longer than its
 * `requestTimeout`): cut off in the middle, a browser shows a broken connection in place of our sentence. One that does not say
 * how long it is may have no end, and is cut off.
 */
export function listenerFor({ fetch }: Pick<ReturnType<typeof createWeb>, 'fetch'>): RequestListener {
	const [patient, cutting] = [false, true].map((autoCleanupIncoming) =>
		getRequestListener(fetch, { autoCleanupIncoming })
	);
	return (incoming, outgoing) => (incoming.headers['transfer-encoding'] ? cutting : patient)?.(incoming, outgoing);
}

/** The same machine and not through a proxy (behind one everybody seems to be the same machine), or whoever has the token. */
function mayMeasure(c: Context<{ Bindings: HttpBindings }>, token?: string) {
	if (token) return sameText(c.req.header('authorization') ?? '', `Bearer ${token}`);
	const proxied = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => c.req.header(name));
	const from = c.env?.incoming?.socket.remoteAddress ?? '';
	return !proxied && (from === '127.0.0.1' || from === '::1' || from === '::ffff:127.0.0.1');
}

/** Compared in a time that tells nothing of how much of it was right. */
const sameText = (one: string, other: string) => timingSafeEqual(hash(one), hash(other));
const hash = (text: string) => createHash('sha256').update(text).digest();
