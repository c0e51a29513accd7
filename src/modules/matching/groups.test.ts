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

test('the size is of the whole group: whom Белова leads already counts; where all her places are fewer than the size, it is told and nobody is put there', async () => {
	const { vera, ids } = await aSchoolToMatch(world, 'Школа малых групп');
	const words = { category: 'highest', source: 'words', saidOn: '05.09.2026' };
	const offer = (capacity: string, version: string) =>
		vera.post(`/registry/people/${ids.anna}/offer`, {
			...{ ...words, competences: ['discipline', 'methods', 'parents'], formats: ['group'], capacity, version }
		});
	await offer('4', '1');
	const details = { building: '', outside: '', manager: '', queue: '', needs: '1', version: '0' };
	await vera.post(`/matching/people/${ids.anna}`, { ...details, smallest: '3' });
	const given = { kind: 'group', from: '07.09.2026', to: '31.05.2027', words: 'on', consents: 'on', agreement: 'on' };
	for (const mentee of [ids.boris, ids.raisa])
		expect(
			(await vera.post('/mentorships', { ...given, mentee, mentor: ids.anna, papersOn: '04.09.2026' })).status
		).toBe(303);
	const run = async () => {
		const at = location(await vera.post('/matching/runs', { kind: 'group' })).split('?')[0] ?? '';
		return { page: await read(vera.get(at)), pairs: await text(vera.get(at)) };
	};
	await vera.post('/matching/ties', { mentee: ids.yana, mentor: ids.nina, kind: 'apart', reason: '' });
	const last = await run();
	expect(last.pairs, 'two are in it, the third opens nothing anew').toContain(`value="${ids.yana} ${ids.anna}"`);

	await vera.post(`/matching/people/${ids.anna}`, { ...details, version: '1', smallest: '5' });
	const never = await run();
	expect(never.pairs).not.toContain(`value="${ids.yana} ${ids.anna}"`);
	expect(never.page).toContain('мест меньше, чем наименьший размер группы – 1');
});
