import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { World } from './http';
import { isSecure } from './http-client';

type Outside = Pick<World, 'publicUrl'>;
type Name = 'session' | 'device' | 'first-run';

/** Over https the name itself (`__Host-`) forbids a neighbour's subdomain or plain http to plant one. */
const shape = (c: Context, world: Outside) => {
	const secure = isSecure(c, world);
	const base = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const;
	return secure ? ({ ...base, prefix: 'host' } as const) : base;
};

export const readCookie = (c: Context, world: Outside, name: Name) =>
	isSecure(c, world) ? getCookie(c, name, 'host') : getCookie(c, name);

/** Without `until` (ISO 8601) the browser forgets it when it is closed. `at` is the request's own moment. */
export function keepCookie(
	c: Context,
	world: Outside,
	name: Name,
	value: string,
	until?: { at: string; expiresAt: string }
) {
	const maxAge = until && Math.floor((Date.parse(until.expiresAt) - Date.parse(until.at)) / 1000);
	setCookie(c, name, value, { ...shape(c, world), ...(maxAge !== undefined && { maxAge }) });
}

export const forgetCookie = (c: Context, world: Outside, name: Name) => void deleteCookie(c, name, shape(c, world));

const ofThisProcess = randomUUID();

/**
 * What only this sign-in knows and nothing stores: the secrets of the invitations issued in it follow from it
 * (modules/access/rules/secrets.ts). Without a cookie – calls from within – the process's own.
 */
export const sessionSecret = (c: Context, world: Outside) => readCookie(c, world, 'session') ?? ofThisProcess;
