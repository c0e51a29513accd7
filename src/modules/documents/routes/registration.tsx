import { showDate } from '../../../core/dates';
import { readForm, type Values } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { closesIn } from '../../../ui/closes';
import { canManageAccess } from '../../access/rules/roles';
import { findMentorships } from '../../mentorships/queries/mentorships';
import { listClosable } from '../../roadmap/queries/closable';
import { type Refill, registerDocument } from '../commands/register';
import { undoRegistration } from '../commands/undo-registration';
import type { Fields } from '../engine/template/values';
import { dayValue } from '../engine/template/values';
import { registrationForm, tokenForm } from '../form';
import { RegistrationPage } from '../pages/registration';
import { documentValues, type StoredDocument } from '../queries/document';
import { listJournals, nextOwnNumber } from '../queries/numbers';
import { findSettings } from '../queries/settings';
import { listTaking } from '../queries/taking';
import { appointments } from '../rules/appointments';
import { checkLink, withCheckLink } from '../rules/check-page';
import { documentKeepers, documentMakers, isOwnTemplate } from '../rules/documents';
import { chainOf, closedBy, effectsOf, numberBy, waitingFor } from '../rules/registration';
import { showDocument } from './made';
import { type C, documentIn, templateAtWork, type Wrong } from './shared';

type Refused = Wrong & { closes: readonly string[]; theirs?: Values | undefined };

async function showRegistration(c: C, document: StoredDocument, wrong?: Refused) {
	const { tx, actor, now, view } = c.var;
	const mentorships = await findMentorships(tx, actor, document.mentorships, now);
	const waiting = waitingFor(mentorships);
	const own = (await listJournals(tx, actor)).find(({ series, kept }) => kept && series === document.series);
	const next =
		own && numberBy(own.pattern, await nextOwnNumber(tx, actor, own.series, now.today.slice(0, 4)), now.today);
	const fresh: Values = {
		token: crypto.randomUUID(),
		version: String(document.version),
		actKind: document.actKind ?? 'none',
		series: document.series,
		number: '',
		datedOn: showDate(document.signedOn ?? now.today)
	};
	const page = (
		<RegistrationPage
			{...{ view, document, next }}
			taking={await listTaking(tx, actor, document, now)}
			effects={effectsOf(
				document.actKind,
				waiting,
				document.appointed.filter(({ to }) => !appointments[to].role || canManageAccess(actor))
			)}
			chain={chainOf(document.actKind ? waiting : [], now.today, now.today)}
			closable={await listClosable(tx, actor, closedBy(document.code), now.today)}
			values={wrong ? { ...wrong.values, version: String(document.version) } : fresh}
			problems={wrong?.problems ?? {}}
			theirs={wrong?.theirs}
			{...(wrong && { closes: wrong.closes })}
		/>
	);
	return c.html(page, wrong ? (wrong.theirs ? 409 : 422) : 200);
}

/** Makes the text anew with the number and the day, by the template of the newest version: unless that was edited by hand. */
async function refillOf(c: C, document: StoredDocument): Promise<Refill> {
	const { tx, actor } = c.var;
	// the copy of a registration that was taken back bears its number: the text before it is filled anew
	const newest = document.files.find(({ kind, numbered }) => kind !== 'signature' && !numbered);
	const { code } = document;
	if (newest?.kind !== 'generated' || !isOwnTemplate(code)) return null;
	const { settings } = await findSettings(tx, actor);
	const { template, templateId, checkAt } = await templateAtWork(c, code, { settings }, newest.template);
	const values = await documentValues(tx, actor, document.id);
	return (number, on, checkCode) => {
		const filled = { ...values, документ: { дата: dayValue(on), номер: number || null } } as Fields;
		const bytes = template.render(checkAt ? withCheckLink(filled, checkLink(checkAt, checkCode)) : filled);
		return { name: newest.name, bytes, templateId };
	};
}

/** The number and the day a paper has got, and their taking back. */
export const registrationRoutes: readonly Route[] = [
	get('/documents/made/:id/registration', documentMakers, async (c) => {
		const document = await documentIn(c);
		if (document.datedOn || document.removed) return c.redirect(`/documents/made/${document.id}`, 303);
		return showRegistration(c, document);
	}),

	post('/documents/made/:id/registration', documentMakers, ['document.registered'], async (c) => {
		const { tx, actor, now } = c.var;
		const document = await documentIn(c);
		const data = await c.req.formData();
		const [form, closes] = [readForm(data, registrationForm), closesIn(data)];
		const refill = form.ok && !document.datedOn ? await refillOf(c, document) : null;
		const result = form.ok ? await registerDocument(tx, actor, document, { ...form.value, closes }, refill, now) : form;
		if (!result.ok) {
			const theirs = 'theirs' in result ? result.theirs : undefined;
			return showRegistration(c, document, { values: form.values, problems: result.problems, closes, theirs });
		}
		const { id, closed } = result.value;
		return c.redirect(`/documents/made/${id}?saved=registered${closed > 0 ? `&closed=${closed}` : ''}`, 303);
	}),

	post('/documents/made/:id/registration/undoing', documentKeepers, ['document.registration-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const document = await documentIn(c);
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await undoRegistration(tx, actor, document, form.value, now) : form;
		if (!result.ok)
			return showDocument(c, document, { values: { token: crypto.randomUUID() }, problems: result.problems });
		return c.redirect(`/documents/made/${document.id}?saved=registration-undone`, 303);
	})
];
