import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword, invite } from '../browser';
import { aSchool, clock } from '../stories';
import { freshDatabase, type TestWorld } from '../support';
import { serveApp } from './app-server';
import { heading, type Person, phone, press, somebody, words } from './person';

let world: TestWorld;
let site: Awaited<ReturnType<typeof serveApp>>;
let vera: Person;
beforeAll(async () => {
	world = await freshDatabase();
	const school = await aSchool(world, { roles: ['curator'] });
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
const onward = (button: string | RegExp, to: RegExp) =>
	Promise.all([
		vera.page.waitForURL(to),
		typeof button === 'string' ? press(vera.page, button) : vera.page.getByRole('button', { name: button }).click()
	]);
const go = (path: string) => vera.page.goto(site.url(path));
const tick = (name: string) => vera.page.getByRole('checkbox', { name: new RegExp(name) }).check();

const staff = [
	'Фамилия;Имя;Отчество;Должность;Педагогический стаж',
	'Белова;Анна;Сергеевна;учитель математики;01.09.2005',
	'Гусев;Борис;Олегович;учитель физики;01.09.2025',
	'Жукова;Нина;Львовна;учитель химии;01.09.2010'
];

async function intoGroup(people: readonly string[], group: string) {
	for (const name of people) await tick(`Выбрать: ${name}`);
	await vera.page.getByLabel('В группу').selectOption({ label: group });
	await onward('Записать решение', /saved=/);
}

/** A questionnaire of the library becomes the school's and is published; its shelf is found by its name. */
async function takeQuestionnaire(name: string) {
	await go('/surveys/questionnaires');
	await Promise.all([vera.page.waitForURL(/\/library\//), vera.page.getByRole('link', { name, exact: true }).click()]);
	await onward('Взять и поправить под себя', /\/draft/);
	await onward('К публикации', /\/publication/);
	await onward(/^Опубликовать редакцию/, /saved=published/);
}

/** Asks a group by a questionnaire; answers with the wave and the personal addresses in the order of names. */
async function askGroup(questionnaire: string, group: RegExp) {
	const { page } = vera;
	await go('/surveys/waves/new');
	await page.getByLabel('Анкета', { exact: true }).selectOption({ label: questionnaire });
	await page.getByLabel('Как назвать').fill(questionnaire);
	await page.getByLabel(group).check();
	await onward('Подготовить анкетирование', /saved=added/);
	await onward('Открыть анкетирование', /saved=opened/);
	const wave = new URL(page.url()).pathname;
	await onward('Ссылки и листки', /\/slips/);
	await onward('Сделать ссылки всем, кто не ответил', /slips/);
	await page.locator('.slip').first().waitFor();
	return { wave, links: await page.locator('.slip [data-copy]').allTextContents() };
}

/** Somebody answers on a telephone, by their own address. */
async function onThePhone(address: string, fill: (page: Person['page']) => Promise<unknown>) {
	const one = await somebody({ viewport: phone, isMobile: true, hasTouch: true });
	await one.page.goto(address);
	await fill(one.page);
	await one.page.getByText('Ответ принят').waitFor();
	await one.close();
}

/** The curator takes everything that waits, enters its authors into the register, and looks at each draft. */
async function intoTheBank(wave: string, name: string, save: string) {
	const { page } = vera;
	await go(`${wave}/bank`);
	await page.getByRole('checkbox', { name: new RegExp(name) }).check();
	await onward('Взять в банк', /saved=taken/);
	await page.locator('main a[href^="/registry/m"]').first().click();
	await page.getByRole('link', { name: /по анкетам/ }).click();
	await tick(`Выбрать: ${name}`);
	await onward('Внести отмеченных', /saved=entered/);
	await page
		.getByRole('link', { name: new RegExp(name) })
		.first()
		.click();
	await page
		.getByRole('link', { name: /Посмотреть и сохранить|Изменить предложение/ })
		.first()
		.click();
	await onward(save, /saved=/);
}

async function talkTo(register: 'mentors' | 'mentees', name: string) {
	const { page } = vera;
	await go(`/interviews?register=${register}`);
	await page.getByRole('link', { name: new RegExp(`Записать беседу.*${name}`) }).click();
	await page.locator('input[name="outcome"][value="recommended"]').check();
	await onward('Записать беседу', /saved=/);
	await go(`/interviews?register=${register}`);
	await onward('Закончить круг', /\/interviews\/round\//);
	await onward('Закончить круг', /\/interview-rounds\//);
}

/** From the finished round on: chosen, approved, carried away as a Word file. */
async function approve(register: 'mentors' | 'mentees', name: string) {
	const { page } = vera;
	await onward(register === 'mentors' ? 'К отбору наставников' : 'К отбору наставляемых', /\/selection/);
	await tick(`Выбрать: ${name}`);
	await onward('Отобрать', /saved=decided/);
	await onward('Утвердить банк', /\/approval/);
	await page.getByLabel('Чем', { exact: true }).selectOption('order');
	await page.getByLabel('Номер акта').fill('12-о');
	await onward('Утвердить банк', /\/register-editions\/.*saved=approved/);
	expect(await words(page)).toContain('утверждён приказом № 12-о');
	const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Word' }).click()]);
	const chunks: Buffer[] = [];
	for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
	return new TextDecoder()
		.decode(unzipSync(new Uint8Array(Buffer.concat(chunks)))['word/document.xml'])
		.replace(/<[^>]+>/g, ' ');
}

test('Вера goes from an empty roster to two approved registers in the browser; those who are asked answer on their telephones', async () => {
	const { page } = vera;
	await go('/people/import');
	await page
		.locator('#file')
		.setInputFiles({ name: 'Сотрудники.csv', mimeType: 'text/csv', buffer: Buffer.from(staff.join('\n')) });
	await onward('Показать, что понято', /\/people\/imports\//);
	await page.getByRole('button', { name: /^Загрузить 3/ }).click();
	await page.getByText('Список загружен').waitFor();
	await onward('К списку людей', /\/people$/);
	expect(await words(page)).toContain('Жукова');

	await go('/groups');
	await Promise.all([
		page.waitForURL(/\/group-sets\//),
		page.getByRole('button', { name: 'Взять эти группы' }).first().click()
	]);
	await intoGroup(['Гусев'], 'А – Допрофессиональный период');
	await intoGroup(['Белова', 'Жукова'], 'В – Суперпрофессионалы');

	await go('/consents/entry/processing?everybody=on');
	for (const name of ['Белова', 'Гусев', 'Жукова']) await tick(`Получено: ${name}`);
	await page.getByLabel('Подписано').fill('04.09.2026');
	await onward('Записать согласия', /saved=recorded/);

	await takeQuestionnaire('Что мне нужно от наставника');
	await takeQuestionnaire('Чем я могу быть полезен как наставник');
	const needs = await askGroup('Что мне нужно от наставника', /^А – /);
	await onThePhone(needs.links[0] ?? '', async (his) => {
		await his.getByLabel(/С чем вам больше всего нужна помощь/).fill('Держать внимание класса');
		await his.getByLabel('Нужна уже сейчас').check();
		await his.getByLabel('Внимание и дисциплина').check();
		await press(his, 'Дальше');
		await press(his, 'Отправить ответы');
	});
	const offers = await askGroup('Чем я могу быть полезен как наставник', /^В – /);
	await onThePhone(offers.links[0] ?? '', async (hers) => {
		for (let part = 0; part < 6; part += 1) {
			for (const field of await hers.locator('[data-part]:not([hidden]) fieldset:not(:has(.optional))').all()) {
				const first = field.locator('input[type="radio"], input[type="checkbox"]').first();
				if ((await first.count()) > 0 && (await first.isVisible())) await first.check();
			}
			for (const area of await hers.locator('[data-part]:not([hidden]) .field:not(:has(.optional)) textarea').all())
				if (await area.isVisible()) await area.fill('Дисциплина на уроке');
			const send = hers.getByRole('button', { name: 'Отправить ответы' });
			if (await send.isVisible()) return send.click();
			await press(hers, 'Дальше');
		}
	});

	await intoTheBank(needs.wave, 'Гусев', 'Сохранить запрос');
	expect(await words(page)).toContain('Держать внимание класса');
	await intoTheBank(offers.wave, 'Белова', 'Сохранить предложение');

	await talkTo('mentees', 'Гусев');
	const mentees = await approve('mentees', 'Гусев');
	expect(mentees).toContain('Гусев Борис Олегович');
	expect(mentees).toContain('Держать внимание класса');
	await talkTo('mentors', 'Белова');
	const mentors = await approve('mentors', 'Белова');
	expect(mentors).toContain('Белова Анна Сергеевна');
	expect(mentors).not.toContain('Жукова');
	await go('/registry/mentors/editions');
	expect(await heading(page)).toContain('Утверждение');
}, 300_000);
