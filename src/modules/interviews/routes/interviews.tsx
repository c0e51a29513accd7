import type { Context } from 'hono';
import { schoolYearOf, showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { findRegistryPerson } from '../../registry/queries/person';
import { isRegister, type Register, registryKeepers } from '../../registry/rules/registers';
import { addNote, publishQuestions, recordInterview, removeInterview, removeNote } from '../commands/interviews';
import { interviewForm, noteForm, questionsForm, tokenForm } from '../form';
import { InterviewPage } from '../pages/interview';
import { InterviewFormPage, QuestionsPage } from '../pages/interview-form';
import { QueuePage } from '../pages/queue';
import { listInterviewers } from '../queries/interviewers';
import { findInterview, findOwnNote, findQuestions, listQueue, listRounds } from '../queries/interviews';
import { type QueueFilter, queueFilters } from '../rules/round';

type C = Context<App>;
type Wrong = { values: Values; problems: Problems };

const registerOf = (text: string | undefined): Register => (text && isRegister(text) ? text : 'mentees');

async function showForm(c: C, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const person = (await findRegistryPerson(tx, actor, c.req.param('id') ?? '', now)) ?? notFound();
	const register = registerOf(wrong?.values.register ?? c.req.query('register'));
	const asked = await findQuestions(tx, actor, register, wrong?.values.form);
	const leaders = (await listInterviewers(tx, actor, now)).filter(({ id }) => id !== person.id);
	const fresh = { heldOn: showDate(now.today), conductedBy: actor.personId, visibility: 'leaders' };
	const values = wrong?.values ?? { ...fresh, token: crypto.randomUUID() };
	return c.html(
		<InterviewFormPage {...{ view, person, register, asked, leaders, values }} problems={wrong?.problems ?? {}} />,
		wrong ? 422 : 200
	);
}

const interviewIn = async (c: C) => (await findInterview(c.var.tx, c.var.actor, c.req.param('id') ?? '')) ?? notFound();

async function showInterview(c: C, wrong?: Wrong) {
	const interview = await interviewIn(c);
	const shown = wrong ?? { values: { token: crypto.randomUUID(), visibility: 'leaders' } };
	const gone =
		c.var.view.saved === 'note-removed'
			? await findOwnNote(c.var.tx, c.var.actor, c.req.query('note') ?? '')
			: undefined;
	return c.html(<InterviewPage view={c.var.view} {...{ interview, gone }} {...shown} />, wrong ? 422 : 200);
}

export const interviewRoutes: readonly Route[] = [
	get('/interviews', registryKeepers, async (c) => {
		const { tx, actor, now, view } = c.var;
		const register = registerOf(c.req.query('register'));
		const all = await listQueue(tx, actor, register, { since: schoolYearOf(now.today).from, until: now.today }, now);
		const group = (c.req.query('group') ?? '').slice(0, 50);
		const mine = all.filter(({ groups }) => !group || groups.some(({ id }) => id === group));
		const of: Record<QueueFilter, typeof mine> = {
			waiting: mine.filter(({ last }) => !last || last.outcome === 'again'),
			talked: mine.filter(({ last }) => last && last.outcome !== 'again'),
			all: mine
		};
		const asked = c.req.query('filter') ?? '';
		const filter = (Object.hasOwn(queueFilters, asked) ? asked : 'waiting') as QueueFilter;
		const counts = { waiting: of.waiting.length, talked: of.talked.length, all: of.all.length };
		const groups = [...new Map(all.flatMap((one) => one.groups.map((each) => [each.id, each]))).values()];
		const rounds = await listRounds(tx, actor);
		return c.html(<QueuePage {...{ view, register, filter, group, counts, groups, rounds }} people={of[filter]} />);
	}),

	get('/interviews/questions/:register', registryKeepers, async (c) => {
		const { tx, actor, view } = c.var;
		const register = isRegister(c.req.param('register')) ? (c.req.param('register') as Register) : notFound();
		const { number, questions } = await findQuestions(tx, actor, register);
		const values = { token: crypto.randomUUID(), version: String(number), questions: questions.join('\n') };
		return c.html(<QuestionsPage {...{ view, register, number, values }} />);
	}),

	post('/interviews/questions/:register', registryKeepers, ['interview.questions-published'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const register = isRegister(c.req.param('register')) ? (c.req.param('register') as Register) : notFound();
		const form = readForm(await c.req.formData(), questionsForm);
		const result = form.ok ? await publishQuestions(tx, actor, register, form.value, now) : form;
		if (result.ok) return c.redirect(`/interviews/questions/${register}?saved=questions`, 303);
		const { number } = await findQuestions(tx, actor, register);
		const late = 'theirs' in result && result.theirs !== undefined;
		const values = late ? { ...form.values, version: String(number) } : form.values;
		const page = <QuestionsPage {...{ view, register, number, values }} problems={result.problems} />;
		return c.html(page, late ? 409 : 422);
	}),

	get('/interviews/people/:id', registryKeepers, (c) => showForm(c)),

	post('/interviews/people/:id', registryKeepers, ['interview.recorded'], async (c) => {
		const { tx, actor, now } = c.var;
		const person = (await findRegistryPerson(tx, actor, c.req.param('id'), now)) ?? notFound();
		const form = readForm(await c.req.formData(), interviewForm);
		if (!form.ok) return showForm(c, form);
		const { form: formId, ...talk } = form.value;
		const asked = await findQuestions(tx, actor, talk.register, formId);
		const answers = asked.questions.map((question, at) => ({
			question,
			answer: (form.values[`answer-${at}`] ?? '').trim().slice(0, 5000)
		}));
		const result = await recordInterview(tx, actor, person.id, { ...talk, formId: asked.id, answers }, now);
		if (!result.ok) return showForm(c, { values: form.values, problems: result.problems });
		return c.redirect(`/interviews/${result.value}?saved=recorded`, 303);
	}),

	get('/interviews/:id', registryKeepers, (c) => showInterview(c)),

	post('/interviews/:id/notes', registryKeepers, ['interview.note-written'], async (c) => {
		const { tx, actor, now } = c.var;
		const { id } = await interviewIn(c);
		const form = readForm(await c.req.formData(), noteForm);
		const result = form.ok ? await addNote(tx, actor, id, form.value, now) : form;
		if (result.ok) return c.redirect(`/interviews/${id}?saved=note`, 303);
		return showInterview(c, { values: form.values, problems: result.problems });
	}),

	post('/interview-notes/:id/removal', registryKeepers, ['interview.note-removed'], async (c) => {
		const { tx, actor, now } = c.var;
		const note = (await findOwnNote(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await removeNote(tx, actor, note, { ...form.value, back: false }, now);
		return c.redirect(`/interviews/${note.interviewId}?saved=note-removed&note=${note.id}`, 303);
	}),

	post('/interview-notes/:id/restoration', registryKeepers, ['interview.note-restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const note = (await findOwnNote(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await removeNote(tx, actor, note, { ...form.value, back: true }, now);
		return c.redirect(`/interviews/${note.interviewId}?saved=note-restored`, 303);
	}),

	post('/interviews/:id/removal', registryKeepers, ['interview.removed'], async (c) => {
		const { tx, actor, now } = c.var;
		const { id } = await interviewIn(c);
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await removeInterview(tx, actor, id, { ...form.value, back: false }, now);
		return c.redirect(`/interviews/${id}`, 303);
	}),

	post('/interviews/:id/restoration', registryKeepers, ['interview.restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const { id } = await interviewIn(c);
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await removeInterview(tx, actor, id, { ...form.value, back: true }, now);
		return c.redirect(`/interviews/${id}?saved=restored`, 303);
	})
];
