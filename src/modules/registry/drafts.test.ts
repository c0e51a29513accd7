import { beforeAll, expect, test } from 'vitest';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import type { Actor } from '../../core/actor';
import { nowIn } from '../../core/dates';
import { asActor, type Tx } from '../../db/as-actor';
import { proposeOffer } from './commands/offers';
import { proposeRequest } from './commands/requests';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const when = nowIn('Europe/Moscow', new Date('2026-09-05T09:00:00Z'));
const proposing = (actor: Actor, act: (tx: Tx) => Promise<string>) =>
	asActor(world.db, actor, 'read write', async (tx) => ({ ok: true, id: await act(tx) }));

async function aSchoolWithBanks(name: string) {
	const school = await aSchool(world, { name });
	const vera = as(world, school.curator);
	await vera.post('/registry/mentors/entries', { person: school.mentor.personId, from: '01.09.2026' });
	await vera.post('/registry/mentees/entries', { person: school.mentee.personId, from: '01.09.2026' });
	return { ...school, vera };
}

const anOffer = {
	version: '0',
	competences: ['discipline'],
	formats: ['group'],
	capacity: '2',
	achievements: 'Учитель года',
	category: 'highest',
	source: 'words',
	saidOn: '01.09.2026'
};
const ofSurvey = { source: 'survey', sourceNote: 'Анкета наставника', saidOn: '2026-09-04' } as const;

test('a draft from a questionnaire is no part of the bank till it is looked at, and the offer before it goes on counting', async () => {
	const { vera, curator, mentor, mentee } = await aSchoolWithBanks('Школа черновиков');
	await vera.post(`/registry/people/${mentor.personId}/offer`, anOffer);
	await proposing(curator, (tx) =>
		proposeOffer(
			tx,
			curator,
			mentor.personId,
			{
				...ofSurvey,
				competences: ['parents'],
				otherCompetences: 'Слова из анкеты',
				achievements: '',
				interests: '',
				formats: ['Встречи вдвоём'],
				capacity: 5,
				freeTime: '',
				wishes: '',
				category: '',
				until: null
			},
			when
		)
	);
	await proposing(curator, (tx) =>
		proposeRequest(
			tx,
			curator,
			mentee.personId,
			{ ...ofSurvey, words: 'Ещё не прочитано', priority: 1, format: 'Встречи вдвоём; переписка', deficits: [] },
			when
		)
	);
	const mentors = await text(vera.get('/registry/mentors/table'));
	for (const words of ['Учитель года', 'наставляемых не больше 2']) expect(mentors, words).toContain(words);
	expect(mentors).not.toContain('Слова из анкеты');
	expect(await text(vera.get('/registry/mentees/table'))).not.toContain('Ещё не прочитано');
	expect(await text(vera.get('/registry/gaps'))).toContain('Дисциплина');
	expect(await text(vera.get('/registry/mentors?filter=drafts'))).toContain('из анкеты, посмотрите');
	expect(await text(vera.get('/registry/mentees?filter=drafts'))).toContain('Ещё не прочитано');

	const form = await text(vera.get(`/registry/people/${mentor.personId}/offer`));
	expect(form).toMatch(/value="Встречи вдвоём" checked/);
	await vera.post(`/registry/people/${mentor.personId}/offer`, {
		...anOffer,
		...{ version: '1', competences: ['parents'], formats: ['Встречи вдвоём'], capacity: '5', source: 'survey' },
		otherCompetences: 'Слова из анкеты',
		saidOn: '04.09.2026'
	});
	const after = await text(vera.get('/registry/mentors/table'));
	for (const words of ['Слова из анкеты', 'наставляемых не больше 5']) expect(after, words).toContain(words);
	expect(await text(vera.get(`/registry/people/${mentor.personId}`))).toContain('Встречи вдвоём');

	const { id: request } = await world.owner
		.selectFrom('mentee_requests')
		.select('id')
		.where('person_id', '=', mentee.personId)
		.executeTakeFirstOrThrow();
	expect(await text(vera.get(`/mentee-requests/${request}`))).toContain(
		'<option value="Встречи вдвоём; переписка" selected'
	);
});

test('a difficulty whose topic was taken off the list stays with its request when that is changed', async () => {
	const { vera, mentee } = await aSchoolWithBanks('Школа прежних направлений');
	const said = { version: '0', words: 'Не слушают', priority: '1', source: 'words', saidOn: '01.09.2026' };
	await vera.post(`/registry/people/${mentee.personId}/request`, { ...said, 'level-self-discipline': '3' });
	await vera.post('/registry/topics', { topics: 'Своё:\nРобототехника' });
	const { id: request } = await world.owner
		.selectFrom('mentee_requests')
		.select('id')
		.where('person_id', '=', mentee.personId)
		.executeTakeFirstOrThrow();
	const form = await text(vera.get(`/mentee-requests/${request}`));
	expect(form).toMatch(/name="level-self-discipline"[\s\S]*?<option value="3" selected/);
	expect(await text(vera.get(`/registry/people/${mentee.personId}/request`))).not.toContain('level-self-discipline');
});

test('an offer written on a page older than another’s is shown beside it, not laid over it', async () => {
	const { vera, director, mentor } = await aSchoolWithBanks('Школа двух предложений');
	const address = `/registry/people/${mentor.personId}/offer`;
	await vera.post(address, anOffer);
	const late = await as(world, director).post(address, { ...anOffer, achievements: 'Написано позже' });
	expect(late.status).toBe(409);
	const page = await late.text();
	for (const words of ['Учитель года', 'Написано позже']) expect(page, words).toContain(words);
	expect(await text(vera.get('/registry/mentors/table'))).not.toContain('Написано позже');
});
