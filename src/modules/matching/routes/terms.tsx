import type { Context } from 'hono';
import { formOf, type Problems, readForm, statusOf, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import type { Format } from '../../registry/rules/registers';
import { setTerms } from '../commands/terms';
import { termsForm, termsPreview } from '../form/matching';
import { TermsPage } from '../pages/terms';
import { gatherFacts } from '../queries/facts';
import { findTerms, type NumberedTerms } from '../queries/terms';
import { matchers } from '../rules/matchers';
import { compare } from '../rules/score/compare';
import { isLarge } from '../rules/score/large';
import { reckon } from '../rules/score/reckon';
import {
	allParts,
	type Conditions,
	kindFrom,
	presets,
	type Terms,
	type Weights,
	weightsFor
} from '../rules/score/terms';

type C = Context<App>;

const typed = (weights: Weights, { ownManager, ...ticks }: Conditions): Values => ({
	...Object.fromEntries(allParts.map((part) => [part, String(weights[part])])),
	ownManager,
	...Object.fromEntries(Object.entries(ticks).flatMap(([name, on]) => (on ? [[name, 'on']] : [])))
});

/** Today's best pairs by the terms that stand and by those in the form. */
async function changeBy({ var: { tx, actor, now } }: C, kind: Format, standing: Terms, terms: Terms) {
	const { facts, names } = await gatherFacts(tx, actor, now);
	if (facts.mentees.length === 0 || facts.mentors.length === 0)
		return { names, change: 'Показать пока не на ком: в банках никого нет.' };
	if (isLarge(facts)) return { names, change: 'Людей много: что изменится, покажет новый подбор.' };
	const [one, other] = [standing, terms].map((by) => reckon({ kind, review: false, facts, terms: by }));
	if (!one?.ok || !other?.ok)
		return {
			names,
			change: 'Закреплённые пары не помещаются в места наставников: поправьте их, и перемена станет видна.'
		};
	return { names, change: compare(one.result, other.result) };
}

type Shown = { values: Values; problems?: Problems; terms: Terms };

async function showTerms(
	c: C,
	kind: Format,
	{ version, terms: standing }: NumberedTerms,
	shown: Shown,
	status: 200 | 409 | 422
) {
	const { values, problems = {}, terms } = shown;
	const told = { token: crypto.randomUUID(), version: String(version), ...values };
	const page = (
		<TermsPage
			view={c.var.view}
			{...{ kind, problems }}
			values={told}
			{...(await changeBy(c, kind, standing, terms))}
		/>
	);
	return c.html(page, status);
}

export const matchingTermRoutes: readonly Route[] = [
	get('/matching/terms', matchers, async (c) => {
		const query = c.req.query();
		const kind = kindFrom(query.kind);
		const standing = await findTerms(c.var.tx, c.var.actor);
		const { conditions } = standing.terms;
		const form = query.needs === undefined ? undefined : readForm(formOf(query), termsPreview);
		if (form?.ok) {
			const { weights, conditions: asked } = form.value;
			const terms = { weights: { ...standing.terms.weights, [kind]: weights }, conditions: asked };
			return showTerms(c, kind, standing, { values: typed(weights, asked), terms }, 200);
		}
		const weights = query.preset === 'on' ? presets[kind] : weightsFor(standing.terms, kind);
		const terms = { weights: { ...standing.terms.weights, [kind]: weights }, conditions };
		const values = form ? { ...typed(weights, conditions), ...form.values } : typed(weights, conditions);
		return showTerms(c, kind, standing, { values, terms, problems: form?.problems ?? {} }, form ? 422 : 200);
	}),

	post('/matching/terms', matchers, ['matching-terms.set'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), termsForm);
		const result = form.ok ? await setTerms(tx, actor, form.value, now) : form;
		const kind = kindFrom(form.values.kind);
		if (result.ok) return c.redirect(`/matching/terms?kind=${kind}&saved=terms`, 303);
		const standing = await findTerms(tx, actor);
		const late = 'theirs' in result && result.theirs !== undefined;
		const values = late ? { ...form.values, version: String(standing.version) } : form.values;
		return showTerms(
			c,
			kind,
			standing,
			{ values, problems: result.problems, terms: standing.terms },
			statusOf(late ? { theirs: {} } : {})
		);
	})
];
