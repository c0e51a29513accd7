import type { Context } from 'hono';
import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { uploadLimit } from '../../files/rules';
import { recordConsents, setConsentRemoved } from '../commands/record';
import { undoWithdrawal, withdrawConsent } from '../commands/withdraw';
import { recordForm, tokenForm, withdrawalForm } from '../form';
import { PersonConsentsPage } from '../pages/person';
import { findOwner, findPersonConsents } from '../queries/person';
import { consentKeepers } from '../rules/kinds';
import { scanIn } from './scan';

type Wrong = { values: Values; problems: Problems };

async function show(c: Context<App>, id: string, { record, withdrawal }: { record?: Wrong; withdrawal?: Wrong } = {}) {
	const { tx, actor, now, view } = c.var;
	const person = (await findPersonConsents(tx, actor, id, now)) ?? notFound();
	const fresh = () => ({ values: { token: crypto.randomUUID() }, problems: {} });
	const today = { values: { token: crypto.randomUUID(), withdrawnOn: showDate(now.today) }, problems: {} };
	const page = <PersonConsentsPage {...{ view, person }} record={record ?? fresh()} withdrawal={withdrawal ?? today} />;
	return c.html(page, record || withdrawal ? 422 : 200);
}

const saved = (c: Context<App>, id: string, what: string) => c.redirect(`/consents/people/${id}?saved=${what}`, 303);

/** Acts on one record: it is found, the button is read, and the person's page says what was done. */
const onRecord =
	(
		table: 'consents' | 'consent_withdrawals',
		what: string,
		act: (c: Context<App>, id: string, form: { token: string }) => ReturnType<typeof undoWithdrawal>
	) =>
	async (c: Context<App>) => {
		const { tx, actor } = c.var;
		const row = (await findOwner(tx, actor, table, c.req.param('id') ?? '')) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await act(c, row.id, form.value) : form;
		return result.ok
			? saved(c, row.personId, what)
			: show(c, row.personId, { record: { values: {}, problems: result.problems } });
	};

export const consentPersonRoutes: readonly Route[] = [
	get('/consents/people/:id', consentKeepers, (c) => show(c, c.req.param('id'))),

	post(
		'/consents/people/:id',
		consentKeepers,
		['consent.recorded'],
		async (c) => {
			const { tx, actor, now } = c.var;
			const person = (await findPersonConsents(tx, actor, c.req.param('id'), now)) ?? notFound();
			const data = await c.req.formData();
			data.set('person', person.id);
			const form = readForm(data, recordForm, ['person']);
			const result = form.ok ? await recordConsents(tx, actor, form.value, await scanIn(data), now) : form;
			if (result.ok) return saved(c, person.id, 'recorded');
			return show(c, person.id, { record: { values: form.values, problems: result.problems } });
		},
		{ limit: uploadLimit }
	),

	post('/consents/people/:id/withdrawal', consentKeepers, ['consent.withdrawn'], async (c) => {
		const { tx, actor, now } = c.var;
		const person = (await findPersonConsents(tx, actor, c.req.param('id'), now)) ?? notFound();
		const form = readForm(await c.req.formData(), withdrawalForm);
		const result = form.ok ? await withdrawConsent(tx, actor, person.id, form.value, now) : form;
		if (result.ok) return saved(c, person.id, 'withdrawn');
		return show(c, person.id, { withdrawal: { values: form.values, problems: result.problems } });
	}),

	post(
		'/consents/:id/removal',
		consentKeepers,
		['consent.removed'],
		onRecord('consents', 'removed', (c, id, form) =>
			setConsentRemoved(c.var.tx, c.var.actor, id, true, form, c.var.now)
		)
	),

	post(
		'/consents/:id/restoration',
		consentKeepers,
		['consent.restored'],
		onRecord('consents', 'restored', (c, id, form) =>
			setConsentRemoved(c.var.tx, c.var.actor, id, false, form, c.var.now)
		)
	),

	post(
		'/consent-withdrawals/:id/undoing',
		consentKeepers,
		['consent.withdrawal-undone'],
		onRecord('consent_withdrawals', 'undone', (c, id, form) =>
			undoWithdrawal(c.var.tx, c.var.actor, id, form, c.var.now)
		)
	)
];
