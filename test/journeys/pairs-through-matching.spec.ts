import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword, invite } from '../browser';
import { aSchoolToMatch } from '../matching-story';
import { clock } from '../stories';
import { freshDatabase, type TestWorld } from '../support';
import { serveApp } from './app-server';
import { type Person, phone, press, somebody, words } from './person';

let world: TestWorld;
let site: Awaited<ReturnType<typeof serveApp>>;
let story: Awaited<ReturnType<typeof aSchoolToMatch>>;
beforeAll(async () => {
	world = await freshDatabase();
	story = await aSchoolToMatch(world, 'Школа на доске');
	site = await serveApp({ db: world.db, clock });
});
afterAll(async () => site?.close());

async function comeIn(personId: string, options = {}) {
	const one = await somebody(options);
	const { link } = await invite(world, story.school.curator, personId);
	await one.page.goto(site.url(link));
	await one.page.getByLabel('Пароль', { exact: true }).fill(goodPassword);
	await one.page.getByLabel('Пароль ещё раз').fill(goodPassword);
	await Promise.all([one.page.waitForURL(/\/today|\/my-pair/), press(one.page, 'Войти в программу')]);
	return one;
}

const outcome = ({ page }: Person) => page.locator('[data-outcome]').textContent();
const grip = ({ page }: Person, name: string) => page.getByRole('button', { name: `Взять: ${name}` });
const card = ({ page }: Person, name: string) => page.locator(`section[data-name="${name}"]`);

const shown = ({ page }: Person, text: string) => page.locator('[data-board]').getByText(text).first().waitFor();

/** Takes the grip with the mouse and lets it go in the middle of a card. */
async function drag(one: Person, name: string, to: string) {
	const [from, goal] = [await grip(one, name).boundingBox(), await card(one, to).boundingBox()];
	if (!from || !goal) throw new Error('both are on the screen');
	const { mouse } = one.page;
	await mouse.move(from.x + from.width / 2, from.y + from.height / 2);
	await mouse.down();
	await mouse.move(goal.x + goal.width / 2, goal.y + goal.height / 2, { steps: 5 });
	await mouse.up();
}

test('from two registers to pairs that are matched, moved by mouse and by keyboard, accepted and proposed; a mentor agrees on her telephone', async () => {
	const vera = await comeIn(story.school.curator.personId);
	const { page } = vera;
	const onward = (button: string, to: RegExp) => Promise.all([page.waitForURL(to), press(page, button)]);
	await page.goto(site.url('/matching'));
	await onward('Подобрать пары', /\/matching\/runs\/0/);
	await onward('Составить предложение', /\/matching\/proposals\/0/);
	await onward('Доска', /\/board/);

	await drag(vera, 'Гусев Б. О.', 'Жукова Н. Л.');
	await shown(vera, 'Последний ход');
	expect(await outcome(vera)).toMatch(/Гусев Б\. О\.: Белова А\. С\. → Жукова Н\. Л\., −\d+/);
	expect(await words(page)).toContain('Кому теперь лучше перейти');
	expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Взять: Гусев Б. О.');
	await press(page, 'Отменить');
	await shown(vera, 'Доска снова как в предложении');

	await grip(vera, 'Гусев Б. О.').focus();
	const says = () => page.locator('[data-says]').textContent();
	await page.keyboard.press('Enter');
	expect(await says()).toContain('Гусев Б. О.: стрелками выберите наставника');
	await page.keyboard.press('ArrowRight');
	expect(await says()).toContain('Жукова Н. Л.');
	await page.keyboard.press('Escape');
	expect(await says()).toContain('всё осталось как было');
	for (const key of ['Enter', 'ArrowLeft', 'Enter']) await page.keyboard.press(key);
	await shown(vera, 'теперь без наставника: Гусев Б. О.');
	expect(await says()).toContain('теперь без наставника: Гусев Б. О.');
	await press(page, 'Переставить остальных наилучшим образом');
	await shown(vera, 'Остальные переставлены');
	expect(await outcome(vera)).toContain('наставник нашёлся: Гусев Б. О.');

	await onward('К предложению', /\/matching\/proposals\/[^/]+$/);
	await page.getByLabel('Окончательно сформированные').check();
	await onward('Принять предложение', /saved=accepted/);
	await onward('Предложить участникам', /saved=asked/);
	await onward('Листки без почты', /\/slips/);
	expect(await words(page)).toMatch(/Белова Анна Сергеевна[\s\S]*Вам предлагают стать наставником/);

	const anna = await comeIn(story.ids.anna, { viewport: phone, isMobile: true, hasTouch: true });
	await anna.page.goto(site.url('/my-pair'));
	expect(await words(anna.page)).toContain('Гусев');
	expect(await anna.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
	await press(anna.page, 'Согласиться');
	await anna.page.getByRole('button', { name: 'Согласиться' }).waitFor({ state: 'detached' });
	await anna.close();
	await vera.close();
}, 120_000);
