import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { aSchoolAtWork, text } from '../../../test/plan-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { readRoadmap } from './readers/read-roadmap';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());
const nameOf = (answer: Response) => decodeURIComponent(answer.headers.get('content-disposition') ?? '');

const chosen = new URLSearchParams({
	layout: 'staged',
	annex: 'Приложение 1 к приказу от 28.08.2026 № 112-О',
	kind1: 'ПРИНЯТО',
	post1: 'на заседании педагогического совета',
	paper1: 'протокол № 1',
	day1: '28.08.2026',
	kind3: 'УТВЕРЖДЕНО',
	post3: 'Директор',
	name3: 'Г. И. Ершов',
	paper3: 'приказ № 112-О',
	day3: '28.08.2026'
});

test.each(['docx', 'xlsx'])(
	'Vera takes the plan away as .%s with its stamps; read again it is the same plan',
	async (format) => {
		const { school, plan } = await aSchoolAtWork(world);
		const vera = as(world, school.curator);
		expect(await text(vera.get(`/roadmap/${plan.id}`))).toContain(`/roadmap/${plan.id}/document"`);
		const answer = await vera.get(`/roadmap/${plan.id}/document.${format}?${chosen}`);
		expect(answer.status).toBe(200);
		expect(nameOf(answer)).toContain(`Дорожная карта наставничества.${format}`);

		const found = await readRoadmap(await bytesOf(answer), `plan.${format}`);
		expect(found.title).toBe('Дорожная карта наставничества');
		expect(found.period).toEqual({ from: '2026-09-01', to: '2027-08-31' });
		expect(found.document).toMatchObject({ annex: '1', number: '112-О', date: '2026-08-28' });
		expect(found.approvals).toEqual([
			'ПРИНЯТО\nна заседании педагогического совета\nпротокол от 28.08.2026 № 1',
			'УТВЕРЖДЕНО\nДиректор\n_______________ Г. И. Ершов\nприказ от 28.08.2026 № 112-О'
		]);
		expect(found.stages.map(({ title }) => title)).toEqual(['Подготовка', 'Работа']);
		expect(
			found.activities.map(({ title, deadline, responsible }) => [
				title,
				deadline.text,
				...responsible.map((one) => one.text)
			])
		).toEqual([
			['Провести анкетирование педагогов', 'до 10 сентября', 'Белова А. С.'],
			['Издать приказ о парах', 'до 1 октября', 'Директор'],
			['Региональный семинар кураторов', 'по плану РЦ', 'РЦ'],
			['Встречи пар', 'в течение года', 'Педагоги-наставники'],
			['Разместить положение на сайте', 'август']
		]);
		expect(found.activities[0]?.results).toEqual(['Справка по итогам анкетирования']);
	}
);

test('a plan in work changes what leaves: an activity taken out is not on paper', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	await vera.post(`/activities/${plan.activities['Издать приказ о парах']?.id}/removal`, { version: '1' });
	const answer = await vera.get(`/roadmap/${plan.id}/document.docx`);
	const { activities } = await readRoadmap(await bytesOf(answer), 'plan.docx');
	expect(activities.map(({ title }) => title)).not.toContain('Издать приказ о парах');
	expect(activities).toHaveLength(4);
});

test('a day that is none, and a stamp without its kind, are asked for again with all that was typed', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const wrong = new URLSearchParams({ ...Object.fromEntries(chosen), day3: '31.02.2026', layout: 'checklist' });
	const answer = await vera.get(`/roadmap/${plan.id}/document.docx?${wrong}`);
	expect(answer.status).toBe(422);
	const page = await answer.text();
	expect(page).toContain('Напишите день так: ДД.ММ.ГГГГ');
	expect(page).toContain('value="31.02.2026"');
	expect(page).toMatch(/value="checklist" checked/);

	const nameless = await vera.get(`/roadmap/${plan.id}/document.xlsx?post2=Профком`);
	expect(nameless.status).toBe(422);
	expect(await nameless.text()).toContain('Выберите гриф или очистите его строки');
	const empty = await vera.get(`/roadmap/${plan.id}/document.xlsx?kind2=СОГЛАСОВАНО`);
	expect(await empty.text()).toContain('Напишите, чей это гриф');
	expect((await vera.get(`/roadmap/${plan.id}/document.docx?layout=upside-down`)).status).toBe(422);
});

test('the plan leaves only with those who lead it', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const stranger = as(world, (await aSchool(world, { name: 'Школа № 2' })).curator);
	for (const path of ['document', 'document.docx', 'document.xlsx']) {
		expect((await as(world, school.mentor).get(`/roadmap/${plan.id}/${path}`)).status, path).toBe(403);
		expect((await stranger.get(`/roadmap/${plan.id}/${path}`)).status, path).toBe(404);
		expect((await as(world, school.director).get(`/roadmap/${plan.id}/${path}`)).status, path).toBe(200);
	}
});

test('a sheet that stands upright stays so: in the file, in the edition, and in the next file that leaves', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const page = async (path: string) => {
		const parts = unzipSync(await bytesOf(await vera.get(path)));
		return strFromU8(parts['word/document.xml'] ?? parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
	};
	const document = `/roadmap/${plan.id}/document`;
	expect(await page(`${document}.docx`)).toContain('w:orient="landscape"');
	const upright = await page(`${document}.docx?sheet=portrait`);
	expect(upright).toContain('w:orient="portrait"');
	const [, width = '0'] = /<w:tblW[^>]*w:w="(\d+)"/.exec(upright) ?? [];
	expect(Number(width)).toBeLessThanOrEqual(10_205); // 180 mm, the room between the margins
	expect(await page(`${document}.xlsx`)).toContain('orientation="landscape"');
	expect(await page(`${document}.xlsx?sheet=portrait`)).not.toContain('orientation="landscape"');
	expect((await vera.get(`${document}.docx?sheet=diagonal`)).status).toBe(422);

	const seen = /name="seen" value="([^"]*)"/.exec(await text(vera.get(`/roadmap/${plan.id}/editions/new`)))?.[1] ?? '';
	await vera.post(`/roadmap/${plan.id}/editions`, {
		seen,
		orderNumber: '7',
		orderDay: '01.09.2026',
		sheet: 'portrait'
	});
	const edition = /href="(\/editions\/[^"]+)">№/.exec(await text(vera.get(`/roadmap/${plan.id}/editions`)))?.[1] ?? '';
	expect(await page(`${edition}/document.docx`)).toContain('w:orient="portrait"');
	expect(await text(vera.get(document))).toMatch(/<option value="portrait" selected[^>]*>/);
});
