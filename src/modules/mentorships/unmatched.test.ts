import { beforeAll, expect, test } from 'vitest';
import { location, text } from '../../../test/plan-story';
import { aPlan } from '../../../test/plans';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});
const cast = ['curator', 'director', 'mentor', 'mentee', 'teacher', 'psychologist'] as const;

test('S4 5.3: nobody was found for Гусев: he is asked about support first, the psychologist begins, the network is asked without a name', async () => {
	const centre = await aSchool(world, { name: 'РЦ «Исток»', kind: 'resource-centre', roles: ['methodologist'] });
	const { curator, mentee, psychologist, teacher } = await aSchool(world, {
		...{ name: 'Лицей', parent: centre.organisationId, roles: cast }
	});
	const title = 'Психолого-педагогическая поддержка наставляемых, не сформировавших пару, продолжение поиска';
	const { activities } = await aPlan(world, curator, {
		stages: [
			{
				title: 'Работа пар',
				activities: [
					{
						...{ title: 'Занятия психолога для действующих пар', deadline: 'сентябрь', capability: 'support' },
						times: [{ from: '2026-09-01', to: '2026-09-30' }]
					},
					{ title, deadline: 'сентябрь', capability: 'support', times: [{ from: '2026-09-01', to: '2026-09-30' }] }
				]
			}
		]
	});
	const [vera, olga, tamara] = [as(world, curator), as(world, psychologist), as(world, centre.methodologist)];
	await vera.post('/registry/mentees/entries', { person: mentee.personId, from: '01.09.2026' });
	const list = '/mentorships/unmatched';
	const page = await text(vera.get(list));
	for (const words of ['Гусев Борис Олегович', 'в банке нет наставников', 'ещё не спрашивали'])
		expect(page).toContain(words);
	expect(page, 'support of pairs is another line').not.toContain('Занятия психолога');
	const closes = /name="closes"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? '';
	const early = await vera.post(`${list}/closing`, { closes });
	expect(early.status, 'nothing was done yet').toBe(422);

	const fact = (what: string) => ({ person: mentee.personId, what });
	expect(
		(await olga.post('/search-facts', fact('support-wanted'))).status,
		'the person says it, not the psychologist'
	).toBe(403);
	expect(await text(olga.get('/support'))).toContain('Сейчас никто не просит поддержки');
	await vera.post('/search-facts', fact('searched'));
	await vera.post('/search-facts', fact('support-wanted'));
	expect(await text(olga.get('/today'))).toContain('Нужна поддержка: Гусев Борис Олегович');
	await olga.post('/search-facts', fact('support-begun'));
	expect(await text(vera.get(list))).toContain('психолог работает');
	expect(await text(olga.get('/today'))).not.toContain('Нужна поддержка');

	const ask = { person: mentee.personId, subject: 'наставник по физике', words: 'для Гусева, раз в неделю' };
	const named = await vera.post('/mentor-searches', ask);
	expect(named.status).toBe(422);
	expect(await text(named)).toContain('Уберите фамилию');
	expect((await vera.post('/mentor-searches', { ...ask, words: 'Раз в неделю, можно по видео' })).status).toBe(303);
	expect((await vera.post('/mentor-searches', { ...ask, words: '' })).status, 'one request a person').toBe(422);
	const above = await text(tamara.get('/mentor-exchange'));
	for (const words of ['Лицей: наставник по физике', 'можно по видео']) expect(above).toContain(words);
	for (const secret of ['Гусев', mentee.personId]) expect(above).not.toContain(secret);
	const answer = /action="(\/mentor-exchange\/[^"]+)"/.exec(above)?.[1] ?? '';
	await tamara.post(answer, { words: 'Школа № 7, Панова И. В., 2-33-44' });
	expect(await text(vera.get(list))).toContain('Школа № 7, Панова И. В.');
	expect((await as(world, teacher).get(list)).status).toBe(403);

	const done = location(await vera.post(`${list}/closing`, { closes }));
	expect(await text(vera.get(done))).toContain('отмечено выполненным: 1 мероприятие');
	const line = await text(vera.get(`/activities/${activities[title]?.id}`));
	expect(line).toMatch(/выполнено <time datetime="2026-09-05"/);
	for (const words of ['Без наставника: 1', 'поиск продолжается: 1', 'запросов к сети: 1'])
		expect(line).toContain(words);
	const [proof = ''] = /Поиск и поддержка тех.*?запросов к сети: 1/s.exec(line) ?? [];
	expect(proof).not.toBe('');
	expect(proof).not.toContain('Гусев');
});
