import PostalMime from 'postal-mime';
import { expect } from 'vitest';
import { createApp } from '../src/app';
import type { Actor } from '../src/core/actor';
import { instantOf } from '../src/core/dates';
import type { World } from '../src/http';
import type { aMailServer } from './mail-server';
import { location } from './plan-story';
import { aPostman } from './postman';
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
	const { carryWaiting, morning } = aPostman(whole, world.owner, organisationId);
	return {
		whole,
		carryWaiting,
		set: (day: string, hour = '07:30') => {
			instant = instantOf(day, hour, timeZone);
		},
		morning: async (day: string) => {
			instant = instantOf(day, '07:30', timeZone);
			await morning();
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
