import { createHash } from 'node:crypto';
import type { Actor } from '../src/core/actor';
import type { Identity, Question, Questionnaire } from '../src/modules/surveys/rules/questionnaire';
import { id, now, type TestDatabase } from './stories';

/** A short questionnaire with a branch: how things go, and what is missing where they do not. */
export const howAreYou: Questionnaire = {
	title: 'Как прошла четверть',
	intro: 'Три вопроса, две минуты.',
	thanks: 'Спасибо. Ответы помогут составить план на вторую четверть.',
	sections: [
		{
			title: 'О работе',
			about: '',
			questions: [
				{
					code: 'q1',
					text: 'Как прошла четверть?',
					help: '',
					required: true,
					kind: 'single',
					options: [
						{ code: 'good', text: 'Хорошо' },
						{ code: 'hard', text: 'Трудно' }
					],
					other: false
				},
				{
					code: 'q2',
					text: 'Что было труднее всего?',
					help: '',
					required: false,
					showIf: { question: 'q1', options: ['hard'] },
					kind: 'text',
					long: true
				}
			]
		},
		{
			title: 'О помощи',
			about: '',
			questions: [
				{
					code: 'q3',
					text: 'Насколько помогал наставник?',
					help: '',
					required: true,
					kind: 'scale',
					from: 1,
					to: 10,
					low: 'совсем нет',
					high: 'очень'
				}
			]
		}
	]
};

export const aFileQuestion: Question = {
	code: 'q4',
	text: 'Приложите план урока',
	help: '',
	required: false,
	kind: 'file'
};

/** Publishes an edition of a questionnaire; answers with the edition's id. */
export async function anEdition(
	{ owner }: TestDatabase,
	{ organisationId: organisation_id, personId }: Actor,
	content: Questionnaire = howAreYou,
	of?: { questionnaire: string; number: number }
) {
	const [questionnaire, edition] = [of?.questionnaire ?? id(), id()];
	const text = JSON.stringify(content);
	if (!of)
		await owner
			.insertInto('questionnaires')
			.values({ organisation_id, id: questionnaire, draft: text, added_at: now.at, added_by: personId })
			.execute();
	await owner
		.insertInto('questionnaire_versions')
		.values({
			organisation_id,
			id: edition,
			questionnaire_id: questionnaire,
			number: of?.number ?? 1,
			content: text,
			content_hash: createHash('sha256').update(text).digest(),
			published_at: now.at,
			published_by: personId
		})
		.execute();
	return { edition, questionnaire };
}

type Made = {
	title?: string;
	identity?: Identity;
	people?: readonly string[];
	opened?: boolean;
	closed?: boolean;
	removed?: boolean;
	readers?: string[];
	opensOn?: string;
	closesOn?: string;
};

/** A wave as it would have been made through the pages; answers with the ids of those whom it asks, in their order. */
export async function aWave(
	{ owner }: TestDatabase,
	{ organisationId: organisation_id, personId }: Actor,
	edition: string,
	{ title = 'Первая четверть', identity = 'named', people = [], readers = ['curator'], ...made }: Made = {}
) {
	const wave = id();
	const opened = made.opened ?? true;
	await owner
		.insertInto('survey_waves')
		.values({
			organisation_id,
			id: wave,
			version_id: edition,
			series_id: wave,
			title,
			identity,
			readers,
			opens_on: made.opensOn ?? '2026-09-01',
			closes_on: made.closesOn ?? '2026-09-30',
			added_at: now.at,
			added_by: personId,
			...(opened && { opened_at: now.at, opened_by: personId }),
			...(made.closed && { closed_at: now.at, closed_by: personId }),
			...(made.removed && { removed_at: now.at })
		})
		.execute();
	const participants = people.map((person_id) => ({ organisation_id, id: id(), wave_id: wave, person_id }));
	if (participants.length > 0) await owner.insertInto('survey_participants').values(participants).execute();
	return { wave, participants: participants.map((one) => one.id) };
}
