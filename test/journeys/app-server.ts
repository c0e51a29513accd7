import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { build } from '../../bin/build.mjs';
import { createApp } from '../../src/app';
import type { World } from '../../src/http';
import { actorOf } from '../../src/modules/access/session';
import { readPublicFiles } from '../../src/server/web';
import { axeFile, servesAxe } from './axe';

/** Style and script are fetched once a browser, not once a page. */
const kept = { 'cache-control': 'max-age=3600' };

/** The real application with real sessions on a free port, over a test's own database; the clock is the test's. `actorOf`: who has signed in already. */
export async function serveApp(given: Omit<World, 'actorOf'> & Partial<Pick<World, 'actorOf'>>) {
	const files = await readPublicFiles(join(await build(), 'public'));
	const server = createServer();
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	const address = `http://127.0.0.1:${port}`;
	const outside = { ...given, ...(given.mail && { publicUrl: address }) }; // letters lead back here
	const world: World = { ...outside, actorOf: given.actorOf ?? actorOf(outside) };
	const app = createApp(world);
	const site = new Hono().notFound((c) => app.fetch(c.req.raw, c.env) as Promise<Response>);
	for (const [path, { bytes, type }] of [...files, [axeFile.path, axeFile] as const])
		site.get(path, (c) => c.body(new Uint8Array(bytes), 200, { 'content-type': type, ...kept }));
	servesAxe(address);
	server.on('request', getRequestListener(site.fetch));
	return {
		world,
		url: (path: string) => `${address}${path}`,
		close: () => new Promise((closed) => server.close(closed).closeAllConnections())
	};
}
