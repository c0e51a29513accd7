import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, expect, test } from 'vitest';
import { aTime, done, location, text } from '../../../test/plan-story';
import { aPlan, type PlannedActivity } from '../../../test/plans';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { readRoadmap } from './readers/read-roadmap';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const approval = 'Утвердить дорожную карту школы';
const approving: PlannedActivity = {
	title: approval,
	number: '1.6',
	deadline: 'до 10 сентября',
	capability: 'plan',
	times: [{ from: '2026-09-01', to: '2026-09-10' }],
	responsible: [{ text: 'Педагоги-наставники', kind: 'group' }]
};
const regulations: PlannedActivity = {
	title: 'Издать приказ об утверждении Положения',
	capability: 'local-act',
	deadline: 'сентябрь',
	times: [{ from: '2026-09-01', to: '2026-09-30' }]
};
const survey: PlannedActivity = {
	title: 'Провести анкетирование',
	capability: 'survey',
	times: [{ from: '2026-09-01', to: '2026-09-30' }]
};

async function aSchoolWith(...activities: PlannedActivity[]) {
	const school = await aSchool(world);
	const plan = await aPlan(world, school.curator, { stages: [{ title: 'Подготовка', activities }] });
	return { school, plan, vera: as(world, school.curator) };
}
type Story = Awaited<ReturnType<typeof aSchoolWith>>;

const boxes = (page: string) =>
	[...page.matchAll(/<input type="checkbox"[^>]*name="closes"[^>]*>/g)].map(([box]) => box);
const ticked = (page: string) =>
	boxes(page).flatMap((box) => (box.includes('checked') ? (/value="([^"]+)"/.exec(box)?.[1] ?? []) : []));

/** Vera writes down the order of the plan; what is ticked in the form is sent as she found it, unless she chose otherwise. */
async function approve({ vera, plan }: Pick<Story, 'vera' | 'plan'>, more: Record<string, string | string[]> = {}) {
	const form = await text(vera.get(`/roadmap/${plan.id}/editions/new`));
	const seen = /name="seen" value="([^"]*)"/.exec(form)?.[1] ?? '';
	const said = { seen, orderNumber: '112-О', orderDay: '02.09.2026', closes: ticked(form), ...more };
	const answer = await vera.post(`/roadmap/${plan.id}/editions`, said);
	return { form, answer };
}
async function progressOf({ vera, plan }: Pick<Story, 'vera' | 'plan'>) {
	const answer = await vera.get(`/roadmap/${plan.id}/progress.xlsx`);
	const [sheet] = await readXlsxFile(Buffer.from(await answer.arrayBuffer()));
	return sheet?.data ?? [];
}
const cardOf = async ({ vera, plan }: Pick<Story, 'vera' | 'plan'>, title = approval) =>
	text(vera.get(`/activities/${plan.activities[title]?.id}`));

test('Vera writes down the order: the plan’s own line is ticked, the edition closes it and lies in the proof folder as a file', async () => {
	const story = await aSchoolWith(approving, survey);
	const { vera, plan, school } = story;
	expect(await cardOf(story)).toContain('Пока ничего не приложено');
	const { form, answer } = await approve(story);
	expect(boxes(form)).toHaveLength(1);
	expect(form).toMatch(/Отметить выполненным в дорожной карте[\s\S]*1\.6\. Утвердить дорожную карту школы/);
	expect(form).toContain('Дорожная карта наставничества · до 10 сентября');
	expect(answer.status).toBe(303);
	expect(await text(vera.get(location(answer)))).toContain('В дорожной карте отмечено выполненным: 1 мероприятие');

	const card = await cardOf(story);
	const words = 'Дорожная карта наставничества – редакция № 1, утверждена приказом от 02.09.2026 № 112-О';
	expect(card).toMatch(/выполнено <time datetime="2026-09-02"/);
	for (const one of [words, 'Мероприятие выполнено', 'Подтверждение приложено']) expect(card).toContain(one);
	const edition = /<a href="(\/editions\/[^"]+)">Дорожная карта наставничества – редакция № 1/.exec(card)?.[1] ?? '';
	expect(await text(vera.get(edition))).toContain('№ 112-О');
	const copy = /<a href="(\/files\/[^"]+)">(?:(?!<\/a>)[\s\S])*копия/.exec(card)?.[1] ?? '';
	const found = await readRoadmap(new Uint8Array(await (await vera.get(copy)).arrayBuffer()), 'plan.docx');
	expect(found.document).toMatchObject({ number: '112-О', date: '2026-09-02' });
	expect(found.activities.map(({ title }) => title)).toEqual([approval, survey.title]);

	const mentor = await text(as(world, school.mentor).get(`/activities/${plan.activities[approval]?.id}`));
	expect(mentor).toContain(words);
	expect(mentor).not.toContain('href="/editions/');
	expect((await as(world, school.mentor).get(copy)).status).toBe(200);

	const files = unzipSync(new Uint8Array(await (await vera.get(`/roadmap/${plan.id}/proof.zip`)).arrayBuffer()));
	const name = '01-01 Утвердить дорожную карту школы – Дорожная карта наставничества (редакция 1).docx';
	expect(Object.keys(files)).toEqual(['00 Опись.xlsx', name]);
	const [sheet] = await readXlsxFile(Buffer.from(files['00 Опись.xlsx'] ?? new Uint8Array()));
	const [, line] = sheet?.data ?? [];
	expect(line?.slice(2, 5)).toEqual([
		approval,
		'02.09.2026',
		expect.stringMatching(new RegExp(`^${words}\\n[\\s\\S]*https?://[^\\n]*${edition}$`))
	]);

	const [told] = (await progressOf(story)).slice(1);
	expect(told?.slice(6, 9)).toEqual(['План утверждён: мероприятий – 2', '02.09.2026', words]);
});

test('two lines fit: nothing is ticked for her; what she leaves stays open', async () => {
	const story = await aSchoolWith(approving, regulations);
	const { form, answer } = await approve(story, { closes: aTime(story.plan, regulations.title) });
	expect(boxes(form)).toHaveLength(2);
	expect(ticked(form)).toEqual([]);
	expect(location(answer)).toContain('closed=1');
	expect(await cardOf(story)).toContain('Пока ничего не приложено');
	expect(await cardOf(story, regulations.title)).toContain('редакция № 1');
});

test('a form that comes back keeps what was ticked', async () => {
	const story = await aSchoolWith(approving, regulations);
	const chosen = [aTime(story.plan, approval), aTime(story.plan, regulations.title)];
	const { answer } = await approve(story, { orderNumber: ' ', closes: chosen });
	expect(answer.status).toBe(422);
	expect(ticked(await answer.text())).toEqual(chosen);
});

test('a colleague has marked it meanwhile, and a line of another school is no line: the plan is approved all the same', async () => {
	const story = await aSchoolWith(approving);
	const other = await aSchoolWith(approving);
	const time = aTime(story.plan, approval);
	await as(world, story.school.director).post(`/occurrences/${time}/completion`, { ...done, note: 'Подписал' });
	const { answer } = await approve(story, { closes: [time, aTime(other.plan, approval), 'чепуха'] });
	expect(location(answer)).toContain('closed=0');
	const card = await cardOf(story);
	expect(card).toContain('Подписал');
	expect(card).not.toContain('редакция № 1');
	expect(await cardOf(other)).toContain('Пока ничего не приложено');
});

test('the approval is taken back: its evidence says so, the mark stays until she takes it back; approved anew, it is closed anew', async () => {
	const story = await aSchoolWith(approving);
	const { vera } = story;
	await approve(story);
	const edition = /href="\/editions\/([^"]+)"/.exec(await cardOf(story))?.[1];
	await vera.post(`/editions/${edition}/withdrawal`);
	const card = await cardOf(story);
	expect(card).toContain('(в программе отменено)');
	expect(card).not.toContain('href="/editions/');
	expect(card).toMatch(/выполнено <time/);
	expect((await progressOf(story))[1]?.[8]).toMatch(/№ 112-О \(в программе отменено\)$/);

	const mark = /action="\/completions\/([^/]+)\/withdrawal"/.exec(card)?.[1];
	await vera.post(`/completions/${mark}/withdrawal`);
	await approve(story, { orderNumber: '113-О' });
	expect(await cardOf(story)).toMatch(/отменено[\s\S]*приказом от 02\.09\.2026 № 113-О/);
});

test('sent twice, it closes once and answers the same', async () => {
	const story = await aSchoolWith(approving);
	const form = await text(story.vera.get(`/roadmap/${story.plan.id}/editions/new`));
	const seen = /name="seen" value="([^"]*)"/.exec(form)?.[1] ?? '';
	const said = { token: crypto.randomUUID(), seen, orderNumber: '1', orderDay: '02.09.2026', closes: ticked(form) };
	const answers = await Promise.all([1, 2].map(() => story.vera.post(`/roadmap/${story.plan.id}/editions`, said)));
	expect(new Set(answers.map(location)).size).toBe(1);
	const kept = await world.owner
		.selectFrom('evidence')
		.select('title')
		.where('organisation_id', '=', story.school.organisationId)
		.execute();
	expect(kept).toHaveLength(1);
});
