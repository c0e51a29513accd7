import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSchoolAtWork } from '../plan-story';
import { freshDatabase } from '../support';
import { press } from './person';
import { aYearOf, type Colleague } from './year';

let year: Awaited<ReturnType<typeof aYearOf>>;
let story: Awaited<ReturnType<typeof aSchoolAtWork>>;
let vera: Colleague;
beforeAll(async () => {
	const world = { ...(await freshDatabase()), cli: '' };
	year = await aYearOf(world, '2026-09-05');
	story = await aSchoolAtWork(world);
	vera = await year.colleague(story.school.curator, story.school.curator);
});
afterAll(async () => {
	await vera?.close();
	await year?.site.close();
});

test('a month goes from the clipboard into Word as a table, into a plain field by tabs; without script one is told how', async () => {
	const page = await vera.come(`/plan-month?plan=${story.plan.id}`);
	await press(page, 'Скопировать таблицу');
	await page.getByRole('button', { name: 'Скопировано' }).waitFor();

	const word = await page.context().newPage();
	await word.setContent('<div contenteditable id="document"></div><textarea></textarea>');
	await word.locator('#document').focus();
	await word.keyboard.press('Control+KeyV');
	const rows = await word
		.locator('#document table tr')
		.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
	expect(rows).toEqual([
		['№', 'Мероприятие', 'Срок', 'Ответственный'],
		['1', 'Провести анкетирование педагогов', '1–10 сентября', 'Белова А. С.'],
		['2', 'Издать приказ о парах', '1 сентября – 1 октября', 'Директор']
	]);
	expect(await word.locator('#document th').count()).toBe(4);
	await word.locator('textarea').focus();
	await word.keyboard.press('Control+KeyV');
	expect((await word.locator('textarea').inputValue()).split('\n')[1]).toBe(
		'1\tПровести анкетирование педагогов\t1–10 сентября\tБелова А. С.'
	);
	await word.close();

	const plain = await page.request.get(year.site.url(`/plan-month?plan=${story.plan.id}`));
	expect(await plain.text()).toMatch(/<noscript>.*выделите таблицу мышью.*<\/noscript>/s);
});

const [survey, order, seminar, meetings, site] = [
	'1. Провести анкетирование педагогов',
	'Издать приказ о парах',
	'Региональный семинар кураторов',
	'Встречи пар',
	'Разместить положение на сайте'
];

/** The rows of each stage as they stand. */
const stagesOf = (page: Page) =>
	page
		.locator('ol.plan-order')
		.evaluateAll((all) =>
			all.map((list) => [...list.querySelectorAll('li > span')].map((row) => row.lastChild?.textContent))
		);

const placeOf = async (page: Page, title: string) => {
	const row = page.locator('li', { hasText: title });
	const grip = await row.locator('.grip').boundingBox();
	const whole = await row.boundingBox();
	if (!grip || !whole) throw new Error(`«${title}» is not to be seen`);
	return { x: grip.x + 5, y: grip.y + grip.height / 2, top: whole.y + 3, bottom: whole.y + whole.height - 3 };
};

test('a row is dragged before another, over the border of its stage, and to the end of a list; Esc leaves it; each is undone', async () => {
	const page = await vera.come(`/roadmap/${story.plan.id}/order`);
	const drag = async (title: string, to: { x: number; y: number }, key?: string) => {
		const from = await placeOf(page, title);
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		await page.mouse.move(to.x, to.y, { steps: 4 });
		if (key) await page.keyboard.press(key);
		const moved = key ? undefined : page.waitForEvent('load');
		await page.mouse.up();
		await moved;
	};
	const before = async (title: string) => {
		const { x, top } = await placeOf(page, title);
		return { x, y: top };
	};
	const after = async (title: string) => {
		const { x, bottom } = await placeOf(page, title);
		return { x, y: bottom };
	};

	await drag(site, await before(order), 'Escape');
	expect(await stagesOf(page)).toEqual([
		[survey, order],
		[seminar, meetings, site]
	]);
	await drag(site, await before(order));
	expect(await stagesOf(page)).toEqual([
		[survey, site, order],
		[seminar, meetings]
	]);
	await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Отменить', exact: true }).click()]);
	await vera.come(`/roadmap/${story.plan.id}/order`);
	await drag(survey, await after(meetings), undefined);
	expect((await stagesOf(page))[1]).toEqual([seminar, meetings, survey, site]);
	await drag(order, await after(site));
	expect(await stagesOf(page)).toEqual([[], [seminar, meetings, survey, site, order]]);
});

test('on a telephone a finger does the same, and the page does not scroll under it', async () => {
	const hers = await year.colleague(story.school.curator, story.school.director, true);
	const page = await hers.come(`/roadmap/${story.plan.id}/order`);
	await page.locator('li', { hasText: survey }).evaluate((row) => row.scrollIntoView({ block: 'center' }));
	const from = await placeOf(page, order);
	const to = await placeOf(page, seminar);
	const finger = await page.context().newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
		finger.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: from.x, y }] });
	const scrolled = await page.evaluate(() => scrollY);
	await touch('touchStart', from.y);
	for (const share of [0.3, 0.6, 0.9, 1]) await touch('touchMove', from.y + (to.top - from.y) * share);
	expect(await page.evaluate(() => scrollY)).toBe(scrolled);
	await Promise.all([page.waitForURL(/saved=order/), touch('touchEnd')]);
	expect(await stagesOf(page)).toEqual([[], [order, seminar, meetings, survey, site]]);
	await hers.close();
});
