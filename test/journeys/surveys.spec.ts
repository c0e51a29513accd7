import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword, invite } from '../browser';
import { aSchool, clock } from '../stories';
import { freshDatabase, type TestWorld } from '../support';
import { anEdition } from '../survey-story';
import { serveApp } from './app-server';
import { obstacles, sideways } from './axe';
import { heading, type Person, phone, press, somebody, words } from './person';

let world: TestWorld;
let site: Awaited<ReturnType<typeof serveApp>>;
let school: Awaited<ReturnType<typeof aSchool>>;
let vera: Person;
beforeAll(async () => {
	world = await freshDatabase();
	school = await aSchool(world);
	await anEdition(world, school.curator);
	site = await serveApp({ db: world.db, clock });
	vera = await somebody();
	const { link } = await invite(world, school.curator, school.curator.personId);
	await vera.page.goto(site.url(link));
	await vera.page.getByLabel('Пароль', { exact: true }).fill(goodPassword);
	await vera.page.getByLabel('Пароль ещё раз').fill(goodPassword);
	await Promise.all([vera.page.waitForURL(/\/today/), press(vera.page, 'Войти в программу')]);
});
afterAll(async () => {
	await vera?.close();
	await site?.close();
});

/** Presses and waits for the page that follows. */
const onward = (page: Person['page'], words: string, to: RegExp) =>
	Promise.all([page.waitForURL(to), press(page, words)]);

async function open(identity: 'С именем' | 'Без имени') {
	const { page } = vera;
	await page.goto(site.url('/surveys'));
	await onward(page, 'Новое анкетирование', /\/surveys\/waves\/new/);
	await page.getByLabel(identity, { exact: true }).check();
	for (const who of [/^Наставники/, /^Наставляемые/]) await page.getByLabel(who).check();
	await onward(page, 'Подготовить анкетирование', /saved=added/);
	await onward(page, 'Открыть анкетирование', /saved=opened/);
	return new URL(page.url()).pathname;
}

/** The personal addresses, in the order of names: Белова, then Гусев. */
async function links(wave: string) {
	const { page } = vera;
	await page.goto(site.url(`${wave}/slips`));
	await onward(page, 'Сделать ссылки всем, кто не ответил', /slips/);
	await page.locator('.slip').first().waitFor();
	return page.locator('.slip [data-copy]').allTextContents();
}

test('Вера opens a wave; Борис answers on his telephone without script; she types Анна’s sheet in by keyboard and closes', async () => {
	const { page } = vera;
	const wave = await open('С именем');
	const [, address = ''] = await links(wave);

	const boris = await somebody({ viewport: phone, isMobile: true, hasTouch: true, javaScriptEnabled: false });
	await boris.page.goto(address);
	expect(await words(boris.page)).toContain('Ответы прочтёт куратор');
	await boris.page.getByLabel('Трудно').check();
	await boris.page.getByLabel(/Что было труднее всего/).fill('Журнал');
	await Promise.all([boris.page.waitForURL(/saved=kept/), press(boris.page, 'Дальше')]);
	expect(await boris.page.getByLabel(/Что было труднее всего/).inputValue()).toBe('Журнал');
	await boris.page.getByLabel('8', { exact: true }).check();
	await press(boris.page, 'Отправить ответы');
	await boris.page.getByText('Ответ принят').waitFor();
	await boris.close();

	await page.goto(site.url(`${wave}/sheets`));
	const code = /№ (\d+-\d\d)/.exec(await words(page))?.[1] ?? '';
	await page.goto(site.url(`${wave}/paper`));
	await page.locator('#code:focus').waitFor(); // the field has the focus already
	await page.keyboard.insertText(code);
	await Promise.all([page.waitForURL(/code=/), page.keyboard.press('Enter')]);
	expect(await heading(page)).toBe('Белова Анна Сергеевна');
	await page.locator('#k-q1:focus').waitFor();
	await page.waitForLoadState('networkidle'); // the script that makes Enter go on
	for (const line of ['1', '', '9']) {
		await page.keyboard.insertText(line);
		if (line !== '9') await page.keyboard.press('Enter');
	}
	await Promise.all([page.waitForURL(/saved=entered/), page.keyboard.press('Enter')]);
	expect(await words(page)).toContain('Ответили все');

	await page.goto(site.url(wave));
	await onward(page, 'Закрыть анкетирование', /\/closing/);
	await onward(page, 'Закрыть анкетирование', /saved=closed/);
	expect(await words(page)).toContain('Закрыто: ответили 2 из 2');
});

test('without a name, with script: section by section, kept in the tab alone, gone when it is sent', async () => {
	const wave = await open('Без имени');
	const [address = ''] = await links(wave);
	const anna = await somebody({ viewport: phone, isMobile: true, hasTouch: true });
	const { page } = anna;
	await page.goto(address);
	await page.getByRole('button', { name: 'Дальше' }).waitFor();
	expect(await page.getByRole('button', { name: 'Отправить ответы' }).isVisible()).toBe(false);
	expect(await obstacles(page)).toEqual([]);
	expect(await sideways(page)).toBe('');
	await page.getByLabel('Трудно').check();
	await page.getByLabel(/Что было труднее всего/).fill('Только здесь');
	await page.getByText('Сохранено в этой вкладке').waitFor();
	await page.reload();
	await page.waitForFunction(() => document.querySelector('textarea')?.value === 'Только здесь');
	await press(page, 'Дальше');
	await page.getByLabel('8', { exact: true }).check();
	await Promise.all([
		page.waitForResponse((answer) => answer.request().method() === 'POST'),
		press(page, 'Отправить ответы')
	]);
	await page.getByText('Ответ принят').waitFor();
	await page.waitForFunction(() => !Object.keys(sessionStorage).some((key) => key.startsWith('draft answer')));
	const kept = await world.owner.selectFrom('survey_unnamed_answers').select('id').execute();
	expect(kept).toHaveLength(1);
	await anna.close();
});
