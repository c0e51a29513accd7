import { beforeAll, describe, expect, test } from 'vitest';
import { aSchoolAtWork, aTime, at, location, text } from '../../../test/plan-story';
import { as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const survey = 'Провести анкетирование педагогов';
const order = 'Издать приказ о парах';

async function atWork() {
	const { school, plan } = await aSchoolAtWork(world);
	const both = [aTime(plan, survey), aTime(plan, order)];
	return {
		school,
		plan,
		both,
		vera: as(world, school.curator),
		card: (title: string) => `/activities/${plan.activities[title]?.id}`,
		undoingOf: (answer: Response) =>
			`/plan-changes/${new URL(location(answer), 'http://x').searchParams.get('of')}/undoing`
	};
}

describe('A term of many rows, moved and taken back', () => {
	test('leaves no trace in the words of the plan, and the record of both stays', async () => {
		const { plan, both, vera, card, undoingOf } = await atWork();
		const moved = await vera.post(`/roadmap/${plan.id}/edits`, { occurrence: both, edit: 'term', toDay: '20.10.2026' });
		expect(await text(vera.get(card(order)))).toContain('перенесено с 1 октября');
		expect((await vera.post(undoingOf(moved))).status).toBe(303);
		const after = await text(vera.get(card(order)));
		expect(after).not.toContain('перенесено');
		expect(after).toContain('до 1 октября');
		const paper = await text(vera.get(`/roadmap/${plan.id}/editions/new`));
		expect(paper).not.toContain('20.10.2026');
		const kept = await world.owner
			.selectFrom('deadline_moves')
			.where('occurrence_id', 'in', both)
			.select(['to_day', 'undone_by'])
			.execute();
		expect(kept).toEqual(both.map(() => ({ to_day: '2026-10-20', undone_by: expect.any(String) })));
	});

	test('gives back the lateness it had covered', async () => {
		const { school, plan, both, card, undoingOf } = await atWork();
		const october = as(world, school.curator, at('2026-10-05T05:00:00Z'));
		expect(await text(october.get(card(order)))).toContain('просрочено на 4 дня');
		const moved = await october.post(`/roadmap/${plan.id}/edits`, {
			occurrence: both,
			edit: 'term',
			toDay: '20.10.2026'
		});
		expect(await text(october.get(card(order)))).not.toContain('просрочено');
		await october.post(undoingOf(moved));
		expect(await text(october.get(card(order)))).toContain('просрочено на 4 дня');
	});
});

describe('What a colleague has done to the same rows is not undone', () => {
	for (const [when, clock] of [
		['in the same instant', '2026-09-05T14:00:00Z'],
		['by a clock that was put back', '2026-09-01T05:00:00Z']
	] as const) {
		test(when, async () => {
			const { school, plan, both, vera, card, undoingOf } = await atWork();
			const gleb = as(world, school.director, at(clock));
			const term = { occurrence: both, edit: 'term', toDay: '20.10.2026' };
			const moved = await vera.post(`/roadmap/${plan.id}/edits`, term);
			await gleb.post(`/occurrences/${both[1]}/deadline`, { toDay: '30.10.2026', reason: 'Каникулы' });
			const refused = await vera.post(undoingOf(moved));
			expect(refused.status).toBe(422);
			expect(await refused.text()).toContain('эти строки уже меняли');
			expect(await text(vera.get(card(order)))).toContain('до 30 октября');

			const named = await vera.post(`/roadmap/${plan.id}/edits`, { occurrence: both, edit: 'capability:survey' });
			const version = /name="version" value="(\d+)"/.exec(await text(vera.get(`${card(order)}/words`)))?.[1] ?? '';
			await gleb.post(`${card(order)}/words`, { version, title: order, capability: 'appoint', results: '' });
			expect((await vera.post(undoingOf(named))).status).toBe(422);
		});
	}

	test('another name given to a row since is no obstacle, and stays', async () => {
		const { plan, both, vera, card, undoingOf } = await atWork();
		const gone = await vera.post(`/roadmap/${plan.id}/edits`, { occurrence: both, edit: 'capability:survey' });
		const version = /name="version" value="(\d+)"/.exec(await text(vera.get(`${card(order)}/words`)))?.[1] ?? '';
		await vera.post(`${card(order)}/words`, { version, title: 'Приказ о закреплении пар', capability: 'survey' });
		expect((await vera.post(undoingOf(gone))).status).toBe(303);
		const after = await text(vera.get(card(order)));
		expect(after).toContain('Приказ о закреплении пар');
		expect(after).not.toContain('Анкетирование');
	});
});

test('a place that was given away meanwhile: the row comes back, what stands there steps behind', async () => {
	const { school, plan, vera, undoingOf } = await atWork();
	const site = plan.activities['Разместить положение на сайте']?.id ?? '';
	await world.owner.updateTable('activities').set({ position: 9 }).where('id', '=', site).execute();
	const path = `/roadmap/${plan.id}/order`;
	const moved = await vera.post(path, { activity: plan.activities[survey]?.id ?? '', step: 'down' });
	for (const title of ['А', 'Б', 'В', 'Г', 'Д', 'Е'])
		expect((await vera.post(`/roadmap/${plan.id}/activities`, { title, to: '', results: '' })).status).toBe(303);
	expect((await vera.post(undoingOf(moved))).status).toBe(303);
	const rows = await world.owner
		.selectFrom('activities')
		.where('organisation_id', '=', school.organisationId)
		.orderBy('position')
		.select('title')
		.execute();
	expect(rows.map(({ title }) => title)).toEqual([
		survey,
		order,
		'Региональный семинар кураторов',
		'Встречи пар',
		'А',
		'Б',
		'В',
		'Г',
		'Разместить положение на сайте',
		'Д',
		'Е'
	]);
});

test('a stage that was added and taken back keeps the place it had', async () => {
	const { school, plan, vera, undoingOf } = await atWork();
	const places = () =>
		world.owner
			.selectFrom('stages')
			.where('organisation_id', '=', school.organisationId)
			.orderBy('position')
			.select(['title', 'position'])
			.execute();
	await world.owner
		.updateTable('stages')
		.set({ position: 5 })
		.where('organisation_id', '=', school.organisationId)
		.where('title', '=', 'Работа')
		.execute();
	const added = await vera.post(`/roadmap/${plan.id}/stages`, { title: 'Итоги' });
	const before = await places();
	expect(before.at(-1)).toEqual({ title: 'Итоги', position: 6 });
	await vera.post(undoingOf(added));
	expect(await places()).toEqual(before);
});

test('two add to a plan at once: both rows stand', async () => {
	const { plan, vera } = await atWork();
	const answers = await Promise.all(
		['А', 'Б', 'В', 'Г'].map((title) => vera.post(`/roadmap/${plan.id}/activities`, { title, to: '', results: '' }))
	);
	expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
});

describe('Somebody is relieved of an activity', () => {
	test('whom the plan itself names in full stays in its words; who was only entrusted leaves with the line, whatever the name is now', async () => {
		const { school, plan, vera, card } = await atWork();
		const anna = school.mentor.personId;
		await world.owner
			.updateTable('activity_responsible')
			.set({ text: 'Белова Анна Сергеевна' })
			.where('person_id', '=', anna)
			.execute();
		await vera.post(`${card(survey)}/responsible/${anna}/removal`);
		expect(await text(vera.get(card(survey)))).toContain('Белова Анна Сергеевна');

		const nina = school.teacher.personId;
		await vera.post(`${card(order)}/responsible`, { personId: nina, position: '' });
		await world.owner.updateTable('people').set({ family_name: 'Зорина' }).where('id', '=', nina).execute();
		await vera.post(`${card(order)}/responsible/${nina}/removal`);
		const lines = await world.owner
			.selectFrom('activity_responsible')
			.where('activity_id', '=', plan.activities[order]?.id ?? '')
			.where('removed_at', 'is', null)
			.select(['text', 'person_id'])
			.execute();
		expect(lines).toEqual([{ text: 'Директор', person_id: null }]);
	});
});
