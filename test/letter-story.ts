import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import { expect } from 'vitest';
import { createApp } from '../src/app';
import { type Actor, system } from '../src/core/actor';
import { instantOf, nowIn } from '../src/core/dates';
import type { World } from '../src/http';
import { goRound, sendLetter } from '../src/modules/notifications/jobs/letters';
import type { aMailServer } from './mail-server';
import { location } from './plan-story';
import { type TestDatabase, timeZone } from './stories';

export type Mail = Awaited<ReturnType<typeof aMailServer>>;

/** A school’s program with mail, its clock in the test’s hand: people act, mornings come, letters are carried. */
export async function aProgram(world: TestDatabase, organisationId: string, mail?: Mail) {
	let instant = instantOf('2026-09-01', '07:00', timeZone);
	const clock = () => new Date(instant);
	const whole: World = {
		db: world.db,
		clock,
		actorOf: async () => undefined,
		publicUrl: 'https://nastavnik.example',
		...(mail && { mail: mail.settings })
	};
	const author = system(organisationId, timeZone);
	const now = () => nowIn(timeZone, clock());

	/** What the queue would do now, in its order; letters put off wait for their hour. */
	async function carryWaiting() {
		const { rows } = await sql<{ id: string; letterId: string }>`
			select j.id, p.payload->>'letterId' as "letterId"
			from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
			where j.task_identifier = 'letters.send' and j.run_at <= greatest(now(), ${instant}::timestamptz)
				and p.payload->>'organisationId' = ${organisationId} order by j.id`.execute(world.owner);
		await sql`select graphile_worker.complete_jobs(${rows.map(({ id }) => id)}::bigint[])`.execute(world.owner);
		for (const { letterId } of rows) await sendLetter(whole, author, { letterId }, now());
	}
	return {
		whole,
		carryWaiting,
		set: (day: string, hour = '07:30') => {
			instant = instantOf(day, hour, timeZone);
		},
		morning: async (day: string) => {
			instant = instantOf(day, '07:30', timeZone);
			await goRound(whole, author, {}, now());
			await carryWaiting();
		},
		as: (actor: Actor | undefined) => {
			const app = createApp({ ...whole, actorOf: async () => actor });
			return {
				get: (path: string) => app.request(path),
				post: (path: string, fields: Record<string, string> = {}) => {
					const body = new URLSearchParams({ token: crypto.randomUUID(), ...fields });
					return app.request(path, { method: 'POST', headers: { origin: 'https://nastavnik.example' }, body });
				}
			};
		}
	};
}

export async function giveAccount(world: TestDatabase, actor: Actor) {
	const row = { id: actor.accountId, login: `u${actor.accountId.slice(-12)}`, created_at: '2026-09-01T00:00:00Z' };
	await world.owner.insertInto('accounts').values(row).execute();
	await world.owner
		.updateTable('people')
		.set({ account_id: actor.accountId })
		.where('id', '=', actor.personId)
		.execute();
}

export type Program = Awaited<ReturnType<typeof aProgram>>;

/** A person gives an address, reads the code in the letter and confirms it. */
export async function confirm(program: Program, mail: Mail, actor: Actor, address: string) {
	const person = program.as(actor);
	expect(location(await person.post('/my-letters/address', { address, version: '0' }))).toBe('/my-letters?saved=asked');
	await program.carryWaiting();
	const { subject } = await PostalMime.parse(mail.taken.at(-1)?.raw ?? '');
	const code = /\d{6}/.exec(subject ?? '')?.[0] ?? '';
	expect(location(await person.post('/my-letters/confirmation', { code }))).toBe('/my-letters?saved=confirmed');
}
