import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import {
	aReadingWorld,
	fieldsOf,
	idIn,
	onDay,
	plain,
	type ReadingWorld,
	sendAndRead,
	takeToWork
} from '../../../test/import-story';
import { schoolPlan } from '../../../test/roadmaps';
import { aSchool, as } from '../../../test/stories';
import { putToTimes } from './queries/written-plan';

let world: ReadingWorld;
beforeAll(async () => {
	world = await aReadingWorld();
});

const text = async (answer: Response | Promise<Response>) => plain(await (await answer).text());
const location = (answer: Response) => answer.headers.get('location') ?? '';
type School = Awaited<ReturnType<typeof aSchool>>;

/** Vera's plan at work, read from a file; the questionnaire is done and proved, Nina helps with the site. */
async function aPlanFromAFile() {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const plan = await takeToWork(world, school.curator, { content: schoolPlan() });
	const rows = await rowsOf(school);
	const survey = rows.find(({ title }) => title.includes('анкетирование'));
	await vera.post(`/occurrences/${survey?.occurrence}/completion`, {
		outcome: 'done',
		doneOn: '05.09.2026',
		note: 'Справка № 3',
		url: 'https://school.example/spravka',
		title: 'Справка'
	});
	const site = rows.find(({ title }) => title.includes('сайта'));
	await vera.post(`/activities/${site?.id}/responsible`, { personId: school.teacher.personId, position: '' });
	return { school, vera, plan };
}

const rowsOf = ({ organisationId }: School) =>
	world.owner
		.selectFrom('activities as a')
		.innerJoin('occurrences as o', (on) =>
			on.onRef('o.organisation_id', '=', 'a.organisation_id').onRef('o.activity_id', '=', 'a.id')
		)
		.where('a.organisation_id', '=', organisationId)
		.where('a.removed_at', 'is', null)
		.select([
			'a.id',
			'a.title',
			'a.position',
			'a.version',
			'a.number',
			'o.id as occurrence',
			'o.kind',
			'o.due_on',
			'o.period'
		])
		.orderBy('a.position')
		.orderBy('o.due_on')
		.orderBy('o.id')
		.execute();

/** Everything that was ever said or put to an activity. */
async function progressOf({ organisationId }: School) {
	const completions = await world.owner
		.selectFrom('completions')
		.select(['id', 'occurrence_id', 'outcome', 'note', 'withdrawn_at'])
		.where('organisation_id', '=', organisationId)
		.orderBy('id')
		.execute();
	const evidence = await world.owner
		.selectFrom('evidence')
		.select(['id', 'occurrence_id', 'title', 'removed_at'])
		.where('organisation_id', '=', organisationId)
		.orderBy('id')
		.execute();
	const people = await world.owner
		.selectFrom('activity_responsible')
		.select(['activity_id', 'text', 'person_id'])
		.where('organisation_id', '=', organisationId)
		.where('person_id', 'is not', null)
		.where('removed_at', 'is', null)
		.orderBy('text')
		.execute();
	return { completions, evidence, people };
}

/** A newer version is uploaded to the plan; answers with the address of its differences and their page. */
async function upload(school: School, plan: string, content: string) {
	const vera = as(world, school.curator);
	expect(await text(vera.get(plan))).toContain(`/roadmap/imports/new?renews=${idIn(plan)}`);
	expect(await text(vera.get(`/roadmap/imports/new?renews=${idIn(plan)}`))).toContain(`value="${idIn(plan)}"`);
	const path = await sendAndRead(world, school.curator, { content, renews: idIn(plan) });
	const step = await vera.get(`${path}/acceptance`);
	expect(location(step)).toBe(`${path}/renewal`);
	return { path: `${path}/renewal`, page: await text(vera.get(`${path}/renewal`)) };
}

/** What the browser would send with the boxes that `keep` leaves ticked. */
function ticked(page: string, path: string, plan: string, keep: (label: string) => boolean = () => true) {
	const { change: _, ...fields } = fieldsOf(page, `${path}?plan=${idIn(plan)}`);
	const boxes = [...page.matchAll(/<input type="checkbox" name="change" value="([^"]+)"[^>]*aria-label="([^"]*)"/g)];
	return { ...fields, change: boxes.filter(([, , label = '']) => keep(label)).map(([, value = '']) => value) };
}

test('a file that an order has approved is the first edition from the day it is accepted', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const path = await sendAndRead(world, school.curator, { content: schoolPlan() });
	const last = await text(vera.get(`${path}/acceptance`));
	expect(last).toContain('Сохранить как утверждённую редакцию № 1');
	const fields = fieldsOf(last, `${path}/acceptance`);
	expect(fields).toMatchObject({ approved: 'on', orderNumber: '112-О', orderDay: '28.08.2026' });
	const wrong = await vera.post(`${path}/acceptance`, { ...fields, orderDay: '' });
	expect(wrong.status).toBe(422);
	expect(await text(wrong)).toContain('Напишите день приказа или снимите отметку');
	const plan = location(await vera.post(`${path}/acceptance`, fields)).split('?')[0] ?? '';
	expect(await text(vera.get(plan))).toMatch(/Редакция № 1[\s\S]*№ 112-О/);
	expect(await text(vera.get(`${plan}/changes`))).toContain('Рабочих изменений нет');
});

test('the same file again: no difference, nothing to do', async () => {
	const { school, plan } = await aPlanFromAFile();
	const { page } = await upload(school, plan, schoolPlan());
	expect(page).toContain('Отличий нет');
});

const newer = schoolPlan()
	.replace(
		'Провести анкетирование молодых педагогов\tсентябрь',
		'Провести анкетирование молодых и вновь принятых педагогов\tдо 15 сентября'
	)
	.replace('декабрь, май', 'декабрь')
	.replace(/3\tПринять участие[^\n]*\n/, '')
	.replace(
		'7\tОбновить раздел сайта',
		'7\tПровести День наставника\t2 марта 2027\tДронова В.П.\tФоторепортаж\n8\tОбновить раздел сайта'
	);

test('a newer version: what is done stays done and proved, days are new, what is gone keeps its marks; all of it goes back', async () => {
	const { school, vera, plan } = await aPlanFromAFile();
	const [before, progress] = [await rowsOf(school), await progressOf(school)];
	const { path, page } = await upload(school, plan, newer);
	expect(page).toContain('молодых <ins>и вновь принятых</ins> педагогов');
	expect(page).toContain('<del>сентябрь</del> <ins>до 15 сентября</ins>');
	for (const words of ['В файле 5 изменений', 'День наставника', 'исключено', 'окружном семинаре'])
		expect(page).toContain(words);

	const answer = await vera.post(`${path}?plan=${idIn(plan)}`, ticked(page, path, plan));
	expect(location(answer)).toContain('saved=renewal');
	const after = await text(vera.get(location(answer)));
	expect(after).toContain('План обновлён');
	expect(after).toContain('7 мероприятий');
	expect(after).not.toContain('окружном семинаре');
	const rows = await rowsOf(school);
	expect(rows.map(({ title, number, due_on }) => [number, title, due_on])).toMatchObject([
		['1', 'Издать приказ о наставничестве', expect.anything()],
		['2', 'Провести анкетирование молодых и вновь принятых педагогов', '2026-09-30'],
		['4', expect.anything(), expect.anything()],
		['4', expect.anything(), expect.anything()],
		['5', expect.anything(), null],
		['6', expect.anything(), '2026-12-31'],
		['7', 'Провести День наставника', '2027-03-02'],
		['8', 'Обновить раздел сайта', expect.anything()],
		['8', 'Обновить раздел сайта', expect.anything()]
	]);
	expect(await progressOf(school)).toMatchObject(progress);
	expect((await vera.get(path)).headers.get('location')).toBe(path.replace('/renewal', ''));
	expect(location(await vera.get(path.replace('/renewal', '')))).toBe(plan);

	const undone = await vera.post(`${path}/undoing`);
	expect(await text(vera.get(location(undone)))).toContain('Обновление отменено');
	const back = await rowsOf(school);
	// the row that had come is marked removed and keeps a place among them
	const bare = ({ version: _, position: __, ...row }: (typeof back)[number]) => row;
	expect(back.map(bare)).toEqual(before.map(bare));
	expect(await progressOf(school)).toMatchObject(progress);
	expect(await text(vera.get(path))).toContain('В файле 5 изменений');
});

test('only what is ticked is taken; nothing ticked is asked again; what changed meanwhile is shown first', async () => {
	const { school, vera, plan } = await aPlanFromAFile();
	const { path, page } = await upload(school, plan, newer);
	const to = `${path}?plan=${idIn(plan)}`;
	const none = await vera.post(
		to,
		ticked(page, path, plan, () => false)
	);
	expect(none.status).toBe(422);
	expect(await text(none)).toContain('Ничего не выбрано');

	const survey = (await rowsOf(school)).find(({ title }) => title.includes('анкетирование'));
	const removed = (await rowsOf(school)).find(({ title }) => title.includes('Консультировать'));
	await vera.post(`/activities/${removed?.id}/removal`);
	const late = await vera.post(to, ticked(page, path, plan));
	expect(late.status).toBe(422);
	const fresh = await text(late);
	expect(fresh).toContain('план или разбор файла изменили');
	expect(fresh).toContain('В файле 6 изменений');

	const answer = await vera.post(
		to,
		ticked(fresh, path, plan, (label) => label.endsWith('формулировка'))
	);
	const after = await text(vera.get(location(answer)));
	expect(after).toContain('вновь принятых');
	expect(after).toContain('окружном семинаре');
	expect(after).not.toContain('День наставника');
	expect((await rowsOf(school)).find(({ id }) => id === survey?.id)?.due_on).toBe('2026-09-30');

	await vera.post(`/activities/${survey?.id}/removal`);
	expect((await vera.post(`${path}/undoing`)).status).toBe(422);
});

test('a file that looks like the plan at work is offered to renew it; it may be a plan of its own all the same', async () => {
	const { school, vera, plan } = await aPlanFromAFile();
	const path = await sendAndRead(world, school.curator, { content: newer });
	const last = await text(vera.get(`${path}/acceptance`));
	expect(last).toContain('Похоже, это новая версия плана «Дорожная карта наставничества');
	expect(last).toContain(`${path}/renewal?plan=${idIn(plan)}`);
	const apart = await vera.post(`${path}/acceptance`, fieldsOf(last, `${path}/acceptance`));
	expect(location(apart)).not.toContain(idIn(plan));

	const other = await sendAndRead(world, school.curator, { content: schoolPlan('2027-2028', '2027') });
	expect(await text(vera.get(`${other}/acceptance`))).not.toContain('Похоже');
});

test('sent twice it is done once; another school’s plan is nobody’s', async () => {
	const { school, vera, plan } = await aPlanFromAFile();
	const { path, page } = await upload(school, plan, newer);
	const fields = ticked(page, path, plan);
	const answers = await Promise.all([1, 2].map(() => vera.post(`${path}?plan=${idIn(plan)}`, fields)));
	expect(answers.map(({ status }) => status)).toEqual([303, 303]);
	expect((await rowsOf(school)).filter(({ title }) => title.includes('День наставника'))).toHaveLength(1);

	const stranger = as(world, (await aSchool(world, { name: 'Школа № 2' })).curator);
	expect((await stranger.get(path)).status).toBe(404);
	expect((await stranger.post(`${path}?plan=${idIn(plan)}`, fields)).status).toBe(404);
	expect((await stranger.post(`${path}/undoing`)).status).toBe(404);
	expect((await as(world, school.mentor).get(path)).status).toBe(403);
});

test('whatever a newer version does to the rows, nothing that was done, proved or entrusted is lost', async () => {
	const { school, plan } = await aPlanFromAFile();
	const later = as(world, school.curator, onDay('2026-10-05T05:00:00Z'));
	const progress = await progressOf(school);
	const [head = [], rows = []] = halves(schoolPlan());
	for (const seed of [1, 2, 3]) {
		const { path, page } = await upload(school, plan, [...head, ...mutated(rows, seed)].join('\n'));
		const answer = await later.post(`${path}?plan=${idIn(plan)}`, ticked(page, path, plan));
		expect(answer.status, `seed ${seed}`).toBe(303);
		const now = await progressOf(school);
		expect(now.completions).toEqual(progress.completions);
		expect(now.evidence).toEqual(progress.evidence);
		const nina = progress.people.filter(({ text }) => text.startsWith('Жукова'));
		expect(nina).toHaveLength(1);
		expect(now.people).toEqual(expect.arrayContaining(nina));
	}
	expect((await upload(school, plan, [...head, ...mutated(rows, 3)].join('\n'))).page).toContain('Отличий нет');
});

/** The lines above the rows of the plan, and the rows with their stages. */
function halves(content: string) {
	const lines = content.split('\n');
	const at = lines.findIndex((line) => line.startsWith('Этап 1'));
	return [lines.slice(0, at), lines.slice(at).filter(Boolean)];
}

/** Rows taken out, said anew, with other terms, in another order: the same for the same seed. */
function mutated(rows: readonly string[], seed: number) {
	const chance = (at: number) => (Math.imul(seed * 31 + at + 7, 2654435761) >>> 0) % 10;
	return rows
		.filter((row, at) => row.startsWith('Этап') || chance(at) > 1)
		.map((row, at) => (chance(at + 50) < 3 && !row.startsWith('Этап') ? row.replace('\t', '\tЗаново: ') : row))
		.map((row, at) => (chance(at + 90) < 3 ? row.replace(/сентябрь|декабрь, май|август/, 'до 20 ноября') : row));
}

test('no table holds on to a time of an activity without being known to the renewal', async () => {
	const { rows } = await sql<{ table: string }>`select distinct conrelid::regclass::text as table from pg_constraint
		where contype = 'f' and confrelid = 'occurrences'::regclass order by 1`.execute(world.owner);
	expect(rows.map(({ table }) => table)).toEqual([...putToTimes].sort());
});
