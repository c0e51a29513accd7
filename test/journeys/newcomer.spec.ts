import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { villagePlan } from '../../db/seeds/roadmaps/village';
import { home } from '../../src/home';
import { workbookOf } from '../../src/modules/demonstration/commands/workbook';
import { inFull } from '../in-full';
import { type Copy, dataFolder, start } from '../trust/server';
import { firstRun, markDone, type PlanFile, takeToWork } from './curator';
import { heading, type Person, somebody, words } from './person';

let copy: Copy;
let vera: Person;

beforeAll(async () => {
	copy = await start(await dataFolder());
	vera = await somebody();
	await firstRun(vera.page, copy.url, copy.code ?? '');
});
afterAll(async () => {
	await vera?.close();
	copy.child.kill('SIGTERM');
	await copy.ended;
});

/** Plan → «Что понято» → accepted → «Сегодня» → done with a file → the journal, all by hand in the browser. */
async function journey(plan: PlanFile) {
	const { page } = vera;
	const address = await takeToWork(page, copy.url, plan);
	expect(await words(page)).toContain(`${plan.activities} `);

	const text = `Подтверждение для «${plan.name}»\n`;
	const { activity, bytes } = await markDone(page, copy.url, address, { name: 'Протокол.txt', text });
	expect(bytes.toString()).toBe(text);
	expect(await words(page)).toContain('выполнено');

	await page.goto(`${copy.url}/journal`);
	expect(await heading(page)).toBe('Журнал');
	for (const act of ['Дорожная карта принята к исполнению', 'Мероприятие выполнено', 'Подтверждение приложено']) {
		expect(await words(page)).toContain(act);
	}
	expect(await page.locator(`a[href="${activity}"]`).count()).toBeGreaterThan(0);
}

test('Вера, who has never seen the program, gets from an empty folder to a thing done and proved', async () => {
	const buffer = Buffer.from(await workbookOf(villagePlan, new Date().toISOString().slice(0, 10)));
	const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
	await journey({ name: 'План.xlsx', mimeType, buffer, activities: villagePlan.rows.length - 1 });
}, 600_000);

const seeds = join(home, '../shared/seeds');
const expectations = join(home, '../shared/acceptance/seeds');

/** One of them, through the queue of the program itself; `seed-year` takes all five by hand through their year. */
describe('real roadmaps go the same way', () => {
	if (!existsSync(seeds)) {
		test('they did not: there is no folder ../shared/seeds here', ({ skip }) => skip());
		return;
	}
	const all = readdirSync(seeds).filter((name) => name.endsWith('.txt'));
	for (const name of inFull ? all : all.slice(0, 1)) {
		test(name, async () => {
			const expected = JSON.parse(readFileSync(join(expectations, name.replace(/\.txt$/, '.expected.json')), 'utf8'));
			const buffer = readFileSync(join(seeds, name));
			await journey({ name, mimeType: 'text/plain', buffer, activities: expected.activities.length });
		}, 600_000);
	}
});

test('what the server wrote down meanwhile names nobody', async () => {
	const said = copy.said();
	expect(said).toContain('"route":"/roadmap/imports/:id"');
	for (const secret of ['Дронова', 'dronova', 'Ольховская', 'План.xlsx', 'Протокол.txt', copy.code ?? '']) {
		expect(said.replace(/^.*одноразовый код.*$/m, '')).not.toContain(secret);
	}
	expect(said).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/); // ids of people and things
	const { page } = vera;
	const cookies = await page.context().cookies();
	expect(cookies.length).toBeGreaterThan(0);
	for (const { httpOnly, sameSite } of cookies)
		expect({ httpOnly, sameSite }).toEqual({ httpOnly: true, sameSite: 'Lax' });
});
