import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword } from '../browser';
import { type Copy, dataFolder, start } from '../trust/server';
import { firstRun } from './curator';
import { heading, type Person, phone, press, somebody, words } from './person';

let copy: Copy;
let vera: Person;
beforeAll(async () => {
	copy = await start(await dataFolder());
	vera = await somebody();
	await firstRun(vera.page, copy.url, copy.code ?? '');
});
afterAll(async () => {
	await vera?.close();
	copy?.child.kill('SIGTERM');
	await copy?.ended;
});

/** A plan that names Анна in one row and not in the other. */
const plan = [
	'План наставничества',
	'№\tМероприятие\tСроки\tОтветственные',
	'1\tДневник пары: записи о встречах\tв течение года\tБелова А.С.',
	'2\tСовещание при директоре\tпо мере необходимости\tДиректор'
].join('\n');

test('a mentor is entered, given a role and a link; on her telephone she sees the one row that names her', async () => {
	const { page } = vera;
	await page.goto(`${copy.url}/people/new`);
	await page.getByLabel('Фамилия').fill('Белова');
	await page.getByLabel('Имя', { exact: true }).fill('Анна');
	await page.getByLabel('Отчество').fill('Сергеевна');
	await page.getByLabel('Должность').first().fill('учитель математики');
	await page.getByLabel('Работает у вас с').fill('01.09.2020');
	await page.locator('main form button.primary').click();
	await page.waitForURL(/\/people\/[0-9a-f-]{36}/);
	const anna = new URL(page.url()).pathname.split('/').at(-1);

	await page.goto(`${copy.url}/accounts/${anna}`);
	await press(page, 'Назначить роль');
	await page.getByLabel('Роль').selectOption({ label: 'наставник' });
	await page.locator('main form button.primary').click();
	await page.waitForURL(/saved/);

	await page.goto(`${copy.url}/roadmap/imports/new`);
	await page.getByLabel('Или вставьте таблицу плана').fill(plan);
	await press(page, 'Прочитать план');
	await page.getByRole('heading', { name: 'Что понято' }).waitFor();
	await press(page, 'Всё верно, дальше');
	expect(await page.getByLabel('Кто это: Белова А.С.').locator('option:checked').textContent()).toContain(
		'Белова Анна'
	);
	await press(page, 'Подтвердить и дальше');
	await press(page, 'Принять план к работе');
	await page.waitForURL(/\/roadmap\/[0-9a-f-]{36}/);
	const address = page.url().replace(/\?.*/, '');

	await page.goto(`${copy.url}/accounts/${anna}`);
	await page.locator(`form[action="/accounts/${anna}/invitation"] button`).click();
	await page.waitForURL(/\/invitations\//);
	const link = /\/invitation\/[\w-]{32}/.exec(await page.content())?.[0];

	const telephone = await somebody({ viewport: phone, isMobile: true, hasTouch: true });
	const { page: screen } = telephone;
	await screen.goto(`${copy.url}${link}`);
	await screen.getByLabel('Пароль', { exact: true }).fill(goodPassword);
	await screen.getByLabel('Пароль ещё раз').fill(goodPassword);
	await press(screen, 'Войти в программу');
	await screen.goto(`${copy.url}/today`);
	expect(await heading(screen)).toBe('Сегодня');
	expect(await words(screen)).not.toContain('Совещание при директоре');

	await screen.goto(`${copy.url}/search?q=${encodeURIComponent('дневник')}`);
	await screen.getByRole('link', { name: /Дневник пары/ }).click();
	expect(await heading(screen)).toContain('Дневник пары');
	expect((await screen.goto(address))?.status()).toBe(403);
	const width = await screen.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBeLessThanOrEqual(phone.width);
	await telephone.close();
});
