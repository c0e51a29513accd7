import { beforeAll, expect, test } from 'vitest';
import { anAnsweredWave, common, openQuestion } from '../../../test/answered-waves';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import type { Question } from './rules/questionnaire';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const request: Question = { ...openQuestion('q1', 'С чем помочь?'), meaning: 'request' } as Question;
const skills: Question = {
	...common,
	...{ code: 'q2', text: 'Чем поможете?', meaning: 'competence', kind: 'multiple', other: true, most: null },
	options: [{ code: 'parents', text: 'Общение с родителями' }]
};

async function aStory(name: string) {
	const school = await aSchool(world, { name });
	const people = [school.mentee.personId, school.mentor.personId];
	const wave = await anAnsweredWave(world, school.curator, {
		title: 'Запросы и предложения',
		questions: [request, skills],
		readers: ['curator', 'director'],
		people,
		answers: [{ q1: { text: 'Держать класс' } }, { q2: { options: ['parents'] } }]
	});
	const [asks, gives] = wave.participants;
	return {
		...school,
		here: `/surveys/waves/${wave.id}/bank`,
		asks: asks ?? '',
		gives: gives ?? '',
		vera: as(world, school.curator)
	};
}
const kept = (table: 'mentee_requests' | 'mentor_offers', person: string) =>
	world.owner.selectFrom(table).selectAll().where('person_id', '=', person).where('removed_at', 'is', null).execute();

test('Вера looks at what was answered, changes a word, takes a request and an offer into the bank, and takes that back', async () => {
	const { vera, here, asks, gives, mentee, mentor } = await aStory('Школа банка');
	const page = await text(vera.get(here));
	for (const words of ['Гусев Борис Олегович', 'Держать класс', 'Общение с родителями', 'Ждут решения: 2'])
		expect(page, words).toContain(words);

	const taking = {
		act: 'take',
		kind: 'request',
		participant: asks,
		[`words.${asks}`]: 'Дисциплина в 8 «Б»',
		[`priority.${asks}`]: '1'
	};
	const answer = await vera.post(here, taking);
	expect(answer.status).toBe(303);
	expect(await kept('mentee_requests', mentee.personId)).toMatchObject([
		{
			words: 'Дисциплина в 8 «Б»',
			priority: 1,
			source: 'survey',
			source_note: 'Запросы и предложения',
			confirmed_at: null
		}
	]);
	await vera.post(here, { act: 'take', kind: 'offer', participant: gives, [`capacity.${gives}`]: '2' });
	expect(await kept('mentor_offers', mentor.personId)).toMatchObject([{ competences: ['parents'], capacity: 2 }]);
	expect(await text(vera.get(here))).toContain('Обо всех решено');

	await vera.post(here, taking); // once more: nothing is doubled
	expect(await kept('mentee_requests', mentee.personId)).toHaveLength(1);
	const undo = /action="(\/survey-takings\/[^"]+\/undoing)"/.exec(
		await text(vera.get(answer.headers.get('location') ?? ''))
	)?.[1];
	expect((await vera.post(undo ?? '')).status).toBe(303);
	expect(await kept('mentee_requests', mentee.personId)).toHaveLength(0);
	expect(await text(vera.get(here))).toContain('Ждут решения: 1');
});

test('what is left goes nowhere; nobody ticked is said, and what was typed stays', async () => {
	const { vera, here, asks, mentee } = await aStory('Школа оставленного');
	const nobody = await vera.post(here, { act: 'take', kind: 'request', [`words.${asks}`]: 'Мои слова' });
	expect(nobody.status).toBe(422);
	const page = await nobody.text();
	for (const words of ['Отметьте хотя бы одного человека', 'Мои слова']) expect(page, words).toContain(words);
	expect((await vera.post(here, { act: 'leave', kind: 'request', participant: asks })).status).toBe(303);
	expect(await kept('mentee_requests', mentee.personId)).toHaveLength(0);
	expect(await text(vera.get(here))).toContain('оставлено');
});

test('the bank is the curator’s: a director who reads the answers does not take them; without names there is nothing to take', async () => {
	const { vera, here, curator, director } = await aStory('Школа границ банка');
	expect((await as(world, director).get(here)).status).toBe(403);
	const unnamed = await anAnsweredWave(world, curator, {
		questions: [request],
		identity: 'anonymous',
		answers: Array.from({ length: 6 }, () => ({ q1: { text: 'Помощь' } }))
	});
	expect((await vera.get(`/surveys/waves/${unnamed.id}/bank`)).status).toBe(404);
});
