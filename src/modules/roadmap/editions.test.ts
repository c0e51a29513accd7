import { beforeAll, expect, test } from 'vitest';
import { aSchoolAtWork, aTime, at, done, location, text } from '../../../test/plan-story';
import { aPlan } from '../../../test/plans';
import { costsTheSame, countingQueries } from '../../../test/queries';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { readRoadmap } from './readers/read-roadmap';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const survey = 'Провести анкетирование педагогов';
const order = 'Издать приказ о парах';
const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
const bytesOf = async (answer: Response | Promise<Response>) => new Uint8Array(await (await answer).arrayBuffer());

type Someone = ReturnType<typeof as>;

/** The plan approved by an order; answers with the address of the edition. */
async function approve(vera: Someone, plan: string, fields: Record<string, string> = {}) {
	const form = await text(vera.get(`/roadmap/${plan}/editions/new`));
	const seen = hidden(form, 'seen');
	const said = { seen, orderNumber: '№ 112-О', orderDay: '28.08.2026', layout: 'usual', ...fields };
	const answer = await vera.post(`/roadmap/${plan}/editions`, said);
	const list = await text(vera.get(location(answer)));
	return { answer, list, edition: /href="(\/editions\/[^"]+)">№/.exec(list)?.[1] ?? '' };
}

async function rename(vera: Someone, id: string | undefined, title: string, more: Record<string, string> = {}) {
	const version = hidden(await text(vera.get(`/activities/${id}/words`)), 'version');
	const results = title.includes('Анкет') || title.includes('анкет') ? 'Справка по итогам анкетирования' : '';
	return vera.post(`/activities/${id}/words`, { version, title, results, ...more });
}

test('Vera writes down the order: the plan is frozen as edition 1, with its stamps, the same file every time', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	expect(await text(vera.get(`/roadmap/${plan.id}/editions`))).toContain('Утверждённой редакции пока нет');
	const { list, edition } = await approve(vera, plan.id, {
		kind1: 'ПРИНЯТО',
		post1: 'на заседании педагогического совета',
		paper1: 'протокол № 1',
		day1: '27.08.2026'
	});
	expect(list).toContain('Редакция № 1 утверждена');
	expect(list).toContain('После утверждения план не менялся');
	const page = await text(vera.get(edition));
	for (const words of ['приказом от', '№ 112-О', 'протокол от 27.08.2026 № 1', survey, 'до 10 сентября']) {
		expect(page).toContain(words);
	}
	expect(await text(vera.get(`/roadmap/${plan.id}`))).toContain('Редакция № 1');

	const later = as(world, school.curator, at('2026-11-05T05:00:00Z'));
	await rename(later, plan.activities[survey]?.id, 'Провести анкетирование наставников');
	for (const format of ['docx', 'xlsx']) {
		const first = await bytesOf(vera.get(`${edition}/document.${format}`));
		await new Promise((resolve) => setTimeout(resolve, 1100)); // files of the day’s second would differ by it
		const again = await bytesOf(later.get(`${edition}/document.${format}`));
		expect(Buffer.compare(first, again)).toBe(0);
		const found = await readRoadmap(first, `plan.${format}`);
		expect(found.activities[0]?.title).toBe(survey);
		expect(found.document).toMatchObject({ number: '112-О', date: '2026-08-28' });
	}
	expect(await text(later.get(edition))).not.toContain('анкетирование наставников');

	const printed = await text(later.get(`${edition}/print`));
	expect(printed).toMatch(
		/Приложение к приказу от 28\.08\.2026 № 112-О.*ПРИНЯТО\nна заседании педагогического совета\nпротокол от 27\.08\.2026 № 1.*<h1>/s
	);
	expect(printed).toContain(survey);
	expect(printed).not.toContain('анкетирование наставников');
});

test('what is changed afterwards is told with who and when, and goes back one by one', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	await vera.post(`/occurrences/${aTime(plan, survey)}/completion`, { ...done, note: 'Справка № 3' });
	await approve(vera, plan.id);
	const gleb = as(world, school.director, at('2026-09-07T05:00:00Z'));
	await rename(gleb, plan.activities[survey]?.id, 'Провести анкетирование всех педагогов');
	await gleb.post(`/activities/${plan.activities['Региональный семинар кураторов']?.id}/removal`);
	await gleb.post(`/roadmap/${plan.id}/activities`, {
		title: 'Собрать согласия',
		stage: '',
		from: '',
		to: '',
		results: ''
	});
	await gleb.post(`/occurrences/${aTime(plan, order)}/deadline`, { toDay: '16.10.2026', reason: 'Педсовет позже' });

	expect(await text(vera.get(`/roadmap/${plan.id}`))).toContain('Рабочие изменения: 4');
	const changes = `/roadmap/${plan.id}/changes`;
	const page = await text(vera.get(changes));
	expect(page).toContain('Провести анкетирование <ins>всех</ins> педагогов');
	expect(page).toContain('до <del>1 октября</del> <ins>16.10.2026</ins>');
	for (const words of ['добавлено', 'Собрать согласия', 'исключено', 'Ершов Г. И.', '7 сентября'])
		expect(page).toContain(words);

	const back = (change: string) => vera.post(`${changes}/reversion`, { change });
	const { id: surveyId } = plan.activities[survey] ?? {};
	expect(await text(vera.get(location(await back(`${surveyId}:title`))))).toContain('3 изменения');
	expect((await back(`${surveyId}:title`)).status).toBe(422);
	await back(`${plan.activities[order]?.id}:deadline`);
	await back(`-${plan.activities['Региональный семинар кураторов']?.id}`);
	const added = /value="(\+[^"]+)"/.exec(await text(vera.get(changes)))?.[1] ?? '';
	const last = await back(added);
	expect(await text(vera.get(location(last)))).toContain('Рабочих изменений нет');
	expect(await text(vera.get(`/roadmap/${plan.id}`))).not.toContain('Рабочие изменения');
	const card = await text(vera.get(`/activities/${surveyId}`));
	expect(card).toContain('Справка № 3');
	expect(card).toContain('Мероприятие возвращено как утверждено');
	const [time] = await world.owner
		.selectFrom('occurrences')
		.select('due_on')
		.where('id', '=', aTime(plan, order))
		.execute();
	expect(time?.due_on).toBe('2026-10-01');
});

test('another order, a stage renamed and one taken out are told too, and all of it goes back', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const { edition } = await approve(vera, plan.id);
	const page = await text(vera.get(`/roadmap/${plan.id}/order`));
	const [first = '', second = ''] = [...page.matchAll(/id="stage-([^"]+)"/g)].map(([, id]) => id);
	await vera.post(`/roadmap/${plan.id}/order`, { activity: plan.activities[survey]?.id ?? '', step: 'down' });
	await vera.post(`/roadmap/${plan.id}/stages/change`, { stage: first, act: 'title', title: 'Готовим год' });
	await vera.post(`/roadmap/${plan.id}/stages/change`, { stage: second, act: 'removal' });
	const changes = await text(vera.get(`/roadmap/${plan.id}/changes`));
	for (const words of ['переставлено', 'Готовим год', 'Этап «Работа»', 'Дронова В. П.'])
		expect(changes).toContain(words);
	for (let left = 9; left > 0; left--) {
		const change = /name="change" value="([^"]+)"/.exec(await text(vera.get(`/roadmap/${plan.id}/changes`)))?.[1];
		if (!change) break;
		expect((await vera.post(`/roadmap/${plan.id}/changes/reversion`, { change })).status).toBe(303);
	}
	expect(await text(vera.get(`/roadmap/${plan.id}/changes`))).toContain('Рабочих изменений нет');
	const same = await text(vera.get(`/roadmap/${plan.id}/difference?was=${edition.split('/').at(-1)}&became=now`));
	expect(same).toContain('Отличий нет');
	expect(await text(vera.get(`/roadmap/${plan.id}`))).toMatch(/Подготовка[\s\S]*Работа/);
});

test('giving work to somebody changes nothing that was approved', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	await approve(vera, plan.id);
	const { id } = plan.activities['Встречи пар'] ?? {};
	await vera.post(`/activities/${id}/responsible`, { personId: school.teacher.personId, position: '' });
	expect(await text(vera.get(`/activities/${id}`))).toContain('Жукова');
	expect(await text(vera.get(`/roadmap/${plan.id}/changes`))).toContain('Рабочих изменений нет');
});

test('the changes leave as an annex; the order’s number makes them edition 2; any two can be compared; a mistake is taken back', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const { edition: first } = await approve(vera, plan.id);
	await rename(vera, plan.activities[survey]?.id, 'Провести анкетирование всех педагогов');
	const annex = await vera.get(`/roadmap/${plan.id}/changes.docx`);
	expect(annex.status).toBe(200);
	expect(decodeURIComponent(annex.headers.get('content-disposition') ?? '')).toContain('Изменения в план');

	const stale = hidden(await text(vera.get(`/roadmap/${plan.id}/editions/new`)), 'seen');
	await vera.post(`/activities/${plan.activities['Встречи пар']?.id}/removal`);
	const unseen = await vera.post(`/roadmap/${plan.id}/editions`, {
		seen: stale,
		orderNumber: '7',
		orderDay: '10.09.2026'
	});
	expect(unseen.status).toBe(422);
	expect(await unseen.text()).toMatch(/план изменили[\s\S]*value="7"/);

	const { list, edition } = await approve(vera, plan.id, { orderNumber: '7', orderDay: '10.09.2026' });
	expect(list).toMatch(/Редакция № 2 утверждена[\s\S]*от № 1/);
	const ids = [first, edition].map((path) => path.split('/').at(-1));
	const compared = await text(vera.get(`/roadmap/${plan.id}/difference?was=${ids[0]}&became=${ids[1]}`));
	expect(compared).toContain('2 изменения');
	expect(await text(vera.get(`/roadmap/${plan.id}/difference?was=${ids[1]}&became=now`))).toContain('Отличий нет');

	expect((await vera.post(`${first}/withdrawal`)).status).toBe(422);
	const undone = await text(vera.get(location(await vera.post(`${edition}/withdrawal`))));
	expect(undone).toContain('Действует редакция № 1');
	expect(undone).toContain('2 изменения');
	expect((await vera.get(edition)).status).toBe(404);
});

test('an order without a number or a day is asked for again; sent twice, it is one edition', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const seen = hidden(await text(vera.get(`/roadmap/${plan.id}/editions/new`)), 'seen');
	const wrong = await vera.post(`/roadmap/${plan.id}/editions`, {
		seen,
		orderNumber: ' ',
		orderDay: '31.02.2026',
		annex: 'Приложение 2'
	});
	expect(wrong.status).toBe(422);
	const page = await wrong.text();
	for (const words of [
		'Напишите номер приказа',
		'Напишите день приказа',
		'value="31.02.2026"',
		'value="Приложение 2"'
	]) {
		expect(page).toContain(words);
	}
	const token = crypto.randomUUID();
	const said = { token, seen, orderNumber: '1', orderDay: '28.08.2026' };
	await Promise.all([1, 2].map(() => vera.post(`/roadmap/${plan.id}/editions`, said)));
	const kept = await world.owner
		.selectFrom('plan_editions')
		.select('number')
		.where('roadmap_id', '=', plan.id)
		.execute();
	expect(kept).toEqual([{ number: 1 }]);
});

test('an approved edition is nobody’s outside those who lead the plan; nobody can rewrite it', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const { edition } = await approve(as(world, school.curator), plan.id);
	const stranger = as(world, (await aSchool(world, { name: 'Школа № 2' })).curator);
	for (const path of [
		edition,
		`${edition}/print`,
		`${edition}/document.docx`,
		`/roadmap/${plan.id}/editions`,
		`/roadmap/${plan.id}/changes`
	]) {
		expect((await as(world, school.mentor).get(path)).status, path).toBe(403);
		expect((await stranger.get(path)).status, path).toBe(404);
	}
	await expect(world.db.updateTable('plan_editions').set({ sha256: 'x' }).execute()).rejects.toThrow(
		/permission denied/
	);
});

test('a plan of four hundred rows costs as many queries as one of forty, on every page of editions', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const many = (count: number) =>
		aPlan(world, school.curator, {
			stages: [
				{
					title: 'Весь год',
					activities: Array.from({ length: count }, (_, at) => ({
						title: `Мероприятие ${at}`,
						deadline: 'сентябрь',
						times: [{ from: '2026-09-01', to: '2026-09-30' }],
						responsible: [{ text: 'Куратор' }]
					}))
				}
			]
		});
	const [small, big] = await Promise.all([many(40), many(400)]);
	const pages = countingQueries(world, school.curator);
	const editions: string[] = [];
	for (const plan of [small, big]) {
		const { edition } = await approve(vera, plan.id);
		editions.push(edition);
		for (const title of ['Мероприятие 3', 'Мероприятие 7'])
			await vera.post(`/activities/${plan.activities[title]?.id}/removal`);
	}
	for (const page of ['', '/editions', '/editions/new', '/changes', '/changes.docx', '/difference']) {
		await costsTheSame(pages, `/roadmap/${small.id}${page}`, `/roadmap/${big.id}${page}`);
	}
	await costsTheSame(pages, editions[0] ?? '', editions[1] ?? '');
});
