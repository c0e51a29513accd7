import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { readForm } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { findOrganisation } from '../../organisations/queries';
import { wordsOf } from '../../organisations/rules/words';
import { takeStarter } from '../commands/take-starter';
import { starterForm } from '../form/starters';
import { ComparisonPage } from '../pages/comparison';
import { StarterPage, StartersPage } from '../pages/starters';
import { findComparedPlan } from '../queries/comparison';
import { listPlans } from '../queries/plans';
import { templatesFromAbove } from '../queries/templates';
import { type ComparedPlan, compare } from '../rules/comparison';
import { planLeaders } from '../rules/plan';
import { inWords, type Starter, yearsToStart } from '../rules/starters/starter';
import { findStarter, startersFor } from '../rules/starters/starters';

type StarterContext = Context<App, '/roadmap/starters/:code'>;

/** The starter of the address in the organisation's own words. */
async function starterOf(c: StarterContext) {
	const { tx, actor, now } = c.var;
	const starter = findStarter(c.req.param('code')) ?? notFound();
	const organisation = await findOrganisation(tx, actor, now);
	return { starter: inWords(starter, wordsOf(organisation.kind, organisation.words)), organisation };
}

const asCompared = ({ name, stages }: Starter): ComparedPlan => ({
	name,
	rows: stages.flatMap(({ title, rows }) =>
		rows.map(([row, , , , capability]) => ({ title: row, stage: title || null, capability }))
	)
});

/** Plans to begin with, and how plans and models lie beside each other. */
export const starterRoutes: readonly Route[] = [
	get('/roadmap/starters', planLeaders, async (c) => {
		const { tx, actor, view } = c.var;
		const above = await templatesFromAbove(tx, actor);
		return c.html(<StartersPage {...{ view, above }} starters={startersFor(actor.organisation.kind)} />);
	}),

	get('/roadmap/starters/:code', planLeaders, async (c) => {
		const { view, now } = c.var;
		const { starter } = await starterOf(c);
		const years = yearsToStart(now.today);
		const values = { token: crypto.randomUUID(), year: years[0].from };
		return c.html(<StarterPage {...{ view, starter, years, values }} />);
	}),

	post('/roadmap/starters/:code', planLeaders, ['roadmap.uploaded'], async (c) => {
		const { tx, actor, view, now } = c.var;
		const found = await starterOf(c);
		const form = readForm(await c.req.formData(), starterForm);
		const result = form.ok ? await takeStarter(tx, actor, found, form.value, now) : form;
		if (!result.ok) {
			const props = { view, ...found, years: yearsToStart(now.today), values: form.values };
			return c.html(<StarterPage {...props} problems={result.problems} />, 422);
		}
		return c.redirect(`/roadmap/imports/${result.value}`, 303);
	}),

	get('/roadmap/comparison', planLeaders, async (c) => {
		const { tx, actor, view, now } = c.var;
		const { kind } = actor.organisation;
		const plans = (await listPlans(tx, actor, now.today)).map(({ id, title }) => ({ code: id, name: title }));
		const models = startersFor(kind).map(({ code, name }) => ({ code, name: `Образец: ${name}` }));
		const choices = [...plans, ...models];
		const own = c.req.query('own') ?? choices[0]?.code ?? notFound();
		const other = c.req.query('with') ?? models.find(({ code }) => code !== own)?.code ?? own;
		const words = wordsOf(kind, (await findOrganisation(tx, actor, now)).words);
		const sideOf = async (code: string) => {
			const starter = findStarter(code);
			return starter ? asCompared(inWords(starter, words)) : ((await findComparedPlan(tx, actor, code)) ?? notFound());
		};
		const [mine, theirs] = [await sideOf(own), await sideOf(other)];
		const props = { view, choices, values: { own, with: other } };
		const plan = plans.find(({ code }) => code === own)?.code;
		return c.html(<ComparisonPage {...props} plan={plan} found={compare(mine, theirs)} />);
	})
];
