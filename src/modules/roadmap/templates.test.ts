import { beforeAll, expect, test } from 'vitest';
import { aDistrict, type District, templateIn } from '../../../test/district-story';
import { aTime, location, text } from '../../../test/plan-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const day = { outcome: 'done', doneOn: '05.09.2026' };

/** The school takes the template to work; answers with its plan's address. */
async function taken({ vera, tamara, plan }: District) {
	await tamara.post(`/roadmap/${plan.id}/template`, { note: 'Для школ округа' });
	const template = templateIn(await text(vera.get('/roadmap/starters')));
	const path = location(await vera.post(template));
	const acceptance = await text(vera.get(`${path}/acceptance`));
	const version = /name="version" value="(\d+)"/.exec(acceptance)?.[1] ?? '';
	return (
		location(await vera.post(`${path}/acceptance`, { version, past: 'keep', earlier: 'later' })).split('?')[0] ?? ''
	);
}

const activityOf = (world_: TestWorld, plan: string, title: string) =>
	world_.owner
		.selectFrom('activities as a')
		.innerJoin('occurrences as o', 'o.activity_id', 'a.id')
		.where('a.roadmap_id', '=', plan.split('/').at(-1) ?? '')
		.where('a.title', '=', title)
		.select(['a.id', 'a.version', 'a.deadline_text', 'a.removed_at', 'o.id as time', 'o.due_on'])
		.executeTakeFirstOrThrow();

const fieldIn = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
const boxesIn = (page: string) =>
	[...page.matchAll(/<input[^>]*name="change"[^>]*>/g)].map(([box]) => ({
		key: /value="([^"]*)"/.exec(box)?.[1] ?? '',
		checked: /checked/.test(box)
	}));

test('Tamara gives her plan to the schools; Vera begins hers with it, in its capabilities and days', async () => {
	const district = await aDistrict(world);
	const own = await taken(district);
	const row = await activityOf(world, own, 'Провести анкетирование педагогов');
	expect(row.due_on).toBe('2026-10-31');
	expect(await text(district.vera.get(own))).toContain('Начат с образца (РЦ «Исток»), версия 1');
	const page = await text(district.tamara.get(`/roadmap/${district.plan.id}/template`));
	expect(page).toContain('Заречная школа');
	expect(page).toContain('1 организация взяла');
});

test('a newer version is proposed change by change: what Vera did herself is kept, what she marked stays', async () => {
	const district = await aDistrict(world);
	const { vera, tamara, plan } = district;
	const own = await taken(district);
	const survey = await activityOf(world, own, 'Провести анкетирование педагогов');
	const order = await activityOf(world, own, 'Назначить куратора наставничества');
	await vera.post(`/occurrences/${order.time}/completion`, day);
	const words = await text(vera.get(`/activities/${survey.id}/words`));
	const changed = await vera.post(`/activities/${survey.id}/words`, {
		title: 'Провести анкетирование педагогов и новичков',
		results: 'Справка',
		version: fieldIn(words, 'version'),
		capability: 'survey'
	});
	expect(changed.status).toBe(303);

	// the centre moves the report and adds a contest
	const report = plan.activities['Подготовить отчёт за год']?.id ?? '';
	await world.owner
		.updateTable('activities')
		.set({ title: 'Подготовить аналитический отчёт за год' })
		.where('id', '=', report)
		.execute();
	await tamara.post(`/roadmap/${plan.id}/activities`, {
		title: 'Принять участие в окружном конкурсе',
		to: '30.04.2027'
	});
	expect((await tamara.post(`/roadmap/${plan.id}/template`, { note: 'Добавлен конкурс' })).status).toBe(303);

	expect(await text(vera.get(own))).toContain('Обновлён образец этого плана: РЦ «Исток»');
	const page = await text(vera.get(`${own}/template-update`));
	expect(page).toContain('Добавлен конкурс');
	expect(page).toContain('Принять участие в окружном конкурсе');
	expect(page).not.toContain('и новичков'); // her own words are nobody's proposal
	const boxes = boxesIn(page);
	expect(boxes.length).toBe(2);
	expect(boxes.every(({ checked }) => checked)).toBe(true);

	const answer = await vera.post(`${own}/template-update`, {
		version: fieldIn(page, 'version'),
		seen: fieldIn(page, 'seen'),
		change: boxes.map(({ key }) => key)
	});
	expect(answer.status).toBe(303);
	const plan_ = await text(vera.get(own));
	expect(plan_).toContain('Принять участие в окружном конкурсе');
	expect(plan_).toContain('Подготовить аналитический отчёт за год');
	expect(plan_).toContain('Провести анкетирование педагогов и новичков');
	expect(plan_).toContain('версия 2');
	const marks = await world.owner
		.selectFrom('completions')
		.select('id')
		.where('occurrence_id', '=', order.time)
		.execute();
	expect(marks).toHaveLength(1);
	expect((await vera.get(`${own}/template-update`)).status).toBe(200); // says there is nothing new
	expect(await text(vera.get(`${own}/template-update`))).toContain('Новых изменений в образце нет');
});

test('what both changed is not ticked, and both are shown; left unticked, Vera’s words stay and nobody asks again', async () => {
	const district = await aDistrict(world);
	const { vera, tamara, plan } = district;
	const own = await taken(district);
	const survey = await activityOf(world, own, 'Провести анкетирование педагогов');
	const words = await text(vera.get(`/activities/${survey.id}/words`));
	await vera.post(`/activities/${survey.id}/words`, {
		title: 'Провести анкетирование педагогов в сентябре',
		results: '',
		version: fieldIn(words, 'version'),
		capability: 'survey'
	});
	const theirs = plan.activities['Провести анкетирование педагогов']?.id ?? '';
	await world.owner
		.updateTable('activities')
		.set({ title: 'Провести анкетирование всех педагогов' })
		.where('id', '=', theirs)
		.execute();
	await tamara.post(`/roadmap/${plan.id}/template`, { note: '' });

	const page = await text(vera.get(`${own}/template-update`));
	expect(page).toContain('То, что вы и сами меняли, не отмечено');
	expect(boxesIn(page).map(({ checked }) => checked)).toEqual([false]);
	await vera.post(`${own}/template-update`, { version: fieldIn(page, 'version'), seen: fieldIn(page, 'seen') });
	const after = await text(vera.get(own));
	expect(after).toContain('педагогов в сентябре');
	expect(after).not.toContain('Обновлён образец');
});

test('a page that is out of date takes nothing over; published twice without a change is refused in words', async () => {
	const district = await aDistrict(world);
	const { vera, tamara, plan } = district;
	const own = await taken(district);
	const refused = await tamara.post(`/roadmap/${plan.id}/template`, { note: 'ещё раз' });
	expect(refused.status).toBe(422);
	expect(await refused.text()).toContain('ничего не изменилось');

	await tamara.post(`/roadmap/${plan.id}/activities`, {
		title: 'Принять участие в окружном конкурсе',
		to: '30.04.2027'
	});
	await tamara.post(`/roadmap/${plan.id}/template`, { note: '' });
	const page = await text(vera.get(`${own}/template-update`));
	await tamara.post(`/roadmap/${plan.id}/activities`, { title: 'Собрать окружной сборник практик', to: '30.05.2027' });
	await tamara.post(`/roadmap/${plan.id}/template`, { note: '' });
	const late = await vera.post(`${own}/template-update`, {
		version: fieldIn(page, 'version'),
		seen: fieldIn(page, 'seen'),
		change: boxesIn(page).map(({ key }) => key)
	});
	expect(late.status).toBe(422);
	const again = await late.text();
	expect(again).toContain('Посмотрите, что предлагается теперь');
	expect(again).toContain('Собрать окружной сборник практик');
});

test('another district sees nothing of it; a school gives nothing to anybody; withdrawn, it is offered no more', async () => {
	const district = await aDistrict(world);
	const { vera, tamara, plan } = district;
	const own = await taken(district);
	const template = templateIn(await text(vera.get('/roadmap/starters')));
	const far = await aSchool(world, { name: 'РЦ «Даль»', kind: 'resource-centre', roles: ['methodologist'] });
	const stranger = await aSchool(world, { name: 'Дальняя школа', parent: far.organisationId, roles: ['curator'] });
	expect((await as(world, stranger.curator).get(template)).status).toBe(404);
	expect((await as(world, stranger.curator).post(template)).status).toBe(404);
	expect(templateIn(await text(as(world, stranger.curator).get('/roadmap/starters')))).toBe('');
	expect((await tamara.get(template)).status).toBe(404); // one's own is led from its plan
	expect((await vera.get(`${own}/template`)).status).toBe(404);
	expect((await vera.post(`${own}/template`, { note: '' })).status).toBe(404);

	expect((await tamara.post(`/roadmap/${plan.id}/template/withdrawal`)).status).toBe(303);
	expect((await vera.get(template)).status).toBe(404);
	expect((await vera.get(own)).status).toBe(200);
	expect(aTime(plan, 'Назначить куратора наставничества')).not.toBe('');
});
