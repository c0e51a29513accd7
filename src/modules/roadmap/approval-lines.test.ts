import { beforeAll, expect, test } from 'vitest';
import {
	acceptAsItStands,
	aReadingWorld,
	idIn,
	plain,
	type ReadingWorld,
	readNow,
	sendAndRead
} from '../../../test/import-story';
import { location } from '../../../test/plan-story';
import { aPlan, type PlannedActivity } from '../../../test/plans';
import { aSchool, as } from '../../../test/stories';
import { readRoadmap } from './readers/read-roadmap';

let world: ReadingWorld;
beforeAll(async () => {
	world = await aReadingWorld();
});

const text = async (answer: Response | Promise<Response>) => plain(await (await answer).text());
type Someone = ReturnType<typeof as>;

/** The lines of the plan that a form offers, by the words beside the box, and whether each is ticked. */
const offered = (page: string) =>
	[...page.matchAll(/<input type="checkbox"[^>]*name="closes"[^>]*>\s*<label[^>]*>([^<]*)/g)].map(
		([box, title = '']) => ({
			title,
			value: /value="([^"]+)"/.exec(box)?.[1] ?? '',
			ticked: box.includes('checked')
		})
	);
const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
const bytesOf = async (answer: Response | Promise<Response>) => new Uint8Array(await (await answer).arrayBuffer());

/** The card of an activity, and the file that lies beside its mark, read back. */
async function proofOf(someone: Someone, activityId: string) {
	const card = await text(someone.get(`/activities/${activityId}`));
	const copy = /<a href="(\/files\/[^"]+)">(?:(?!<\/a>)[\s\S])*копия/.exec(card)?.[1];
	return { card, read: copy ? await readRoadmap(await bytesOf(someone.get(copy)), 'plan.docx') : undefined };
}

const activityOf = async (organisationId: string, title: string) =>
	world.owner
		.selectFrom('activities')
		.select(['id', 'roadmap_id'])
		.where('organisation_id', '=', organisationId)
		.where('title', '=', title)
		.executeTakeFirstOrThrow();

const districtPlan = 'Разработать и разослать дорожную карту округа';
const forSchools: PlannedActivity = {
	title: 'Провести анкетирование педагогов',
	deadline: 'октябрь',
	capability: 'survey',
	times: [{ from: '2026-10-01', to: '2026-10-31' }],
	responsible: [{ text: 'Куратор' }]
};

test('the district’s plan goes down to its schools: with the publication Igor’s own line is done, and Vera begins hers with it', async () => {
	const district = await aSchool(world, { name: 'Управление округа', kind: 'authority', roles: ['authority'] });
	const school = await aSchool(world, { name: 'Заречная школа', parent: district.organisationId, roles: ['curator'] });
	const [igor, vera] = [as(world, district.authority), as(world, school.curator)];
	const plan = await aPlan(world, district.authority, {
		title: 'Дорожная карта наставничества округа',
		stages: [
			{
				title: 'Подготовка',
				activities: [
					{
						title: districtPlan,
						number: '1.4',
						deadline: 'до 15 сентября',
						capability: 'plan',
						times: [{ from: '2026-09-01', to: '2026-09-15' }],
						responsible: [{ text: 'Управление' }]
					},
					forSchools
				]
			}
		]
	});
	const own = plan.activities[districtPlan]?.id ?? '';
	expect((await proofOf(igor, own)).card).toContain('Пока ничего не приложено');
	expect(await text(vera.get('/roadmap/starters'))).not.toContain('Дорожная карта наставничества округа');

	const page = `/roadmap/${plan.id}/template`;
	const [line, another] = offered(await text(igor.get(page)));
	expect([line?.title, line?.ticked, another]).toEqual([`1.4. ${districtPlan}`, true, undefined]);
	const answer = await igor.post(page, { note: 'Для школ округа', closes: line?.value ?? '' });
	expect(await text(igor.get(location(answer)))).toContain('В дорожной карте отмечено выполненным: 1 мероприятие');

	const { card, read } = await proofOf(igor, own);
	expect(card).toMatch(/выполнено 5 сентября|выполнено <time datetime="2026-09-05"/);
	expect(card).toContain(`<a href="${page}">Дорожная карта наставничества округа – образец для организаций, версия 1`);
	expect(read?.activities.map(({ title }) => title)).toEqual([districtPlan, forSchools.title]);

	const starters = await text(vera.get('/roadmap/starters'));
	const template = /href="(\/roadmap\/templates\/[^"]+)"/.exec(starters)?.[1] ?? '';
	const taken = await acceptAsItStands(vera, location(await vera.post(template)));
	expect(await text(vera.get(taken))).toContain('Начат с образца (Управление округа), версия 1');
	expect(await text(igor.get(page))).toContain('Заречная школа');

	await igor.post(`${page}/withdrawal`);
	expect((await proofOf(igor, own)).card).toContain('(в программе отменено)');
});

const schoolApproval = 'Утвердить школьную дорожную карту';

test('from the region’s template to the school’s own plan, approved by its order as an annex: the line of the approval is done', async () => {
	const region = await aSchool(world, { name: 'Министерство', kind: 'region', roles: ['authority'] });
	const school = await aSchool(world, {
		name: 'Лесная школа',
		parent: region.organisationId,
		roles: ['curator', 'director']
	});
	const [igor, vera] = [as(world, region.authority), as(world, school.curator)];
	const plan = await aPlan(world, region.authority, {
		title: 'Примерная дорожная карта школы',
		stages: [
			{
				title: 'Подготовка',
				activities: [
					{
						title: schoolApproval,
						number: '1',
						deadline: 'до 20 сентября',
						capability: 'plan',
						times: [{ from: '2026-09-01', to: '2026-09-20' }],
						responsible: [{ text: 'Директор' }],
						results: ['Дорожная карта, приказ']
					},
					forSchools
				]
			}
		]
	});
	await igor.post(`/roadmap/${plan.id}/template`, { note: 'Приложение 3 к региональному Положению' });
	const template = /href="(\/roadmap\/templates\/[^"]+)"/.exec(await text(vera.get('/roadmap/starters')))?.[1] ?? '';
	const mine = await acceptAsItStands(vera, location(await vera.post(template)));
	const { id } = await activityOf(school.organisationId, schoolApproval);
	expect((await proofOf(vera, id)).card).toContain('Пока ничего не приложено');

	const gleb = as(world, school.director);
	const form = await text(gleb.get(`${mine}/editions/new`));
	const [line] = offered(form);
	expect([line?.title, line?.ticked]).toEqual([`1. ${schoolApproval}`, true]);
	await gleb.post(`${mine}/editions`, {
		seen: hidden(form, 'seen'),
		orderNumber: '246-о/д',
		orderDay: '04.09.2026',
		annex: 'Приложение 2 к приказу от 04.09.2026 № 246-о/д',
		closes: line?.value ?? ''
	});
	const { card, read } = await proofOf(vera, id);
	expect(card).toMatch(/выполнено <time datetime="2026-09-04"/);
	expect(card).toContain('редакция № 1, утверждена приказом от 04.09.2026 № 246-о/д');
	expect(read?.document).toMatchObject({ annex: '2', number: '246-о/д', date: '2026-09-04' });
	expect(read?.activities.map(({ title, deadline }) => [title, deadline.text])).toEqual([
		[schoolApproval, 'до 20 сентября'],
		[forSchools.title, 'октябрь']
	]);
});

const head = `УТВЕРЖДАЮ
Директор МАОУ «Гимназия № 7»
_______________ Г. И. Ершов
приказ от 28.08.2026 № 16/1-О

Дорожная карта внедрения наставничества педагогов на 2026–2027 учебный год

Цель: создать условия, при которых каждый новый педагог гимназии получает поддержку и остаётся в профессии.
Задачи:
1. Найти педагогов, которым нужна поддержка, и тех, кто готов её оказать.
2. Подобрать пары и закрепить их приказом.
3. Сопровождать работу пар в течение года.
4. Обобщить опыт и рассказать о нём.

`;
const rows = [
	['№', 'Мероприятие', 'Сроки', 'Ответственные', 'Результат'],
	['1.1', 'Разработать и утвердить дорожную карту', 'сентябрь 2026', 'Ершов Г.И.', 'Приказ, дорожная карта'],
	['2.1', 'Провести анкетирование педагогов', 'октябрь 2026', 'Дронова В.П.', 'Справка']
];

test('the stamp, the order, the goal and the tasks of a file stay what they were: on the page, in the edition, in Word; the edition closes its line', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const content = head + rows.map((row) => row.join('\t')).join('\n');
	const path = await sendAndRead(world, school.curator, { content });
	const tasks = [
		'Найти педагогов, которым нужна поддержка, и тех, кто готов её оказать',
		'Подобрать пары и закрепить их приказом',
		'Сопровождать работу пар в течение года',
		'Обобщить опыт и рассказать о нём'
	];
	const goal = 'создать условия, при которых каждый новый педагог гимназии получает поддержку и остаётся в профессии';
	const understood = await text(vera.get(path));
	for (const words of ['Цель и задачи', goal, ...tasks]) expect(understood).toContain(words);

	const plan = await acceptAsItStands(vera, path);
	const { id } = await activityOf(school.organisationId, 'Разработать и утвердить дорожную карту');
	expect((await proofOf(vera, id)).card).toContain('Пока ничего не приложено');
	const edition = /href="(\/editions\/[^"]+)">№/.exec(await text(vera.get(`${plan}/editions`)))?.[1] ?? '';
	const page = await text(vera.get(edition));
	const stamp = ['УТВЕРЖДАЮ', 'Директор МАОУ «Гимназия № 7»', 'Г. И. Ершов', 'приказ от 28.08.2026 № 16/1-О'];
	for (const words of [...stamp, goal, ...tasks.map((task, at) => `${at + 1}. ${task}`)]) expect(page).toContain(words);

	const [line] = offered(page);
	expect(line?.ticked).toBe(false);
	const nothing = await vera.post(`${edition}/closing`);
	expect(nothing.status).toBe(422);
	const answer = await vera.post(`${edition}/closing`, { closes: line?.value ?? '' });
	expect(await text(vera.get(location(answer)))).toContain('В дорожной карте отмечено выполненным: 1 мероприятие');
	const { card, read } = await proofOf(vera, id);
	expect(card).toMatch(/выполнено <time datetime="2026-08-28"/);
	expect(card).toContain('утверждена приказом от 28.08.2026 № 16/1-О');
	expect(read).toMatchObject({ goal: expect.stringContaining(goal), tasks });
	expect(read?.approvals.join('\n')).toMatch(new RegExp(stamp.join('[\\s\\S]*')));
	expect(read?.document).toMatchObject({ number: '16/1-О', date: '2026-08-28' });
	expect(await text(vera.get(plan))).toContain(tasks[0]);
});

test('S0 1.3: the methodologist of a resource centre begins its own plan of measures, approves it, and its line is done', async () => {
	const centre = await aSchool(world, { name: 'Ресурсный центр', kind: 'resource-centre', roles: ['methodologist'] });
	const tamara = as(world, centre.methodologist);
	expect(await text(tamara.get('/roadmap/starters'))).toContain('План ресурсного центра или управления');
	const begun = location(await tamara.post('/roadmap/starters/district', { year: '2026-09-01' }));
	await readNow(world, centre.methodologist, idIn(begun));
	const plan = await acceptAsItStands(tamara, begun);
	const own = 'Составить примерную дорожную карту и передать её организациям';
	const { id } = await activityOf(centre.organisationId, own);
	expect((await proofOf(tamara, id)).card).toContain('Пока ничего не приложено');
	const form = await text(tamara.get(`${plan}/editions/new`));
	const line = offered(form).find(({ title }) => title.includes(own));
	await tamara.post(`${plan}/editions`, {
		seen: hidden(form, 'seen'),
		orderNumber: '14-р',
		orderDay: '03.09.2026',
		closes: line?.value ?? ''
	});
	const { card, read } = await proofOf(tamara, id);
	expect(card).toMatch(/выполнено <time datetime="2026-09-03"/);
	expect(card).toContain('редакция № 1, утверждена');
	expect(read?.activities.map(({ title }) => title)).toEqual(
		expect.arrayContaining([own, 'Консультировать кураторов организаций'])
	);
	expect((await as(world, (await aSchool(world, { name: 'Чужая школа' })).curator).get(plan)).status).toBe(404);
});
