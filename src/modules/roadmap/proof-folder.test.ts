import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, expect, test } from 'vitest';
import { aSchoolAtWork, aTime, done, text } from '../../../test/plan-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const unzipped = async (answer: Response) => unzipSync(new Uint8Array(await answer.arrayBuffer()));

test('Vera takes all the evidence away in one folder: files named by activity, a contents sheet that opens them', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const page = `/roadmap/${plan.id}`;
	expect(await text(vera.get(page))).not.toContain('proof.zip');
	const order = `/occurrences/${aTime(plan, 'Издать приказ о парах')}/completion`;
	const large = new Uint8Array(2_500_000).map((_, at) => at % 251);
	await vera.post(order, { ...done, files: new File([large], 'Приказ: № 7.pdf') });
	const site = plan.activities['Разместить положение на сайте'];
	const proof = { occurrence: aTime(plan, 'Разместить положение на сайте') };
	const link = 'https://school.example.ru/nastavniki';
	await vera.post(`/activities/${site?.id}/evidence`, { ...proof, files: new File(['первый'], 'Скан.txt'), url: link });
	await vera.post(`/activities/${site?.id}/evidence`, { ...proof, files: new File(['второй'], 'скан.txt') });
	expect(await text(vera.get(page))).toContain('proof.zip');

	const answer = await vera.get(`${page}/proof.zip`);
	expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(
		'Подтверждения на 05.09.2026.zip'
	);
	const files = await unzipped(answer);
	expect(Object.keys(files)).toEqual([
		'00 Опись.xlsx',
		'01-02 Издать приказ о парах – Приказ № 7.pdf',
		'02-03 Разместить положение на сайте – Скан.txt',
		'02-03 Разместить положение на сайте – скан (2).txt'
	]);
	expect(Buffer.compare(files['01-02 Издать приказ о парах – Приказ № 7.pdf'] ?? new Uint8Array(), large)).toBe(0);
	expect(strFromU8(files['02-03 Разместить положение на сайте – скан (2).txt'] ?? new Uint8Array())).toBe('второй');

	const contents = files['00 Опись.xlsx'] ?? new Uint8Array();
	const [sheet] = await readXlsxFile(Buffer.from(contents));
	const rows = (sheet?.data ?? []).slice(1).map((row) => [row[0], row[3], row[4]]);
	expect(rows).toContainEqual(['01-02', '05.09.2026', '01-02 Издать приказ о парах – Приказ № 7.pdf']);
	expect(rows).toContainEqual(['02-03', null, link]);
	expect(rows).toHaveLength(4);
	const formulas = strFromU8(unzipSync(contents)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
	expect(formulas).toMatch(/<f>HYPERLINK\((?:"|&quot;)01-02 Издать приказ о парах – Приказ № 7\.pdf/);
});

test('what was taken away is not in the folder; nobody but the leaders of this plan gets it', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	await vera.post(`/occurrences/${aTime(plan, 'Встречи пар')}/completion`, {
		...done,
		files: new File(['тайна'], 'Журнал.txt')
	});
	const kept = await world.owner
		.selectFrom('evidence')
		.select('id')
		.where('organisation_id', '=', school.organisationId)
		.executeTakeFirstOrThrow();
	const path = `/roadmap/${plan.id}/proof.zip`;
	expect(Object.keys(await unzipped(await vera.get(path)))).toHaveLength(2);
	await vera.post(`/evidence/${kept.id}/removal`);
	expect(Object.keys(await unzipped(await vera.get(path)))).toEqual(['00 Опись.xlsx']);
	expect((await as(world, school.mentor).get(path)).status).toBe(403);
	expect((await as(world, (await aSchool(world, { name: 'Школа № 2' })).curator).get(path)).status).toBe(404);
});
