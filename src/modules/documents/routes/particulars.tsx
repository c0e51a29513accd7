import { notFound } from '../../../core/errors';
import { readForm, statusOf } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { makeAsAsked } from '../commands/particulars';
import { particularsForm } from '../form';
import { ParticularsPage } from '../pages/particulars';
import { listApprovedPlans, listEventsForOrder } from '../queries/feeds';
import { listParticulars } from '../queries/particulars';
import { findSettings, listSigners } from '../queries/settings';
import { documentMakers, isOwnTemplate } from '../rules/documents';
import { type OwnTemplateCode, ownTemplates } from '../rules/library/templates';
import { readParticulars, valuesOf } from '../rules/particulars';
import { type C, madeAnswer, templateAtWork } from './shared';

/** A kind of paper that asks something when it is made. */
function askedCodeOf(c: C): OwnTemplateCode {
	const code = c.req.param('code') ?? '';
	return isOwnTemplate(code) && ownTemplates[code].asks.length > 0 ? code : notFound();
}

async function choicesOf({ var: { tx, actor, now } }: C) {
	return {
		staff: await listSigners(tx, actor, now),
		plans: await listApprovedPlans(tx, actor),
		events: await listEventsForOrder(tx, actor, now)
	};
}

/** The small form of a paper, and the paper made of it. */
export const particularsRoutes: readonly Route[] = [
	get('/documents/:code/particulars', documentMakers, async (c) => {
		const { tx, actor, view } = c.var;
		const code = askedCodeOf(c);
		const template = ownTemplates[code];
		const [kept] = await listParticulars(tx, actor, code);
		const { values, chosen } = valuesOf(template.asks, kept);
		const fresh = { ...values, token: crypto.randomUUID(), version: String(kept?.version ?? 0) };
		return c.html(<ParticularsPage {...{ view, code, template, chosen }} values={fresh} {...(await choicesOf(c))} />);
	}),

	post('/documents/:code/particulars', documentMakers, ['document.made', 'document.remade'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const code = askedCodeOf(c);
		const template = ownTemplates[code];
		const data = await c.req.formData();
		const choices = await choicesOf(c);
		const form = readForm(data, particularsForm);
		const idsOf = (all: readonly { id: string }[]) => all.map(({ id }) => id);
		const { typed, problems } = readParticulars(template.asks, data, {
			staff: idsOf(choices.staff),
			plans: idsOf(choices.plans),
			events: idsOf(choices.events)
		});
		const wrong = Object.keys(problems).length > 0;
		const { settings } = await findSettings(tx, actor);
		const result =
			form.ok && !wrong
				? await makeAsAsked(
						tx,
						actor,
						code,
						{ ...form.value, ...typed, ...(await templateAtWork(c, code, { settings })) },
						now
					)
				: { ok: false as const, problems: { ...(form.ok ? {} : form.problems), ...problems } };
		if (result.ok) return madeAnswer(c, code, result.value);
		const theirs = 'theirs' in result ? result.theirs : undefined;
		const shown = { values: form.values, problems: result.problems, theirs, chosen: typed.people };
		return c.html(<ParticularsPage {...{ view, code, template }} {...shown} {...choices} />, statusOf(result));
	})
];
