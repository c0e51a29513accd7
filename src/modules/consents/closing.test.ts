import { beforeAll, expect, test } from 'vitest';
import { location, text } from '../../../test/plan-story';
import { aPlan } from '../../../test/plans';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const gather = 'Собрать согласия на обработку персональных данных';

test('until everybody has agreed the line of the plan is not ticked; when all have, the register closes it in numbers, without a name', async () => {
	const school = await aSchool(world, { roles: ['curator', 'mentor', 'mentee'] });
	const { activities } = await aPlan(world, school.curator, {
		stages: [
			{
				title: 'Подготовка',
				activities: [
					{
						title: gather,
						deadline: 'сентябрь',
						capability: 'consent',
						times: [{ from: '2026-09-01', to: '2026-09-30' }],
						responsible: [{ text: 'Педагоги-наставники', kind: 'group' }]
					}
				]
			}
		]
	});
	const vera = as(world, school.curator);
	const card = `/activities/${activities[gather]?.id}`;
	const box = (page: string) => /<input type="checkbox"[^>]*name="closes"[^>]*>/.exec(page)?.[0] ?? '';
	const before = await text(vera.get('/consents'));
	expect(box(before)).toContain('value=');
	expect(box(before)).not.toContain('checked');

	const kinds = [...before.matchAll(/href="\/consents\/sheets\/([a-z]+)"/g)].map(([, kind]) => kind);
	expect(kinds.length).toBeGreaterThan(1);
	for (const kind of kinds) {
		const form = await text(vera.get(`/consents/entry/${kind}`));
		const person = [...form.matchAll(/name="person" value="([^"]+)"/g)].map(([, one]) => one as string);
		await vera.post(`/consents/entry/${kind}`, { kind: kind ?? '', givenOn: '04.09.2026', person });
	}
	const page = await text(vera.get('/consents'));
	expect(page).toContain('все согласия на месте');
	expect(box(page)).toContain('checked');
	const closes = /value="([^"]+)"/.exec(box(page))?.[1] ?? '';
	expect((await vera.post('/consents/closing')).status).toBe(422);
	const answer = await vera.post('/consents/closing', { closes });
	expect(await text(vera.get(location(answer)))).toContain('В дорожной карте отмечено выполненным: 1 мероприятие');

	const done = await text(vera.get(card));
	expect(done).toMatch(/выполнено <time datetime="2026-09-05"/);
	expect(done).toContain('<a href="/consents">Реестр согласий на 05.09.2026</a>');
	expect(done).toContain('Все согласия есть у 2 из 2 участников: обработка персональных данных – 2 из 2');
	const seen = await text(as(world, school.mentor).get(card));
	expect(seen).toContain('Все согласия есть у 2 из 2 участников');
	for (const closed of ['Гусев', 'href="/consents"']) expect(seen).not.toContain(closed);
});
