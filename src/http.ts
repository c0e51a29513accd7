import type { Context, MiddlewareHandler } from 'hono';
import type { MailSettings } from './config';
import type { Actor, Author, Role } from './core/actor';
import type { Act } from './core/acts';
import type { Clock, Now } from './core/dates';
import type { View } from './core/view';
import type { Tx } from './db/as-actor';
import type { Db } from './db/connection';
import type { Tasks } from './db/outbox';

/** What the application stands on. Tests give their own database and turn the clock's hands. */
export type World = {
	db: Db; // the serving role: sees only what row-level security shows
	clock: Clock;
	actorOf: (c: Context) => Promise<Actor | undefined>; // from the session (modules/access); tests say who it is
	cli?: string; // the bundled command-line tool, for what is done in a process of its own; tests give their own bundle
	publicUrl?: string; // how the outside reaches this server, when it differs from what the browser asked for
	demonstration?: boolean; // a demonstration copy shows its accounts on the sign-in page
	mail?: MailSettings; // absent: nothing is mailed
	development?: boolean;
	observe?: MiddlewareHandler; // times each request, names it and writes one line about it (server/metrics.ts)
	complain?: (error: unknown, c: Context) => void; // where our own mistakes are told: into the log, without personal data
};

/** What every handler finds in `c.var`: one transaction, one person, one moment. */
export type App = {
	Variables: { tx: Tx; actor: Actor; now: Now; view: View; world: World; requestId?: string };
};

/** Before sign-in there is neither a person nor a transaction: such handlers speak to a few SECURITY DEFINER functions. */
export type Visitor = { Variables: { now: Now; world: World; actor?: undefined; tx?: undefined } };

type Answer = Response | Promise<Response>;

/** Who may open it: roles (any of them), everyone signed in, or anyone at all. */
export type Who = readonly Role[] | 'signed-in' | 'anyone';

/** One line of the route table: the address, who may use it, what it writes into the journal. Everything is declared, nothing implied. */
export type Route = {
	method: 'GET' | 'POST';
	path: string;
	who: Who;
	journals: readonly Act[];
	limit: number; // bytes of body taken
	writes: boolean; // a GET reads; a POST may declare that it only reads (a preview)
	elsewhere?: boolean; // may be sent from another site or a mail program: its address carries the secret
	// biome-ignore lint/suspicious/noExplicitAny: a table holds handlers of many paths
	handle: (c: Context<any, any>) => Answer;
};

const KB = 1024;
const formLimit = 256 * KB;

type Options = { limit?: number };

/** A page for people who are signed in. */
export const get = <P extends string>(
	path: P,
	who: readonly Role[] | 'signed-in',
	handle: (c: Context<App, P>) => Answer
): Route => ({
	method: 'GET',
	path,
	who,
	journals: [],
	limit: 0,
	writes: false,
	handle
});

/** An act: its answer is a redirect, or the page again with what is wrong. At least one of `journals` is written, or the act is undone with 500. */
export const post = <P extends string>(
	path: P,
	who: readonly Role[] | 'signed-in',
	journals: readonly Act[],
	handle: (c: Context<App, P>) => Answer,
	{ limit = formLimit }: Options = {}
): Route => ({ method: 'POST', path, who, journals, limit, writes: true, handle });

/** A page or an act open to anyone: sign-in, invitation, first run. */
export const open = {
	get: <P extends string>(path: P, handle: (c: Context<Visitor, P>) => Answer): Route => ({
		method: 'GET',
		path,
		who: 'anyone',
		journals: [],
		limit: 0,
		writes: false,
		handle
	}),
	post: <P extends string>(
		path: P,
		handle: (c: Context<Visitor, P>) => Answer,
		{ limit = formLimit, elsewhere = false }: Options & { elsewhere?: boolean } = {}
	): Route => ({
		method: 'POST',
		path,
		who: 'anyone',
		journals: [],
		limit,
		writes: true,
		elsewhere,
		handle
	})
};

/** A background task acts in its organisation's name and by its clock; it opens its own transactions with `asActor`. */
export type Job<T extends keyof Tasks> = (world: World, author: Author, payload: Tasks[T], now: Now) => Promise<void>;
