import { hashOfWords } from '../../src/modules/surveys/queries/results/hidden';
import type { Question } from '../../src/modules/surveys/rules/questionnaire';
import { sameWords } from '../../src/modules/surveys/rules/summary/words';
import { anAnsweredWave, openQuestion, scale } from '../answered-waves';
import { type aSchool, id, now, type TestDatabase } from '../stories';
import { unkind } from './understood';

type School = Awaited<ReturnType<typeof aSchool>>;

/** A wave with names that has been answered, and words in it that are kept out of its report. */
export async function someResults(database: TestDatabase, { curator, teacher, organisationId }: School) {
	const words = `Времени${unkind}`;
	const wave = await anAnsweredWave(database, curator, {
		title: `Первая четверть${unkind}`,
		readers: ['curator', 'director', 'psychologist'],
		questions: [
			scale('q1', `Комфортно?${unkind}`),
			{ ...openQuestion('q2', 'Чего не хватает?'), meaning: 'request' } as Question
		],
		people: [teacher.personId],
		answers: [{ q1: { number: 7 }, q2: { text: words } }]
	});
	const hidden = id();
	await database.owner
		.insertInto('survey_hidden_words')
		.values({
			organisation_id: organisationId,
			id: hidden,
			wave_id: wave.id,
			question: 'q2',
			words_hash: hashOfWords(sameWords(words)),
			hidden_at: now.at,
			hidden_by: curator.personId
		})
		.execute();
	const taking = id();
	await database.owner
		.insertInto('survey_takings')
		.values({
			organisation_id: organisationId,
			id: taking,
			act_id: id(),
			participant_id: wave.participants[0] ?? '',
			kind: 'request',
			decided_at: now.at,
			decided_by: curator.personId
		})
		.execute();
	const round = await asAssessment(database, { curator, teacher, organisationId }, wave.id);
	const pages = [
		'subjects',
		'subjects/word',
		'showings',
		'showings/undoing',
		'results',
		'hidden-words',
		'comparison',
		'answers',
		'answers/excel',
		'report',
		'report/word',
		'bank'
	];
	return {
		...Object.fromEntries(pages.map((page) => [`/surveys/waves/:id/${page}`, wave.id])),
		'/survey-hidden-words/:id': hidden,
		'/survey-takings/:id': taking,
		'/surveys/waves/:id/subjects/:person': teacher.personId,
		'/my-assessments/:id': wave.id,
		'/surveys/rounds/:id': round
	};
}

/** The wave assesses the teacher, to whom it has been shown; and it was sent to a group. Answers with the round. */
async function asAssessment(
	{ owner }: TestDatabase,
	{ curator, teacher, organisationId: organisation_id }: Pick<School, 'curator' | 'teacher' | 'organisationId'>,
	wave_id: string
) {
	const round = id();
	await owner.updateTable('survey_participants').set({ eyes: 'self' }).where('wave_id', '=', wave_id).execute();
	const shown = { organisation_id, id: id(), act_id: id(), wave_id, subject_id: teacher.personId };
	const by = { shown_at: now.at, shown_by: curator.personId };
	await owner
		.insertInto('assessment_showings')
		.values({ ...shown, ...by })
		.execute();
	const group = await owner
		.selectFrom('staff_groups')
		.where('organisation_id', '=', organisation_id)
		.select('id')
		.executeTakeFirstOrThrow();
	const sent = { round_id: round, group_id: group.id };
	await owner.updateTable('survey_waves').set(sent).where('id', '=', wave_id).execute();
	return round;
}
