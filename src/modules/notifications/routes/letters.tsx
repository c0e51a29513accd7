import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, statusOf, type Values } from '../../../core/forms';
import { type App, get, open, post, type Route, type World } from '../../../http';
import { pauseMail, resumeMail } from '../commands/pauses';
import { changeWish, confirmAddress, giveAddress, readNotices, silenceLetters } from '../commands/wishes';
import { addressForm, codeForm, tokenForm, wishForm } from '../form';
import { LettersPage } from '../pages/letters';
import { MyLettersPage } from '../pages/my-letters';
import { NoticesPage } from '../pages/notices';
import { SilencePage } from '../pages/silence';
import { findLettersByKey } from '../queries/before-sign-in';
import { findMailState, listNotices, type MailState } from '../queries/letters';
import { findWishes, listCorrespondents } from '../queries/wishes';
import { mailKeepers } from '../rules/keepers';
import { reasonToKeep } from '../rules/letters';

/** What letters carry in their address; anything else a stranger writes there is no key and is asked of nobody. */
const keyIn = (written: string) => (/^[\w-]{1,100}$/.test(written) ? written : notFound());

const silentBecause = ({ mail, publicUrl, demonstration }: World, state: MailState) =>
	reasonToKeep({ ...state, ready: !!(mail && publicUrl), demonstration: !!demonstration });

type Refused = { problems: Problems; values?: Values; theirs?: Values };

async function showOwn(c: Context<App>, refused?: Refused) {
	const { tx, actor, view, world } = c.var;
	const wishes = await findWishes(tx, actor);
	const silent = silentBecause(world, await findMailState(tx, actor));
	const values = {
		address: wishes.address ?? wishes.known,
		wish: wishes.wish,
		daysAhead: String(wishes.daysAhead),
		code: c.req.query('code') ?? '',
		...refused?.values,
		token: crypto.randomUUID()
	};
	const page = <MyLettersPage {...{ view, wishes, silent, values }} problems={refused?.problems} />;
	return c.html(page, refused ? statusOf(refused) : 200);
}

async function showAll(c: Context<App>, problems?: Problems) {
	const { tx, actor, view, world, now } = c.var;
	const people = await listCorrespondents(tx, actor, now);
	const mail = await findMailState(tx, actor);
	const page = <LettersPage {...{ view, people, mail, problems }} silent={silentBecause(world, mail)} />;
	return c.html(page, problems ? 422 : 200);
}

export const letterRoutes: readonly Route[] = [
	get('/notices', 'signed-in', async (c) => {
		const { tx, actor, view } = c.var;
		return c.html(<NoticesPage view={view} notices={await listNotices(tx, actor)} />);
	}),

	post('/notices/reading', 'signed-in', ['letters.read'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await readNotices(tx, actor, form.value, now) : form;
		return c.redirect(result.ok ? '/notices?saved=read' : '/notices', 303);
	}),

	get('/my-letters', 'signed-in', (c) => showOwn(c)),

	post('/my-letters/address', 'signed-in', ['letters.address-given', 'letters.address-taken'], async (c) => {
		const { tx, actor, now, world } = c.var;
		const form = readForm(await c.req.formData(), addressForm);
		const silent = silentBecause(world, await findMailState(tx, actor));
		const result = form.ok ? await giveAddress(tx, actor, form.value, silent, now) : form;
		if (!result.ok) return showOwn(c, { ...result, values: form.values });
		return c.redirect(`/my-letters?saved=${result.value}`, 303);
	}),

	post('/my-letters/confirmation', 'signed-in', ['letters.address-confirmed', 'letters.code-wrong'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), codeForm);
		const result = form.ok ? await confirmAddress(tx, actor, form.value, now) : form;
		if (!result.ok) return showOwn(c, { ...result, values: form.values });
		return c.redirect(`/my-letters?saved=${result.value}`, 303);
	}),

	post('/my-letters/wish', 'signed-in', ['letters.wished'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), wishForm);
		const result = form.ok ? await changeWish(tx, actor, form.value, now) : form;
		if (!result.ok) return showOwn(c, { ...result, values: form.values });
		return c.redirect('/my-letters?saved=wish', 303);
	}),

	get('/letters', mailKeepers, (c) => showAll(c)),

	post('/letters/pause', mailKeepers, ['mail.paused'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await pauseMail(tx, actor, form.value, now) : form;
		return result.ok ? c.redirect('/letters?saved=paused', 303) : showAll(c, result.problems);
	}),

	post('/letters/pause/ending', mailKeepers, ['mail.resumed'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await resumeMail(tx, actor, form.value, now) : form;
		return result.ok ? c.redirect('/letters?saved=resumed', 303) : showAll(c, result.problems);
	}),

	/** What «Отписаться» in a letter leads to; asks first, for programs that open every link. */
	open.get('/letters/:key/silence', async (c) => {
		const letterKey = keyIn(c.req.param('key'));
		const { organisation, wish } = (await findLettersByKey(c.var.world.db, letterKey)) ?? notFound();
		return c.html(<SilencePage {...{ letterKey, organisation }} silent={wish === 'none'} />);
	}),

	/** The button of that page, and the one of mail programs (RFC 8058), which send from elsewhere. */
	open.post(
		'/letters/:key/silence',
		async (c) => {
			const key = keyIn(c.req.param('key'));
			if (!(await silenceLetters(c.var.world.db, key, c.var.now))) return notFound();
			const known = await findLettersByKey(c.var.world.db, key);
			return c.html(<SilencePage letterKey={key} organisation={known?.organisation ?? ''} silent />); // RFC 8058, 3.1: no redirect
		},
		{ elsewhere: true }
	)
];
