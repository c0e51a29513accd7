import { beforeAll, describe, expect, test } from 'vitest';
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
import { location } from '../../../test/plan-story';
import { aPlan } from '../../../test/plans';
import { schoolPlan } from '../../../test/roadmaps';
import { aSchool, as } from '../../../test/stories';

let world: ReadingWorld;
beforeAll(async () => {
	world = await aReadingWorld();
});

type School = Awaited<ReturnType<typeof aSchool>>;

const text = async (answer: Response | Promise<Response>) => plain(await (await answer).text());
const on = (school: School, day: string) => as(world, school.curator, onDay(`${day}T05:00:00Z`));

/** What the plan's page says of how a row stands. */
const stands = (page: string, title: string) => {
	const row = page.split('<tr').find((one) => one.includes(`>${title}<`) || one.includes(`. ${title}<`)) ?? '';
	return /<span class="pill[^"]*">(?:<svg[\s\S]*?<\/svg>)?<span>([^<]*)/.exec(row)?.[1] ?? 'no such row';
};

/** Vera's plan, taken to work from its file on 5 September; the order of August is asked about. */
async function aPlanAtWork() {
	const school = await aSchool(world);
	const answers = { earlier: 'later' };
	const plan = await takeToWork(world, school.curator, { content: schoolPlan(), day: '2026-09-05', answers });
	return { school, plan };
}

/** The newer file is uploaded on a day, and all its changes are taken over; answers with the address of what was done. */
async function renew(school: School, plan: string, content: string, day: string) {
	const clock = onDay(`${day}T05:00:00Z`);
	const path = await sendAndRead(world, school.curator, { content, renews: idIn(plan) }, clock);
	const page = await text(on(school, day).get(`${path}/renewal`));
	const change = [...page.matchAll(/name="change" value="([^"]+)"/g)].map(([, key = '']) => key);
	const fields = fieldsOf(page, `${path}/renewal?plan=${idIn(plan)}`);
	const answer = await on(school, day).post(`${path}/renewal?plan=${idIn(plan)}`, { ...fields, change });
	expect(answer.status).toBe(303);
	return `${path}/renewal`;
}

const survey = 'Провести анкетирование молодых педагогов';
const asked = 'разобрать: срок был раньше';

describe('What comes into a plan after its day is asked about, and nobody is late with it', () => {
	test('an activity added in November for October: «Что с этим?», then an answer; a later one is late in its time', async () => {
		const { school, plan } = await aPlanAtWork();
		const november = on(school, '2026-11-10');
		const add = (title: string, to: string) => november.post(`${plan}/activities`, { title, to, results: '' });
		await add('Провести семинар наставников', '20.10.2026');
		await add('Собрать согласия', '12.11.2026');
		const page = await text(november.get(plan));
		expect(stands(page, 'Провести семинар наставников')).toBe(asked);
		expect(await text(november.get('/today'))).toContain('Скажите, что с тем, чей срок уже прошёл');
		const review = `${plan}/review?about=past`;
		const question = await text(november.get(review));
		expect(question).toContain('Что с тем, чей срок уже прошёл?');
		const row = question.split('<tr').find((one) => one.includes('семинар наставников')) ?? '';
		const [, name = ''] = /name="(outcome-[^"]+)" value="done"/.exec(row) ?? [];
		await november.post(review, { [name]: 'done' });
		expect(stands(await text(november.get(plan)), 'Провести семинар наставников')).toBe('выполнено');
		expect(stands(await text(on(school, '2026-11-13').get(plan)), 'Собрать согласия')).toBe('просрочено на 1 день');
	});

	test('a newer version taken over in November: new and re-dated rows are asked about, what was late stays late, undone all is as it was', async () => {
		const { school, plan } = await aPlanAtWork();
		const november = on(school, '2026-11-10');
		expect(stands(await text(november.get(plan)), survey)).toBe('просрочено на 41 день');
		const newer = schoolPlan()
			.replace('декабрь, май', 'до 20 октября')
			.replace(
				'7\tОбновить раздел сайта',
				'7\tПровести День наставника\t5 октября 2026\tДронова В.П.\tФоторепортаж\n8\tВести летопись пар\tв течение года\tнаставники\t\n9\tОбновить раздел сайта'
			);
		const path = await renew(school, plan, newer, '2026-11-10');
		const page = await text(november.get(plan));
		expect(stands(page, 'Отчитаться на педсовете о работе пар')).toBe(asked);
		expect(stands(page, 'Провести День наставника')).toBe(asked);
		expect(stands(page, survey)).toBe('просрочено на 41 день');
		expect(stands(page, 'Вести летопись пар')).toBe('в течение года');

		await november.post(`${path}/undoing`);
		const back = await text(november.get(plan));
		expect(stands(back, survey)).toBe('просрочено на 41 день');
		expect(stands(back, 'Отчитаться на педсовете о работе пар')).toBe('до 31 декабря');
	});

	test('a term that is over before the row comes is asked of nobody', async () => {
		const { school, plan } = await aPlanAtWork();
		await renew(
			school,
			plan,
			schoolPlan().replace('7\tОбновить', '7\tВести летопись пар\tв течение года\tнаставники\t\n8\tОбновить'),
			'2027-01-20'
		);
		const january = on(school, '2027-01-20');
		expect(stands(await text(january.get(plan)), 'Вести летопись пар')).toBe('в течение года');
		expect(stands(await text(january.get(plan)), 'Обновить раздел сайта')).toBe('пора сказать, как идёт');
		expect(stands(await text(on(school, '2027-05-31').get(plan)), 'Вести летопись пар')).toBe('пора сказать, как идёт');
	});

	test('undone, a newer version that had moved the day of what was late gives the lateness back', async () => {
		const { school, plan } = await aPlanAtWork();
		const november = on(school, '2026-11-10');
		const path = await renew(school, plan, schoolPlan().replace('\tсентябрь\t', '\tдо 15 октября\t'), '2026-11-10');
		expect(stands(await text(november.get(plan)), survey)).toBe(asked);
		await november.post(`${path}/undoing`);
		expect(stands(await text(november.get(plan)), survey)).toBe('просрочено на 41 день');
	});

	test('«вернуть как утверждено» after the approved day has passed asks', async () => {
		const { school, plan } = await aPlanAtWork();
		const september = on(school, '2026-09-20');
		await september.post(`${plan}/editions`, {
			...fieldsOf(await text(september.get(`${plan}/editions/new`)), `${plan}/editions`),
			orderNumber: '118-О',
			orderDay: '18.09.2026'
		});
		const card = /href="(\/activities\/[^"]+)"[^>]*>(?:2\. )?Провести анкетирование/.exec(
			await text(september.get(plan))
		);
		const time = /href="(\/occurrences\/[^"]+\/deadline)"/.exec(await text(september.get(card?.[1] ?? '')))?.[1] ?? '';
		await september.post(time, { toDay: '20.12.2026', reason: 'Нет анкет' });
		const november = on(school, '2026-11-10');
		const changes = await text(november.get(`${plan}/changes`));
		const change = /name="change" value="([^"]*)"/.exec(changes)?.[1] ?? '';
		expect((await november.post(`${plan}/changes/reversion`, { change })).status).toBe(303);
		expect(stands(await text(november.get(plan)), survey)).toBe(asked);
	});

	test('a row that was out of the plan on its day, and a plan that lay in the archive', async () => {
		const { school, plan } = await aPlanAtWork();
		const [september, november] = [on(school, '2026-09-20'), on(school, '2026-11-10')];
		const card = /href="(\/activities\/[^"]+)"[^>]*>(?:2\. )?Провести анкетирование/.exec(
			await text(september.get(plan))
		)?.[1];
		await september.post(`${card}/removal`);
		await november.post(`${card}/restoration`);
		expect(stands(await text(november.get(plan)), survey)).toBe(asked);
		// What was late before it was taken out is late when it comes back.
		await november.post(`${plan}/activities`, { title: 'Собрать согласия', to: '12.11.2026', results: '' });
		const [december, january] = [on(school, '2026-12-01'), on(school, '2027-01-15')];
		await december.post(`${plan}/archiving`);
		await january.post(`${plan}/restoration`);
		const page = await text(january.get(plan));
		expect(stands(page, 'Собрать согласия')).toBe('просрочено на 64 дня');
		expect(stands(page, 'Отчитаться на педсовете о работе пар')).toBe(asked); // its December passed in the archive
		expect(await text(january.get('/roadmap'))).toMatch(/просрочено 1\b/);
	});

	test('a template’s new version: what it adds for a day that has passed is asked about', async () => {
		const centre = await aSchool(world, { name: 'РЦ', kind: 'resource-centre', roles: ['methodologist'] });
		const school = await aSchool(world, { name: 'Заречная', parent: centre.organisationId, roles: ['curator'] });
		const above = await aPlan(world, centre.methodologist, {
			title: 'Примерная дорожная карта на 2026/2027 учебный год',
			stages: [
				{
					title: 'Подготовка',
					activities: [
						{
							title: 'Назначить куратора',
							deadline: 'до 10 сентября',
							capability: 'appoint',
							times: [{ from: '2026-09-01', to: '2026-09-10' }]
						}
					]
				}
			]
		});
		const tamara = as(world, centre.methodologist, onDay('2026-11-01T05:00:00Z'));
		await tamara.post(`/roadmap/${above.id}/template`, { note: '' });
		const november = on(school, '2026-11-02');
		const template = /href="(\/roadmap\/templates\/[^"]+)"/.exec(await text(november.get('/roadmap/starters')))?.[1];
		const path = location(await november.post(template ?? ''));
		const fields = fieldsOf(await text(november.get(`${path}/acceptance`)), `${path}/acceptance`);
		const own =
			location(await november.post(`${path}/acceptance`, { ...fields, earlier: 'later' })).split('?')[0] ?? '';
		expect(stands(await text(november.get(own)), 'Назначить куратора')).toBe(asked);

		await tamara.post(`/roadmap/${above.id}/activities`, { title: 'Провести День наставника', to: '05.12.2026' });
		await tamara.post(`/roadmap/${above.id}/template`, { note: '' });
		const december = on(school, '2026-12-20');
		const update = await text(december.get(`${own}/template-update`));
		const change = [...update.matchAll(/name="change" value="([^"]+)"/g)].map(([, key = '']) => key);
		await december.post(`${own}/template-update`, { ...fieldsOf(update, `${own}/template-update`), change });
		expect(stands(await text(december.get(own)), 'Провести День наставника')).toBe(asked);
	});

	test('next year’s plan accepted late, and the same file brought in once more as a plan of its own', async () => {
		const { school, plan } = await aPlanAtWork();
		const autumn = on(school, '2027-11-10');
		const page = await text(autumn.get(`${plan}/next-year`));
		const row = [...page.matchAll(/name="row" value="([^"]+)"/g)].map(([, id = '']) => id);
		const title = 'Дорожная карта наставничества на 2027-2028 учебный год';
		const path = location(await autumn.post(`${plan}/next-year`, { title, row }));
		const accept = async (address: string) => {
			const last = await text(autumn.get(`${address}/acceptance`));
			const fields = { ...fieldsOf(last, `${address}/acceptance`), past: 'keep', earlier: 'later' };
			return location(await autumn.post(`${address}/acceptance`, fields)).split('?')[0] ?? '';
		};
		expect(stands(await text(autumn.get(await accept(path))), survey)).toBe(asked);
		const clock = onDay('2027-11-10T05:00:00Z');
		const again = await sendAndRead(world, school.curator, { content: schoolPlan() }, clock);
		expect(stands(await text(autumn.get(await accept(again))), survey)).toBe(asked);
		expect(stands(await text(autumn.get(plan)), survey)).toMatch(/^просрочено/);
	});
});
