// How many questionnaires a second are taken in, in one run beside a bare insert of one row through the same stack:
//   node bench/surveys.mjs [respondents]
// A wave of 5,000 respondents answers by personal addresses over real HTTP, 64 at a time: named, then without names. Beside
// it the same application, with the same pool and the same body, inserts one row in a transaction of its own. Turn about,
// in quarters of the wave. At the end every answer must be there, once.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serve } from '@hono/node-server';
import { build } from 'esbuild';
import pg from 'pg';
import { findNode } from '../bin/install.mjs';

if (Number(process.versions.node.split('.')[0]) < 24) {
	const { status } = spawnSync(findNode(), process.argv.slice(1), { stdio: 'inherit' });
	process.exit(status ?? 1);
}
const home = dirname(dirname(fileURLToPath(import.meta.url)));
const respondents = Number(process.argv[2] ?? 5000);
const quarters = 4;
const atOnce = 64;
const most = { named: 6, anonymous: 8 };
const folder = await mkdtemp(join(tmpdir(), 'nastavnik-bench-'));
let cluster;
let server;
try {
	const us = await ours();
	cluster = await us.launch(join(folder, 'data'), {});
	const { ownerUrl, appUrl } = await us.prepareDatabase(cluster.adminUrl, 'bench');
	await us.migrate(ownerUrl);
	await us.prepareQueue(ownerUrl);
	const [owner, db] = [us.connect(ownerUrl, 2), us.connect(appUrl, 10)];
	const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
	pool.on('error', () => undefined); // the server is stopped under it at the end
	const school = await us.aSchool({ owner });
	await pool.query(`create table bench_rows (organisation_id uuid, id uuid primary key, answers jsonb);
		grant insert on bench_rows to nastavnik_app`);
	const people = await crowd(pool, school.organisationId, respondents);

	const bare = us.open.post('/bare/:token', async (c) => {
		const given = Object.fromEntries((await c.req.formData()).entries());
		await us.asActor(db, school.curator, 'read write', async (tx) => {
			await us.insertBare(tx, school.organisationId, JSON.stringify(given));
			return { ok: true };
		});
		return c.redirect('/', 303);
	});
	const app = us.createApp({ db, clock: us.clock, actorOf: async () => undefined }, [...us.routeTable, bare]);
	server = serve({ fetch: (asked) => app.fetch(asked), port: 0, hostname: '127.0.0.1' });
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address();
	console.log(
		`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, PostgreSQL of the program; ${respondents} respondents, ${atOnce} at once\n`
	);

	await send(
		port,
		people.slice(0, 300).map((_, at) => `/bare/warm${at}`),
		body(crypto.randomUUID())
	);
	for (const identity of ['named', 'anonymous']) {
		const { wave, tokens } = await aWave(us, { owner, pool, school, people, identity });
		const size = Math.ceil(respondents / quarters);
		const seconds = { ours: 0, bare: 0 };
		for (let quarter = 0; quarter < quarters; quarter += 1) {
			const part = tokens.slice(quarter * size, (quarter + 1) * size);
			seconds.bare += await send(
				port,
				part.map((token) => `/bare/${token}`)
			);
			seconds.ours += await send(
				port,
				part.map((token) => `/answer/${token}`)
			);
		}
		const table =
			identity === 'named'
				? 'survey_answers a join survey_participants p on p.id = a.participant_id'
				: 'survey_unnamed_answers p';
		const { rows } = await pool.query(
			`select (select count(*) from ${table} where p.wave_id = $1)::int as kept,
				(select count(*) from survey_participants where wave_id = $1 and answered)::int as answered`,
			[wave]
		);
		const whole = rows[0].kept === respondents && rows[0].answered === respondents;
		const [own, other] = [respondents / seconds.ours, respondents / seconds.bare];
		const right = whole && other / own <= most[identity];
		if (!right) process.exitCode = 1;
		console.log(
			`${identity.padEnd(9)} Наставник ${own.toFixed(0)} a second, bare insert ${other.toFixed(0)}: ${(other / own).toFixed(2)} times fewer (at most ${most[identity]}); kept ${rows[0].kept} of ${respondents} ${right ? '✓' : '✗'}`
		);
	}
	await Promise.all([owner.destroy(), db.destroy(), pool.end()]);
} catch (error) {
	console.error(error);
	process.exitCode = 1;
} finally {
	server?.close();
	await cluster?.stop();
	await rm(folder, { recursive: true, force: true });
}

/** Ten answers, one of them in words. */
function body(token) {
	const fields = { token, version: '0' };
	for (let at = 1; at <= 9; at += 1) fields[`q-q${at}`] = String((at % 10) + 1);
	return new URLSearchParams({ ...fields, 'q-q10': 'Больше взаимных посещений уроков и меньше отчётов.' }).toString();
}

/** Sends to every address, so many at a time; answers with the seconds it took. */
async function send(port, paths) {
	const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
	const left = [...paths];
	const began = performance.now();
	await Promise.all(
		Array.from({ length: atOnce }, async () => {
			for (let path = left.pop(); path; path = left.pop()) await post(agent, port, path);
		})
	);
	agent.destroy();
	return (performance.now() - began) / 1000;
}

function post(agent, port, path) {
	return new Promise((resolve, reject) => {
		const headers = { origin: `http://127.0.0.1:${port}`, 'content-type': 'application/x-www-form-urlencoded' };
		const asked = request({ agent, port, host: '127.0.0.1', path, method: 'POST', headers }, (answer) => {
			answer.resume();
			answer.on('end', () =>
				answer.statusCode === 303 ? resolve() : reject(new Error(`${path}: ${answer.statusCode}`))
			);
		});
		asked.on('error', reject);
		asked.end(body(crypto.randomUUID()));
	});
}

async function crowd(pool, organisation, count) {
	const { rows } = await pool.query(
		`insert into people (organisation_id, id, family_name, given_name, created_at)
		select $1, gen_random_uuid(), 'Опрошенный', 'Номер' || n, '2026-09-01' from generate_series(1, $2::int) n returning id`,
		[organisation, count]
	);
	return rows.map(({ id }) => id);
}

async function aWave(us, { owner, pool, school, people, identity }) {
	const scale = (at) => ({
		code: `q${at}`,
		text: `Вопрос ${at}`,
		help: '',
		required: true,
		kind: 'scale',
		from: 1,
		to: 10,
		low: '',
		high: ''
	});
	const words = { code: 'q10', text: 'Чего не хватило?', help: '', required: false, kind: 'text', long: true };
	const questions = [...Array.from({ length: 9 }, (_, at) => scale(at + 1)), words];
	const content = { title: 'Как дела', intro: '', thanks: '', sections: [{ title: '', about: '', questions }] };
	const { edition } = await us.anEdition({ owner }, school.curator, content);
	const { wave } = await us.aWave({ owner }, school.curator, edition, { identity });
	await pool.query(
		`insert into survey_participants (organisation_id, id, wave_id, person_id)
		select $1, gen_random_uuid(), $2, one from unnest($3::uuid[]) one`,
		[school.organisationId, wave, people]
	);
	const { rows } = await pool.query('select id from survey_participants where wave_id = $1', [wave]);
	const tokens = rows.map(({ id }) => us.answerToken('bench', id));
	await pool.query(
		`insert into survey_links (organisation_id, id, participant_id, token_hash, issued_at)
		select $1, gen_random_uuid(), one.id, one.hash, '2026-09-05' from unnest($2::uuid[], $3::bytea[]) one (id, hash)`,
		[school.organisationId, rows.map(({ id }) => id), tokens.map(us.hashOf)]
	);
	await pool.query('analyze');
	return { wave, tokens };
}

/** The program's own modules, bundled as they stand. */
async function ours() {
	const out = join(folder, 'ours.mjs');
	await build({
		stdin: {
			contents: `
				import { sql } from 'kysely';
				export { createApp } from './src/app';
				export { routeTable } from './src/route-table';
				export { open } from './src/http';
				export { asActor } from './src/db/as-actor';
				export { connect } from './src/db/connection';
				export { launch } from './src/db/launch';
				export { migrate } from './src/db/migrate';
				export { prepareDatabase } from './src/db/prepare';
				export { prepareQueue } from './src/db/queue';
				export { hashOf } from './src/modules/access/rules/secrets';
				export { answerToken } from './src/modules/surveys/rules/links';
				export { aSchool, clock } from './test/stories';
				export { anEdition, aWave } from './test/survey-story';
				export const insertBare = (tx, organisation, answers) =>
					sql\`insert into bench_rows values (\${organisation}, gen_random_uuid(), \${answers})\`.execute(tx);`,
			resolveDir: home,
			loader: 'ts'
		},
		outfile: out,
		bundle: true,
		format: 'esm',
		platform: 'node',
		target: 'node24',
		jsx: 'automatic',
		jsxImportSource: 'hono/jsx',
		packages: 'external',
		logLevel: 'error'
	});
	for (const name of ['node_modules', 'db', 'package.json']) await symlink(join(home, name), join(folder, name));
	return import(pathToFileURL(out).href);
}
