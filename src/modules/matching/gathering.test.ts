import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { aSchoolToMatch } from '../../../test/matching-story';
import { at, location, text } from '../../../test/plan-story';
import { countingQueries } from '../../../test/queries';
import { aSchool, as, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { answer, aStory, askAfterMeeting, autumn } from '../../../test/survey-seeds';
import { paragraphsOf } from '../../../test/word';
import { asActor } from '../../db/as-actor';
import { makeRun } from './commands/runs';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const read = async (answered: Response | Promise<Response>) =>
	(await text(answered)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('whom both sides named after the meeting counts, and whoever named is told in their own data that it was read', async () => {
	const story = await aStory(world, 'Гимназия пожеланий', 'Анкета предпочитаемого наставника', [autumn]);
	const { curator, mentee, mentor, teacher } = story.school;
	const vera = as(world, curator, at(autumn.now));
	for (const [register, people] of [
		['mentors', [mentor.personId, teacher.personId]],
		['mentees', [mentee.personId]]
	] as const)
		await vera.post(`/registry/${register}/entries`, { person: people, from: '01.09.2026' });
	const runNow = async () => location(await vera.post('/matching/runs', { kind: 'one-to-one' })).split('?')[0] ?? '';
	const before = await runNow();
	await askAfterMeeting(story);
	await answer(world, mentee, autumn, { 'q-comfort': '9', 'q-who-1': mentor.personId });
	await answer(world, mentor, autumn, { 'q-comfort': '9', 'q-who-1': mentee.personId });
	expect(await read(vera.get(before))).toMatch(/изменились пожелания ?: (Гусев Б\. О\.|Белова А\. С\.)/);
	const run = await runNow();
	const after = await read(vera.get(run));
	expect(after).toContain('Назвали друг друга: наставляемый на месте 1, наставник на месте 1: +150');
	const pair = [mentee.personId, mentor.personId].join(' ');
	const proposal = location(await vera.post(`${run}/proposals`, { pair })).split('?')[0] ?? '';
	const acceptance = { version: '1', stage: 'final', on: '10.10.2026', conclusion: 'Подобраны.' };
	expect((await vera.post(`${proposal}/acceptance`, acceptance)).status).toBe(303);
	const paper = (await paragraphsOf(vera.get(`${proposal}/document.docx`))).join('\n');
	expect(paper).toContain('Белова Анна Сергеевна');
	expect(paper, 'who named whom stays with the curator').not.toMatch(/назвал/i);
	expect(await read(as(world, mentee, at(autumn.now)).get('/my-data'))).toContain('Дронова');
});

test('where the school is strict nobody without consent is paired; a mentee who needs two gets two, or is told that one was found', async () => {
	const { vera, ids, school } = await aSchoolToMatch(world, 'Строгая школа');
	const runNow = async () => read(vera.get(location(await vera.post('/matching/runs', { kind: 'one-to-one' }))));
	await vera.post(`/matching/people/${ids.boris}`, { version: '0', needs: '2', queue: 'first' });
	const two = await runNow();
	expect(two).toMatch(/Гусев Б\. О\. Белова А\. С\.[\s\S]*Гусев Б\. О\. Жукова Н\. Л\./);
	await vera.post('/matching/ties', { mentee: ids.yana, mentor: ids.nina, kind: 'lock' });
	const one = await runNow();
	expect(one).toContain('Гусев Б. О. Найден один наставник из двух.');
	await vera.post(`/matching/people/${ids.boris}`, { version: '1', needs: 'both', queue: 'first' });
	expect(await runNow()).toMatch(/Гусев Б\. О\. Нужны оба наставника или ни одного/);
	await world.owner
		.insertInto('consent_settings')
		.values({ organisation_id: school.organisationId, asked: ['processing'], strict: true, version: 1 })
		.execute();
	const strict = await runNow();
	expect(strict).toContain('нет согласия наставляемого');
	expect(strict, 'what a person has decided stands, and says what is against it').toMatch(
		/Носова Я\. А\. Жукова Н\. Л\.[\s\S]{0,80}нет согласия наставляемого/
	);
});

/** So many mentors and mentees beside those who are there, in both registers since September. */
async function crowd(organisation: string, by: string, many: number) {
	for (const register of ['mentors', 'mentees'])
		await sql`with made as (
				insert into people (organisation_id, id, family_name, given_name, patronymic, created_at, teaching_since)
				select ${organisation}, gen_random_uuid(), 'Учителева', 'Анна', ${register} || n, ${now.at}, '2000-09-01'::date + n * 30
				from generate_series(1, ${many}) as n returning id)
			insert into register_entries (organisation_id, id, act_id, person_id, register, period, entered_at, entered_by)
			select ${organisation}, gen_random_uuid(), gen_random_uuid(), id, ${register}, daterange('2026-09-01', null), ${now.at}, ${by}
			from made`.execute(world.owner);
}

test('a page asks the database the same number of questions for five people and for four hundred, and a run of two hundred by two hundred is made within the request', async () => {
	const schools = [];
	for (const many of [3, 200]) {
		const { curator } = await aSchool(world, { name: `Школа на ${many}` });
		await crowd(curator.organisationId, curator.personId, many);
		const began = performance.now();
		const made = await asActor(world.db, curator, 'read write', (tx) =>
			makeRun(tx, curator, { token: crypto.randomUUID(), kind: 'one-to-one', review: false }, now)
		);
		const took = performance.now() - began;
		if (!made.ok) throw new Error('no run');
		const pages = countingQueries(world, curator);
		const run = `/matching/runs/${made.value}`;
		const [, person = ''] = new RegExp(`${run}(/people/[^"]+)"`).exec(await text(as(world, curator).get(run))) ?? [];
		schools.push({ pages, run, person: `${run}${person}`, took });
	}
	const [small, big] = schools;
	if (!small || !big) throw new Error('two schools');
	for (const page of ['/matching', '/matching/people', '/matching/terms'])
		expect(await big.pages.cost(page), page).toBe(await small.pages.cost(page));
	expect(await big.pages.cost(big.run)).toBe(await small.pages.cost(small.run));
	expect(await big.pages.cost(big.person)).toBe(await small.pages.cost(small.person));
	expect(big.took, 'milliseconds, on a busy machine').toBeLessThan(20_000);
});
