import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { goodPassword } from '../browser';
import { press, words } from './person';

/** From the one-time code on the console to the first page of one's own organisation. */
export async function firstRun(page: Page, url: string, code: string) {
	await page.goto(url);
	await page.getByLabel('Код первого запуска').fill(code);
	await press(page, 'Начать');

	await page.getByLabel('Какая у вас организация').selectOption({ label: 'Школа' });
	await page.getByLabel('Название, как его говорят').fill('Ольховская школа');
	await page.getByLabel('Полное название').fill('МБОУ «Ольховская средняя школа»');
	await page.getByLabel('Часовой пояс').selectOption('Asia/Krasnoyarsk');
	await press(page, 'Дальше');

	await page.getByLabel('Фамилия').fill('Дронова');
	await page.getByLabel('Имя', { exact: true }).fill('Вера');
	await page.getByLabel('Отчество').fill('Павловна');
	await page.getByLabel('Должность').fill('заместитель директора по УВР');
	await press(page, 'Дальше');

	await page.getByLabel('Пароль', { exact: true }).fill(goodPassword);
	await page.getByLabel('Пароль ещё раз').fill(goodPassword);
	await press(page, 'Создать и войти');
	await page.waitForURL('**/first-steps');
}

/** A plan on its way in: a file as it came, and how many activities a person counts in it. */
export type PlanFile = { name: string; mimeType: string; buffer: Buffer; activities: number };

/**
 * A file of a plan → «Что понято» → accepted → its page. A plan of past years is moved into this one. `read`: does what the queue
 * would do with the import at this address, where the server of the test has none.
 */
export async function takeToWork(
	page: Page,
	url: string,
	{ activities, ...file }: PlanFile,
	read?: (path: string) => Promise<unknown>
) {
	await page.goto(`${url}/roadmap/imports/new`);
	await page.getByLabel('Файл с дорожной картой').setInputFiles(file);
	await press(page, 'Прочитать план');
	await page.waitForURL(/\/imports\/0/);
	if (read) {
		await read(new URL(page.url()).pathname);
		await page.reload(); // sooner than it would look by itself
	}
	await page.getByRole('heading', { name: 'Что понято' }).waitFor();
	await press(page, 'Всё верно, дальше');
	await page.waitForURL(/\/(people|acceptance)$/);
	const entrust = page.locator('input[name="entrust"]');
	if (await entrust.count()) await entrust.first().check();
	if (page.url().endsWith('/people')) await press(page, 'Подтвердить и дальше');

	await page.waitForURL(/\/acceptance/);
	expect(await words(page)).toMatch(new RegExp(`(^|\\D)${activities}\\s*мероприяти`));
	const move = page.locator('input[name="past"][value="move"]');
	if (await move.count()) await move.check();
	const later = page.locator('input[name="earlier"][value="later"]');
	if (await later.count()) await later.check();
	await press(page, 'Принять план к работе');
	await page.waitForURL(/\/roadmap\/[0-9a-f-]{36}\?saved/);
	return new URL(page.url()).pathname;
}

/** A starter → «Что понято» → accepted → its page. `read`: as in `takeToWork`. */
export async function beginWithStarter(
	page: Page,
	url: string,
	{ code, read }: { code: string; read: (path: string) => Promise<unknown> }
) {
	await page.goto(`${url}/roadmap/starters/${code}`);
	await press(page, 'Взять за основу');
	await page.waitForURL(/\/imports\/0/);
	await read(new URL(page.url()).pathname);
	await page.getByRole('heading', { name: 'Что понято' }).waitFor();
	await press(page, 'Всё верно, дальше');
	await page.waitForURL(/\/(people|acceptance)$/);
	if (page.url().endsWith('/people')) await press(page, 'Подтвердить и дальше');
	await press(page, 'Принять план к работе');
	await page.waitForURL(/\/roadmap\/[0-9a-f-]{36}\?saved/);
	return new URL(page.url()).pathname;
}

/** Opens an activity that can be marked, from «Сегодня» when it stands there, otherwise from the plan. */
async function openSomethingToDo(page: Page, url: string, plan: string) {
	await page.goto(`${url}/today`);
	const marks = page.locator('main a[href*="/completion"]', { hasText: 'Отметить' });
	if (await marks.count()) return marks.first().click();
	await page.goto(`${url}${plan}`);
	const links = await page
		.locator('main a[href^="/activities/"]')
		.evaluateAll((all) => all.map((a) => a.getAttribute('href')));
	for (const link of links) {
		await page.goto(`${url}${link}`);
		if (await marks.count()) return marks.first().click();
	}
	throw new Error('the plan has nothing that can be marked');
}

/** Marks something done with a file; answers with the address of the activity and the bytes that came back. */
export async function markDone(page: Page, url: string, plan: string, proof: { name: string; text: string }) {
	await openSomethingToDo(page, url, plan);
	await page.waitForURL(/\/completion/);
	const activity = (await page.locator('main a[href^="/activities/"]').first().getAttribute('href')) ?? '';
	await page.locator('input[name="outcome"]').first().check();
	await page.locator('input[type="file"]').setInputFiles({
		name: proof.name,
		mimeType: 'text/plain',
		buffer: Buffer.from(proof.text)
	});
	await page.locator('main form[action$="/completion"] button.primary').click();
	await page.waitForURL(/saved=completion/);

	await page.goto(`${url}${activity}`);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page
			.getByRole('link', { name: new RegExp(proof.name.replaceAll('.', '\\.')) })
			.first()
			.click()
	]);
	return { activity, bytes: await readFile(await download.path()) };
}
