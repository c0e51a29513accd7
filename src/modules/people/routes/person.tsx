import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, type Rejected, readForm, statusOf } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { canManageAccess } from '../../access/rules/roles';
import { historyOf } from '../../journal/queries';
import { findGuest } from '../../mentorships/queries/guests';
import { mentorshipsOf } from '../../mentorships/queries/mentorships';
import { lineOf } from '../../mentorships/rules/wanted';
import { canReadMentorships } from '../../mentorships/rules/words';
import { addPerson } from '../commands/add-person';
import { cardValues, changePerson } from '../commands/change-person';
import { leavePerson, undoLeaving } from '../commands/leave';
import { logReading } from '../commands/log-reading';
import { removePerson, restorePerson } from '../commands/remove';
import { lastDayForm, newPersonForm, personForm, tokenForm } from '../form/person';
import { LeavingPage } from '../pages/periods';
import { PersonPage } from '../pages/person';
import { EditPersonPage, NewPersonPage } from '../pages/person-form';
import { listDuplicates } from '../queries/duplicates';
import { findPerson, listUsedWords } from '../queries/person';
import { canKeepPeople, peopleKeepers } from '../rules/person';

type C = Context<App, '/people/:id'>;

/** The person of the address; one taken away is found only where it can be brought back. */
export async function personOf(c: C, removedToo = false) {
	const { tx, actor, now } = c.var;
	const person = (await findPerson(tx, actor, c.req.param('id'), now)) ?? notFound();
	return person.removed && !removedToo ? notFound() : person;
}

export async function showPerson(c: C, problems?: Problems) {
	const { tx, actor, now, view } = c.var;
	const person = await personOf(c, true);
	if (person.mergedInto && !problems) return c.redirect(`/people/${person.mergedInto}`, 303);
	const fresh = view.saved === 'added' || view.saved === 'changed';
	const twins = fresh && canManageAccess(actor) ? await listDuplicates(tx, actor, now, person.id) : [];
	const history = canKeepPeople(actor) ? await historyOf(tx, actor, { kind: 'person', id: person.id }) : [];
	const sees = canReadMentorships(actor) || person.id === actor.personId;
	const pairs = sees ? (await mentorshipsOf(tx, actor, person.id, now)).map((one) => lineOf(one, now.today)) : [];
	const guest = sees ? await findGuest(tx, actor, person.id) : undefined;
	return c.html(
		<PersonPage {...{ view, person, history, twins, guest, ...(sees && { pairs }) }} {...(problems && { problems })} />,
		problems ? 422 : 200
	);
}

const saved = (c: C, what: string) => c.redirect(`/people/${c.req.param('id')}?saved=${what}`, 303);
const theirsIn = (result: { ok: false; problems: Problems } | Rejected) =>
	'theirs' in result ? result.theirs : undefined;

export const personRoutes: readonly Route[] = [
	get('/people/new', peopleKeepers, async (c) => {
		const { tx, actor, view } = c.var;
		const values = { token: crypto.randomUUID(), employment: 'main' };
		return c.html(<NewPersonPage {...{ view, values }} used={await listUsedWords(tx, actor)} />);
	}),

	post('/people', peopleKeepers, ['person.added'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const form = readForm(await c.req.formData(), newPersonForm(now.today));
		const result = form.ok ? await addPerson(tx, actor, form.value, now) : form;
		if (result.ok) return c.redirect(`/people/${result.value}?saved=added`, 303);
		const used = await listUsedWords(tx, actor);
		return c.html(<NewPersonPage {...{ view, used }} values={form.values} problems={result.problems} />, 422);
	}),

	{
		...get('/people/:id', 'signed-in', async (c) => {
			const { tx, actor, now } = c.var;
			if (canKeepPeople(actor)) await logReading(tx, actor, [(await personOf(c, true)).id], 'card', now);
			return showPerson(c);
		}),
		writes: true // who looked at private fields is noted
	},

	get('/people/:id/edit', peopleKeepers, async (c) => {
		const { tx, actor, view } = c.var;
		const person = await personOf(c);
		const values = { ...cardValues(person), token: crypto.randomUUID() };
		return c.html(<EditPersonPage {...{ view, person, values }} used={await listUsedWords(tx, actor)} />);
	}),

	post('/people/:id', peopleKeepers, ['person.changed'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const person = await personOf(c);
		const form = readForm(await c.req.formData(), personForm(now.today));
		const result = form.ok ? await changePerson(tx, actor, person, form.value, now) : form;
		if (result.ok) return saved(c, 'changed');
		const theirs = theirsIn(result);
		const used = await listUsedWords(tx, actor);
		const page = <EditPersonPage {...{ view, person, used, theirs }} values={form.values} problems={result.problems} />;
		return c.html(page, statusOf(theirs ? { theirs } : {}));
	}),

	get('/people/:id/leaving', peopleKeepers, async (c) => {
		const values = { token: crypto.randomUUID() };
		return c.html(<LeavingPage view={c.var.view} person={await personOf(c)} values={values} />);
	}),

	post('/people/:id/leaving', peopleKeepers, ['person.left'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const person = await personOf(c);
		const form = readForm(await c.req.formData(), lastDayForm);
		const result = form.ok ? await leavePerson(tx, actor, person, form.value, now) : form;
		if (result.ok) return saved(c, 'left');
		return c.html(<LeavingPage {...{ view, person }} values={form.values} problems={result.problems} />, 422);
	}),

	post('/people/:id/leaving/undoing', peopleKeepers, ['person.returned'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await undoLeaving(tx, actor, await personOf(c), form.value, now) : form;
		return result.ok ? saved(c, 'returned') : showPerson(c, result.problems);
	}),

	post('/people/:id/removal', peopleKeepers, ['person.removed'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await removePerson(tx, actor, await personOf(c), form.value, now) : form;
		if (!result.ok) return showPerson(c, result.problems);
		return c.redirect(`/people?saved=removed&of=${c.req.param('id')}`, 303);
	}),

	post('/people/:id/restoration', peopleKeepers, ['person.restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await restorePerson(tx, actor, await personOf(c, true), form.value, now) : form;
		return result.ok ? saved(c, 'restored') : showPerson(c, result.problems);
	})
];
