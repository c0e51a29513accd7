import { beforeAll, expect, test } from 'vitest';
import { aSchoolToMatch } from '../../../test/matching-story';
import { location, text } from '../../../test/plan-story';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const read = async (answer: Response | Promise<Response>) =>
	(await text(answer)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('Белова leads a group of no fewer than four: three are not gathered, and are told why; of three they all come to her', async () => {
	const { vera, ids } = await aSchoolToMatch(world, 'Школа групп');
	const places = { competences: ['discipline', 'methods', 'parents'], formats: ['group'], capacity: '4' };
	const offer = { ...places, version: '1', category: 'highest', source: 'words', saidOn: '05.09.2026' };
	expect((await vera.post(`/registry/people/${ids.anna}/offer`, offer)).status).toBe(303);
	const details = { building: '', outside: '', manager: '', queue: '', needs: '1' };
	const told = (smallest: string, version: string) =>
		vera.post(`/matching/people/${ids.anna}`, { ...details, version, smallest });
	const run = async (kind: string) => {
		const at = location(await vera.post('/matching/runs', { kind })).split('?')[0] ?? '';
		const pairs = [...(await text(vera.get(at))).matchAll(/name="pair" value="\S+ (\S+)"/g)].map(
			([, mentor]) => mentor
		);
		return { page: await read(vera.get(at)), hers: pairs.filter((mentor) => mentor === ids.anna).length };
	};

	const wrong = await told('двое', '0');
	expect(wrong.status).toBe(422);
	expect(await wrong.text()).toMatch(/name="smallest"[^>]*value="двое"/);
	expect(await (await told('21', '0')).text()).toContain('Не больше 20');
	expect((await told('4', '0')).status).toBe(303);
	expect(await text(vera.get(`/matching/people/${ids.anna}`))).toMatch(/name="smallest"[^>]*value="4"/);

	const few = await run('group');
	expect(few.hers).toBe(0);
	expect(few.page).toContain('1 пара. Наставника не хватило: 2 человека.');
	expect(few.page).toContain(
		'Места заняты: подходящих наставников – 1, мест у них – 1, а желающих – 2. Группы подходящих наставников (1) не открылись: людей в них меньше наименьшего размера.'
	);
	expect(few.page).toContain('Белова А. С. 4 группа не открылась: людей мало');
	expect((await run('one-to-one')).hers, 'in pairs a size of groups is nothing').toBe(2);

	expect((await told('3', '1')).status).toBe(303);
	await world.owner.updateTable('people').set({ family_name: 'Абрамова' }).where('id', '=', ids.yana).execute();
	const enough = await run('group');
	expect(enough.hers).toBe(3);
	expect(enough.page).toContain('3 пары, наставник нашёлся каждому.');
	expect(enough.page, 'by name').toMatch(/Абрамова Я\. А\..*Гусев Б\. О\..*Лосева Р\. И\./);
});
