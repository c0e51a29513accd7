import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import type { App } from '../../../http';
import { findSettings } from '../../consents/queries/texts';
import { findRegistryPerson, type RegistryPerson } from '../queries/person';
import { allTopics } from '../queries/topics';
import { isRegister, type Register } from '../rules/registers';
import { askedIn } from '../rules/strict';
import { namesOf } from '../rules/topics';

type C = Context<App>;

/** Which register the address names. */
export function registerIn(c: C): Register {
	const register = c.req.param('register') ?? '';
	return isRegister(register) ? register : notFound();
}

export const personIn = async (c: C, id: string): Promise<RegistryPerson> =>
	(await findRegistryPerson(c.var.tx, c.var.actor, id, c.var.now)) ?? notFound();

/** Names of topics, and which consents are asked in a register. */
export async function wordsFor({ var: { tx, actor } }: C, register: Register) {
	const { asked, strict } = await findSettings(tx, actor);
	return { names: namesOf(await allTopics(tx, actor)), asked: askedIn(register, asked), strict };
}

/** The list to choose from, with what was taken off it but is held by what is being changed. */
export const topicsFor = async ({ var: { tx, actor } }: C, held: readonly string[]) =>
	(await allTopics(tx, actor)).filter(({ key, removed }) => !removed || held.includes(key));
