import { beforeAll, expect, test } from 'vitest';
import { location, text } from '../../../test/plan-story';
import { aPlan } from '../../../test/plans';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { readTable } from '../people/readers/read-table';
import { startingMapping } from './rules/exchange/mapping';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const forms = 'Оформление форм базы наставников и наставляемых, внесение в АИС';

test('S0 4.2: Вера fills both bases, makes the file for АИС, hands it over; the line of the plan is done, and the file proves it', async () => {
	const { curator, mentor, mentee, teacher, director } = await aSchool(world, {
		name: 'Школа АИС',
		roles: ['curator', 'director', 'mentor', 'mentee', 'teacher']
	});
	const { activities } = await aPlan(world, curator, {
		stages: [
			{
				title: 'Формирование базы',
				activities: [
					{
						title: forms,
						deadline: 'сентябрь',
						capability: 'registry',
						times: [{ from: '2026-09-01', to: '2026-09-30' }],
						responsible: [{ text: 'Педагоги-наставники', kind: 'group' }]
					}
				]
			}
		]
	});
	const vera = as(world, curator);
	const card = `/activities/${activities[forms]?.id}`;
	expect(await text(vera.get(card))).not.toContain('Файл банка');

	const { columns, form } = startingMapping('mentees', 'apart');
	const { numbered: _, ...values } = form;
	const fields = {
		...values,
		version: '0',
		name: 'АИС',
		...Object.fromEntries(columns.map(({ field }, at) => [`place-${field}`, String(at + 1)]))
	};
	const path = location(await vera.post('/registry/mentees/mappings', fields)).split('?')[0] ?? '';
	expect(await text(vera.get(path))).toContain('пока некого включить');
	await vera.post('/registry/mentees/entries', { person: [mentee.personId, teacher.personId], from: '01.09.2026' });
	await vera.post('/registry/mentors/entries', { person: mentor.personId, from: '01.09.2026' });
	await vera.post('/consents/entry/transfer', { kind: 'transfer', person: mentee.personId, givenOn: '01.09.2026' });

	const page = await text(vera.get(path));
	const closes = /name="closes"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? '';
	expect((await vera.post(`${path}/closing`)).status).toBe(422);
	const handed = location(await vera.post(`${path}/closing`, { closes }));
	expect(await text(vera.get(handed))).toContain('В дорожной карте отмечено выполненным: 1 мероприятие');

	const done = await text(vera.get(card));
	expect(done).toMatch(/выполнено <time datetime="2026-09-05"/);
	for (const words of ['Банк наставляемых для получателя «АИС», 05.09.2026', 'без согласия на передачу вне файла: 1'])
		expect(done).toContain(words);
	const file = /href="(\/files\/[^"]+)"/.exec(done)?.[1] ?? '';
	const [sheet] = await readTable(new Uint8Array(await (await as(world, director).get(file)).arrayBuffer()));
	expect(sheet?.[0]?.slice(0, 3)).toEqual(['Фамилия', 'Имя', 'Отчество']);
	expect(sheet?.slice(1).map(([family]) => family)).toEqual(['Гусев']);
	const seen = await as(world, mentor).get(file);
	expect(seen.status, 'the copy is not for everybody who sees the activity').toBe(404);
});
