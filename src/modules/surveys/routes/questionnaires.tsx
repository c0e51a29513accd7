import type { Context } from 'hono';
import { acts } from '../../../core/acts';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, statusOf, type Values } from '../../../core/forms';
import { plain } from '../../../core/plain';
import { type App, get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { historyOf } from '../../journal/queries';
import { findOrganisation } from '../../organisations/queries';
import { wordsOf } from '../../organisations/rules/words';
import { addQuestionnaire, copyQuestionnaire } from '../commands/questionnaires/add';
import { putAway } from '../commands/questionnaires/change';
import { publishQuestionnaire } from '../commands/questionnaires/publish';
import { sheetInWord } from '../engine/sheet-in-word';
import { newForm, publicationForm, tokenForm } from '../form/questionnaires';
import { QuestionnairePage } from '../pages/questionnaires/card';
import { LibraryPage } from '../pages/questionnaires/library';
import { QuestionnairesPage } from '../pages/questionnaires/list';
import { NewQuestionnairePage } from '../pages/questionnaires/new';
import { PrintPage } from '../pages/questionnaires/print';
import { PublicationPage } from '../pages/questionnaires/publication';
import {
	type FoundQuestionnaire,
	findPublishedFrom,
	findQuestionnaire,
	listEditions,
	listQuestionnaires
} from '../queries/questionnaires';
import { type Finding, obstaclesIn, remarksOn } from '../rules/editing/checks';
import { brokenComparisons } from '../rules/editing/comparing';
import { wordingOf } from '../rules/editing/draft';
import { canChangeQuestionnaire, questionnaireKeepers } from '../rules/keepers';
import { draftFrom, inWords, libraryByCode, shelves } from '../rules/library/library';

type C = Context<App>;
type Wrong = { values: Values; problems: Problems };
const room = '/surveys/questionnaires';

/** The questionnaire of the address. */
export const questionnaireOf = async (c: C) =>
	(await findQuestionnaire(c.var.tx, c.var.actor, c.req.param('id') ?? '')) ?? notFound();

const ownWords = async (c: C) => (await findOrganisation(c.var.tx, c.var.actor, c.var.now)).words;
const wordsHere = async (c: C) => wordsOf(c.var.actor.organisation.kind, await ownWords(c));

async function showList(c: C, problems?: Problems) {
	const { tx, actor, view } = c.var;
	const [q, removed] = [c.req.query('q') ?? '', c.req.query('removed') === 'on'];
	const wanted = plain(q).split(/\s+/).filter(Boolean);
	const holds = (...texts: string[]) => wanted.every((word) => plain(texts.join(' ')).includes(word));
	const words = await wordsHere(c);
	const own = (await listQuestionnaires(tx, actor, removed)).filter(({ title, who }) => holds(title, who));
	const shown = shelves.map(({ title, questionnaires }) => ({
		title,
		questionnaires: questionnaires
			.map((one) => inWords(one, words))
			.filter(({ name, whom, about }) => holds(name, whom, about, title))
	}));
	const page = <QuestionnairesPage {...{ view, own, shelves: shown, q, removed }} {...(problems && { problems })} />;
	return c.html(page, problems ? 422 : 200);
}

const showNew = (c: C, wrong?: Wrong) => {
	const values = { token: crypto.randomUUID() };
	return c.html(<NewQuestionnairePage view={c.var.view} {...(wrong ?? { values })} />, wrong ? 422 : 200);
};

const fromLibrary = async (c: C) => {
	const one = libraryByCode.get(c.req.param('code') ?? '') ?? notFound();
	const words = await wordsHere(c);
	return { one: inWords(one, words), questionnaire: draftFrom(one, words), words };
};

/** What would no longer be comparable: with the edition before, and with the other stage. */
async function brokenIn(c: C, questionnaire: FoundQuestionnaire, last: Parameters<typeof wordingOf>[0] | undefined) {
	const { tx, actor } = c.var;
	const wording = wordingOf(questionnaire.draft);
	const stages = libraryByCode.get(questionnaire.library ?? '')?.stages;
	const other = stages && stages.at !== 'both' ? stages.with : null;
	const otherStage = other && ((await findPublishedFrom(tx, actor, other)) ?? libraryByCode.get(other)?.contents);
	const found: Finding[] = [
		...(last ? brokenComparisons(wording, last, 'прежней редакцией') : []),
		...(otherStage ? brokenComparisons(wording, otherStage, 'другим этапом') : [])
	];
	return found.filter(({ text }, at) => found.findIndex((one) => one.text === text) === at);
}

async function showPublication(c: C, wrong?: Wrong) {
	const { tx, actor, view } = c.var;
	const questionnaire = await questionnaireOf(c);
	const [last] = await listEditions(tx, actor, questionnaire.id);
	const wording = wordingOf(questionnaire.draft);
	const remarks = [...(await brokenIn(c, questionnaire, last?.content)), ...remarksOn(wording)];
	const values = { token: crypto.randomUUID(), ...wrong?.values, version: String(questionnaire.version) };
	const shown = { view, questionnaire, last, obstacles: obstaclesIn(wording), remarks, values };
	const conflict = wrong && wrong.values.version !== values.version;
	return c.html(
		<PublicationPage {...shown} problems={wrong?.problems} />,
		wrong ? statusOf(conflict ? { theirs: values } : {}) : 200
	);
}

async function showCard(c: C) {
	const { tx, actor, view } = c.var;
	const questionnaire = await questionnaireOf(c);
	const editions = await listEditions(tx, actor, questionnaire.id);
	const lines = await historyOf(tx, actor, { kind: 'questionnaire', id: questionnaire.id }, 20);
	const history = lines.map(({ at, who, act }) => ({ at, who: who ?? 'программа', what: acts[act] ?? act }));
	const source = libraryByCode.get(questionnaire.library ?? '')?.source;
	const mayChange = canChangeQuestionnaire(actor, questionnaire);
	const waves = view.rooms.has('/surveys/waves/new');
	return c.html(<QuestionnairePage {...{ view, questionnaire, editions, source, history, mayChange, waves }} />);
}

/** The wording that is printed: the latest edition, or the draft while there is none. */
async function printed(c: C) {
	const questionnaire = await questionnaireOf(c);
	const [last] = await listEditions(c.var.tx, c.var.actor, questionnaire.id);
	return { questionnaire: last?.content ?? wordingOf(questionnaire.draft), draft: !last, id: questionnaire.id };
}

export const questionnaireRoutes: readonly Route[] = [
	get(room, questionnaireKeepers, (c) => showList(c)),

	post(
		room,
		questionnaireKeepers,
		['questionnaire.added'],
		async (c) => {
			const { tx, actor, now } = c.var;
			const form = readForm(await c.req.formData(), newForm);
			const result = form.ok
				? await addQuestionnaire(tx, actor, { ...form.value, words: await ownWords(c) }, now)
				: form;
			if (result.ok) return c.redirect(`${room}/${result.value}/draft?saved=added`, 303);
			return form.values.library
				? showList(c, result.problems)
				: showNew(c, { values: form.values, problems: result.problems });
		},
		{ limit: 512 * 1024 }
	),

	get(`${room}/new`, questionnaireKeepers, (c) => showNew(c)),

	get(`${room}/library/:code`, questionnaireKeepers, async (c) => {
		const { tx, actor, view } = c.var;
		const { one, questionnaire, words } = await fromLibrary(c);
		const taken = (await listQuestionnaires(tx, actor, false)).filter(({ library }) => library === one.code);
		const pair = one.stages && one.stages.with !== one.code ? libraryByCode.get(one.stages.with) : undefined;
		return c.html(<LibraryPage {...{ view, one, questionnaire, taken }} other={pair && inWords(pair, words)} />);
	}),

	get(`${room}/library/:code/print`, questionnaireKeepers, async (c) => {
		const { one, questionnaire } = await fromLibrary(c);
		const home = `${room}/library/${one.code}`;
		return c.html(<PrintPage {...{ view: c.var.view, questionnaire, home }} draft={false} />);
	}),

	get(`${room}/library/:code/print/word`, questionnaireKeepers, async (c) => {
		const { questionnaire } = await fromLibrary(c);
		return sendFile(c, `${questionnaire.title}.docx`, await sheetInWord(questionnaire));
	}),

	get(`${room}/:id`, questionnaireKeepers, showCard),

	post(`${room}/:id/copies`, questionnaireKeepers, ['questionnaire.added'], async (c) => {
		const { tx, actor, now } = c.var;
		const { draft, library } = await questionnaireOf(c);
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok
			? await copyQuestionnaire(tx, actor, { draft: wordingOf(draft), library }, form.value, now)
			: form;
		return result.ok ? c.redirect(`${room}/${result.value}/draft?saved=copied`, 303) : showList(c, result.problems);
	}),

	...(
		[
			['removal', true, 'questionnaire.removed'],
			['restoration', false, 'questionnaire.restored']
		] as const
	).map(([noun, away, act]) =>
		post(`${room}/:id/${noun}`, questionnaireKeepers, [act], async (c) => {
			const { tx, actor, now } = c.var;
			const questionnaire = await questionnaireOf(c);
			const form = readForm(await c.req.formData(), tokenForm);
			const result = form.ok ? await putAway(tx, actor, questionnaire, { ...form.value, away }, now) : form;
			const saved = away ? 'removed' : 'restored';
			return result.ok ? c.redirect(`${room}/${questionnaire.id}?saved=${saved}`, 303) : showList(c, result.problems);
		})
	),

	get(`${room}/:id/publication`, questionnaireKeepers, (c) => showPublication(c)),

	post(`${room}/:id/versions`, questionnaireKeepers, ['questionnaire.published'], async (c) => {
		const { tx, actor, now } = c.var;
		const questionnaire = await questionnaireOf(c);
		const form = readForm(await c.req.formData(), publicationForm);
		const result = form.ok ? await publishQuestionnaire(tx, actor, questionnaire, form.value, now) : form;
		if (result.ok) return c.redirect(`${room}/${questionnaire.id}?saved=published`, 303);
		return showPublication(c, { values: form.values, problems: result.problems });
	}),

	get(`${room}/:id/print`, questionnaireKeepers, async (c) => {
		const { id, ...sheet } = await printed(c);
		return c.html(<PrintPage view={c.var.view} home={`${room}/${id}`} {...sheet} />);
	}),

	get(`${room}/:id/print/word`, questionnaireKeepers, async (c) => {
		const { questionnaire } = await printed(c);
		return sendFile(c, `${questionnaire.title}.docx`, await sheetInWord(questionnaire));
	})
];
