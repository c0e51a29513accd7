import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword } from '../browser';
import { type Copy, dataFolder, start } from '../trust/server';
import { obstacles, sideways } from './axe';
import { firstRun } from './curator';
import { type Person, phone, press, somebody } from './person';

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

const plan = [
	'Дорожная карта наставничества на 2026-2027 учебный год',
	'№\tМероприятие\tСроки\tОтветственные',
	'1\tПриказ о наставниках\tоктябрь\tДиректор',
	'2\tОткрытые уроки\tближе к весне\tКуратор',
	'3\tВстречи пар\tноябрь\tНаставники',
	'4\tИтоговая встреча\tкогда сойдёт снег\tКуратор'
].join('\n');

const focused = (page: Page) =>
	page.evaluate(() => document.activeElement?.closest('tr[id]')?.querySelector('.row-title')?.textContent);
const at = (page: Page, title: string) =>
	page.waitForFunction(
		(words) => document.activeElement?.matches('.row-title') && document.activeElement.textContent?.includes(words),
		title
	);

async function openInPlace(page: Page, title: string) {
	await page.locator('.row-title', { hasText: title }).focus();
	await page.keyboard.press('Enter');
}

async function signIn(page: Page) {
	await page.getByLabel('Логин или электронная почта').fill('dronova.vp');
	await page.getByLabel('Пароль').fill(goodPassword);
	await press(page, 'Войти');
}

test('by keyboard alone: from doubt to doubt, corrected in place, taken back; the file stands beside', async () => {
	const { page } = vera;
	await page.goto(`${copy.url}/roadmap/imports/new`);
	await page.getByLabel('Или вставьте таблицу плана').fill(plan);
	await press(page, 'Прочитать план');
	await page.getByRole('heading', { name: 'Что понято' }).waitFor();
	await page.waitForLoadState(); // the heading comes long before the last of the rows
	const list = page.url();
	await page.getByText('Неясных 2, разобрано 0.').waitFor();
	await page.locator('.beside td').first().waitFor();

	await page.keyboard.press('KeyN');
	await at(page, 'Открытые уроки');
	expect(await page.locator('.beside .here').textContent()).toContain('Открытые уроки');
	await page.keyboard.press('KeyJ');
	await at(page, 'Итоговая встреча');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await page.locator('.correcting form').waitFor();
	expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('deadline');
	expect(await obstacles(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await at(page, 'Открытые уроки');

	await page.keyboard.press('Enter');
	await page.waitForFunction(() => (document.activeElement as HTMLInputElement).name === 'deadline');
	await page.keyboard.press('Control+A');
	await page.keyboard.insertText('март 2027');
	await page.keyboard.press('Control+Enter');
	await page.getByText('Неясных 1, разобрано 1.').waitFor();
	await page.waitForFunction(() =>
		document.querySelector('.correcting')?.previousElementSibling?.textContent?.includes('Итоговая')
	);
	await page.keyboard.press('Escape');
	expect(await focused(page)).toContain('Итоговая встреча');

	await page.keyboard.press('KeyU');
	await page.getByText('Неясных 2, разобрано 0.').waitFor();
	await at(page, 'Открытые уроки'); // what was taken back is what one looks at
	expect(page.url()).toBe(list);
	await page.keyboard.press('?');
	expect(await page.getByText('закрыть, не меняя').isVisible()).toBe(true);
});

test('a row refused in place says why and keeps what was typed', async () => {
	const { page } = vera;
	await page.keyboard.press('KeyN');
	await page.keyboard.press('Enter');
	const title = page.locator('.correcting [name=title]');
	await title.fill('');
	await title.evaluate((field) => field.removeAttribute('required'));
	await page.keyboard.press('Control+Enter');
	await page.locator('.correcting .error-summary').waitFor();
	expect(await page.locator('.correcting').textContent()).toContain('Напишите, что нужно сделать');
	await page.keyboard.press('Escape');
});

test('what was typed into a row in place outlives the session and the wish to close it', async () => {
	const { page } = vera;
	const list = page.url();
	await openInPlace(page, 'Открытые уроки');
	await page.locator('.correcting [name=results]').fill('Справка для педсовета');
	await page.context().clearCookies(); // the session is over
	await page.keyboard.press('Control+Enter');
	await signIn(page);
	await page.getByText('Вернули несохранённый текст').waitFor();
	expect(await page.locator('[name=results]').inputValue()).toBe('Справка для педсовета');

	await page.goto(list);
	const row = page.locator('tr[id]', { hasText: 'Открытые уроки' });
	await row.getByText('Есть несохранённый текст.').waitFor();
	await openInPlace(page, 'Открытые уроки');
	await page.locator('.correcting').getByText('Вернули несохранённый текст').waitFor();
	expect(await page.locator('.correcting [name=results]').inputValue()).toBe('Справка для педсовета');
	await press(page, 'Исправить мероприятие');
	await page.locator('.notice').getByText('Исправлено: «').waitFor();
	expect(await row.textContent()).not.toContain('Есть несохранённый текст.');
	await page.reload();
	expect(await row.textContent()).not.toContain('Есть несохранённый текст.');
	await page.getByText('Исправления: 1').click();
	await press(page, 'Отменить последнее исправление');
	await page.getByText('Исправление отменено').waitFor();
});

test('while the line is down nothing is lost and it is said; afterwards the same words are sent', async () => {
	const { page } = vera;
	await openInPlace(page, 'Открытые уроки');
	await page.locator('.correcting [name=results]').fill('Памятка');
	await page.context().setOffline(true);
	await page.keyboard.press('Control+Enter');
	await page.getByText('Связь с сервером прервалась').waitFor();
	expect(await page.locator('.correcting [name=results]').inputValue()).toBe('Памятка');
	await page.context().setOffline(false);
	await page.keyboard.press('Control+Enter');
	await page.locator('.notice').getByText('Исправлено: «').waitFor();
});

test('each cell clicked marks its place in the file within sight; each place leads back to its row', async () => {
	const { page } = vera;
	for (const link of await page.locator('tr[id] .in-file').all()) {
		const place = (await link.getAttribute('href'))?.split('#')[1];
		await link.click();
		const cell = page.locator(`.beside .here[id=${place}]`);
		await cell.waitFor();
		const [seen, frame] = [await cell.boundingBox(), await page.locator('.beside').boundingBox()];
		if (!seen || !frame) throw new Error(`${place} has no box`);
		expect(seen.y >= frame.y && seen.y < frame.y + frame.height && seen.x < frame.x + frame.width).toBe(true);
	}
	const links = await page
		.locator('.beside .became[href]')
		.evaluateAll((all) => all.map((a) => a.getAttribute('href')));
	expect(links.length).toBeGreaterThan(10);
	for (const link of links) expect(await page.locator(`#${link?.split('#')[1]}`).count()).toBe(1);

	const address = page.url();
	await page.locator('.beside td', { hasText: 'когда сойдёт снег' }).locator('.became').click();
	await at(page, 'Итоговая встреча');
	await page.locator('.beside .here', { hasText: 'когда сойдёт снег' }).waitFor();
	expect(page.url()).toBe(address);
});

test('a telephone shows the line of the file under the row, and no keys', async () => {
	const { page, close } = await somebody({ viewport: phone, isMobile: true, hasTouch: true });
	await page.goto(vera.page.url());
	await signIn(page);
	const place = page.locator('tr', { hasText: 'Открытые уроки' }).locator('td .in-file').first();
	await place.tap();
	await page.locator('.snippet').waitFor();
	expect(await page.locator('.snippet .here').textContent()).toBe('ближе к весне');
	expect(await page.locator('.snippet').textContent()).toContain('Открытые уроки');
	expect([...(await obstacles(page)), await sideways(page)].filter(Boolean)).toEqual([]);
	expect(await page.getByText('Клавиши').isVisible()).toBe(false);
	await place.tap();
	expect(await page.locator('.snippet').count()).toBe(0);
	await close();
});

/** The line of a row stands in the window. */
const inSight = (page: Page, key: string) =>
	page.waitForFunction((id) => {
		const box = document.querySelector(`tr[id="${id}"] .row-title`)?.getBoundingClientRect();
		return box && box.top >= 0 && box.bottom <= innerHeight;
	}, key);

test('a plan of seven hundred rows: one comes to the part and the row, is corrected there and stays there', async () => {
	const { page } = vera;
	const short = page.url();
	const rows = Array.from(
		{ length: 700 },
		(_, at) => `${at + 1}\tЗанятие ${at + 1}\t${at === 640 ? 'ближе к весне' : 'октябрь'}\tКуратор`
	);
	await page.goto(`${copy.url}/roadmap/imports/new`);
	await page
		.getByLabel('Или вставьте таблицу плана')
		.fill(['План на 2026-2027 учебный год', '№\tМероприятие\tСроки\tОтветственные', ...rows].join('\n'));
	await press(page, 'Прочитать план');
	await page.getByRole('heading', { name: 'Что понято' }).waitFor();
	await page.waitForLoadState(); // the heading comes long before the last of the rows
	const list = page.url();
	expect(await page.locator('tr[id]').count()).toBe(500);

	await page.goto(`${list}?order=document`);
	await page.locator('.note a', { hasText: 'Занятие 641' }).click();
	await inSight(page, 'a641');
	expect(await page.locator('tr[id]').count()).toBe(200);
	await openInPlace(page, 'Занятие 641');
	await page.locator('.correcting [name=deadline]').fill('март 2027');
	await press(page, 'Исправить мероприятие');
	await page.locator('.notice').getByText('Исправлено: «').waitFor();
	await at(page, 'Занятие 641');
	await inSight(page, 'a641');
	expect(await page.locator('tr[id]').count()).toBe(200);
	await page.reload();
	expect(await page.locator('#a641').textContent()).toContain('март 2027');
	await page.locator('.beside td').first().waitFor();

	await page.locator('#a700 .in-file').last().click();
	await page.locator('.beside .here', { hasText: 'Куратор' }).waitFor();
	await page.locator('.beside .pager a', { hasText: 'Назад' }).click();
	await page.locator('.beside', { hasText: 'Занятие 1 ' }).locator('.became').first().waitFor();
	await page.locator('.beside .became', { hasText: '7 · мероприятие' }).first().click();
	await page.waitForURL(/at=a7#a7$/);
	await inSight(page, 'a7');
	await page.goto(short);
});

test('both pages are open to everyone, on a desk and on a telephone', async () => {
	const { page } = vera;
	const list = page.url();
	for (const address of [list, `${list}/source`]) {
		for (const size of [{ width: 1280, height: 800 }, phone]) {
			await page.setViewportSize(size);
			await page.goto(address, { waitUntil: 'networkidle' });
			expect([...(await obstacles(page)), await sideways(page)].filter(Boolean)).toEqual([]);
		}
	}
});
