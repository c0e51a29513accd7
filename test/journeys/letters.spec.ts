import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aMailServer } from '../mail-server';
import { aSchoolAtWork } from '../plan-story';
import { aPostman } from '../postman';
import { freshDatabase } from '../support';
import { press, somebody, words } from './person';
import { aYearOf, type Colleague } from './year';

let year: Awaited<ReturnType<typeof aYearOf>>;
let vera: Colleague;
let postman: ReturnType<typeof aPostman>;
let mail: Awaited<ReturnType<typeof aMailServer>>;
beforeAll(async () => {
	const world = { ...(await freshDatabase()), cli: '' };
	mail = await aMailServer();
	year = await aYearOf(world, '2026-09-04', mail.settings);
	const { school } = await aSchoolAtWork(world);
	postman = aPostman(year.site.world, world.owner, school.organisationId);
	vera = await year.colleague(school.curator, school.curator);
});
afterAll(async () => {
	await vera?.close();
	await year?.site.close();
});

/** The letters that have come since one last looked. */
const box = () => Promise.all(mail.taken.splice(0).map(({ raw }) => PostalMime.parse(raw)));

/** Where in a letter the words lead. */
const linkOf = (letter: { html?: string | undefined } | undefined, said: RegExp) => {
	const links = [...(letter?.html ?? '').matchAll(/<a [^>]*href="([^"]+)"[^>]*>(.*?)<\/a>/gs)];
	const found = links.find(([, , inside = '']) => said.test(inside))?.[1];
	if (!found) throw new Error(`the letter has no link «${said}»`);
	return found.replaceAll('&amp;', '&');
};

const questionnaire = 'Провести анкетирование педагогов';

test('Vera gives her address, gets the week by letter, goes from it to the activity, marks it; the next letter does not nag', async () => {
	const page = await vera.come('/my-letters');
	await page.getByLabel('Электронная почта').fill('dronova@school.example');
	await press(page, 'Записать почту');
	await page.waitForURL(/saved=asked/);
	await postman.carryWaiting();
	const [asking] = await box();
	expect(asking?.to?.[0]?.address).toBe('dronova@school.example');
	await page.getByLabel('Код из письма').fill(/\d{6}/.exec(asking?.subject ?? '')?.[0] ?? '');
	await press(page, 'Подтвердить почту');
	await page.waitForURL(/saved=confirmed/);
	await page.getByLabel('Раз в неделю и перед сроками').check();
	await press(page, 'Записать, о чём писать');
	await page.waitForURL(/saved=wish/);

	year.turnTo('2026-09-07'); // Monday
	await postman.morning();
	const [digest, ...others] = await box();
	expect(others).toEqual([]);
	expect(digest?.subject).toContain('На этой неделе');
	expect(digest?.text).toContain(questionnaire);

	// a click in the letter, then the program
	const link = linkOf(digest, new RegExp(questionnaire));
	expect(link).toContain(year.site.url('/activities/'));
	await vera.come('/today'); // signed in on this computer
	await page.goto(link);
	expect(await page.locator('h1').textContent()).toContain(questionnaire);
	await page
		.getByRole('link', { name: /^Отметить/ })
		.first()
		.click();
	await page.locator('input[name="outcome"]').first().check();
	await page.locator('main form[action$="/completion"] button.primary').click();
	await page.waitForURL(/saved=completion/);

	for (const day of ['2026-09-08', '2026-09-09', '2026-09-10', '2026-09-11', '2026-09-14']) {
		year.turnTo(day);
		await postman.morning();
		for (const letter of await box()) {
			const [nagging = ''] = (letter.text ?? '').split(/Сделано/i);
			expect(nagging, `${day}: ${letter.subject}`).not.toContain(questionnaire);
		}
	}
});

test('by the link of a letter one stops them without signing in; what they would say lies inside the program', async () => {
	year.turnTo('2026-09-30');
	await postman.morning();
	const [letter] = await box();
	expect(letter?.text).toContain('Издать приказ о парах');
	const { page, close } = await somebody({ javaScriptEnabled: false }); // at home, not signed in
	await page.goto(linkOf(letter, /Отписаться/));
	await press(page, 'Отписаться');
	await page.getByRole('heading', { name: 'Писем больше не будет' }).waitFor();
	await close();

	year.turnTo('2026-10-05');
	await postman.morning();
	expect(await box()).toEqual([]);
	expect(await words(await vera.come('/my-letters'))).toContain('Сейчас программа вам не пишет');
	expect(await words(await vera.come('/notices'))).toContain('5 октября');
});
