import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { type Actor, has } from './core/actor';
import { nowIn } from './core/dates';
import { Forbidden, NotFound } from './core/errors';
import { asActor } from './db/as-actor';
import { traceOf } from './db/journal';
import type { App, Route, World } from './http';
import { addressOf } from './http-client';
import { rateLimit } from './http-rate';
import { routeTable } from './route-table';
import { ErrorPage } from './ui/error-page';

/**
 * Where a visitor without a session is sent; the page asked for is opened after signing in. Whose session ended while
 * they typed comes back to the page they sent from: their browser kept the words there.
 */
const signIn = (c: Context) => {
	const from = c.req.method === 'GET' ? c.req.url : (c.req.header('referer') ?? '');
	const { pathname, search } = URL.canParse(from) ? new URL(from) : { pathname: '/', search: '' };
	return c.redirect(pathname === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(pathname + search)}`, 303);
};

const mayOpen = (route: Route, actor: Actor) => typeof route.who === 'string' || has(actor, ...route.who);

/**
 * What was sent, whole, before a transaction begins: a slow line must hold no connection to the database. It is remembered:
 * handlers ask `c.req.formData()` as ever. What is no form of ours, or broke off, is refused.
 */
async function takeForm(c: Context<App>) {
	if (c.req.method !== 'POST') return;
	await c.req.formData().catch((cause) => {
		throw new HTTPException(400, { cause });
	});
}

/** A visitor's route: no person, no transaction. */
async function receive(route: Route, c: Context<App>) {
	await takeForm(c);
	c.set('now', nowIn('UTC', c.var.world.clock()));
	return route.handle(c);
}

/** One request of a person who is signed in: one transaction in their name; an answer of 400 or more rolls it back. */
async function serve(route: Route, c: Context<App>, doors: readonly Route[]) {
	const { world } = c.var;
	const person = await world.actorOf(c);
	if (!person) return signIn(c);
	const actor = { ...person, requestId: c.var.requestId }; // the journal's line and the log's line find each other by it
	if (!mayOpen(route, actor)) throw new Forbidden();
	await takeForm(c);
	c.set('actor', actor);
	const now = nowIn(actor.timeZone, world.clock());
	const rooms = new Set(doors.filter((door) => mayOpen(door, actor)).map(({ path }) => path));
	c.set('now', now);
	c.set('view', { actor, now, path: c.req.path, rooms, saved: c.req.query('saved') });

	const { answer } = await asActor(world.db, actor, route.writes ? 'read write' : 'read only', async (tx) => {
		c.set('tx', tx);
		const answer = await route.handle(c);
		const ok = answer.status < 400;
		if (ok) checkJournal(route, traceOf(tx));
		return { ok, answer };
	});
	return answer;
}

/** A route that declares what it journals and then leaves no line is a mistake of ours: the act is undone. */
function checkJournal({ journals, method, path }: Route, trace: ReturnType<typeof traceOf>) {
	if (journals.length === 0 || trace.has('replayed') || journals.some((act) => trace.has(act))) return;
	throw new Error(`${method} ${path} journalled none of: ${journals.join(', ')}`);
}

/** The whole application as one value: the server listens with it, tests call `app.request()` on it. */
export function createApp(world: World, routes: readonly Route[] = routeTable) {
	const ownOrigin = csrf({
		origin: (origin, c) => origin === addressOf(c, world) || origin === new URL(c.req.url).origin
	});
	const doors = routes.filter(({ elsewhere }) => elsewhere).map(({ path }) => path.replace(/:\w+/g, '[^/]+'));
	const sentFromElsewhere = ({ req }: Context) => doors.some((door) => new RegExp(`^${door}$`).test(req.path));
	const app = new Hono<App>().use(
		world.observe ?? ((_, next) => next()),
		rateLimit(world),
		secureHeaders({
			contentSecurityPolicy: {
				defaultSrc: ["'self'"],
				imgSrc: ["'self'", 'data:'],
				objectSrc: ["'none'"],
				baseUri: ["'none'"],
				formAction: ["'self'"],
				frameAncestors: ["'none'"]
			},
			referrerPolicy: 'same-origin',
			crossOriginOpenerPolicy: 'same-origin'
		}),
		(c, next) => (sentFromElsewhere(c) ? next() : ownOrigin(c, next)),
		async (c, next) => {
			c.set('world', world);
			await next();
			if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
		}
	);

	const rooms = routes.filter(({ method, path }) => method === 'GET' && !path.includes(':'));
	for (const route of routes) {
		const handle = (c: Context<App>) => (route.who === 'anyone' ? receive(route, c) : serve(route, c, rooms));
		app.on(route.method, [route.path], ...(route.method === 'POST' ? [limited(route)] : []), (c) =>
			handle(c as Context<App>)
		);
	}

	return app
		.notFound((c) => c.html(<ErrorPage status={404} />, 404))
		.onError((error, c) => {
			if (error instanceof NotFound) return c.html(<ErrorPage status={404} />, 404);
			if (error instanceof Forbidden) return c.html(<ErrorPage status={403} />, 403);
			if (error instanceof HTTPException) return c.html(<ErrorPage status={error.status} />, error.status);
			(world.complain ?? console.error)(error, c);
			return c.html(<ErrorPage status={500} />, 500);
		});
}

const MB = 1024 * 1024;

/** Where files are taken, a megabyte of the limit is room for the fields beside them: people are told of the file alone. */
const tooLarge = (c: Context, limit: number) =>
	c.html(<ErrorPage status={413} limit={limit > MB ? limit - MB : limit} />, 413);

/**
 * A body that says it is too long is refused before it is touched: the server can then read it to its end and throw it away
 * (`listenerFor`). One that does not say how long it is, as no browser sends it, is counted and cut off.
 */
function limited({ limit }: Route): MiddlewareHandler {
	const counted = bodyLimit({ maxSize: limit, onError: (c) => tooLarge(c, limit) });
	return async (c, next) => {
		const length = c.req.header('transfer-encoding') ? undefined : c.req.header('content-length');
		if (length !== undefined && Number(length) > limit) return tooLarge(c, limit);
		return counted(c, next);
	};
}
