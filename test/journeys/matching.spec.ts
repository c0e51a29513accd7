import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSchoolToMatch } from '../matching-story';
import { clock } from '../stories';
import { freshDatabase } from '../support';
import { serveApp } from './app-server';
import { obstacles, sideways } from './axe';
import { phone, press, somebody, words } from './person';

let site: Awaited<ReturnType<typeof serveApp>>;
let story: Awaited<ReturnType<typeof aSchoolToMatch>>;
beforeAll(async () => {
	const world = await freshDatabase();
	story = await aSchoolToMatch(world, 'Школа ползунков');
	const { vera, ids } = story;
	for (const id of [ids.boris, ids.nina])
		await vera.post(`/matching/people/${id}`, { version: '0', building: 'Дальний корпус', needs: '1', queue: '' });
	site = await serveApp({ db: world.db, clock, actorOf: async () => story.school.curator });
});
afterAll(() => site?.close());

/** Everything but the building weighs nothing. */
const others = ['needs', 'subject', 'experience', 'wishes', 'interview', 'format', 'time', 'load'];

test('a slider moved by keyboard shows at once who would move, before anything is kept; nobody is hindered on a desk or a phone', async () => {
	const vera = await somebody();
	const { page } = vera;
	await page.goto(site.url('/matching/terms'));
	expect(await words(page)).toContain('Пары остались бы те же');
	for (const part of others) {
		await page.locator(`#${part}`).focus();
		await page.keyboard.press('Home');
	}
	await page.locator('#place').focus();
	await page.keyboard.press('End');
	await page.getByText('Другой наставник был бы у').waitFor();
	await page.locator('#changes', { hasText: 'Гусев' }).waitFor();
	expect(await page.locator('output[for=place]').textContent()).toBe('100');
	expect(await page.locator('#changes').textContent()).toMatch(/Гусев Б\. О\.\s*Белова А\. С\.\s*Жукова Н\. Л\./);
	expect(await obstacles(page)).toEqual([]);
	await page.setViewportSize(phone);
	expect(await sideways(page)).toBe('');
	await press(page, 'Сохранить, что важнее');
	await page.getByText('Сохранено. Прежние подборы остались при своём.').waitFor();
	await vera.close();
});

test('without script the same is seen by a button, and a matching goes from the run to a proposal', async () => {
	const vera = await somebody({ javaScriptEnabled: false });
	const { page } = vera;
	await page.goto(site.url('/matching/terms?kind=reverse'));
	await page.locator('#ownManager-forbid').check();
	await press(page, 'Посмотреть, что изменится');
	expect(new URL(page.url()).searchParams.get('ownManager')).toBe('forbid');
	expect(await page.locator('#changes').textContent()).toContain('Пары остались бы те же');
	expect(await page.locator('#ownManager-forbid').isChecked()).toBe(true);
	await page.goto(site.url('/matching'));
	await press(page, 'Подобрать пары');
	expect(await words(page)).toContain('2 пары. Наставника не хватило: 1 человек.');
	await press(page, 'Карточки');
	expect(new URL(page.url()).searchParams.get('view')).toBe('cards');
	await press(page, 'Таблица');
	await press(page, 'Составить предложение');
	expect(await words(page)).toContain('Подобрано: пар – 2.');
	await vera.close();
});

test('every page of a matching is open to everyone, on a desk and on a phone', async () => {
	const vera = await somebody();
	const { page } = vera;
	await page.goto(site.url('/matching'));
	await press(page, 'Подобрать пары');
	await page.getByText('Подбор сделан и проверен.').waitFor();
	const run = new URL(page.url()).pathname;
	const { ids } = story;
	for (const address of [
		'/matching',
		run,
		`${run}?view=cards`,
		`${run}/people/${ids.raisa}`,
		'/matching/people',
		`/matching/people/${ids.boris}`
	]) {
		await page.setViewportSize({ width: 1280, height: 800 });
		await page.goto(site.url(address));
		expect(await obstacles(page), address).toEqual([]);
		await page.setViewportSize(phone);
		expect(await sideways(page), address).toBe('');
	}
	await vera.close();
});
