import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword, invite } from '../browser';
import { aSchool, clock } from '../stories';
import { freshDatabase, type TestWorld } from '../support';
import { serveApp } from './app-server';
import { obstacles, sideways } from './axe';
import { heading, type Person, phone, press, somebody, words } from './person';

let world: TestWorld;
let site: Awaited<ReturnType<typeof serveApp>>;
beforeAll(async () => {
	world = await freshDatabase();
	site = await serveApp({ db: world.db, clock });
});
afterAll(() => site?.close());

const roles = ['curator', 'mentor', 'director'] as const;

/** Vera of a school of her own, signed in. */
async function vera(name: string, how: Parameters<typeof somebody>[0]): Promise<Person> {
	const { curator } = await aSchool(world, { name, roles });
	const one = await somebody(how);
	const { link } = await invite(world, curator, curator.personId);
	await one.page.goto(site.url(link));
	await one.page.getByLabel('Пароль', { exact: true }).fill(goodPassword);
	await one.page.getByLabel('Пароль ещё раз').fill(goodPassword);
	await Promise.all([one.page.waitForURL(/\/today/), press(one.page, 'Войти в программу')]);
	return one;
}

test.each([
	['on a telephone', { viewport: phone, isMobile: true, hasTouch: true }],
	['with script off', { javaScriptEnabled: false }]
])(
	'%s: a teacher who has just come gets a mentor by an order, in one sitting',
	async (name, how) => {
		const one = await vera(name, how);
		const { page } = one;
		const scripted = !('javaScriptEnabled' in how);
		const looksWell = async () => {
			if (!scripted) return;
			expect(await obstacles(page), page.url()).toEqual([]);
			expect(await sideways(page), page.url()).toBe('');
		};
		await page.goto(site.url('/people/new'));
		await page.getByLabel('Фамилия').fill('Новикова');
		await page.getByLabel('Имя', { exact: true }).fill('Дарья');
		await page.getByLabel('Должность', { exact: true }).fill('учитель математики');
		await page.getByLabel('Работает у вас с').fill('01.09.2026');
		await Promise.all([page.waitForURL(/saved=added/), page.locator('main form button.primary').click()]);

		await Promise.all([page.waitForURL(/\/mentorships\/new\?mentee=/), press(page, 'Назначить наставника')]);
		expect(await words(page)).toContain('Новикова Дарья');
		await looksWell();
		await page.getByText('Белова Анна Сергеевна').first().click();
		await Promise.all([page.waitForURL(/mentor=/), press(page, 'Дальше')]);
		await looksWell();
		await page.getByLabel('Оба согласны на словах').check();
		await page.getByLabel('Подписаны согласия обоих участвовать').check();
		await page.getByLabel('Подписано дополнительное соглашение с наставником').check();
		await page.getByText('Приказ уже подписан').click();
		await page.getByLabel('Номер', { exact: true }).fill('16/1-О');
		await page.getByLabel('От какого дня').fill('05.09.2026');
		await Promise.all([page.waitForURL(/saved=assigned/), page.locator('main form button.primary').click()]);
		expect(await heading(page)).toBe('Белова А. С. → Новикова Д.');
		const card = await words(page);
		for (const said of ['действует', 'Приказ № 16/1-О от 05.09.2026']) expect(card).toContain(said);
		await looksWell();

		await page.goto(site.url('/mentorships'));
		expect(await words(page)).toContain('все бумаги на месте');
		await looksWell();
		await one.close();
	},
	120_000
);
