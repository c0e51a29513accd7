import { createApp } from '../src/app';
import type { Actor } from '../src/core/actor';
import type { Clock } from '../src/core/dates';
import type { World } from '../src/http';
import { actorOf } from '../src/modules/access/session';
import { as, clock as standing, type TestDatabase } from './stories';

type Options = Pick<World, 'publicUrl' | 'demonstration'> & {
	address?: string;
	at?: Clock;
	userAgent?: string;
	origin?: string;
};

/** A browser with its cookies, at an address of the network, before the real application: sessions are real. */
export function aBrowser({ db }: Pick<TestDatabase, 'db'>, options: Options = {}) {
	const {
		address = '10.1.0.1',
		at = standing,
		userAgent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/140',
		...outside
	} = options;
	const origin = options.origin ?? 'http://localhost';
	const world = { db, clock: at, ...outside };
	const app = createApp({ ...world, actorOf: actorOf(world) });
	const jar = new Map<string, string>();
	const set: string[] = []; // every Set-Cookie line, as it came

	async function request(path: string, init: RequestInit = {}) {
		const headers = new Headers(init.headers);
		headers.set('user-agent', userAgent);
		if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
		const env = { incoming: { socket: { remoteAddress: address } } };
		const answer = await app.request(`${origin}${path}`, { ...init, headers }, env);
		for (const line of answer.headers.getSetCookie()) {
			set.push(line);
			const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
			if (value === '' || /max-age=0(;|$)/i.test(line)) jar.delete(name);
			else jar.set(name, value);
		}
		return answer;
	}

	function post(
		path: string,
		fields: Record<string, string | readonly string[]> = {},
		headers: Record<string, string> = {}
	) {
		const body = new FormData();
		for (const [name, value] of Object.entries(fields)) {
			for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
		}
		if (!body.has('token')) body.append('token', crypto.randomUUID());
		return request(path, { method: 'POST', headers: { origin, ...headers }, body });
	}

	return { get: (path: string) => request(path), post, jar, set };
}

export type Browser = ReturnType<typeof aBrowser>;

/** Where an answer leads, or its status when it leads nowhere. */
export const leadsTo = (answer: Response) => answer.headers.get('location') ?? answer.status;

export const goodPassword = 'синий трамвай везёт арбузы';

/** The link and the code of the invitation that `by` issues to somebody, as its slip shows them. */
export async function invite(database: Pick<TestDatabase, 'db'>, by: Actor, personId: string, at: Clock = standing) {
	const keeper = as(database as TestDatabase, by, at);
	const issued = await keeper.post(`/accounts/${personId}/invitation`);
	const slip = await (await keeper.get(issued.headers.get('location') ?? '')).text();
	const link = /\/invitation\/([\w-]{32})/.exec(slip)?.[0] ?? '';
	const code = /(\d{4} \d{4} \d{4})/.exec(slip)?.[1] ?? '';
	return { link, code, issued };
}

type Newcomer = Options & { login?: string; password?: string; remember?: boolean };

/** Somebody who was invited by a colleague and has just come in: their browser, signed in. */
export async function comeIn(
	database: Pick<TestDatabase, 'db'>,
	by: Actor,
	personId: string,
	{ login, password = goodPassword, remember, ...options }: Newcomer = {}
) {
	const { link } = await invite(database, by, personId, options.at);
	const browser = aBrowser(database, options);
	const offered = /name="login"[^>]*value="([^"]*)"/.exec(await (await browser.get(link)).text())?.[1];
	const name = login ?? offered ?? '';
	const answer = await browser.post(link, {
		login: name,
		password,
		again: password,
		...(remember && { remember: 'on' })
	});
	return { ...browser, login: name, password, answer };
}
