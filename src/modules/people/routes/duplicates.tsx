import type { Context } from 'hono';
import { type Role, roleName } from '../../../core/actor';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { isId } from '../../../core/ids';
import { type App, get, post, type Route } from '../../../http';
import { keepers } from '../../access/rules/roles';
import { type Register, registers } from '../../registry/rules/registers';
import { logReading } from '../commands/log-reading';
import { distinguish, mergePeople, sumOfSides, undoDistinction, undoMerge } from '../commands/merge';
import { mergeForm } from '../form/merging';
import { tokenForm } from '../form/person';
import { DuplicatesPage } from '../pages/duplicates';
import { MergePage, MergingPage } from '../pages/merging';
import {
	findContradiction,
	findMerge,
	listDistinctions,
	listDuplicates,
	listMergeSides,
	listMerges
} from '../queries/duplicates';
import { joinedSentences } from '../rules/joining';
import { likeness } from '../rules/likeness';
import { differingFields, keptOf, suggestedChoice } from '../rules/merging';

type C = Context<App>;

const idsIn = (c: C): readonly [string, string] => {
	const [one, other] = [c.req.param('id') ?? '', c.req.param('other') ?? ''];
	return isId(one) && isId(other) && one !== other ? [one, other] : notFound();
};

async function showMerging(c: C, wrong?: { values: Values; problems: Problems }) {
	const { tx, actor, now, view } = c.var;
	const ids = idsIn(c);
	const [one, other] = await listMergeSides(tx, actor, ids, now);
	if (!one || !other) return notFound();
	const { kept, gone } = keptOf(one, other, actor.personId);
	const contradiction = await findContradiction(tx, actor, ids);
	const titled = ({ card, posts, subjects }: typeof one) => ({
		...card,
		posts: posts.map(({ title }) => title),
		subjects
	});
	const joined = joinedSentences(kept, gone, {
		role: (role) => roleName(role as Role, actor.organisation.kind),
		register: (register) => registers[register as Register].name
	});
	const suggested = Object.fromEntries(
		differingFields(kept.card, gone.card).map((field) => [field, suggestedChoice(kept.card, gone.card, field)])
	);
	const values: Values = {
		...(wrong?.values ?? { token: crypto.randomUUID(), ...suggested }),
		expected: sumOfSides(one, other)
	};
	await logReading(tx, actor, ids, 'card', now);
	return c.html(
		<MergingPage
			{...{ view, kept, gone, contradiction, joined, values }}
			like={likeness(titled(kept), titled(gone))}
			problems={wrong?.problems ?? {}}
		/>,
		wrong ? 422 : 200
	);
}

async function showMerge(c: C, problems?: Problems) {
	const { tx, actor, view } = c.var;
	const merge = (await findMerge(tx, actor, c.req.param('id') ?? '')) ?? notFound();
	return c.html(<MergePage {...{ view, merge }} problems={problems ?? {}} />, problems ? 422 : 200);
}

export const duplicateRoutes: readonly Route[] = [
	get('/people/duplicates', keepers, async (c) => {
		const { tx, actor, now, view } = c.var;
		const distinctions = await listDistinctions(tx, actor);
		const pairs = await listDuplicates(tx, actor, now);
		const page = Math.min(Math.max(1, Number.parseInt(c.req.query('page') ?? '', 10) || 1), 1000);
		const told = view.saved === 'distinct' ? distinctions.find(({ id }) => id === c.req.query('of')) : undefined;
		return c.html(
			<DuplicatesPage {...{ view, pairs, page, distinctions, told }} merges={await listMerges(tx, actor)} />
		);
	}),

	{ ...get('/people/:id/merging/:other', keepers, (c) => showMerging(c)), writes: true }, // who looked at private fields is noted

	post('/people/:id/merging/:other', keepers, ['person.merged'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), mergeForm);
		const result = form.ok ? await mergePeople(tx, actor, idsIn(c), form.value, now) : form;
		if (result.ok) return c.redirect(`/person-merges/${result.value}?saved=merged`, 303);
		return showMerging(c, { values: form.values, problems: result.problems });
	}),

	post('/people/:id/distinction/:other', keepers, ['person.distinguished'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await distinguish(tx, actor, idsIn(c), form.value, now) : form;
		return result.ok
			? c.redirect(`/people/duplicates?saved=distinct&of=${result.value}`, 303)
			: showMerging(c, { values: form.values, problems: result.problems });
	}),

	post('/person-distinctions/:id/undoing', keepers, ['person.distinction-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const id = isId(c.req.param('id')) ? c.req.param('id') : notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await undoDistinction(tx, actor, id, form.value, now);
		return c.redirect('/people/duplicates', 303);
	}),

	get('/person-merges/:id', keepers, (c) => showMerge(c)),

	post('/person-merges/:id/undoing', keepers, ['person.merge-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const merge = (await findMerge(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await undoMerge(tx, actor, merge, form.value, now) : form;
		return result.ok ? c.redirect(`/person-merges/${merge.id}`, 303) : showMerge(c, result.problems);
	})
];
