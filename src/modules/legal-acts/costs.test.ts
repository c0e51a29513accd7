import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { addressIn } from '../../../test/event-story';
import { aPlan } from '../../../test/plans';
import { countingQueries } from '../../../test/queries';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const gone = { level: 'local', form: 'Приказ', signedOn: '01.09.2025', from: '01.09.2025', to: '01.09.2026' };

/** A school with so many orders that are no longer in force, each still named in its plan, corrected, given to read, on the checklist. */
async function aSchoolOf(acts: number) {
	const school = await aSchool(world, { name: `Школа ${acts}` });
	const vera = as(world, school.curator);
	const numbers = Array.from({ length: acts }, (_, at) => `${at + 1}-ОД`);
	await aPlan(world, school.curator, {
		stages: [{ title: 'Подготовка', activities: numbers.map((one) => ({ title: `Изучить приказ № ${one}` })) }]
	});
	let act = '';
	for (const number of numbers) {
		act = addressIn(await vera.post('/legal-acts', { version: '0', ...gone, number, title: `Об отчёте ${number}` }));
		const corrected = { version: '1', ...gone, number, title: `Об отчётах ${number}` };
		expect((await vera.post(`${act}/versions`, corrected)).status).toBe(303);
		const line = { version: '0', title: `Положение ${number}`, state: 'wanted', owner: school.curator.personId };
		expect((await vera.post('/local-acts', line)).status).toBe(303);
	}
	const key = act.split('/').at(-1) ?? '';
	await sql`insert into events (organisation_id, id, kind, title, held_on, meets, audience, legal_act_key, announced_at, announced_by,
			changed_at, made_at, made_by)
		select ${school.curator.organisationId}, gen_random_uuid(), 'Документ', 'Читаем ' || n, '2026-09-04', false, '{}', ${key},
			now(), ${school.curator.personId}, now(), now(), ${school.curator.personId} from generate_series(1, ${acts}) n`.execute(
		world.owner
	);
	return { pages: countingQueries(world, school.curator), act };
}

test('a library of forty acts that are still named in the plan asks the database as often as one of two', async () => {
	const [small, big] = [await aSchoolOf(2), await aSchoolOf(40)];
	const pages = ['', '/edit'].map((end) => [`${small.act}${end}`, `${big.act}${end}`] as const);
	const same = [
		...['/legal-acts', '/legal-acts?force=lapsed&q=отч', '/legal-acts/library.xlsx', '/legal-acts/library.json'],
		...['/local-acts', '/local-acts/checklist.xlsx', '/local-acts/new']
	].map((path) => [path, path] as const);
	for (const [few, many] of [...same, ...pages])
		expect(await big.pages.cost(many), many).toBe(await small.pages.cost(few));
});
