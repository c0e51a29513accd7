import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword, invite } from '../browser';
import { aMailServer } from '../mail-server';
import { aSchoolToMatch } from '../matching-story';
import { aPostman } from '../postman';
import { clock } from '../stories';
import { freshDatabase, type TestWorld } from '../support';
import { serveApp } from './app-server';
import { obstacles, sideways } from './axe';
import { heading, type Person, phone, press, somebody, words } from './person';

let world: TestWorld;
let site: Awaited<ReturnType<typeof serveApp>>;
let story: Awaited<ReturnType<typeof aSchoolToMatch>>;
let mail: Awaited<ReturnType<typeof aMailServer>>;
let postman: ReturnType<typeof aPostman>;
beforeAll(async () => {
	world = await freshDatabase();
	story = await aSchoolToMatch(world, 'Школа на доске', 'Закрепление пар приказом', 'pair-order');
	mail = await aMailServer();
	site = await serveApp({ db: world.db, clock, mail: mail.settings });
	postman = aPostman(site.world, world.owner, story.school.organisationId);
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

/** The letters that have come since one last looked, by whom they are for. */
async function box() {
	await postman.carryWaiting();
	const letters = mail.taken.splice(0).map(async ({ to, raw }) => [to[0], await PostalMime.parse(raw)] as const);
	return new Map(await Promise.all(letters));
}
type Email = Awaited<ReturnType<typeof PostalMime.parse>> | undefined;

/** Somebody with a telephone who gets letters: the address is given and its code typed in. */
async function withTelephone(personId: string, address: string) {
	const one = await comeIn(personId, { viewport: phone, isMobile: true, hasTouch: true });
	await one.page.goto(site.url('/my-letters'));
	await one.page.getByLabel('Электронная почта').fill(address);
	await Promise.all([one.page.waitForURL(/saved=asked/), press(one.page, 'Записать почту')]);
	const code = /\d{6}/.exec((await box()).get(address)?.subject ?? '')?.[0] ?? '';
	await one.page.getByLabel('Код из письма').fill(code);
	await Promise.all([one.page.waitForURL(/saved=confirmed/), press(one.page, 'Подтвердить почту')]);
	return one;
}

/** From the letter to «Моя пара» and the word that is asked for there. */
async function agree({ page }: Person, letter: Email, other: string) {
	const [, link = ''] = /href="([^"]*\/my-pair)"/.exec(letter?.html ?? '') ?? [];
	await page.goto(link);
	expect(await words(page)).toContain(other);
	expect(await sideways(page)).toBe('');
	await Promise.all([page.waitForURL(/saved=accepted/), press(page, 'Согласиться')]);
	expect(await page.getByRole('button', { name: 'Согласиться' }).count()).toBe(0);
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

test('from two registers to pairs that are matched, moved by mouse and by keyboard, proposed, agreed to on two telephones, ordered; each knows of it', async () => {
	const vera = await comeIn(story.school.curator.personId);
	const [belova, gusev] = ['belova@school.example', 'gusev@school.example'];
	const anna = await withTelephone(story.ids.anna, belova);
	const boris = await withTelephone(story.ids.boris, gusev);
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

	const asked = await box();
	expect(asked.get(belova)?.subject).toBe('Вам предлагают стать наставником');
	expect(asked.get(belova)?.text).toContain('Ваш наставляемый: Гусев Борис Олегович.');
	expect(asked.get(gusev)?.subject).toBe('Вам предлагают наставника');
	expect(asked.get(gusev)?.text).toContain('Ваш наставник: Белова Анна Сергеевна.');
	await agree(anna, asked.get(belova), 'Гусев Борис Олегович');
	await agree(boris, asked.get(gusev), 'Белова Анна Сергеевна');

	await page.goto(site.url('/mentorships?filter=order'));
	await page.getByRole('link', { name: 'Белова А. С. → Гусев Б. О.' }).click();
	await page.getByText('Записать, что собрано').click();
	for (const paper of ['Согласие наставника', 'Согласие наставляемого', 'Дополнительное соглашение'])
		await page.getByLabel(new RegExp(`^${paper}`)).check();
	await page.getByLabel('Номер соглашения').fill('11/доп');
	await onward('Записать собранное', /saved=papers/);
	await onward('Записать приказ', /\/mentorships\/order/);
	expect(await words(page)).toContain('Ждут приказа: 1 пара');
	await page.getByLabel('Номер', { exact: true }).fill('16/1-О');
	await page.getByLabel('От какого дня').fill('05.09.2026');
	expect(await page.getByLabel('Закрепление пар приказом').isChecked(), 'the only line it fits').toBe(true);
	await onward('Записать приказ', /\/mentorship-orders\/.*closed=1/);
	await page.getByRole('link', { name: 'Белова А. С. → Гусев Б. О.' }).click();
	expect(await heading(page)).toBe('Белова А. С. → Гусев Б. О.');
	expect(await words(page)).toMatch(/действует[\s\S]*Приказ № 16\/1-О от 05\.09\.2026/);
	await page.goto(site.url(story.activity));
	expect(await words(page)).toContain('Закреплены наставнические пары и группы: 1');

	const ordered = await box();
	expect(ordered.get(belova)?.subject).toBe('Вы назначены наставником');
	expect(ordered.get(gusev)?.subject).toBe('У вас есть наставник');
	for (const address of [belova, gusev]) expect(ordered.get(address)?.text).toContain('Приказ № 16/1-О от 05.09.2026');
	for (const [{ page: own }, says] of [
		[anna, 'Вы наставник: Гусев Борис Олегович'],
		[boris, 'Ваш наставник: Белова Анна Сергеевна']
	] as const) {
		await own.goto(site.url('/my-pair'));
		expect(await words(own)).toContain(says);
		expect(await words(own)).toContain('№ 16/1-О');
		expect(await obstacles(own)).toEqual([]);
	}
	await anna.close();
	await boris.close();
	await vera.close();
}, 120_000);
