import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, statusOf, type Values } from '../../../core/forms';
import { isId } from '../../../core/ids';
import { plain } from '../../../core/plain';
import { type App, get, post, type Route } from '../../../http';
import { listInterviewers } from '../../interviews/queries/interviewers';
import { recordDetails } from '../commands/details';
import { tie, undoTie } from '../commands/ties';
import { detailsForm, tieForm, tokenForm } from '../form/matching';
import { DetailsPage, tickedWords } from '../pages/details';
import { MatchingPeoplePage, type Told } from '../pages/people';
import { type Details, listDetails, listTies, noDetails } from '../queries/details';
import { gatherFacts } from '../queries/facts';
import { matchers } from '../rules/matchers';
import { isHour } from '../rules/score/hours';
import { allRoles, isRole } from '../rules/score/roles';

type C = Context<App>;

/** Everybody of both registers, each once, by name. */
async function everybody({ var: { tx, actor, now } }: C): Promise<Told[]> {
	const { facts, names } = await gatherFacts(tx, actor, now);
	const [mentees, mentors] = [facts.mentees, facts.mentors].map((list) => new Map(list.map((one) => [one.id, one])));
	const ids = new Set([...facts.mentees, ...facts.mentors].map(({ id }) => id));
	return Array.from(ids, (id) => ({
		id,
		name: names.get(id) ?? '',
		mentee: mentees?.get(id) as Told['mentee'],
		mentor: mentors?.get(id) as Told['mentor']
	})).sort((one, other) => one.name.localeCompare(other.name, 'ru'));
}

async function showPeople(c: C, wrong?: { values: Values; problems: Problems }) {
	const { tx, actor, view } = c.var;
	const people = await everybody(c);
	const q = (c.req.query('q') ?? '').slice(0, 200);
	const words = plain(q).split(/\s+/).filter(Boolean);
	const found = people.filter(({ name }) => words.every((word) => plain(name).includes(word)));
	const ties = await listTies(tx, actor);
	const gone = view.saved === 'tie-undone' ? (await tieFor(c, c.req.query('tie') ?? ''))[0] : undefined;
	const values = wrong?.values ?? { token: crypto.randomUUID(), kind: 'lock' };
	const page = (
		<MatchingPeoplePage {...{ view, people, found, q, ties, gone, values }} problems={wrong?.problems ?? {}} />
	);
	return c.html(page, wrong ? 422 : 200);
}

const tieFor = async ({ var: { tx, actor } }: C, id: string) => (isId(id) ? listTies(tx, actor, { id }) : []);
const tieIn = async (c: C) => (await tieFor(c, c.req.param('id') ?? ''))[0] ?? notFound();
const personIn = async (c: C) => (await everybody(c)).find(({ id }) => id === c.req.param('id')) ?? notFound();

const valuesOf = ({ building, outside, managerId, queue, smallest, number, ...told }: Details): Values => ({
	building,
	outside,
	manager: managerId ?? '',
	needs: needsWord(told),
	queue,
	smallest: smallest ? String(smallest) : '',
	version: String(number),
	...tickedWords({ hoursTold: told.hours, worksAs: told.worksAs })
});

/** How many mentors and how, as the form says it. */
const needsWord = ({ needs, bothOrNone, roles }: Pick<Details, 'needs' | 'bothOrNone' | 'roles'>) =>
	roles.length > 0 ? (bothOrNone ? 'both-roles' : 'roles') : bothOrNone ? 'both' : String(needs);

type Ticked = { hoursTold: readonly string[]; worksAs: readonly string[] };
type Wrong = Ticked & { values: Values; problems: Problems; theirs?: Values | undefined };

async function showDetails(c: C, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const person = await personIn(c);
	const told = (await listDetails(tx, actor, person.id)).get(person.id) ?? noDetails(person.id);
	const staff = await listInterviewers(tx, actor, now);
	const values = wrong?.values ?? { token: crypto.randomUUID(), ...valuesOf(told) };
	const page = (
		<DetailsPage
			{...{ view, person, staff, values }}
			hoursTold={wrong?.hoursTold ?? told.hours}
			worksAs={wrong?.worksAs ?? told.worksAs}
			problems={wrong?.problems ?? {}}
			theirs={wrong?.theirs}
		/>
	);
	return c.html(page, wrong ? statusOf(wrong.theirs ? { theirs: wrong.theirs } : {}) : 200);
}

export const matchingPeopleRoutes: readonly Route[] = [
	get('/matching/people', matchers, (c) => showPeople(c)),
	get('/matching/people/:id', matchers, (c) => showDetails(c)),

	post('/matching/people/:id', matchers, ['matching-details.recorded'], async (c) => {
		const { tx, actor, now } = c.var;
		const { id } = await personIn(c);
		const data = await c.req.formData();
		const form = readForm(data, detailsForm, ['hours', 'worksAs']);
		const hoursTold = data.getAll('hours').map(String).filter(isHour);
		const worksAs = data.getAll('worksAs').map(String).filter(isRole);
		if (!form.ok) return showDetails(c, { values: form.values, problems: form.problems, hoursTold, worksAs });
		const { needs, manager, ...rest } = form.value;
		const told = {
			...rest,
			hours: hoursTold,
			managerId: manager || null,
			needs: needs === '1' ? (1 as const) : (2 as const),
			bothOrNone: needs.startsWith('both'),
			roles: needs.endsWith('roles') ? [...allRoles] : []
		};
		const result = await recordDetails(tx, actor, id, { ...told, theirs: valuesOf }, now);
		if (result.ok) return c.redirect('/matching/people?saved=details', 303);
		return showDetails(c, {
			values: form.values,
			problems: result.problems,
			theirs: result.theirs,
			hoursTold,
			worksAs
		});
	}),

	post('/matching/ties', matchers, ['tie.made'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), tieForm);
		const result = form.ok ? await tie(tx, actor, form.value, now) : form;
		if (result.ok) return c.redirect('/matching/people?saved=tie', 303);
		return showPeople(c, { values: form.values, problems: result.problems });
	}),

	...(['undoing', 'restoration'] as const).map((act) =>
		post(`/matching/ties/:id/${act}`, matchers, [act === 'undoing' ? 'tie.undone' : 'tie.restored'], async (c) => {
			const { tx, actor, now } = c.var;
			const one = await tieIn(c);
			const form = readForm(await c.req.formData(), tokenForm);
			const result = form.ok
				? await undoTie(tx, actor, one, { ...form.value, back: act === 'restoration' }, now)
				: form;
			if (!result.ok)
				return showPeople(c, { values: { token: crypto.randomUUID(), kind: 'lock' }, problems: result.problems });
			return c.redirect(
				act === 'undoing' ? `/matching/people?saved=tie-undone&tie=${one.id}` : '/matching/people?saved=tie',
				303
			);
		})
	)
];
