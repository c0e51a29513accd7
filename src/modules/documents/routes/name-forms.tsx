import { notFound } from '../../../core/errors';
import { type Problems, plainText, readForm, type Values } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { setNameForms } from '../commands/name-forms';
import { inCase } from '../engine/grammar/cases';
import { declinePart } from '../engine/grammar/person';
import { particularsForm } from '../form';
import { NameFormsPage } from '../pages/name-forms';
import { findNameForms, type NameForms } from '../queries/name-forms';
import { documentMakers } from '../rules/documents';
import {
	inputOf,
	type NamePart,
	nameParts,
	type Oblique,
	obliques,
	problemsWithForms,
	type Wanted,
	wantedOf
} from '../rules/name-forms';
import type { C } from './shared';

const personIn = async (c: C) => (await findNameForms(c.var.tx, c.var.actor, c.req.param('id') ?? '')) ?? notFound();

/** The parts of the name there are, by the rules of the program. */
const partsOf = (person: NameForms) => nameParts.filter((part) => person[part] !== '');

/** As they stand: the person's own, otherwise by the rules. */
function formsOf(person: NameForms): Values {
	const all = partsOf(person).flatMap((part) => {
		const own = person.own.find((one) => one.part === part && one.word === person[part]);
		const byRules = declinePart({ ...person, own: {} }, part);
		return obliques.map((name, at) => [inputOf(part, name), own?.forms?.[at + 1] ?? inCase(byRules, name)]);
	});
	return Object.fromEntries(all);
}

function show(c: C, person: NameForms, wrong?: { values: Values; problems: Problems }, status: 200 | 409 | 422 = 200) {
	const fresh = { ...formsOf(person), token: crypto.randomUUID(), version: String(person.version) };
	const shown = wrong ?? { values: fresh, problems: {} };
	const own = person.own.filter(({ part, word }) => word === person[part]).map(({ part }) => part);
	return c.html(
		<NameFormsPage {...{ view: c.var.view, person, own }} parts={partsOf(person)} {...shown} late={status === 409} />,
		status
	);
}

/** «Как имя склоняется в документах»: the rules of the program, and each person's own way above them. */
export const nameFormsRoutes: readonly Route[] = [
	get('/people/:id/name-forms', documentMakers, async (c) => show(c, await personIn(c))),

	post('/people/:id/name-forms', documentMakers, ['name-forms.changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const person = await personIn(c);
		const data = await c.req.formData();
		const form = readForm(data, particularsForm);
		const typed = (part: NamePart, name: Oblique) =>
			plainText(String(data.get(inputOf(part, name)) ?? ''))
				.trim()
				.replace(/\s+/g, ' ');
		const problems = { ...(form.ok ? {} : form.problems), ...problemsWithForms(typed, partsOf(person)) };
		if (!form.ok || Object.keys(problems).length > 0) return show(c, person, { values: form.values, problems }, 422);
		const none = { familyName: null, givenName: null, patronymic: null };
		const wanted: Wanted = {
			...none,
			...Object.fromEntries(
				partsOf(person).map((part) => [
					part,
					wantedOf(person[part], declinePart({ ...person, own: {} }, part), (name) => typed(part, name))
				])
			)
		};
		const result = await setNameForms(tx, actor, person, { ...form.value, wanted }, now);
		if (!result.ok && !result.theirs) return show(c, person, { values: form.values, problems: result.problems }, 422);
		if (!result.ok) {
			const values = { ...form.values, version: result.theirs?.version ?? '0' };
			return show(c, await personIn(c), { values, problems: result.problems }, 409);
		}
		return c.redirect(`/people/${person.id}/name-forms?saved=names`, 303);
	})
];
