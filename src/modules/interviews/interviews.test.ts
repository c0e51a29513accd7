import { beforeAll, expect, test } from 'vitest';
import { aPlan } from '../../../test/plans';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const leadsTo = (answer: Response) => answer.headers.get('location') ?? '';

async function aTalkingSchool(name: string, title: string) {
	const school = await aSchool(world, { name });
	const { activities } = await aPlan(world, school.curator, {
		stages: [
			{
				title: 'Отбор',
				activities: [
					{
						title,
						capability: 'interview',
						deadline: 'сентябрь',
						times: [{ from: '2026-09-01', to: '2026-09-30', dueOn: '2026-09-30' }]
					}
				]
			}
		]
	});
	const vera = as(world, school.curator);
	await vera.post('/registry/mentors/entries', { person: school.mentor.personId, from: '01.09.2026' });
	await vera.post('/registry/mentees/entries', { person: school.mentee.personId, from: '01.09.2026' });
	return {
		...school,
		vera,
		activity: activities[title]?.id ?? '',
		occurrence: activities[title]?.occurrences[0] ?? ''
	};
}

const talk = (curatorId: string, more = {}) => ({
	register: 'mentors',
	form: 'start',
	'answer-0': 'Хочу передать опыт',
	'answer-3': 'Два часа по вторникам',
	heldOn: '05.09.2026',
	conductedBy: curatorId,
	outcome: 'recommended',
	...more
});

test.each([
	['S2 4.2', 'mentors', 'Собеседование с наставниками', 'Белова Анна Сергеевна'],
	['S0 3.3', 'mentees', 'Собеседование с каждым', 'Гусев Борис Олегович']
] as const)(
	'%s: Вера talks with each of the %s, the round is finished, and the list closes the activity',
	async (_, register, title, name) => {
		const school = await aTalkingSchool(`Школа бесед: ${register}`, title);
		const { vera, curator, activity, occurrence } = school;
		const person = register === 'mentors' ? school.mentor : school.mentee;
		expect(await text(vera.get(`/interviews?register=${register}`))).toContain(name);
		expect(await text(vera.get(`/activities/${activity}`))).not.toContain('поговорили');
		const early = await vera.post(`/interviews/round/${register}`, {
			register,
			since: '01.09.2026',
			on: '05.09.2026',
			closes: occurrence
		});
		expect(early.status).toBe(422);
		expect(await early.text()).toContain('закрывать нечего');

		const held = await vera.post(
			`/interviews/people/${person.personId}`,
			talk(curator.personId, { register, note: 'Справится' })
		);
		const page = await text(vera.get(leadsTo(held)));
		for (const words of ['Хочу передать опыт', 'рекомендован', 'Справится', 'куратор и директор'])
			expect(page, words).toContain(words);
		expect(await text(vera.get(`/interviews?register=${register}&filter=talked`))).toContain(name);

		const finished = await vera.post(`/interviews/round/${register}`, {
			register,
			since: '01.09.2026',
			on: '05.09.2026',
			closes: occurrence
		});
		expect(leadsTo(finished)).toContain('closed=1');
		const round = await text(vera.get(leadsTo(finished)));
		for (const words of [name, 'рекомендован', 'поговорили с 1 из 1']) expect(round, words).toContain(words);
		expect(round).not.toContain('Хочу передать опыт');
		const done = await text(vera.get(`/activities/${activity}`));
		for (const words of ['выполнено', `Собеседования с ${register === 'mentors' ? 'наставниками' : 'наставляемыми'}`])
			expect(done, words).toContain(words);
	}
);

test('a note says who reads it: one’s own is nobody else’s, the curator’s is not the director’s', async () => {
	const { vera, curator, director, mentor } = await aTalkingSchool('Школа заметок', 'Беседы');
	const held = leadsTo(await vera.post(`/interviews/people/${mentor.personId}`, talk(curator.personId)));
	const address = held.split('?')[0] ?? '';
	await vera.post(`${address}/notes`, { text: 'Только мне: волновалась', visibility: 'me' });
	await vera.post(`${address}/notes`, { text: 'Кураторам: лучше с физиком', visibility: 'curator' });
	await vera.post(`${address}/notes`, { text: 'Всем ведущим: готова', visibility: 'leaders' });
	const hers = await text(vera.get(address));
	for (const words of ['волновалась', 'лучше с физиком', 'готова']) expect(hers, words).toContain(words);
	const his = await text(as(world, director).get(address));
	expect(his).toContain('готова');
	for (const words of ['волновалась', 'лучше с физиком']) expect(his, words).not.toContain(words);
	await as(world, director).post(`${address}/notes`, { text: 'Директор про себя', visibility: 'me' });
	expect(await text(vera.get(address))).not.toContain('Директор про себя');
	const lines = await world.owner
		.selectFrom('journal')
		.select('details')
		.where('organisation_id', '=', curator.organisationId)
		.where('act', '=', 'interview.note-written')
		.execute();
	expect(JSON.stringify(lines)).not.toContain('волновалась');
	const note = await world.owner
		.selectFrom('interview_notes')
		.select('id')
		.where('visibility', '=', 'me')
		.where('written_by', '=', curator.personId)
		.executeTakeFirstOrThrow();
	expect((await as(world, director).post(`/interview-notes/${note.id}/removal`)).status).toBe(404);
	const removed = leadsTo(await vera.post(`/interview-notes/${note.id}/removal`));
	const without = await text(vera.get(removed));
	expect(without).not.toContain('волновалась');
	expect(without).toContain(`/interview-notes/${note.id}/restoration`);
	expect((await as(world, director).post(`/interview-notes/${note.id}/restoration`)).status).toBe(404);
	await vera.post(`/interview-notes/${note.id}/restoration`);
	expect(await text(vera.get(address))).toContain('волновалась');
});

test('the questions are the school’s; a talk keeps those it was asked with; two who edit at once are told', async () => {
	const { vera, curator, director, mentor } = await aTalkingSchool('Школа вопросов', 'Беседы');
	await vera.post('/interviews/questions/mentors', { version: '0', questions: '1. Зачем вам это?\n– Когда?' });
	const late = await as(world, director).post('/interviews/questions/mentors', { version: '0', questions: 'Кто?' });
	expect(late.status).toBe(409);
	const opened = await text(vera.get(`/interviews/people/${mentor.personId}?register=mentors`));
	const form = /name="form" value="([^"]+)"/.exec(opened)?.[1] ?? '';
	expect(opened).toContain('Зачем вам это?');
	await vera.post('/interviews/questions/mentors', { version: '1', questions: 'Совсем другое?' });
	const held = await vera.post(
		`/interviews/people/${mentor.personId}`,
		talk(curator.personId, { form, 'answer-0': 'Для дела' })
	);
	const page = await text(vera.get(leadsTo(held)));
	for (const words of ['Зачем вам это?', 'Для дела']) expect(page, words).toContain(words);
});

test.each([
	[{ heldOn: '06.09.2026' }, 'ещё не наступил'],
	[{ heldOn: 'вчера' }, 'Укажите день'],
	[{ outcome: '' }, 'чем кончилось'],
	[{ note: 'я'.repeat(5001) }, 'Не длиннее 5000']
])('mistyped as %o nothing is lost and nothing is written', async (more, why) => {
	const { vera, curator, mentor } = await aTalkingSchool('Школа опечаток', 'Беседы');
	const answer = await vera.post(`/interviews/people/${mentor.personId}`, talk(curator.personId, more));
	expect(answer.status).toBe(422);
	const page = await answer.text();
	for (const words of [why, 'Хочу передать опыт']) expect(page, words).toContain(words);
});

test('a round that ended earlier holds nobody and no talk of later days', async () => {
	const { vera, curator, mentor, teacher } = await aTalkingSchool('Школа прошлого круга', 'Беседы');
	await vera.post('/registry/mentors/entries', { person: teacher.personId, from: '04.09.2026' });
	const talkOn = (heldOn: string) =>
		vera.post(`/interviews/people/${mentor.personId}`, talk(curator.personId, { heldOn }));
	await talkOn('02.09.2026');
	await vera.post(`/interviews/people/${mentor.personId}`, talk(curator.personId, { outcome: 'refused' }));
	const finished = await vera.post('/interviews/round/mentors', {
		register: 'mentors',
		since: '01.09.2026',
		on: '03.09.2026'
	});
	const round = await text(vera.get(leadsTo(finished)));
	for (const words of ['поговорили с 1 из 1', '2 сентября', 'рекомендован']) expect(round, words).toContain(words);
	for (const words of ['Жукова', 'отказался', '5 сентября']) expect(round, words).not.toContain(words);
});
