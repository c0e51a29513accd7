import type { Context } from 'hono';
import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { correctEmployment, correctPost, endPost, openEmployment, openPost, withdrawPost } from '../commands/periods';
import { employmentForm, lastDayForm, postForm, tokenForm } from '../form/person';
import { EmploymentPage, NewPostPage, PostPage } from '../pages/periods';
import { listUsedWords } from '../queries/person';
import { peopleKeepers } from '../rules/person';
import { personOf, showPerson } from './person';

type C = Context<App, '/people/:id/posts/:post'>;
type W = Context<App, '/people/:id/employments/:employment'>;
type Wrong = { values: Values; problems: Problems };

async function postOf(c: C) {
	const person = await personOf(c);
	return { person, post: person.posts.find(({ id }) => id === c.req.param('post')) ?? notFound() };
}

async function workOf(c: W) {
	const person = await personOf(c);
	return { person, work: person.employments.find(({ id }) => id === c.req.param('employment')) ?? notFound() };
}

const days = ({ from, to }: { from: string; to: string | null }) => ({
	from: showDate(from),
	to: to ? showDate(to) : ''
});

/** The page of a post with the form that went wrong, if one did. */
async function showPost(c: C, { correction, ending }: { correction?: Wrong; ending?: Wrong } = {}) {
	const { tx, actor, view } = c.var;
	const { person, post } = await postOf(c);
	const used = await listUsedWords(tx, actor);
	const present: Values = {
		...days(post),
		token: crypto.randomUUID(),
		title: post.title,
		...(post.main && { main: 'on' }),
		heldSince: post.heldSince ? showDate(post.heldSince) : ''
	};
	const shown = correction ?? { values: present, problems: {} };
	const page = <PostPage {...{ view, person, post, used, ...shown }} {...(ending && { ending })} />;
	return c.html(page, correction || ending ? 422 : 200);
}

const saved = (c: Context<App, '/people/:id'>, what: string) =>
	c.redirect(`/people/${c.req.param('id')}?saved=${what}`, 303);

export const periodRoutes: readonly Route[] = [
	get('/people/:id/posts/new', peopleKeepers, async (c) => {
		const { tx, actor, now, view } = c.var;
		const values = { token: crypto.randomUUID(), from: showDate(now.today) };
		const used = await listUsedWords(tx, actor);
		return c.html(<NewPostPage {...{ view, values, used }} person={await personOf(c)} />);
	}),

	post('/people/:id/posts', peopleKeepers, ['post.opened'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const person = await personOf(c);
		const form = readForm(await c.req.formData(), postForm(now.today));
		const result = form.ok ? await openPost(tx, actor, person, form.value, now) : form;
		if (result.ok) return saved(c, 'post');
		const used = await listUsedWords(tx, actor);
		return c.html(<NewPostPage {...{ view, person, used }} values={form.values} problems={result.problems} />, 422);
	}),

	get('/people/:id/posts/:post', peopleKeepers, (c) => showPost(c)),

	post('/people/:id/posts/:post/ending', peopleKeepers, ['post.ended'], async (c) => {
		const { tx, actor, now } = c.var;
		const { person, post } = await postOf(c);
		const form = readForm(await c.req.formData(), lastDayForm);
		const result = form.ok ? await endPost(tx, actor, person, post, form.value, now) : form;
		if (result.ok) return saved(c, 'post-ended');
		return showPost(c, { ending: { values: form.values, problems: result.problems } });
	}),

	post('/people/:id/posts/:post/correction', peopleKeepers, ['post.corrected'], async (c) => {
		const { tx, actor, now } = c.var;
		const { person, post } = await postOf(c);
		const form = readForm(await c.req.formData(), postForm(now.today));
		const result = form.ok ? await correctPost(tx, actor, person, post, form.value, now) : form;
		if (result.ok) return saved(c, 'post-corrected');
		return showPost(c, { correction: { values: form.values, problems: result.problems } });
	}),

	post('/people/:id/posts/:post/withdrawal', peopleKeepers, ['post.withdrawn'], async (c) => {
		const { tx, actor, now } = c.var;
		const { person, post } = await postOf(c);
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await withdrawPost(tx, actor, person, post, form.value, now) : form;
		return result.ok ? saved(c, 'post-withdrawn') : showPerson(c, result.problems);
	}),

	get('/people/:id/employments/new', peopleKeepers, async (c) => {
		const values = { token: crypto.randomUUID(), kind: 'main', from: showDate(c.var.now.today) };
		return c.html(<EmploymentPage view={c.var.view} person={await personOf(c)} values={values} />);
	}),

	post('/people/:id/employments', peopleKeepers, ['employment.opened'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const person = await personOf(c);
		const form = readForm(await c.req.formData(), employmentForm);
		const result = form.ok ? await openEmployment(tx, actor, person, form.value, now) : form;
		if (result.ok) return saved(c, 'employment');
		return c.html(<EmploymentPage {...{ view, person }} values={form.values} problems={result.problems} />, 422);
	}),

	get('/people/:id/employments/:employment', peopleKeepers, async (c) => {
		const { person, work } = await workOf(c);
		const values = { ...days(work), kind: work.kind, token: crypto.randomUUID() };
		return c.html(<EmploymentPage view={c.var.view} {...{ person, work, values }} />);
	}),

	post('/people/:id/employments/:employment/correction', peopleKeepers, ['employment.corrected'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const { person, work } = await workOf(c);
		const form = readForm(await c.req.formData(), employmentForm);
		const result = form.ok ? await correctEmployment(tx, actor, person, work, form.value, now) : form;
		if (result.ok) return saved(c, 'employment-corrected');
		return c.html(<EmploymentPage {...{ view, person, work }} values={form.values} problems={result.problems} />, 422);
	})
];
