import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { createApp } from '../../src/app';
import type { World } from '../../src/http';
import { actorOf } from '../../src/modules/access/session';
import { bundle } from './bundle';

/** Style and script are fetched once a browser, not once a page. */
const kept = { 'cache-control': 'max-age=3600' };

/** Scripts of single pages, beside the one of all. */
const habits = ['review', 'order', 'answers', 'filling'] as const;

/** The real application with real sessions on a free port, over a test's own database; the clock is the test's. */
export async function serveApp(given: Omit<World, 'actorOf'>) {
	const [css, js, ...parts] = await Promise.all([
		bundle('src/ui/style.css'),
		bundle('src/browser/main.ts'),
		...habits.map((name) => bundle(`src/browser/${name}.ts`))
	]);
	const server = createServer();
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	const address = `http://127.0.0.1:${port}`;
	const outside = { ...given, ...(given.mail && { publicUrl: address }) }; // letters lead back here
	const world: World = { ...outside, actorOf: actorOf(outside) };
	const app = createApp(world);
	const site = new Hono()
		.get('/style.css', (c) => c.body(css, 200, { 'content-type': 'text/css; charset=utf-8', ...kept }))
		.get('/browser.js', (c) => c.body(js, 200, { 'content-type': 'text/javascript; charset=utf-8', ...kept }))
		.notFound((c) => app.fetch(c.req.raw, c.env) as Promise<Response>);
	for (const [at, name] of habits.entries())
		site.get(`/${name}.js`, (c) =>
			c.body(parts[at] ?? '', 200, { 'content-type': 'text/javascript; charset=utf-8', ...kept })
		);
	server.on('request', getRequestListener(site.fetch));
	return {
		world,
		url: (path: string) => `${address}${path}`,
		close: () => new Promise((closed) => server.close(closed).closeAllConnections())
	};
}
