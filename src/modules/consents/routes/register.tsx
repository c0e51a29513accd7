import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { closedIn, closesIn } from '../../../ui/closes';
import { findCalendar } from '../../calendar/queries';
import { uploadLimit } from '../../files/rules';
import { findOrganisation } from '../../organisations/queries';
import { listClosable } from '../../roadmap/queries/closable';
import { closeByConsents } from '../commands/close';
import { recordConsents } from '../commands/record';
import { settleWithdrawal } from '../commands/withdraw';
import { sheetsInWord } from '../engine/sheets-in-word';
import { recordForm, tokenForm } from '../form';
import { EntryPage } from '../pages/entry';
import { RegisterPage } from '../pages/register';
import { SheetsPage } from '../pages/sheets';
import { findOwner } from '../queries/person';
import { listRegister, listUnsettled, listWithout } from '../queries/register';
import { currentTexts, findSettings } from '../queries/texts';
import { blanksIn, type ConsentKind, consentKeepers, isKind } from '../rules/kinds';
import { libraryOf } from '../rules/library';
import { sheetOf } from '../rules/sheet';
import { settleBy } from '../rules/standing';
import { wantedFrom } from '../rules/wanted';
import { scanIn } from './scan';

export const kindOf = (c: Context<App>): ConsentKind => {
	const kind = c.req.param('kind') ?? '';
	return isKind(kind) ? kind : notFound();
};

type Wrong = { values: Values; problems: Problems; chosen: readonly string[] };

async function showRegister(c: Context<App>, status: 200 | 422 = 200, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const wanted = wantedFrom(c.req.query());
	const { asked, strict } = await findSettings(tx, actor);
	const register = await listRegister(tx, actor, wanted, asked, now);
	const withdrawals = await listUnsettled(tx, actor);
	const [first] = withdrawals;
	const calendar =
		first &&
		(await findCalendar(tx, actor, { from: first.withdrawnOn, to: `${Number(now.today.slice(0, 4)) + 1}-12-31` }));
	const unsettled = calendar ? withdrawals.map((one) => ({ ...one, by: settleBy(one.withdrawnOn, calendar) })) : [];
	const closable = await listClosable(tx, actor, ['consent'], now.today);
	const closing = wrong ?? { values: { token: crypto.randomUUID() } };
	const closed = closedIn(c.req.query('closed'));
	return c.html(
		<RegisterPage {...{ view, wanted, strict, unsettled, closable, closing, closed }} {...register} />,
		status
	);
}

async function showEntry(
	c: Context<App>,
	everybody: boolean,
	wrong?: { values: Values; chosen: readonly string[]; problems: Problems }
) {
	const { tx, actor, now, view } = c.var;
	const kind = kindOf(c);
	const { asked } = await findSettings(tx, actor);
	const people = await listWithout(tx, actor, kind, asked, everybody, now);
	const shown = wrong ?? { values: { token: crypto.randomUUID() } };
	return c.html(<EntryPage {...{ view, kind, people, everybody }} {...shown} />, wrong ? 422 : 200);
}

/** The sheets of all who lack one, of one kind; `people`: the people of the address alone. */
async function sheetsFor(c: Context<App>) {
	const { tx, actor, now } = c.var;
	const kind = kindOf(c);
	const { asked } = await findSettings(tx, actor);
	const people = await listWithout(tx, actor, kind, asked, c.req.query('everybody') === 'on', now);
	const text = (await currentTexts(tx, actor)).get(kind);
	const organisation = await findOrganisation(tx, actor, now);
	const parts = text?.parts ?? libraryOf(kind, organisation.fullName);
	const sheets = people.map((person) => sheetOf(kind, parts, person, true));
	return { kind, sheets, published: text !== undefined, blanks: blanksIn(kind, parts), organisation };
}

export const consentRegisterRoutes: readonly Route[] = [
	get('/consents', consentKeepers, (c) => showRegister(c)),

	post('/consents/closing', consentKeepers, ['activity.done', 'evidence.attached'], async (c) => {
		const { tx, actor, now } = c.var;
		const data = await c.req.formData();
		const [form, closes] = [readForm(data, tokenForm), closesIn(data)];
		const result = form.ok ? await closeByConsents(tx, actor, { ...form.value, closes }, now) : form;
		if (result.ok) return c.redirect(`/consents?saved=closed&closed=${result.value}`, 303);
		return showRegister(c, 422, { values: form.values, problems: result.problems, chosen: closes });
	}),

	get('/consents/entry/:kind', consentKeepers, (c) => showEntry(c, c.req.query('everybody') === 'on')),

	post(
		'/consents/entry/:kind',
		consentKeepers,
		['consent.recorded'],
		async (c) => {
			const { tx, actor, now } = c.var;
			const data = await c.req.formData();
			const form = readForm(data, recordForm, ['person']);
			const result = form.ok ? await recordConsents(tx, actor, form.value, await scanIn(data), now) : form;
			if (result.ok) return c.redirect('/consents?saved=recorded', 303);
			const chosen = data.getAll('person').filter((one) => typeof one === 'string');
			return showEntry(c, data.get('everybody') === 'on', { values: form.values, chosen, problems: result.problems });
		},
		{ limit: uploadLimit }
	),

	get('/consents/sheets/:kind', consentKeepers, async (c) => {
		const { organisation: _, ...shown } = await sheetsFor(c);
		const word = `/consents/sheets/${shown.kind}/word${c.req.query('everybody') === 'on' ? '?everybody=on' : ''}`;
		return c.html(<SheetsPage view={c.var.view} word={word} {...shown} />);
	}),

	get('/consents/sheets/:kind/word', consentKeepers, async (c) => {
		const { sheets, organisation } = await sheetsFor(c);
		if (sheets.length === 0) return c.redirect(`/consents/sheets/${kindOf(c)}`, 303);
		return sendFile(c, `${sheets[0]?.title}.docx`, await sheetsInWord(sheets, organisation.fullName));
	}),

	post('/consent-withdrawals/:id/settling', consentKeepers, ['consent.settled'], async (c) => {
		const { tx, actor, now } = c.var;
		const withdrawal = (await findOwner(tx, actor, 'consent_withdrawals', c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await settleWithdrawal(tx, actor, withdrawal.id, form.value, now) : form;
		return result.ok ? c.redirect('/consents?saved=settled', 303) : showRegister(c, 422);
	})
];
