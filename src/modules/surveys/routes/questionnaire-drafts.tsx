import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, type Result, readForm, rejected, statusOf, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { ActionForm } from '../../../ui/form';
import { changeDraft } from '../commands/questionnaires/change';
import { moveForm, questionForm, sectionForm, tokenForm, wordsForm } from '../form/questionnaires';
import { DraftPage } from '../pages/questionnaires/draft';
import { QuestionPage } from '../pages/questionnaires/question';
import { type FoundQuestionnaire, listEditions } from '../queries/questionnaires';
import { obstaclesIn } from '../rules/editing/checks';
import {
	addQuestion,
	addSection,
	changeQuestion,
	changeSection,
	copyQuestion,
	type Draft,
	findQuestion,
	freshCode,
	moveQuestion,
	moveSection,
	removeQuestion,
	removeSection,
	restoreQuestion,
	sectionOf,
	wordingOf
} from '../rules/editing/draft';
import { markOf } from '../rules/editing/hash';
import { chosenBranch, problemsOf, questionFrom, valuesOf } from '../rules/editing/typed';
import { canChangeQuestionnaire, questionnaireKeepers } from '../rules/keepers';
import { type QuestionKind, questionKinds, questionsOf } from '../rules/questionnaire';
import { questionnaireOf } from './questionnaires';

type C = Context<App>;
type Wrong = { values: Values; problems: Problems; theirs?: Values | undefined };
const room = '/surveys/questionnaires/:id';
const editor = (id: string, more = '') => `/surveys/questionnaires/${id}/draft${more}`;
const done = (draft: Draft): Result<Draft> => ({ ok: true, value: draft });

const wordsIn = ({ title, intro, thanks }: Draft) => ({ title, intro, thanks });
const valuesOfWords = (draft: Draft): Values => ({ ...wordsIn(draft), seen: markOf(wordsIn(draft)) });

const notices: Record<string, string> = {
	added: 'Анкета начата. Поправьте под себя и опубликуйте',
	copied: 'Копия сделана',
	words: 'Слова записаны',
	question: 'Вопрос записан',
	section: 'Раздел изменён',
	moved: 'Порядок изменён',
	restored: 'Вопрос возвращён'
};

async function showDraft(c: C, wrong?: Wrong) {
	const { actor, view } = c.var;
	const questionnaire = await questionnaireOf(c);
	const { id, draft } = questionnaire;
	const removed = c.req.query('removed');
	const notice = draft.removed?.some(({ question }) => question.code === removed) ? (
		<>
			Вопрос убран.{' '}
			<ActionForm
				action={`/surveys/questionnaires/${id}/questions/${removed}/restoration`}
				token={crypto.randomUUID()}
				label="Отменить"
				kind="quiet"
			/>
		</>
	) : (
		notices[view.saved ?? '']
	);
	const mayChange = canChangeQuestionnaire(actor, questionnaire);
	const values = { token: crypto.randomUUID(), ...valuesOfWords(draft) };
	const shown = { view, questionnaire, mayChange, notice, obstacles: obstaclesIn(wordingOf(draft)) };
	return c.html(
		<DraftPage {...shown} {...(wrong ?? { values })} />,
		wrong ? statusOf(wrong.theirs ? { theirs: wrong.theirs } : {}) : 200
	);
}

const isKind = (text: string | undefined): text is QuestionKind => Object.hasOwn(questionKinds, text ?? '');
const fresh: Values = { most: '', from: '1', to: '10', long: 'long', of: 'mentors' };

/** The form of a question; another kind may be asked for in the address, and keeps the words. */
async function showQuestion(c: C, code: string | null, wrong?: Wrong & { branch: readonly string[] }) {
	const { view } = c.var;
	const questionnaire = await questionnaireOf(c);
	const question = code ? (findQuestion(questionnaire.draft, code) ?? notFound()) : null;
	const asked = c.req.query('kind');
	const kind = isKind(wrong?.values.kind) ? wrong.values.kind : isKind(asked) ? asked : (question?.kind ?? 'single');
	const section = question && code ? sectionOf(questionnaire.draft, code) : Number(c.req.query('section') ?? 0) || 0;
	const values: Values = {
		...fresh,
		...(question ? valuesOf(question, section) : { section: String(section) }),
		token: crypto.randomUUID(),
		seen: question ? markOf(question) : ''
	};
	const shown = { view, questionnaire, code, kind };
	const given = wrong ?? { values, branch: question ? chosenBranch(question) : [] };
	return c.html(
		<QuestionPage {...shown} {...given} />,
		wrong ? statusOf(wrong.theirs ? { theirs: wrong.theirs } : {}) : 200
	);
}

/** Reads a question's form and writes it: a new one where `code` is null. */
async function takeQuestion(c: C, questionnaire: FoundQuestionnaire, code: string | null) {
	const { tx, actor, now } = c.var;
	const data = await c.req.formData();
	const form = readForm(data, questionForm, ['branch']);
	const branch = data.getAll('branch').filter((one) => typeof one === 'string');
	if (!form.ok) return showQuestion(c, code, { ...form, branch });
	const { token, seen, section, ...typed } = form.value;
	const used = code ? [] : await usedCodes(c, questionnaire);
	const change = (draft: Draft): Result<Draft> => {
		const before = code ? findQuestion(draft, code) : undefined;
		if (code && !before)
			return rejected({ form: 'Этот вопрос уже убрали. Верните его внизу страницы правки или добавьте новым.' });
		const question = questionFrom(typed, code ?? freshCode(draft, used), before);
		const problems = problemsOf(question, typed);
		if (Object.keys(problems).length > 0) return rejected(problems);
		if (before && markOf(before) !== seen)
			return rejected(
				{ form: 'Пока вы правили, этот вопрос изменили. Сверьте и запишите ещё раз.' },
				{ ...valuesOf(before, sectionOf(draft, before.code)), seen: markOf(before) }
			);
		return done(code ? changeQuestion(draft, question, section) : addQuestion(draft, section, question));
	};
	const result = await changeDraft(tx, actor, questionnaire, token, change, now);
	if (result.ok) return c.redirect(editor(questionnaire.id, `?saved=question${code ? `#question-${code}` : ''}`), 303);
	return showQuestion(c, code, { values: form.values, problems: result.problems, theirs: result.theirs, branch });
}

/** Codes of all questions that were ever published here: a new question takes none of them. */
const usedCodes = async ({ var: { tx, actor } }: C, { id }: FoundQuestionnaire) =>
	(await listEditions(tx, actor, id)).flatMap(({ content }) => questionsOf(content).map(({ code }) => code));

type Change = (draft: Draft, code: string, used: readonly string[]) => Draft;

/** An act on one question that needs no form but a token. */
const questionAct = (noun: string, change: Change, then: (code: string) => string) =>
	post(`${room}/questions/:code/${noun}`, questionnaireKeepers, ['questionnaire.changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const [questionnaire, code] = [await questionnaireOf(c), c.req.param('code')];
		const form = readForm(await c.req.formData(), tokenForm);
		const used = noun === 'copies' ? await usedCodes(c, questionnaire) : [];
		const result = form.ok
			? await changeDraft(tx, actor, questionnaire, form.value.token, (draft) => done(change(draft, code, used)), now)
			: form;
		return result.ok ? c.redirect(editor(questionnaire.id, then(code)), 303) : showDraft(c, { values: {}, ...result });
	});

export const questionnaireDraftRoutes: readonly Route[] = [
	get(`${room}/draft`, questionnaireKeepers, (c) => showDraft(c)),

	post(`${room}/words`, questionnaireKeepers, ['questionnaire.changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const questionnaire = await questionnaireOf(c);
		const form = readForm(await c.req.formData(), wordsForm);
		if (!form.ok) return showDraft(c, form);
		const { token, seen, ...words } = form.value;
		const change = (draft: Draft) =>
			markOf(wordsIn(draft)) === seen
				? done({ ...draft, ...words })
				: rejected({ form: 'Пока вы правили, эти слова изменили. Сверьте и запишите ещё раз.' }, valuesOfWords(draft));
		const result = await changeDraft(tx, actor, questionnaire, token, change, now);
		if (result.ok) return c.redirect(editor(questionnaire.id, '?saved=words'), 303);
		return showDraft(c, { values: form.values, problems: result.problems, theirs: result.theirs });
	}),

	post(`${room}/sections`, questionnaireKeepers, ['questionnaire.changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const questionnaire = await questionnaireOf(c);
		const form = readForm(await c.req.formData(), sectionForm);
		const result = form.ok
			? await changeDraft(
					tx,
					actor,
					questionnaire,
					form.value.token,
					(draft) => done(addSection(draft, form.value.title)),
					now
				)
			: form;
		return result.ok
			? c.redirect(editor(questionnaire.id, '?saved=section'), 303)
			: showDraft(c, { values: {}, ...result });
	}),

	post(`${room}/sections/:at`, questionnaireKeepers, ['questionnaire.changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const [questionnaire, at] = [await questionnaireOf(c), Number(c.req.param('at'))];
		if (!questionnaire.draft.sections[at]) return notFound();
		const form = readForm(await c.req.formData(), sectionForm);
		const change = (draft: Draft, { act, title, about }: { act: string; title: string; about: string }) => {
			if (act === 'removal') return removeSection(draft, at);
			return act === 'words'
				? changeSection(draft, at, { title, about })
				: moveSection(draft, at, act === 'up' ? 'up' : 'down');
		};
		const result = form.ok
			? await changeDraft(tx, actor, questionnaire, form.value.token, (draft) => done(change(draft, form.value)), now)
			: form;
		return result.ok
			? c.redirect(editor(questionnaire.id, '?saved=section'), 303)
			: showDraft(c, { values: {}, ...result });
	}),

	get(`${room}/questions/new`, questionnaireKeepers, (c) => showQuestion(c, null)),

	post(`${room}/questions`, questionnaireKeepers, ['questionnaire.changed'], async (c) =>
		takeQuestion(c, await questionnaireOf(c), null)
	),

	get(`${room}/questions/:code`, questionnaireKeepers, (c) => showQuestion(c, c.req.param('code'))),

	post(`${room}/questions/:code`, questionnaireKeepers, ['questionnaire.changed'], async (c) =>
		takeQuestion(c, await questionnaireOf(c), c.req.param('code'))
	),

	post(`${room}/questions/:code/moves`, questionnaireKeepers, ['questionnaire.changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const [questionnaire, code] = [await questionnaireOf(c), c.req.param('code')];
		const form = readForm(await c.req.formData(), moveForm);
		const result = form.ok
			? await changeDraft(
					tx,
					actor,
					questionnaire,
					form.value.token,
					(draft) => done(moveQuestion(draft, code, form.value.direction)),
					now
				)
			: form;
		return result.ok
			? c.redirect(editor(questionnaire.id, `?saved=moved#question-${code}`), 303)
			: showDraft(c, { values: {}, ...result });
	}),

	questionAct('copies', copyQuestion, (code) => `?saved=question#question-${code}`),
	questionAct('removal', removeQuestion, (code) => `?removed=${code}`),
	questionAct('restoration', restoreQuestion, (code) => `?saved=restored#question-${code}`)
];
