import { beforeAll, expect, test } from 'vitest';
import {
	aReadingWorld,
	fieldsOf,
	idIn,
	onDay,
	plain,
	type ReadingWorld,
	readNow,
	sendAndRead
} from '../../../test/import-story';
import { plainPlan, schoolPlan } from '../../../test/roadmaps';
import { aSchool, as } from '../../../test/stories';

let world: ReadingWorld;
beforeAll(async () => {
	world = await aReadingWorld();
});

const text = async (answer: Response | Promise<Response>) => plain(await (await answer).text());
const rowsOf = (organisationId: string) =>
	world.owner
		.selectFrom('activities')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.orderBy('position')
		.execute();
const journalled = async (organisationId: string) =>
	(await world.owner.selectFrom('journal').select('act').where('organisation_id', '=', organisationId).execute())
		.map(({ act }) => act)
		.sort();

test('a form sent twice at once brings in one file, accepts one plan', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const form = { token: crypto.randomUUID(), text: schoolPlan() };
	const answers = await Promise.all([vera.post('/roadmap/imports', form), vera.post('/roadmap/imports', form)]);
	const [path, again] = answers.map((answer) => answer.headers.get('location') ?? '');
	expect(again).toBe(path);

	await readNow(world, school.curator, idIn(path ?? ''));
	const fields = fieldsOf(await text(vera.get(`${path}/acceptance`)), `${path}/acceptance`);
	const accepted = await Promise.all([1, 2].map(() => vera.post(`${path}/acceptance`, fields)));
	expect(new Set(accepted.map((answer) => answer.headers.get('location'))).size).toBe(1);
	expect(await rowsOf(school.organisationId)).toHaveLength(7);

	for (const step of ['acceptance', 'people']) {
		const back = await vera.get(`${path}/${step}`); // the browser's «back» over what is done
		expect(back.headers.get('location')).toBe(path);
	}
	expect((await vera.get(path ?? '')).headers.get('location')).toMatch(/^\/roadmap\/[0-9a-f-]{36}$/);
});

test('a plan of three years that names nobody: two questions instead of a dozen warnings', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const path = await sendAndRead(world, school.curator, { content: plainPlan });
	const understood = await text(vera.get(path));
	expect(understood).toContain('Повторять каждый год?');
	expect(understood).toContain('у 2 мероприятий месяц без года: «октябрь», «май»');
	expect(understood).toContain('В файле нет ответственных. Взгляните: вопрос о сроках без года. Остальное понято.');
	expect(understood).not.toContain('разобрано');

	await vera.post(`${path}/every-year`, { answer: 'no' });
	const answered = await text(vera.get(path));
	expect(answered).not.toContain('Повторять каждый год?');
	expect(answered).toContain('октябрь 2026');
	expect(answered).not.toContain('октябрь 2027');

	expect(await text(vera.get(`${path}/people`))).toContain('Кому поручить всё?');
	expect((await vera.post(`${path}/people`, { entrust: 'other', entrusted: '' })).status).toBe(422);
	await vera.post(`${path}/people`, { entrust: 'other', entrusted: school.director.personId });
	await vera.post(`${path}/acceptance`, fieldsOf(await text(vera.get(`${path}/acceptance`)), `${path}/acceptance`));
	const given = await world.owner
		.selectFrom('activity_responsible')
		.select(['text', 'person_id'])
		.where('organisation_id', '=', school.organisationId)
		.execute();
	expect(given).toEqual(Array(3).fill({ text: 'Ершов Г. И.', person_id: school.director.personId }));
});

test('a plan of past years is asked about: moved, nothing of it is overdue and the new days are there', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator, onDay('2026-11-10T05:00:00Z'));
	const path = await sendAndRead(world, school.curator, { content: schoolPlan('2021-2022', '2021') });
	const last = await text(vera.get(`${path}/acceptance`));
	expect(last).toContain('Это план прошлых лет');
	expect(last).toContain('2026/2027 учебный год');
	await vera.post(`${path}/acceptance`, {
		...fieldsOf(last, `${path}/acceptance`),
		past: 'move',
		earlier: 'done'
	});
	const times = await world.owner
		.selectFrom('occurrences as o')
		.leftJoin('completions as c', (on) =>
			on.onRef('c.organisation_id', '=', 'o.organisation_id').onRef('c.occurrence_id', '=', 'o.id')
		)
		.innerJoin('activities as a', (on) =>
			on.onRef('a.organisation_id', '=', 'o.organisation_id').onRef('a.id', '=', 'o.activity_id')
		)
		.select(['a.title', 'o.due_on', 'c.outcome', 'c.done_on'])
		.where('o.organisation_id', '=', school.organisationId)
		.where('o.kind', '=', 'deadline')
		.orderBy('o.due_on')
		.execute();
	expect(times.map(({ due_on, outcome, done_on }) => [due_on, outcome, done_on])).toEqual([
		['2026-08-31', 'done', '2026-08-31'],
		['2026-09-30', 'done', '2026-09-30'],
		['2026-12-31', null, null],
		['2027-05-31', null, null]
	]);
	const [plan] = await world.owner
		.selectFrom('roadmaps')
		.select(['title', 'period', 'accepted_on', 'archived_at'])
		.where('organisation_id', '=', school.organisationId)
		.execute();
	expect(plan).toEqual({
		title: 'Дорожная карта наставничества МБОУ «Школа № 1» на 2026-2027 учебный год',
		period: '[2026-09-01,2027-09-01)',
		accepted_on: '2026-11-10',
		archived_at: null
	});
});

test('a plan of past years goes to the archive when that is the answer', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const path = await sendAndRead(world, school.curator, { content: schoolPlan('2021-2022', '2021') });
	const fields = fieldsOf(await text(vera.get(`${path}/acceptance`)), `${path}/acceptance`);
	await vera.post(`${path}/acceptance`, { ...fields, past: 'archive' });
	const [plan] = await world.owner
		.selectFrom('roadmaps')
		.select(['title', 'archived_by'])
		.where('organisation_id', '=', school.organisationId)
		.execute();
	expect(plan?.archived_by).toBe(school.curator.personId);
	expect(plan?.title).toContain('2021-2022');
	expect(await journalled(school.organisationId)).toContain('roadmap.archived');
});

test('what somebody corrected while the last step stood open is not accepted unseen', async () => {
	const school = await aSchool(world);
	const [vera, gleb] = [as(world, school.curator), as(world, school.director)];
	const path = await sendAndRead(world, school.curator, { content: schoolPlan() });
	const fields = fieldsOf(await text(vera.get(`${path}/acceptance`)), `${path}/acceptance`);
	await gleb.post(`${path}/selection`, { act: 'remove', row: 'a7' });
	const late = await vera.post(`${path}/acceptance`, fields);
	expect(late.status).toBe(422);
	expect(await text(late)).toContain('Пока вы смотрели, разбор исправили');
	expect(await rowsOf(school.organisationId)).toEqual([]);
});
