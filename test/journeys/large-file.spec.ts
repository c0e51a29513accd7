import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Copy, dataFolder, start } from '../trust/server';
import { firstRun } from './curator';
import { heading, type Person, press, somebody, words } from './person';

let copy: Copy;
let vera: Person;
let folder: string;
beforeAll(async () => {
	copy = await start(await dataFolder());
	vera = await somebody();
	await firstRun(vera.page, copy.url, copy.code ?? '');
	folder = await mkdtemp(join(tmpdir(), 'nastavnik-large-'));
});
afterAll(async () => {
	await vera?.close();
	copy?.child.kill('SIGTERM');
	await copy?.ended;
	await rm(folder, { recursive: true });
});

const plan =
	'План наставничества\n№\tМероприятие\tСроки\tОтветственные\n1\tОткрытое занятие\tпо мере необходимости\tкуратор';

/** So many megabytes of a lesson. */
async function video(megabytes: number) {
	const path = join(folder, 'Занятие.mp4');
	const file = await open(path, 'w');
	await file.truncate(megabytes * 1024 * 1024);
	await file.close();
	return path;
}

test('Вера adds a film of 200 megabytes: she reads why not, goes back, and what she wrote is still there', async () => {
	const { page } = vera;
	await page.goto(`${copy.url}/roadmap/imports/new`);
	await page.getByLabel('Или вставьте таблицу плана').fill(plan);
	await press(page, 'Прочитать план');
	await page.getByRole('heading', { name: 'Что понято' }).waitFor();
	await press(page, 'Всё верно, дальше');
	await page.waitForURL(/\/(people|acceptance)$/);
	if (page.url().endsWith('/people')) await press(page, 'Подтвердить и дальше');
	await press(page, 'Принять план к работе');
	await page.waitForURL(/\/roadmap\/[0-9a-f-]{36}/);
	await page
		.getByRole('link', { name: /Открытое занятие/ })
		.first()
		.click();
	await page.locator('a[href^="/occurrences/"][href*="/completion"]').first().click();
	await page.locator('textarea[name="note"]').fill('Открытое занятие прошло');
	await page.locator('input[name="files"]').setInputFiles(await video(200));
	await page.locator('main form button.primary').click();
	await page.getByRole('heading', { name: 'Файл слишком большой' }).waitFor({ timeout: 60_000 });
	expect(await words(page)).toContain('Здесь принимается не больше 20 МБ');
	await page.goBack();
	expect(await page.locator('textarea[name="note"]').inputValue()).toBe('Открытое занятие прошло');
	await page.locator('input[name="files"]').setInputFiles(await video(3));
	await page.locator('main form button.primary').click();
	await page.waitForURL(/\/activities\//);
	expect(await heading(page)).toContain('Открытое занятие');
	expect(await words(page)).toContain('Занятие.mp4');
}, 600_000);
