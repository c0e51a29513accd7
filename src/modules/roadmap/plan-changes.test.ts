import { beforeAll, expect, test } from 'vitest';
import { aSchoolAtWork, aTime, at, done, location, text } from '../../../test/plan-story';
import { as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const order = 'Издать приказ о парах';
const versionIn = (form: string) => /name="version" value="(\d+)"/.exec(form)?.[1] ?? '';

test('Vera says an activity anew: the plan shows it, the words before lie in the journal’s values', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const path = `/activities/${plan.activities['Провести анкетирование педагогов']?.id}`;
	const version = versionIn(await text(vera.get(`${path}/words`)));
	const answer = await vera.post(`${path}/words`, {
		version,
		title: 'Провести анкетирование молодых педагогов',
		results: 'Справка по итогам анкетирования\n\n  Список запросов  ',
		capability: 'survey'
	});
	const card = await text(vera.get(location(answer)));
	for (const words of [
		'Изменения сохранены',
		'молодых педагогов',
		'Список запросов',
		'Анкетирование',
		'Мероприятие изменено'
	]) {
		expect(card).toContain(words);
	}
	expect(card.match(/<li>Справка по итогам анкетирования<\/li>/g)).toHaveLength(1);
	const kept = await world.owner
		.selectFrom('journal_values')
		.select('before')
		.where('organisation_id', '=', school.organisationId)
		.execute();
	expect(kept).toMatchObject([{ before: { title: 'Провести анкетирование педагогов' } }]);
	expect((await vera.post(`${path}/words`, { version: '2', title: '  ' })).status).toBe(422);
});

test('two at once: the second sees what the first has written, and decides', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const [vera, gleb] = [as(world, school.curator), as(world, school.director)];
	const path = `/activities/${plan.activities[order]?.id}`;
	const version = versionIn(await text(vera.get(`${path}/words`)));
	await gleb.post(`${path}/words`, { version, title: 'Издать приказ о закреплении пар' });

	const late = await vera.post(`${path}/words`, { version, title: 'Подписать приказ о парах' });
	expect(late.status).toBe(409);
	const both = await late.text();
	expect(both).toContain('Издать приказ о закреплении пар');
	expect(both).toContain('Подписать приказ о парах');
	const again = await vera.post(`${path}/words`, { version: versionIn(both), title: 'Подписать приказ о парах' });
	expect(await text(vera.get(location(again)))).toContain('Подписать приказ о парах');
});

test('a term is moved with its reason; the approved words stay; what is done has no day to move', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator, at('2026-10-05T05:00:00Z'));
	const path = `/occurrences/${aTime(plan, order)}/deadline`;
	expect(await text(vera.get('/today'))).toContain('просрочено 2.');

	const past = await vera.post(path, { toDay: '04.10.2026', reason: 'Педсовет перенесён' });
	expect(past.status).toBe(422);
	expect(await past.text()).toMatch(/Этот день уже прошёл[\s\S]*Педсовет перенесён/);
	expect(await text(vera.post(path, { toDay: '01.10.2026' }))).toContain('Этот день уже прошёл');

	const answer = await vera.post(path, { toDay: '16.10.2026', reason: 'Педсовет перенесён' });
	const card = await text(vera.get(location(answer)));
	expect(card).toContain('до 1 октября');
	expect(card).toContain('(перенесено с 1 октября: Педсовет перенесён)');
	expect(await text(vera.get('/today'))).toContain('просрочено 1.');

	await vera.post(`/occurrences/${aTime(plan, order)}/completion`, done);
	expect((await vera.get(path)).status).toBe(303);
	expect((await vera.post(path, { toDay: '20.10.2026' })).status).toBe(422);
});

test('«РЦ отвечает» is a word away: the day is off, and on again when the school answers after all', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator, at('2026-10-05T05:00:00Z'));
	const path = `/activities/${plan.activities[order]?.id}`;
	const say = async (awaited: Record<string, string>) => {
		const version = versionIn(await text(vera.get(`${path}/words`)));
		await vera.post(`${path}/words`, { version, title: order, ...awaited });
		return text(vera.get(path));
	};
	expect(await text(vera.get(path))).toContain('просрочено на 4 дня');
	expect(await say({ awaited: 'on' })).toContain('ждём от РЦ');
	expect(await say({})).toContain('разобрать: срок был раньше'); // it was not the school’s when its day passed
});

test('what is not needed leaves the plan and comes back with its marks; sent twice, it leaves once', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const { id } = plan.activities[order] ?? {};
	await vera.post(`/occurrences/${aTime(plan, order)}/completion`, { ...done, note: 'Приказ № 7' });
	const token = crypto.randomUUID();
	const first = await vera.post(`/activities/${id}/removal`, { token });
	const second = await vera.post(`/activities/${id}/removal`, { token });
	expect([first.status, second.status]).toEqual([303, 303]);
	const page = await text(vera.get(location(first)));
	expect(page).toContain(`Убрано из плана: ${order}`);
	expect(page).toContain('4 мероприятия:');
	expect(await text(vera.get(`/activities/${id}`))).toContain('Этого мероприятия больше нет в плане');
	expect((await as(world, school.mentor).get(`/activities/${id}`)).status).toBe(404);
	expect((await vera.post(`/activities/${id}/removal`)).status).toBe(422);

	const back = await vera.post(`/activities/${id}/restoration`);
	expect(await text(vera.get(location(back)))).toMatch(/снова в плане[\s\S]*Приказ № 7/);
});

test('what the plan does not have is added to its stage, entrusted and reminded of', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const form = await text(vera.get(`/roadmap/${plan.id}/activities/new`));
	const stage = /<option value="([^"]+)"[^>]*>Подготовка</.exec(form)?.[1] ?? '';
	const fields = { title: 'Собрать согласия', stage, from: '07.09.2026', to: '11.09.2026', results: 'Согласия' };
	for (const [wrong, why] of [
		[{ from: '12.09.2026' }, 'Начало позже'],
		[{ to: '' }, 'последний день'],
		[{ stage: crypto.randomUUID() }, 'Этого этапа'],
		[{ title: ' ' }, 'Напишите, что нужно сделать']
	] as const) {
		const answer = await vera.post(`/roadmap/${plan.id}/activities`, { ...fields, ...wrong });
		expect(answer.status).toBe(422);
		expect(await answer.text()).toContain(why);
	}
	const answer = await vera.post(`/roadmap/${plan.id}/activities`, fields);
	const card = await text(vera.get(location(answer)));
	expect(card).toContain('добавлено в план');
	expect(card).toContain('с 07.09.2026 по 11.09.2026');
	const page = await text(vera.get(`/roadmap/${plan.id}`));
	expect(page).toContain('6 мероприятий');
	expect(page.indexOf('Собрать согласия')).toBeLessThan(page.indexOf('Региональный семинар'));
	const tuesday = as(world, school.curator, at('2026-09-08T05:00:00Z'));
	expect(await text(tuesday.get('/today'))).toContain('На этой неделе 2 дела');
});

test('a mentor corrects nothing, another’s plan is nobody’s', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const { school: other } = await aSchoolAtWork(world);
	const [anna, stranger] = [as(world, school.mentor), as(world, other.curator)];
	const { id } = plan.activities['Провести анкетирование педагогов'] ?? {};
	const time = aTime(plan, 'Провести анкетирование педагогов');
	const fields = { version: '1', title: 'Чужое', toDay: '20.12.2026' };
	for (const path of [`/activities/${id}/words`, `/activities/${id}/removal`, `/occurrences/${time}/deadline`]) {
		expect((await anna.post(path, fields)).status, path).toBe(403);
		expect((await stranger.post(path, fields)).status, path).toBe(404);
	}
	expect((await stranger.post(`/activities/${id}/restoration`)).status).toBe(404);
});
