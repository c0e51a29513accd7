import { notFound } from '../../../core/errors';
import { readForm, rejected } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { confirmPeople } from '../commands/decide-people';
import { peopleForm } from '../form/imports';
import { PeoplePage } from '../pages/import-people';
import { listHints } from '../queries/hints';
import { listColleagues } from '../queries/import-people';
import { findImport } from '../queries/imports';
import { planLeaders } from '../rules/plan';

/** Words and choices stand in the form side by side, one pair a line. */
function pairs(data: FormData): Record<string, string> {
	const chosen = data.getAll('person').map(String);
	return Object.fromEntries(data.getAll('words').map((words, index) => [String(words), chosen[index] ?? '']));
}

/** Whom «Кому поручить всё?» names; undefined when somebody else was meant and not chosen. */
const entrustedTo = ({ entrust, entrusted }: { entrust: string; entrusted: string }, me: string) =>
	entrust === 'me' ? me : entrust === 'other' ? entrusted || undefined : '';

export const importPeopleRoutes: readonly Route[] = [
	get('/roadmap/imports/:id/people', planLeaders, async (c) => {
		const { tx, actor, view, now } = c.var;
		const found = (await findImport(tx, actor, c.req.param('id'))) ?? notFound();
		if (found.state !== 'read' || !found.draft) return c.redirect(`/roadmap/imports/${found.id}`, 303);
		const known = { colleagues: await listColleagues(tx, actor, now.today), hints: await listHints(tx, actor) };
		return c.html(<PeoplePage view={view} id={found.id} draft={found.draft} {...known} token={crypto.randomUUID()} />);
	}),

	post('/roadmap/imports/:id/people', planLeaders, ['roadmap.corrected'], async (c) => {
		const { tx, actor, view, now } = c.var;
		const found = await findImport(tx, actor, c.req.param('id'));
		if (found?.state !== 'read' || !found.draft) notFound();
		const data = await c.req.formData();
		const form = readForm(data, peopleForm);
		const entrusted = form.ok ? entrustedTo(form.value, actor.personId) : '';
		const result = !form.ok
			? form
			: entrusted === undefined
				? rejected({ entrust: 'Выберите сотрудника, которому поручить всё.' })
				: await confirmPeople(tx, actor, found.id, { token: form.value.token, people: pairs(data), entrusted }, now);
		if (result.ok) return c.redirect(`/roadmap/imports/${found.id}/acceptance`, 303);
		const draft = { ...found.draft, people: { ...found.draft.people, ...pairs(data) } };
		const props = { view, id: found.id, draft, token: form.values.token ?? crypto.randomUUID() };
		const known = { colleagues: await listColleagues(tx, actor, now.today), hints: await listHints(tx, actor) };
		return c.html(<PeoplePage {...props} {...known} problems={result.problems} />, 422);
	})
];
