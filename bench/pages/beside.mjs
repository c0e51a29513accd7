// What the measurings of pages share: a database of the program's own, the application over it, and two pages asked turn about.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import pg from 'pg';
import { findNode } from '../../bin/install.mjs';

const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The program asks for a newer Node than may stand first on the path. */
export function rightNode() {
	if (Number(process.versions.node.split('.')[0]) >= 24) return;
	const { status } = spawnSync(findNode(), process.argv.slice(1), { stdio: 'inherit' });
	process.exit(status ?? 1);
}

/** A migrated database and our application, bundled with these exports besides; everything is gone afterwards. */
export async function withDatabase(exports, at, measure) {
	const folder = await mkdtemp(join(tmpdir(), 'nastavnik-bench-'));
	let cluster;
	try {
		const us = await ours(folder, exports);
		cluster = await us.launch(join(folder, 'data'), {});
		const { ownerUrl, appUrl } = await us.prepareDatabase(cluster.adminUrl, 'bench');
		await us.migrate(ownerUrl);
		await us.prepareQueue(ownerUrl);
		const [owner, db] = [us.connect(ownerUrl, 2), us.connect(appUrl, 5)];
		const pool = new pg.Pool({ connectionString: ownerUrl, max: 5 });
		const asked = [];
		const counting = db.withPlugin({
			transformQuery: ({ node }) => {
				asked.push(node.kind);
				return node;
			},
			transformResult: async ({ result }) => result
		});
		const appOf = (actor, of = db) => us.createApp({ db: of, clock: at, actorOf: async () => actor });
		/** How often a page asks the database. */
		const counted = async (actor, path) => {
			asked.length = 0;
			await taken(appOf(actor, counting), path);
			return asked.length;
		};
		await measure({ us, owner, db, pool, appOf, counted });
		await Promise.all([owner.destroy(), db.destroy(), pool.end()]);
	} finally {
		await cluster?.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

/** Our application and its test stories, built as the program is. */
async function ours(folder, exports) {
	const contents = `export { createApp } from './src/app';
export { connect } from './src/db/connection';
export { launch } from './src/db/launch';
export { migrate } from './src/db/migrate';
export { prepareDatabase } from './src/db/prepare';
export { prepareQueue } from './src/db/queue';
export { aSchool } from './test/stories';
${exports}`;
	await symlink(join(home, 'node_modules'), join(folder, 'node_modules'));
	for (const name of ['db', 'package.json']) await symlink(join(home, name), join(folder, name));
	const outfile = join(folder, 'ours.mjs');
	await build({
		stdin: { contents, resolveDir: home },
		bundle: true,
		platform: 'node',
		format: 'esm',
		jsx: 'automatic',
		jsxImportSource: 'hono/jsx',
		packages: 'external',
		outfile,
		logLevel: 'error'
	});
	return import(pathToFileURL(outfile).href);
}

/** A page asked for; how long it is. */
export async function taken(app, path) {
	const answer = await app.request(path);
	if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
	return (await answer.arrayBuffer()).byteLength;
}

export function kilobytes(bytes) {
	return `${Math.round(bytes / 1024)} KB`;
}

/** Two pages turn about, so that whatever else the machine does falls on both: the median of each, in milliseconds. */
export async function side(rounds, work, other) {
	const [own, others] = [[], []];
	for (let round = 0; round < rounds + 3; round++)
		for (const [list, one] of [
			[own, work],
			[others, other]
		]) {
			const started = performance.now();
			await one();
			if (round >= 3) list.push(performance.now() - started);
		}
	return { own: median(own), bareOne: median(others) };
}

export const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
/** What a page has to be written into the page itself: as little as can be. */
export const safe = (text) => String(text ?? '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
export const barePage = (body) => `<!doctype html><meta charset="utf-8"><title>Page</title>${body}`;
