import type { Context } from 'hono';
import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { isId } from '../../../core/ids';
import { plain } from '../../../core/plain';
import { type App, get, post, type Route } from '../../../http';
import { closedIn, closesIn } from '../../../ui/closes';
import { listClosable } from '../../roadmap/queries/closable';
import { decide, sayOpinion, withdrawMembership } from '../commands/decide';
import { addSet, changeGroup } from '../commands/sets';
import { decisionForm, groupForm, opinionForm, presetForm, reviewForm, tokenForm } from '../form';
import { GroupPage } from '../pages/group';
import { OwnGroupsPage } from '../pages/own';
import { SortedPersonPage } from '../pages/person';
import { ReviewPage } from '../pages/review';
import { SortingPage } from '../pages/sorting';
import { GroupsStartPage } from '../pages/start';
import { findGroup, findMembership, listSets } from '../queries/sets';
import { listHistory, listOwnOpinions, listSorted, type Sorted } from '../queries/staff';
import { type GroupSet, groupKeepers } from '../rules/groups';
import type { Rule } from '../rules/rule';
import { differs, findingsOf, pageSize, type SortingWanted, wantedFrom } from '../rules/sorting';

type Wrong = { values: Values; problems: Problems };
type C = Context<App>;

async function setOf(c: C) {
	const sets = await listSets(c.var.tx, c.var.actor);
	return { sets, set: sets.find(({ id }) => id === c.req.param('id')) ?? notFound() };
}

const shows = ({ filter }: SortingWanted, person: Sorted) => {
	if (filter === 'undecided') return person.member.length === 0;
	if (filter === 'differ') return differs(person);
	return filter === 'all' || person.member.some(({ groupId }) => filter === `group-${groupId}`);
};

async function showSorting(c: C, wrong?: Wrong & { chosen: readonly string[] }) {
	const { tx, actor, now, view } = c.var;
	const { sets, set } = await setOf(c);
	const wanted = wantedFrom(c.req.query());
	const all = await listSorted(tx, actor, set.id, now);
	const words = plain(wanted.q).split(/\s+/).filter(Boolean);
	const found = all.filter(({ name, post }) => words.every((word) => plain(`${name} ${post}`).includes(word)));
	const filters = [
		'all',
		'undecided',
		'differ',
		...set.groups.map(({ id }) => `group-${id}`)
	] as SortingWanted['filter'][];
	const counts = Object.fromEntries(
		filters.map((filter) => [filter, found.filter((person) => shows({ ...wanted, filter }, person)).length])
	);
	const people = found
		.filter((person) => shows(wanted, person))
		.slice((wanted.page - 1) * pageSize, wanted.page * pageSize);
	const { add, drop } = findingsOf(set, all, now.today);
	const review = { add: add.length, drop: drop.length };
	const shown = wrong ?? { values: { token: crypto.randomUUID() } };
	return c.html(
		<SortingPage
			{...{ view, sets, set, people, counts, review, wanted }}
			closed={closedIn(c.req.query('closed'))}
			{...shown}
		/>,
		wrong ? 422 : 200
	);
}

async function showPerson(
	c: C,
	set: GroupSet,
	personId: string,
	wrong: { observation?: Wrong; decision?: Wrong } = {}
) {
	const { tx, actor, now, view } = c.var;
	const [person] = isId(personId) ? await listSorted(tx, actor, set.id, now, personId) : [];
	if (!person) return notFound();
	const history = await listHistory(tx, actor, personId);
	const fresh = () => ({ values: { token: crypto.randomUUID() }, problems: {} });
	const page = (
		<SortedPersonPage
			{...{ view, set, person, history }}
			observation={wrong.observation ?? fresh()}
			decision={wrong.decision ?? fresh()}
		/>
	);
	return c.html(page, wrong.observation || wrong.decision ? 422 : 200);
}

async function showReview(c: C, set: GroupSet, wrong?: Wrong & { chosen: readonly string[] }) {
	const { tx, actor, now, view } = c.var;
	const found = findingsOf(set, await listSorted(tx, actor, set.id, now), now.today);
	const values = { token: crypto.randomUUID(), from: showDate(now.today) };
	const closable = await listClosable(tx, actor, ['classify'], now.today);
	return c.html(<ReviewPage {...{ view, set, closable }} {...found} {...(wrong ?? { values })} />, wrong ? 422 : 200);
}

async function showOwn(c: C, wrong?: Wrong & { set: string }) {
	const { tx, actor, view } = c.var;
	const said = await listOwnOpinions(tx, actor);
	const sets = (await listSets(tx, actor)).map((set) => ({ set, self: said.get(set.id) ?? null }));
	return c.html(<OwnGroupsPage {...{ view, sets }} {...(wrong && { wrong })} />, wrong ? 422 : 200);
}

/** The same two fields under a name of their own: a page may ask about several sets. */
function opinionIn(data: FormData, name: string) {
	const group = data.get(name);
	data.set('group', group === 'none' ? '' : (group ?? 'nothing'));
	data.set('note', data.get(`${name}-note`) ?? '');
	return readForm(data, opinionForm);
}
const underName = (name: string, { group, form, ...others }: Problems): Problems => ({
	...others,
	...(form && { form }),
	...(group && { [name]: group })
});

/** A group as its form shows it. */
const valuesOf = ({
	code,
	name,
	about,
	version,
	...group
}: NonNullable<Awaited<ReturnType<typeof findGroup>>>): Values => {
	const [first, second] = group.rule as Rule;
	return {
		code,
		name,
		about,
		version: String(version),
		canMentor: group.canMentor ? 'on' : '',
		canBeMentee: group.canBeMentee ? 'on' : '',
		fact1: first?.fact ?? '',
		sign1: first?.under === false ? 'from' : 'under',
		months1: first ? String(first.months) : '',
		fact2: second?.fact ?? '',
		sign2: second?.under === false ? 'from' : 'under',
		months2: second ? String(second.months) : ''
	};
};

export const groupRoutes: readonly Route[] = [
	get('/groups', groupKeepers, async (c) => {
		const { tx, actor, view } = c.var;
		return c.html(<GroupsStartPage view={view} sets={await listSets(tx, actor)} />);
	}),

	post('/group-sets', groupKeepers, ['group-set.added'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const form = readForm(await c.req.formData(), presetForm);
		const result = form.ok ? await addSet(tx, actor, form.value, now) : form;
		if (result.ok) return c.redirect(`/group-sets/${result.value}?saved=added`, 303);
		return c.html(<GroupsStartPage view={view} sets={await listSets(tx, actor)} problems={result.problems} />, 422);
	}),

	get('/group-sets/:id', groupKeepers, (c) => showSorting(c)),

	post('/group-sets/:id/decisions', groupKeepers, ['group.decided'], async (c) => {
		const { tx, actor, now } = c.var;
		const { set } = await setOf(c);
		const data = await c.req.formData();
		const form = readForm(data, decisionForm, ['person']);
		const chosen = data.getAll('person').filter((one) => typeof one === 'string');
		const [first = ''] = data.get('back') === 'person' ? chosen : [];
		const result = form.ok
			? await decide(
					tx,
					actor,
					set,
					{
						token: form.value.token,
						from: form.value.from,
						decisions: form.value.person.map((personId) => ({
							personId,
							groupId: form.value.group,
							basis: form.value.basis
						}))
					},
					now
				)
			: form;
		if (result.ok) {
			const saved = result.value.count > 0 ? 'decided' : 'same';
			return c.redirect(`/group-sets/${set.id}${first ? `/people/${first}` : ''}?saved=${saved}`, 303);
		}
		const wrong = { values: form.values, problems: result.problems };
		return first ? showPerson(c, set, first, { decision: wrong }) : showSorting(c, { ...wrong, chosen });
	}),

	get('/group-sets/:id/review', groupKeepers, async (c) => showReview(c, (await setOf(c)).set)),

	post('/group-sets/:id/review', groupKeepers, ['group.decided', 'activity.done', 'evidence.attached'], async (c) => {
		const { tx, actor, now } = c.var;
		const { set } = await setOf(c);
		const data = await c.req.formData();
		const [form, closes] = [readForm(data, reviewForm, ['add', 'drop']), closesIn(data)];
		if (!form.ok) return showReview(c, set, { ...form, chosen: closes });
		const { add } = findingsOf(set, await listSorted(tx, actor, set.id, now), now.today);
		const decisions = add
			.filter(({ person, group }) => form.value.add.includes(`${person.id}.${group.id}`))
			.map(({ person, group, because }) => ({ personId: person.id, groupId: group.id, basis: because }));
		const result = await decide(tx, actor, set, { ...form.value, decisions, closes }, now);
		if (!result.ok) return showReview(c, set, { values: form.values, problems: result.problems, chosen: closes });
		const { count, closed } = result.value;
		return c.redirect(`/group-sets/${set.id}?saved=${count > 0 ? 'decided' : 'same'}&closed=${closed}`, 303);
	}),

	get('/group-sets/:id/people/:person', groupKeepers, async (c) =>
		showPerson(c, (await setOf(c)).set, c.req.param('person'))
	),

	post('/group-sets/:id/people/:person/observation', groupKeepers, ['group.observed'], async (c) => {
		const { tx, actor, now } = c.var;
		const { set } = await setOf(c);
		const personId = c.req.param('person');
		const [person] = isId(personId) ? await listSorted(tx, actor, set.id, now, personId) : [];
		if (!person) return notFound();
		const form = opinionIn(await c.req.formData(), 'seen');
		const said = form.ok && { ...form.value, source: 'observer' as const };
		const result = said ? await sayOpinion(tx, actor, { set, personId }, said, now) : form;
		if (result.ok) return c.redirect(`/group-sets/${set.id}/people/${personId}?saved=observed`, 303);
		const problems = 'problems' in result ? underName('seen', result.problems) : {};
		return showPerson(c, set, personId, { observation: { values: form.values, problems } });
	}),

	get('/staff-groups/:id', groupKeepers, async (c) => {
		const { tx, actor, view } = c.var;
		const group = (await findGroup(tx, actor, c.req.param('id'))) ?? notFound();
		return c.html(<GroupPage {...{ view, group }} values={{ ...valuesOf(group), token: crypto.randomUUID() }} />);
	}),

	post('/staff-groups/:id', groupKeepers, ['group.changed'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const group = (await findGroup(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), groupForm);
		const result = form.ok ? await changeGroup(tx, actor, group, form.value, now) : form;
		if (result.ok) return c.redirect(`/group-sets/${group.setId}?saved=changed`, 303);
		const theirs = 'theirs' in result && result.theirs ? valuesOf(group) : undefined;
		const page = <GroupPage {...{ view, group, theirs }} values={form.values} problems={result.problems} />;
		return c.html(page, theirs ? 409 : 422);
	}),

	post('/group-memberships/:id/withdrawal', groupKeepers, ['group.withdrawn'], async (c) => {
		const { tx, actor, now } = c.var;
		const membership = (await findMembership(tx, actor, c.req.param('id'))) ?? notFound();
		const group = (await findGroup(tx, actor, membership.groupId)) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await withdrawMembership(tx, actor, membership, form.value, now) : form;
		const { personId } = membership;
		return c.redirect(`/group-sets/${group.setId}/people/${personId}${result.ok ? '?saved=withdrawn' : ''}`, 303);
	}),

	get('/my-groups', 'signed-in', (c) => showOwn(c)),

	post('/my-groups/:id', 'signed-in', ['group.self-assessed'], async (c) => {
		const { tx, actor, now } = c.var;
		const { set } = await setOf(c);
		const name = `mine-${set.id}`;
		const form = opinionIn(await c.req.formData(), name);
		const said = form.ok && { ...form.value, source: 'self' as const };
		const result = said ? await sayOpinion(tx, actor, { set, personId: actor.personId }, said, now) : form;
		if (result.ok) return c.redirect('/my-groups?saved=said', 303);
		const problems = 'problems' in result ? underName(name, result.problems) : {};
		return showOwn(c, { set: set.id, values: form.values, problems });
	})
];
