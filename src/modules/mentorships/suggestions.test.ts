import { beforeAll, expect, test } from 'vitest';
import { aSchoolToMatch } from '../../../test/matching-story';
import { location, text } from '../../../test/plan-story';
import { as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const suggested = (page: string) =>
	[...page.matchAll(/<label for="mentor-[^"]+">\s*(\S+)[\s\S]*?id="mentor-[^"]+-hint">([\s\S]*?)<\/p>/g)].map(
		([, name = '', said = '']) => [name, said.replace(/<[^>]+>/g, '').trim()] as const
	);

test('«Назначить наставника» names the mentors of the registers by the very points and reasons of a matching; whom its conditions forbid, it does not', async () => {
	const { vera, ids, school } = await aSchoolToMatch(world, 'Те же баллы');
	const path = `/mentorships/new?mentee=${ids.boris}`;
	const [[first, said] = ['', ''], second] = suggested(await text(vera.get(path)));
	expect([first, second?.[0]]).toEqual(['Белова', 'Жукова']);
	expect(said).toContain('у наставника это сильная сторона');
	const run = location(await vera.post('/matching/runs', { kind: 'one-to-one' })).split('?')[0] ?? '';
	const points = /^(\d+) из 1000\. /.exec(said)?.[1] ?? 'none';
	expect(await text(vera.get(run)), 'the run gives the pair as many').toMatch(
		new RegExp(`Гусев Б\\. О\\.[\\s\\S]{0,400}Белова А\\. С\\.[\\s\\S]{0,300}\\b${points}\\b`)
	);

	await vera.post('/matching/ties', { mentee: ids.boris, mentor: ids.anna, kind: 'apart', reason: 'Старая ссора' });
	const apart = await text(vera.get(path));
	expect(suggested(apart).map(([name]) => name)).toEqual(['Жукова']);
	expect(apart).not.toContain('Старая ссора');

	const pair = { mentee: ids.yana, mentor: ids.nina, from: '07.09.2026', to: '31.05.2027', kind: 'one-to-one' };
	await vera.post('/mentorships', pair);
	expect(suggested(await text(vera.get(path)))[0]?.[1]).toContain('мест больше нет: ведёт 1 из 1');
	const gleb = suggested(await text(as(world, school.director).get(path)));
	expect(gleb.map(([name]) => name)).toEqual(['Жукова']);
});

test('for somebody in no register there is nothing to score: staff are named with what is known of them', async () => {
	const { vera, school } = await aSchoolToMatch(world, 'Без баллов');
	const page = await text(vera.get(`/mentorships/new?mentee=${school.commission.personId}`));
	expect(page).toContain('Белова Анна Сергеевна');
	expect(page).not.toContain('из 1000');
});
