import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launching } from '../../bin/browser.mjs';
import { firstRunCode } from '../../src/modules/access/first-run';
import { comeIn, goodPassword, invite } from '../browser';
import { aSchool, clock } from '../stories';
import { freshDatabase } from '../support';
import { serveApp } from './app-server';
import { obstacles, ofLooks, sideways } from './axe';
import { picture } from './picture';

const widths = { 1280: { width: 1280, height: 800 }, 390: { width: 390, height: 800 } } as const;

let browser: Browser;
beforeAll(async () => {
	browser = await chromium.launch(launching());
});
afterAll(() => browser?.close());

/** What is wrong with the page on the screen, on a desk and on a phone: accessibility, sideways scrolling. A picture is kept. */
async function examine(page: Page, name: string) {
	for (const [width, rules] of [
		[1280, undefined],
		[390, ofLooks]
	] as const) {
		await page.setViewportSize(widths[width]);
		await picture(page, `${name}-${width}`);
		expect(await obstacles(page, rules), `${name} at ${width}`).toEqual([]);
		expect(await sideways(page), `${name} at ${width}`).toBe('');
	}
	await page.setViewportSize(widths[1280]);
}

/** One person's browser; a breach of the page's own policy or an error of its script fails the journey. */
async function open(options: BrowserContextOptions = {}) {
	const context = await browser.newContext({ reducedMotion: 'reduce', viewport: widths[1280], ...options });
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on('pageerror', (error) => complaints.push(String(error)));
	page.on(
		'console',
		(line) => line.type() === 'error' && /policy|refused/i.test(line.text()) && complaints.push(line.text())
	);
	const close = async () => {
		await context.close();
		expect(complaints).toEqual([]);
	};
	return { page, close };
}

const submit = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('the first run: from the code on the console to a kindergarten of one’s own, a break and a mistake on the way', async () => {
	const world = await freshDatabase();
	const site = await serveApp({ db: world.db, clock });
	const code = (await firstRunCode(world.owner, clock())) ?? '';
	const { page, close } = await open();
	try {
		await page.goto(site.url('/today'));
		await expect.poll(() => new URL(page.url()).pathname).toBe('/welcome');
		await examine(page, 'first-run-code');
		await page.getByLabel('Код первого запуска').fill(code);
		await submit(page, 'Начать');

		await page.getByLabel('Название, как его говорят').fill('Детский сад «Ромашка»');
		await submit(page, 'Дальше');
		expect(await page.getByRole('alert').textContent()).toContain('Выберите, какая у вас организация');
		await examine(page, 'first-run-organisation');
		expect(await page.getByLabel('Название, как его говорят').inputValue()).toBe('Детский сад «Ромашка»');
		await page.getByLabel('Какая у вас организация').selectOption({ label: 'Детский сад' });
		await page.getByLabel('Полное название').fill('МБДОУ «Детский сад „Ромашка“»');
		await page.getByLabel('Часовой пояс').selectOption('Asia/Krasnoyarsk');
		await page.getByLabel('Пока только куратор').check();
		await submit(page, 'Дальше');

		await page.getByLabel('Фамилия').fill('Седова');
		await page.getByLabel('Имя').fill('Алла');
		await page.getByLabel('Отчество').fill('Юрьевна');
		await page.getByLabel('Должность').fill('старший воспитатель');
		await examine(page, 'first-run-person');
		await page.goto('about:blank'); // the phone rang
		await page.goto(site.url('/welcome/organisation'));
		expect(await page.getByLabel('Полное название').inputValue()).toContain('Ромашка');
		await submit(page, 'Дальше');
		await page.getByLabel('Фамилия').fill('Седова');
		await page.getByLabel('Имя').fill('Алла');
		await page.getByLabel('Отчество').fill('Юрьевна');
		await page.getByLabel('Должность').fill('старший воспитатель');
		await submit(page, 'Дальше');

		expect(await page.getByLabel('Логин').inputValue()).toBe('sedova.ayu');
		await examine(page, 'first-run-account');
		await page.getByLabel('Пароль', { exact: true }).fill(goodPassword);
		await page.getByLabel('Пароль ещё раз').fill(goodPassword);
		await submit(page, 'Создать и войти');
		expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Всё готово к работе');
		expect((await page.context().cookies()).map(({ name }) => name).sort()).toEqual(['device', 'session']);
		await examine(page, 'first-steps');
	} finally {
		await close();
		await site.close();
	}
});

test('Вера prints slips for her colleagues; Анна comes in from her phone, without script, by the code', async () => {
	const world = await freshDatabase();
	const school = await aSchool(world, { name: 'Школа № 5' });
	const vera = await comeIn(world, school.curator, school.curator.personId, { login: 'dronova.vp' });
	const site = await serveApp({ db: world.db, clock, publicUrl: 'http://192.168.5.20:3000' }); // the school's own network
	const desk = await open();
	const phone = await open({ viewport: widths[390], javaScriptEnabled: false, isMobile: true, hasTouch: true });
	try {
		const { page } = desk;
		await page.goto(site.url('/accounts'));
		await examine(page, 'sign-in');
		await page.getByLabel('Логин или электронная почта').fill(vera.login);
		await page.getByLabel('Пароль').fill('не тот пароль');
		await submit(page, 'Войти');
		await examine(page, 'sign-in-failed');
		await page.getByLabel('Пароль').fill(goodPassword);
		await submit(page, 'Войти');
		expect(new URL(page.url()).pathname).toBe('/accounts');
		await invite(world, school.curator, school.teacher.personId);
		await page.reload();
		await examine(page, 'accounts');

		for (const name of ['Белова Анна Сергеевна', 'Гусев Борис Олегович', 'Исаева Ольга Петровна']) {
			await page.getByRole('checkbox', { name }).check();
		}
		await submit(page, 'Выдать приглашения и листки с кодом');
		await examine(page, 'invitation-slips');
		expect(await page.getByText('Адрес откроется только в сети вашей организации').count()).toBe(1);
		expect(await page.locator('.slip .qr svg').count()).toBe(3);
		const slip = page.locator('.slip', { hasText: 'Белова Анна Сергеевна' });
		const code = (await slip.locator('.code').textContent()) ?? '';

		const { page: screen } = phone;
		await screen.goto(site.url('/invitation'));
		await screen.getByLabel('Двенадцать цифр с листка').fill(code);
		await submit(screen, 'Продолжить');
		expect(await screen.getByRole('heading', { level: 1 }).textContent()).toBe('Анна Сергеевна, добро пожаловать');
		await screen.getByLabel('Пароль', { exact: true }).fill(goodPassword);
		await screen.getByLabel('Пароль ещё раз').fill(goodPassword);
		await submit(screen, 'Войти в программу');
		await screen.goto(site.url('/sessions'));
		expect(await screen.getByText('это устройство').count()).toBe(1);

		const { link } = await invite(world, school.curator, school['trade-union'].personId);
		const newcomer = await open();
		await newcomer.page.goto(site.url(link));
		await examine(newcomer.page, 'invitation');
		await newcomer.page.goto(site.url('/invitation'));
		await examine(newcomer.page, 'invitation-code');
		await newcomer.close();

		await page.goto(site.url(`/accounts/${school.mentor.personId}`));
		await page.getByRole('link', { name: 'Назначить роль' }).click();
		await examine(page, 'role-new');
		await page.getByLabel('Роль').selectOption({ label: 'комиссия' });
		await page.getByLabel('Основание').fill('приказ от 01.09.2026 № 18-О');
		await submit(page, 'Назначить роль');
		await examine(page, 'account');
		await submit(page, 'Отменить');
		expect(await page.locator('.entries').getByText('комиссия').count()).toBe(0);
		await page.getByRole('link', { name: 'Снять роль' }).first().click();
		await examine(page, 'role-ending');
		await page.goto(site.url(`/accounts/${school.mentor.personId}/suspension`));
		await examine(page, 'suspension');
		await page.goto(site.url('/sessions'));
		await examine(page, 'sessions');
	} finally {
		await desk.close();
		await phone.close();
		await site.close();
	}
});
