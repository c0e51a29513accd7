#!/usr/bin/env node
// Looks at every screen of the demonstration as its roles see it and keeps the pictures in docs/screens/. Needs Chromium and
// ImageMagick: node bin/screens.mjs [part of a screen's name]
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from './build.mjs';
import { home } from './home.mjs';
import { findNode } from './install.mjs';

const wanted = process.argv[2] ?? '';
const kept = join(home, 'docs', 'screens');
/** A whole page may be long: its first three screens say enough, in a file that is read quickly. */
const tallest = 2700;
const widths = { 1280: 900, 390: 844 };

/** Name of the picture, family name of the one who looks (none: a visitor), address or a walk to it. */
const screens = [
	['sign-in-demo', null, '/sign-in'],
	['today', 'Агапова', '/today'],
	['today-director', 'Анисимов', '/today'],
	['today-mentor', 'Гаврилова', '/today'],
	['today-mentee', 'Завьялова', '/today'],
	['today-kindergarten', 'Нефёдова', '/today'],
	['roadmap-list', 'Агапова', '/roadmap'],
	['roadmap-plan', 'Агапова', (page) => follow(page, '/roadmap', 'main a[href^="/roadmap/0"]')],
	['roadmap-print', 'Агапова', async (page) => `${await follow(page, '/roadmap', 'main a[href^="/roadmap/0"]')}/print`],
	[
		'roadmap-document',
		'Агапова',
		async (page) => `${await follow(page, '/roadmap', 'main a[href^="/roadmap/0"]')}/document`
	],
	[
		'roadmap-review',
		'Агапова',
		async (page) => `${await follow(page, '/roadmap', 'main a[href^="/roadmap/0"]')}/review`
	],
	[
		'plan-next-year',
		'Агапова',
		async (page) => `${await follow(page, '/roadmap', 'main a[href^="/roadmap/0"]')}/next-year`
	],
	[
		'edition-new',
		'Агапова',
		async (page) => `${await follow(page, '/roadmap', 'main a[href^="/roadmap/0"]')}/editions/new`
	],
	[
		'edition-list',
		'Агапова',
		async (page) => `${await follow(page, '/roadmap', 'main a[href^="/roadmap/0"]')}/editions`
	],
	[
		'edition-view',
		'Агапова',
		async (page) =>
			follow(
				page,
				`${await follow(page, '/roadmap', 'main a[href^="/roadmap/0"]')}/editions`,
				'main a[href^="/editions/"]'
			)
	],
	[
		'edition-print',
		'Агапова',
		async (page) => {
			const editions = `${await follow(page, '/roadmap', 'main a[href^="/roadmap/0"]')}/editions`;
			return `${await follow(page, editions, 'main a[href^="/editions/"]')}/print`;
		}
	],
	['edition-changes', 'Агапова', async (page) => `${await changeAPlan(page)}/changes`],
	['edition-renewal', 'Агапова', renewAPlan],
	['roadmap-order', 'Агапова', async (page) => `${await follow(page, '/roadmap', 'main a[href^="/roadmap/0"]')}/order`],
	['roadmap-units', 'Агапова', async (page) => `${await follow(page, '/roadmap', 'main a[href^="/roadmap/0"]')}/units`],
	[
		'roadmap-timeline',
		'Агапова',
		async (page) => `${await follow(page, '/roadmap', 'main a[href^="/roadmap/0"]')}?view=timeline`
	],
	['roadmap-month', 'Агапова', '/plan-month'],
	['roadmap-coverings', 'Агапова', (page) => follow(page, '/today', 'main a[href$="/coverings"]')],
	['activity', 'Агапова', (page) => follow(page, '/today', 'main a[href^="/activities/"]')],
	[
		'completion',
		'Агапова',
		(page) => follow(page, '/today', 'main a[href$="/completion"], main a[href*="/completion?"]')
	],
	['import-new', 'Агапова', '/roadmap/imports/new'],
	['imports', 'Агапова', '/roadmap/imports'],
	['starters', 'Агапова', '/roadmap/starters'],
	['starter', 'Агапова', '/roadmap/starters/pedagogues'],
	['comparison', 'Агапова', '/roadmap/comparison'],
	['template', 'Нефёдова', (page) => follow(page, '/roadmap/starters', 'main a[href^="/roadmap/templates/"]')],
	[
		'template-publication',
		'Ларионова',
		async (page) => `${await follow(page, '/roadmap', 'main a[href^="/roadmap/0"]')}/template`
	],
	['import-understood', 'Воронцова', importAPlan],
	['import-source', 'Воронцова', async (page) => `${await importAPlan(page)}/source`],
	['import-row', 'Воронцова', async (page) => `${await importAPlan(page)}/activities/a5`],
	['import-row-new', 'Воронцова', async (page) => `${await importAPlan(page)}/activities/new`],
	['import-people', 'Воронцова', async (page) => `${await importAPlan(page)}/people`],
	['import-hints', 'Воронцова', acceptAPlan],
	['people', 'Агапова', '/people'],
	['person', 'Агапова', (page) => follow(page, '/people', 'main a[href^="/people/0"]')],
	['person-new', 'Агапова', '/people/new'],
	['groups', 'Агапова', '/groups'],
	['groups-sorting', 'Агапова', (page) => follow(page, '/groups', 'main a[href^="/group-sets/"]')],
	[
		'groups-person',
		'Агапова',
		async (page) =>
			follow(
				page,
				await follow(page, '/groups', 'main a[href^="/group-sets/"]'),
				'main a[href*="/people/"][href^="/group-sets/"]'
			)
	],
	[
		'groups-review',
		'Агапова',
		async (page) => `${await follow(page, '/groups', 'main a[href^="/group-sets/"]')}/review`
	],
	['groups-edit', 'Агапова', (page) => follow(page, '/groups', 'main a[href^="/staff-groups/"]')],
	['my-groups', 'Гаврилова', '/my-groups'],
	['consents', 'Агапова', '/consents'],
	['consents-entry', 'Агапова', '/consents/entry/publication'],
	['consents-sheets', 'Агапова', '/consents/sheets/transfer'],
	['consents-person', 'Агапова', (page) => follow(page, '/consents', 'main a[href^="/consents/people/"]')],
	['consents-texts', 'Агапова', '/consents/texts'],
	['consents-text', 'Агапова', '/consents/texts/publication'],
	['my-consents', 'Гаврилова', '/my-consents'],
	['staff-import', 'Агапова', '/people/import'],
	['calendar', 'Агапова', '/calendar'],
	['organisation', 'Агапова', '/organisation'],
	['accounts', 'Блинов', '/accounts'],
	['account', 'Блинов', (page) => follow(page, '/accounts', 'main a[href^="/accounts/0"]')],
	['journal', 'Агапова', '/journal'],
	['search', 'Агапова', '/search?q=анкета'],
	['sessions', 'Агапова', '/sessions'],
	['my-calendar', 'Агапова', makeCalendarAddress],
	['my-letters', 'Агапова', '/my-letters'],
	['notices', 'Агапова', '/notices'],
	['letters', 'Агапова', '/letters'],
	['today-centre', 'Ларионова', '/today'],
	['schools', 'Ларионова', '/schools'],
	['school-new', 'Ларионова', '/schools/new'],
	['today-village', 'Полякова', '/today'],
	['forbidden', 'Гаврилова', '/accounts'],
	['not-found', 'Агапова', '/nowhere']
];

/** What a curator might paste. */
const plan = `Дорожная карта наставничества на 2026-2027 учебный год
№\tМероприятие\tСроки\tОтветственные\tРезультат
1\tПриказ о наставниках по распоряжению № 145-р\tдо 10 сентября\tДиректор\tПриказ
2\tАнкетирование молодых учителей\tсентябрь, май\tПедагог-психолог\tСводка ответов
3\tСеминар для наставников\tоктябрь\tРесурсный центр «Росток»\tМатериалы семинара
4\tВстречи пар\tне реже 1 раза в две недели\tНаставники\tЖурнал встреч
5\tПомощь с отчётами\tпо мере необходимости\tВоронцова И.Л.\t
6\tОткрытые уроки молодых учителей\tближе к весне\tЖданов К.В., Чернышёва Д.Г.\tКонспекты
7\tИтоговый отчёт\tежегодно до 10 июня\tКуратор\tОтчёт
8\tНабор наставников на новый год\tмай 2025\tЗаместителю директора Ворноцовой И,Л.\tСписок
`;

const folder = mkdtempSync(join(tmpdir(), 'nastavnik-screens-'));
const server = await startDemonstration();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
	for (const [name, who, where] of screens.filter(([name]) => name.includes(wanted))) await look(name, who, where);
} finally {
	await browser.close();
	server.child.kill('SIGTERM');
	await server.ended;
	rmSync(folder, { recursive: true, force: true });
}

/** A server of its own, over a demonstration made for this look. */
async function startDemonstration() {
	const program = join(await build(), 'server.js');
	const child = spawn(findNode(), [program, '--demo'], {
		cwd: home,
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, PORT: '0', DATA: join(folder, 'data'), LOG_LEVEL: 'error' }
	});
	const ended = new Promise((resolve) => child.on('exit', resolve));
	const url = await new Promise((resolve, reject) => {
		let said = '';
		child.stdout.on('data', (text) => {
			said += text;
			const found = /работает: (\S+)/.exec(said);
			if (found) resolve(found[1]);
		});
		child.on('exit', () => reject(new Error(`the demonstration did not start: ${said}`)));
	});
	return { child, ended, url };
}

async function look(name, who, where) {
	for (const [width, height] of Object.entries(widths)) {
		const context = await browser.newContext({
			viewport: { width: Number(width), height },
			locale: 'ru-RU',
			timezoneId: 'Asia/Krasnoyarsk',
			reducedMotion: 'reduce'
		});
		const page = await context.newPage();
		try {
			if (who) await enter(page, who);
			const address = typeof where === 'string' ? where : await where(page);
			await page.goto(new URL(address, server.url).href);
			await page.waitForLoadState('networkidle');
			const whole = await page.evaluate(() => document.documentElement.scrollHeight);
			await page.setViewportSize({ width: Number(width), height: Math.min(Math.max(whole, height), tallest) });
			keep(await page.screenshot(), `${name}-${width}`);
			console.log(`${name}-${width}`);
		} catch (error) {
			console.error(`${name}-${width}: ${error.message.split('\n')[0]}`);
		}
		await context.close();
	}
}

/** One click on the sign-in page of a demonstration. */
async function enter(page, who) {
	await page.goto(new URL('/sign-in', server.url).href);
	await page.locator('form[action="/sign-in/demonstration"]', { hasText: who }).locator('button').click();
	await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** The address a link of a page leads to. */
async function follow(page, from, selector) {
	await page.goto(new URL(from, server.url).href);
	return page.locator(selector).first().getAttribute('href', { timeout: 5000 });
}

/** A plan as a text, read by the program: what was understood of it. */
async function importAPlan(page) {
	await page.goto(new URL('/roadmap/imports/new', server.url).href);
	await page.locator('textarea[name="text"]').fill(plan, { timeout: 5000 });
	await page.locator('main form button').first().click();
	await page.waitForURL(/\/roadmap\/imports\/0/);
	await page.locator('table').first().waitFor({ timeout: 20_000 });
	return new URL(page.url()).pathname;
}

/** A secret address, made and shown. */
async function makeCalendarAddress(page) {
	await page.goto(new URL('/my-calendar', server.url).href);
	await page.locator('form[action="/my-calendar/address"] button').click({ timeout: 5000 });
	await page.waitForURL(/saved=address/);
	return '/my-calendar';
}

/** The same plan, with a row taken out and the people confirmed, taken to work: what is remembered of it. */
async function acceptAPlan(page) {
	const path = await importAPlan(page);
	const go = (at) => page.goto(new URL(`${path}${at}`, server.url).href);
	await page.locator('input[name="row"]').last().check();
	await page.locator('button[value="remove"]').click();
	await go('/people');
	await page.locator('main form button').first().click();
	await go('/acceptance');
	await page.locator('main form button').first().click();
	await page.waitForURL(/\/roadmap\/0/);
	return '/roadmap/hints';
}

function keep(picture, name) {
	const args = ['png:-', '-colors', '64', '-strip'];
	execFileSync('convert', [...args, `png8:${join(kept, `${name}.png`)}`], { input: picture });
}

/** A plan with something said anew and something taken out; answers with its address. */
async function changeAPlan(page) {
	const plan = await follow(page, '/roadmap', 'main a[href^="/roadmap/0"]');
	const rows = await page
		.goto(new URL(plan, server.url).href)
		.then(() => page.locator('#activities a[href^="/activities/"]:not([href*="#"])'));
	const paths = await Promise.all([2, 5].map((at) => rows.nth(at).getAttribute('href')));
	await page.goto(new URL(`${paths[0]}/words`, server.url).href);
	const [title] = (await page.locator('#title').inputValue()).split(' и для');
	await page.locator('#title').fill(`${title} и для вновь принятых педагогов`);
	await page.locator('main form button.primary').click();
	await page.goto(new URL(`${paths[1]}/words`, server.url).href);
	await page.locator('form[action$="/removal"] button').first().click();
	return plan;
}

/** The plan's own file, sent again as a newer version after the plan was changed; answers with the address of what differs. */
async function renewAPlan(page) {
	const plan = await follow(page, '/roadmap', 'main a[href^="/roadmap/0"]');
	const file = await page.request.get(new URL(`${plan}/document.xlsx`, server.url).href);
	const buffer = await file.body();
	await changeAPlan(page);
	await page.goto(new URL(`/roadmap/imports/new?renews=${plan.split('/').at(-1)}`, server.url).href);
	await page
		.locator('#file')
		.setInputFiles({ name: 'План, новая версия.xlsx', mimeType: 'application/octet-stream', buffer });
	await page.locator('main form button.primary').click();
	await page.getByRole('heading', { name: 'Что понято' }).first().waitFor({ timeout: 60_000 });
	return `${new URL(page.url()).pathname}/renewal`;
}
