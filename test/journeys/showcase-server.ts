import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from '../../bin/build.mjs';
import { readPublicFiles } from '../../src/server/web';
import { showcase } from '../../src/ui/showcase/pages';

/** What the product sends with every page (app.tsx): no inline script, no inline style. */
const policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'";

type Posted = { path: string; body: string };

/** The showcase on a free port. POSTs are kept in `posted` and answered as `answer` says. */
export async function serveShowcase() {
	const files = await readPublicFiles(join(await build(), 'public'));
	const posted: Posted[] = [];
	const site = { answer: 303 as 303 | 500, working: 2, slow: 0, leadsTo: '/list', broken: 0 };

	const server: Server = createServer(async (request, response) => {
		const path = new URL(request.url ?? '/', 'http://localhost').pathname;
		const send = (status: number, type: string, text: string, headers = {}) =>
			response
				.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy, ...headers })
				.end(text);

		if (request.method === 'POST') {
			const pieces: Buffer[] = [];
			for await (const piece of request) pieces.push(piece);
			posted.push({ path, body: Buffer.concat(pieces).toString() });
			await new Promise((later) => setTimeout(later, site.slow));
			return send(site.answer, 'text/html', '<p>Принято</p>', { location: site.leadsTo });
		}
		const file = files.get(path);
		if (file) return response.writeHead(200, { 'content-type': file.type }).end(file.bytes);
		const page = showcase[path.slice(1) as keyof typeof showcase];
		if (!page) return send(404, 'text/html', '<!doctype html><title>Нет</title>');
		if (site.broken-- > 0) return send(500, 'text/html', '<!doctype html><title>Сломалось</title>');
		const html = String(page());
		if (path === '/wizard' && site.working-- <= 0)
			return send(200, 'text/html', html.replace(' data-running="true"', ''));
		return send(200, 'text/html', html);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	return {
		site,
		posted,
		url: (page: string) => `http://127.0.0.1:${port}/${page}`,
		close: () => new Promise((closed) => server.close(closed))
	};
}
