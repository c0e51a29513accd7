import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import qrcode from 'qrcode';
import { nowIn } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, readForm } from '../../../core/forms';
import { readAs } from '../../../db/as-actor';
import { type App, get, open, post, type Route } from '../../../http';
import { addressOf } from '../../../http-client';
import { sessionSecret } from '../../../http-cookies';
import { buckets } from '../../../http-rate';
import { ErrorPage } from '../../../ui/error-page';
import { reachOf } from '../../access/rules/invitations';
import { hashOf } from '../../access/rules/secrets';
import { listEventsForFeed } from '../../events/queries/feed';
import { asAttachment, tidyName } from '../../files/rules';
import { listMeetingsForFeed } from '../../meetings/queries/feed';
import { issueFeed, revokeFeed, touchFeed } from '../commands/feed';
import { calendarFile } from '../engine/calendar-file';
import { tokenForm } from '../form';
import { CalendarPage } from '../pages/calendar';
import { findFeedOwner } from '../queries/before-sign-in';
import { feedEvents, findFeed } from '../queries/feed';
import { feedSpan, feedToken } from '../rules/feed';

/** A calendar program asks a few times a day; sixty at once and one a minute is still generous. */
const mayAsk = buckets({ capacity: 60, perSecond: 1 / 60 });

const asCalendar = { 'content-type': 'text/calendar; charset=utf-8', 'x-content-type-options': 'nosniff' };

/** The page; the address itself only where this very sign-in made it. */
async function show(c: Context<App>, problems?: Problems) {
	const { tx, actor, view, world } = c.var;
	const feed = await findFeed(tx, actor);
	const address = addressOf(c, world);
	const token = feed && feedToken(sessionSecret(c, world), feed.id);
	const link =
		feed && token && hashOf(token).equals(feed.token_hash) ? `${address}/calendar-feed/${token}.ics` : undefined;
	const reach = reachOf(address);
	const webcal = link?.replace(/^https?:/, 'webcal:');
	const qr =
		webcal && reach !== 'this-computer' ? await qrcode.toString(webcal, { type: 'svg', margin: 0 }) : undefined;
	return c.html(<CalendarPage {...{ view, feed, link, webcal, qr, reach, problems }} />, problems ? 422 : 200);
}

export const feedRoutes: readonly Route[] = [
	get('/my-calendar', 'signed-in', (c) => show(c)),

	post('/my-calendar/address', 'signed-in', ['calendar-feed.issued'], async (c) => {
		const { tx, actor, now, world } = c.var;
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await issueFeed(tx, actor, sessionSecret(c, world), form.value, now) : form;
		return result.ok ? c.redirect('/my-calendar?saved=address', 303) : show(c, result.problems);
	}),

	post('/my-calendar/address/revocation', 'signed-in', ['calendar-feed.revoked'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await revokeFeed(tx, actor, form.value, now) : form;
		return result.ok ? c.redirect('/my-calendar?saved=revoked', 303) : show(c, result.problems);
	}),

	/** What a calendar program reads, with the eyes of whoever made the address and no more. */
	open.get('/calendar-feed/:file', async (c) => {
		const { world, now } = c.var;
		const token = /^([\w-]{32})\.ics$/.exec(c.req.param('file'))?.[1] ?? notFound();
		const hash = hashOf(token);
		const wait = mayAsk(hash.toString('hex'), Date.parse(now.at) / 1000);
		if (wait > 0) return c.html(<ErrorPage status={429} />, 429, { 'retry-after': String(wait) });
		const owner = (await findFeedOwner(world.db, hash, now.at)) ?? notFound();
		const theirs = nowIn(owner.timeZone, world.clock());
		const { events, meetings } = await readAs(world.db, owner, async (tx) => ({
			events: await feedEvents(tx, owner, theirs),
			meetings: [
				...(await listEventsForFeed(tx, owner, feedSpan(theirs.today))),
				...(await listMeetingsForFeed(tx, owner, feedSpan(theirs.today)))
			]
		}));
		await touchFeed(world.db, hash, now.at);

		const text = calendarFile(events, addressOf(c, world), { meetings, timeZone: owner.timeZone });
		const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
		const headers = { etag: tag, 'cache-control': 'private, no-cache' };
		if (c.req.header('if-none-match')?.replace(/^W\//, '') === tag) return c.body(null, 304, headers);
		return c.body(text, 200, { ...headers, ...asCalendar, 'content-disposition': 'inline; filename="nastavnik.ics"' });
	}),

	/** The deadlines of one activity, once, for a calendar that subscribes to nothing. */
	get('/activities/:id/calendar', 'signed-in', async (c) => {
		const { tx, actor, now, world } = c.var;
		const events = await feedEvents(tx, actor, now, c.req.param('id'));
		const [first] = events;
		if (!first) return notFound();
		return c.body(calendarFile(events, addressOf(c, world)), 200, {
			...asCalendar,
			'content-disposition': asAttachment(tidyName(`${first.title.slice(0, 60)}.ics`.replace(/[\\/:*?"<>|\s]+/g, ' ')))
		});
	})
];
