import { beforeAll, expect, test } from 'vitest';
import { aSchoolAtWork, aTime, at, done, location, text } from '../../../test/plan-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { readRoadmap } from './readers/read-roadmap';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const june = at('2027-06-10T05:00:00Z');
const september = at('2027-09-02T05:00:00Z');

/** Vera's school with its plan of 2026/27, the plan's period written. */
async function aYear() {
	const { school, plan } = await aSchoolAtWork(world);
	await world.owner
		.updateTable('roadmaps')
		.set({ period: '[2026-09-01,2027-09-01)', title: 'Дорожная карта наставничества на 2026/2027 учебный год' })
		.where('id', '=', plan.id)
		.execute();
	return { school, plan };
}

const idsOf = ({ activities }: Awaited<ReturnType<typeof aYear>>['plan'], ...titles: string[]) =>
	titles.map((title) => activities[title]?.id ?? '');

test('Vera begins the next year from this plan: chosen rows, next year’s dates, the same people; the old plan stays', async () => {
	const { school, plan } = await aYear();
	const now = as(world, school.curator);
	await now.post(`/occurrences/${aTime(plan, 'Издать приказ о парах')}/completion`, done);

	const vera = as(world, school.curator, june);
	expect(await text(vera.get(`/roadmap/${plan.id}`))).toContain('Пора готовить следующий план');
	const page = await text(vera.get(`/roadmap/${plan.id}/next-year`));
	expect(page).toContain('Дорожная карта наставничества на 2027/2028 учебный год');
	expect(page).toContain('ждём от других и в новом году');

	const rows = idsOf(plan, 'Провести анкетирование педагогов', 'Встречи пар', 'Региональный семинар кураторов');
	const answer = await vera.post(`/roadmap/${plan.id}/next-year`, {
		title: 'Дорожная карта наставничества на 2027/2028 учебный год',
		row: rows
	});
	expect(answer.status).toBe(303);
	const importPath = location(answer);
	const understood = await text(vera.get(importPath));
	expect(understood).toContain('Провести анкетирование педагогов');
	expect(understood).not.toContain('Издать приказ о парах');

	const acceptance = await text(vera.get(`${importPath}/acceptance`));
	const version = /name="version" value="(\d+)"/.exec(acceptance)?.[1] ?? '';
	const accepted = await vera.post(`${importPath}/acceptance`, { version, past: 'keep', earlier: 'later' });
	expect(accepted.status).toBe(303);
	const next = location(accepted).split('?')[0] ?? '';
	const found = await world.owner
		.selectFrom('activities as a')
		.innerJoin('occurrences as o', 'o.activity_id', 'a.id')
		.leftJoin('activity_responsible as r', 'r.activity_id', 'a.id')
		.where('a.roadmap_id', '=', next.split('/').at(-1) ?? '')
		.where('a.title', '=', 'Провести анкетирование педагогов')
		.select(['o.due_on', 'r.person_id'])
		.executeTakeFirstOrThrow();
	expect(found).toEqual({ due_on: '2027-09-10', person_id: school.mentor.personId });

	const autumn = as(world, school.curator, september);
	expect(await text(autumn.get(next))).toContain('Продолжает план');
	const old = await text(autumn.get(`/roadmap/${plan.id}`));
	expect(old).toContain('Продолжен планом');
	expect(old).toContain('Издать приказ о парах');
	expect(old).not.toContain('Пора готовить следующий план');
});

test('nothing chosen, no title: the page comes back with what was ticked and says what to do', async () => {
	const { school, plan } = await aYear();
	const vera = as(world, school.curator, june);
	const nothing = await vera.post(`/roadmap/${plan.id}/next-year`, { title: 'План' });
	expect(nothing.status).toBe(422);
	expect(await nothing.text()).toContain('Отметьте хотя бы одно мероприятие');
	const [row = ''] = idsOf(plan, 'Встречи пар');
	const untitled = await vera.post(`/roadmap/${plan.id}/next-year`, { title: '', row: [row] });
	expect(untitled.status).toBe(422);
	const page = await untitled.text();
	expect(page).toContain('Напишите название нового плана');
	expect(page.match(/ checked/g)).toHaveLength(1);
});

test('rows of another plan are not taken; another school’s plan is not found; sent twice it begins once', async () => {
	const { school, plan } = await aYear();
	const other = await aYear();
	const vera = as(world, school.curator, june);
	const foreign = await vera.post(`/roadmap/${plan.id}/next-year`, {
		title: 'План',
		row: idsOf(other.plan, 'Встречи пар')
	});
	expect(foreign.status).toBe(422);
	expect((await vera.get(`/roadmap/${other.plan.id}/next-year`)).status).toBe(404);
	const form = { title: 'План', row: idsOf(plan, 'Встречи пар'), token: crypto.randomUUID() };
	const [first, second] = [
		await vera.post(`/roadmap/${plan.id}/next-year`, form),
		await vera.post(`/roadmap/${plan.id}/next-year`, form)
	];
	expect(location(second)).toBe(location(first));
	const stranger = as(world, (await aSchool(world, { name: 'Лицей', roles: ['curator'] })).curator, june);
	expect((await stranger.post(`/roadmap/${plan.id}/next-year`, form)).status).toBe(404);
});

test('whoever has left is not entrusted with the next year', async () => {
	const { school, plan } = await aYear();
	await world.owner
		.updateTable('employments')
		.set({ period: '[2020-09-01,2027-05-01)' })
		.where('person_id', '=', school.mentor.personId)
		.execute();
	const vera = as(world, school.curator, june);
	const answer = await vera.post(`/roadmap/${plan.id}/next-year`, {
		title: 'План на 2027/2028 учебный год',
		row: idsOf(plan, 'Провести анкетирование педагогов')
	});
	const row = await world.owner
		.selectFrom('roadmap_imports')
		.select('draft')
		.where('id', '=', location(answer).split('/').at(-1) ?? '')
		.executeTakeFirstOrThrow();
	expect(JSON.stringify(row.draft)).not.toContain(school.mentor.personId);
});

test('whoever the work was merely given to is no word of the plan: neither of the next one nor on paper', async () => {
	const { school, plan } = await aYear();
	const [row = ''] = idsOf(plan, 'Встречи пар');
	const vera = as(world, school.curator, june);
	await vera.post(`/activities/${row}/responsible`, { personId: school.teacher.personId, position: '' });
	const { family_name } = await world.owner
		.selectFrom('people')
		.select('family_name')
		.where('id', '=', school.teacher.personId)
		.executeTakeFirstOrThrow();
	expect(await text(vera.get(`/activities/${row}`))).toContain(family_name);

	const paper = await vera.get(`/roadmap/${plan.id}/document.docx?layout=usual`);
	const read = await readRoadmap(new Uint8Array(await paper.arrayBuffer()), 'plan.docx');
	const meetings = read.activities.find(({ title }) => title === 'Встречи пар');
	expect(meetings?.responsible.map((one) => one.text)).toEqual(['Педагоги-наставники']);

	const answer = await vera.post(`/roadmap/${plan.id}/next-year`, {
		title: 'План на 2027/2028 учебный год',
		row: [row]
	});
	const { draft } = await world.owner
		.selectFrom('roadmap_imports')
		.select('draft')
		.where('id', '=', location(answer).split('/').at(-1) ?? '')
		.executeTakeFirstOrThrow();
	expect(JSON.stringify(draft)).toContain('Педагоги-наставники');
	expect(JSON.stringify(draft)).not.toContain(family_name);
});
