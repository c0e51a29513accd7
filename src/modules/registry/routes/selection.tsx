import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { isId } from '../../../core/ids';
import { type App, get, post, type Route } from '../../../http';
import { decideSelection, markCriterion, setCriteria, undoDecisions } from '../commands/selection';
import { criteriaForm, decisionForm, markForm, tokenForm } from '../form/selection';
import { CriteriaPage } from '../pages/criteria';
import { SelectionPage } from '../pages/selection';
import { findCriteria } from '../queries/editions';
import { listRegister } from '../queries/register';
import type { Criterion } from '../rules/criteria';
import { isIn } from '../rules/line';
import { type Register, registryKeepers } from '../rules/registers';
import { registerIn } from './found';

type C = Context<App>;
type Wrong = { values: Values; problems: Problems; chosen: readonly string[] };

async function showSelection(c: C, register: Register, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const lines = (await listRegister(tx, actor, register, now)).filter((line) => isIn(line, now.today));
	const criteria = register === 'mentors' ? (await findCriteria(tx, actor)).criteria : [];
	const act = c.req.query('act') ?? '';
	const undo = view.saved === 'decided' && isId(act) ? `/register-acts/${act}/decisions/undoing` : undefined;
	const shown = wrong ?? { values: { token: crypto.randomUUID() } };
	return c.html(<SelectionPage {...{ view, register, lines, criteria, undo }} {...shown} />, wrong ? 422 : 200);
}

const criteriaValues = (criteria: readonly Criterion[], version: number): Values => {
	const of = <K extends Criterion['kind']>(kind: K) =>
		criteria.find((one): one is Extract<Criterion, { kind: K }> => one.kind === kind);
	return {
		version: String(version),
		teaching: String(of('teaching')?.months ?? ''),
		here: String(of('here')?.months ?? ''),
		category: of('category')?.least ?? '',
		wish: of('wish') ? 'on' : '',
		consent: of('consent') ? 'on' : '',
		manual: criteria.flatMap((one) => (one.kind === 'manual' ? [one.name] : [])).join('\n')
	};
};

export const selectionRoutes: readonly Route[] = [
	get('/registry/criteria', registryKeepers, async (c) => {
		const { tx, actor, view } = c.var;
		const { criteria, version } = await findCriteria(tx, actor);
		const values = { ...criteriaValues(criteria, version), token: crypto.randomUUID() };
		return c.html(<CriteriaPage {...{ view, values }} />);
	}),

	post('/registry/criteria', registryKeepers, ['criteria.set'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const form = readForm(await c.req.formData(), criteriaForm);
		const result = form.ok ? await setCriteria(tx, actor, form.value, now) : form;
		if (result.ok) return c.redirect('/registry/mentors/selection', 303);
		const late = 'theirs' in result && result.theirs !== undefined;
		const { version } = await findCriteria(tx, actor);
		const values = late ? { ...form.values, version: String(version) } : form.values;
		return c.html(<CriteriaPage {...{ view, values }} problems={result.problems} />, late ? 409 : 422);
	}),

	get('/registry/:register/selection', registryKeepers, (c) => showSelection(c, registerIn(c))),

	post('/registry/:register/decisions', registryKeepers, ['selection.decided', 'criterion.marked'], async (c) => {
		const { tx, actor, now } = c.var;
		const register = registerIn(c);
		const data = await c.req.formData();
		const chosen = data.getAll('person').filter((one) => typeof one === 'string');
		const back = `/registry/${register}/selection`;
		if (data.get('act') === 'met' || data.get('act') === 'unmet') {
			const form = readForm(data, markForm, ['person']);
			const { criteria } = await findCriteria(tx, actor);
			const result = form.ok ? await markCriterion(tx, actor, criteria, form.value, now) : form;
			if (result.ok) return c.redirect(`${back}?saved=marked`, 303);
			return showSelection(c, register, { values: form.values, problems: result.problems, chosen });
		}
		const form = readForm(data, decisionForm, ['person']);
		const result = form.ok ? await decideSelection(tx, actor, register, form.value, now) : form;
		if (result.ok) return c.redirect(`${back}?saved=decided&act=${result.value.act}`, 303);
		return showSelection(c, register, { values: form.values, problems: result.problems, chosen });
	}),

	post('/register-acts/:id/decisions/undoing', registryKeepers, ['selection.decision-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const id = isId(c.req.param('id')) ? c.req.param('id') : notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await undoDecisions(tx, actor, id, form.value, now) : notFound();
		return c.redirect(`/registry/${result.ok ? result.value : 'mentors'}/selection`, 303);
	})
];
