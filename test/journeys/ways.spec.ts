import { afterAll, beforeAll, expect, test } from 'vitest';
import { villagePlan } from '../../db/seeds/roadmaps/village';
import { fillIn } from '../../src/modules/demonstration/rules';
import { goodPassword } from '../browser';
import { type Copy, dataFolder, start } from '../trust/server';
import { firstRun, markDone, takeToWork } from './curator';
import { enter, tabTo, type, typeAtOnce } from './keyboard';
import { heading, phone, somebody, words } from './person';

let copy: Copy;
beforeAll(async () => {
	copy = await start(await dataFolder());
});
afterAll(async () => {
	copy?.child.kill('SIGTERM');
	await copy?.ended;
});

/** The plan as a table that somebody copies out of a document. */
const table = [...villagePlan.above, ...villagePlan.rows.map((row) => row.join('\t'))]
	.map((line) => fillIn(line, new Date().toISOString().slice(0, 10)))
	.join('\n');
const activities = villagePlan.rows.length - 1;

test('without script, on a telephone: from the first run to a thing done', async () => {
	const { page, close } = await somebody({ javaScriptEnabled: false, viewport: phone, isMobile: true, hasTouch: true });
	await firstRun(page, copy.url, copy.code ?? '');
	const buffer = Buffer.from(table);
	const plan = await takeToWork(page, copy.url, { name: 'План.txt', mimeType: 'text/plain', buffer, activities });
	const { bytes } = await markDone(page, copy.url, plan, { name: 'Фото.txt', text: 'снято на телефон' });
	expect(bytes.toString()).toBe('снято на телефон');
	await close();
});

test('by keyboard alone: in, a plan pasted, accepted, a thing done', async () => {
	const { page, close } = await somebody();
	await page.goto(`${copy.url}/sign-in`);
	await typeAtOnce(page, 'dronova.vp');
	await type(page, 'Пароль', goodPassword);
	await enter(page, 'Войти');
	expect(await heading(page)).toBe('Сегодня');

	await enter(page, 'Дорожная карта');
	await enter(page, 'Загрузить');
	await type(page, 'Или вставьте таблицу плана', table);
	await Promise.all([
		page.waitForURL(/\/imports\/0/),
		tabTo(page, 'Прочитать план').then(() => page.keyboard.press('Enter'))
	]);
	await page.getByRole('heading', { name: 'Что понято' }).waitFor();
	await enter(page, 'Всё верно, дальше');
	await enter(page, 'Подтвердить и дальше');
	await enter(page, 'Принять план к работе');
	expect(await words(page)).toMatch(new RegExp(`${activities}\\s*мероприят`));

	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('К содержанию');
	await enter(page, 'Сегодня');
	await enter(page, 'Отметить');
	await tabTo(page, 'Что сделано');
	await page.keyboard.insertText('Сделано без мыши.');
	await Promise.all([page.waitForURL(/saved=completion/), page.keyboard.press('Control+Enter')]);
	await close();
});

test('the search is one key away, and its frame works by Enter', async () => {
	const { page, close } = await somebody();
	await page.goto(`${copy.url}/sign-in`);
	await typeAtOnce(page, 'dronova.vp');
	await type(page, 'Пароль', goodPassword);
	await enter(page, 'Войти');
	await page.keyboard.press('/');
	await page.keyboard.insertText('анкета');
	await Promise.all([page.waitForURL(/\/search\?q=/), page.keyboard.press('Enter')]);
	expect(await words(page)).toContain('Анкета для молодых учителей');
	await close();
});
