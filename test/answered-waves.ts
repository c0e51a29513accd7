import { sql } from 'kysely';
import type { Actor } from '../src/core/actor';
import type { Answers } from '../src/modules/surveys/rules/answers';
import type { Identity, Question, Questionnaire } from '../src/modules/surveys/rules/questionnaire';
import { id, now, type TestDatabase } from './stories';

type Asking = {
	title?: string;
	questions: readonly Question[];
	identity?: Identity;
	readers?: readonly ('curator' | 'director' | 'psychologist')[];
	series?: string;
	stage?: 'before' | 'after';
	questionnaire?: string; // another edition of it
	opensOn?: string;
	closed?: boolean;
	/** One a person, in order; null: has not answered. */
	answers: readonly (Answers | null)[];
	people?: readonly string[];
	about?: readonly (string | null)[];
};

export const common = { help: '', required: false } as const;
export const scale = (code: string, text: string, more: Partial<Question> = {}): Question =>
	({ ...common, ...{ code, text, kind: 'scale', from: 1, to: 10, low: '', high: '' }, ...more }) as Question;
export const openQuestion = (code: string, text: string): Question => ({
	...common,
	code,
	text,
	kind: 'text',
	long: true
});

const invented = [
	'Абрамова Ида',
	'Быков Лев',
	'Власова Рита',
	'Громов Савва',
	'Дёмина Клара',
	'Ежов Марк',
	'Зуева Майя',
	'Игнатов Яков'
];

/** So many colleagues without roles. */
export async function colleagues({ owner }: TestDatabase, { organisationId: organisation_id }: Actor, count: number) {
	const people = Array.from({ length: count }, (_, at) => {
		const [family_name = '', given_name = ''] = (invented[at % invented.length] ?? '').split(' ');
		return { organisation_id, id: id(), family_name, given_name, created_at: now.at };
	});
	await owner.insertInto('people').values(people).execute();
	return people.map((one) => one.id);
}

/** A wave as it stands after people have answered: with names as rows, without them through the database's own door. */
export async function anAnsweredWave(world: TestDatabase, by: Actor, asking: Asking) {
	const { owner } = world;
	const organisation_id = by.organisationId;
	const { title = 'Как прошла четверть', identity = 'named', readers = ['curator'], closed = true } = asking;
	const [wave, version] = [id(), id()];
	const questionnaire = asking.questionnaire ?? id();
	const content: Questionnaire = {
		title,
		intro: '',
		thanks: '',
		sections: [{ title: '', about: '', questions: asking.questions }]
	};
	if (!asking.questionnaire)
		await owner
			.insertInto('questionnaires')
			.values({ organisation_id, id: questionnaire, draft: '{}', added_at: now.at, added_by: by.personId })
			.execute();
	const { number } = await owner
		.selectFrom('questionnaire_versions')
		.where('questionnaire_id', '=', questionnaire)
		.select(() => sql<number>`coalesce(max(number), 0) + 1`.as('number'))
		.executeTakeFirstOrThrow();
	await owner
		.insertInto('questionnaire_versions')
		.values({
			organisation_id,
			id: version,
			questionnaire_id: questionnaire,
			number,
			content: JSON.stringify(content),
			content_hash: Buffer.alloc(32, number),
			published_at: now.at,
			published_by: by.personId
		})
		.execute();
	await owner
		.insertInto('survey_waves')
		.values({
			organisation_id,
			id: wave,
			version_id: version,
			series_id: asking.series ?? wave,
			stage: asking.stage ?? null,
			title,
			identity,
			readers: [...readers],
			opens_on: asking.opensOn ?? '2026-09-01',
			closes_on: '2026-09-30',
			added_at: now.at,
			added_by: by.personId,
			opened_at: now.at,
			opened_by: by.personId
		})
		.execute();
	const people = asking.people ?? (await colleagues(world, by, asking.answers.length));
	const participants = asking.answers.map((_, at) => ({
		organisation_id,
		id: id(),
		wave_id: wave,
		person_id: people[at] ?? '',
		about_id: asking.about?.[at] ?? null
	}));
	await owner.insertInto('survey_participants').values(participants).execute();
	for (const [at, answers] of asking.answers.entries()) {
		const participant = participants[at]?.id ?? '';
		if (answers) await answer(owner, { organisation_id, participant, identity, answers });
	}
	if (closed)
		await owner
			.updateTable('survey_waves')
			.set({ closed_at: now.at, closed_by: by.personId })
			.where('id', '=', wave)
			.execute();
	return { id: wave, questionnaire, people, participants: participants.map((one) => one.id) };
}

type Given = { organisation_id: string; participant: string; identity: Identity; answers: Answers };

async function answer(owner: TestDatabase['owner'], { organisation_id, participant, identity, answers }: Given) {
	if (identity !== 'named') {
		await owner.connection().execute(async (one) => {
			await sql`select set_config('app.organisation', ${organisation_id}, false)`.execute(one);
			await sql`select answer_unnamed(${participant}, ${JSON.stringify(answers)})`.execute(one);
			await sql`select set_config('app.organisation', '', false)`.execute(one);
		});
		return;
	}
	await owner
		.insertInto('survey_answers')
		.values({
			organisation_id,
			id: id(),
			participant_id: participant,
			answers: JSON.stringify(answers),
			how: 'program',
			answered_at: now.at
		})
		.execute();
	await owner.updateTable('survey_participants').set({ answered: true }).where('id', '=', participant).execute();
}
