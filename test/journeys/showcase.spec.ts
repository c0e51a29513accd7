import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launching } from '../../bin/browser.mjs';
import { build } from '../../bin/build.mjs';
import { showcase } from '../../src/ui/showcase/pages';
import { obstacles, ofLooks, sideways } from './axe';
import { picture } from './picture';
import { serveShowcase } from './showcase-server';

const names = Object.keys(showcase);

let site: Awaited<ReturnType<typeof serveShowcase>>;
let browser: Browser;
beforeAll(async () => {
	site = await serveShowcase();
	browser = await chromium.launch(launching());
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
});
beforeEach(() => {
	site.posted.length = 0;
	Object.assign(site.site, { answer: 303, working: 2, slow: 0, leadsTo: '/list', broken: 0 });
});

/** Opens a page, lets it do something, closes it; what the browser complains of (a breach of the policy too) is an error. */
async function look<T>(name: string, options: BrowserContextOptions, act: (page: Page) => Promise<T>) {
	const context = await browser.newContext({ reducedMotion: 'reduce', bypassCSP: false, ...options });
	const complaints: string[] = [];
	try {
		const page = await context.newPage();
		page.on('pageerror', (error) => complaints.push(String(error)));
		page.on(
			'console',
			(line) => line.type() === 'error' && /policy|refused/i.test(line.text()) && complaints.push(line.text())
		);
		await page.goto(site.url(name));
		const answer = await act(page);
		expect(complaints).toEqual([]);
		return answer;
	} finally {
		await context.close();
	}
}

test.each(names)('%s is open to everyone, on a desk and on a phone, by day and by night', async (name) => {
	const found = await look(name, {}, async (page) => {
		const obstacle: string[] = [];
		for (const [colorScheme, rules] of [
			['light', undefined],
			['dark', ofLooks]
		] as const) {
			await page.emulateMedia({ colorScheme });
			for (const width of [1280, 390]) {
				await page.setViewportSize({ width, height: 800 });
				await picture(page, `showcase-${name}-${width}-${colorScheme}`);
				for (const one of await obstacles(page, rules)) obstacle.push(`${width} ${colorScheme} ${one}`);
			}
		}
		return obstacle;
	});
	expect(found).toEqual([]);
});

test.each(names)('%s never scrolls sideways', async (name) => {
	await look(name, {}, async (page) => {
		for (const width of [360, 390, 768, 1024, 1366, 1920]) {
			await page.setViewportSize({ width, height: 800 });
			expect(await sideways(page), `${width} px`).toBe('');
		}
	});
});

test('of what is built for the browser the style stays under 30 KB, the script of every page under 12 KB, a script of one page under 8 KB', async () => {
	const folder = join(await build(), 'public');
	const sizes = new Map(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).size]));
	const [style, script] = [sizes.get('style.css'), sizes.get('browser.js')];
	expect(style).toBeLessThan(30 * 1024);
	expect(script).toBeLessThan(12 * 1024);
	const own = [...sizes].filter(([name]) => !['style.css', 'browser.js'].includes(name));
	expect(own.map(([name]) => name)).toEqual([
		'answers.js',
		'board.js',
		'file-check.js',
		'filling.js',
		'order.js',
		'review.js',
		'sliders.js'
	]);
	for (const [, size] of own) expect(size).toBeLessThan(8 * 1024);
});

describe('without script', () => {
	const off = { javaScriptEnabled: false };

	test('a meeting is recorded, with all that was filled in', async () => {
		await look('form', off, async (page) => {
			await page.getByLabel('Тема').fill('Журнал и отметки');
			await page.getByText('Посещение урока').click();
			await page.getByRole('button', { name: 'Записать встречу' }).click();
			await page.waitForURL('**/list');
		});
		expect(site.posted[0]?.body).toContain('Журнал и отметки');
		expect(site.posted[0]?.body).toContain('lesson-visit');
	});

	test('on a phone every room is reached, those behind «Ещё» too', async () => {
		await look('list', { ...off, viewport: { width: 360, height: 640 } }, async (page) => {
			await page.locator('.rooms summary').click();
			await page.getByRole('link', { name: 'Документы' }).click({ trial: true });
			await page.locator('.person-menu summary').click();
			await page.getByRole('button', { name: 'Выйти' }).click({ trial: true });
		});
	});
});

describe('with script', () => {
	test('«/» and Ctrl+K, also on a Russian keyboard, lead to the search; Esc closes a menu', async () => {
		await look('list', {}, async (page) => {
			const focused = () => page.evaluate(() => document.activeElement?.id);
			await page.keyboard.press('/');
			expect(await focused()).toBe('search');
			await page.locator('main').click({ position: { x: 5, y: 5 } });
			await page.keyboard.press('Control+KeyK');
			expect(await focused()).toBe('search');

			await page.locator('.person-menu summary').click();
			expect(await page.getByRole('button', { name: 'Выйти' }).isVisible()).toBe(true);
			await page.keyboard.press('Escape');
			expect(await page.getByRole('button', { name: 'Выйти' }).isVisible()).toBe(false);
		});
	});

	test('two clicks in a row send one meeting; Ctrl+Enter sends too', async () => {
		await look('form', {}, async (page) => {
			site.site.slow = 600; // long enough for an impatient second click to set off
			await page.getByRole('button', { name: 'Записать встречу' }).evaluate(async (button: HTMLElement) => {
				button.click();
				await new Promise((later) => setTimeout(later, 200));
				button.click();
			});
			await page.waitForURL('**/list');
			site.site.slow = 0;
		});
		expect(site.posted).toHaveLength(1);
		await look('form', {}, async (page) => {
			await page.getByLabel('О чём договорились').fill('Журнал');
			await page.keyboard.press('Control+Enter');
			await page.waitForURL('**/list');
		});
		expect(site.posted).toHaveLength(2);
	});

	test('what Анна typed is there after a reload and after a failed sending, and gone after a good one', async () => {
		await look('form', {}, async (page) => {
			const outcome = page.getByLabel('О чём договорились');
			const typed = 'Анна ведёт урок 12-го';
			await outcome.fill(typed);
			await page.reload();
			expect(await outcome.inputValue()).toBe(typed);
			expect(await page.getByText('Вернули несохранённый текст').isVisible()).toBe(true);

			site.site.answer = 500;
			await page.getByRole('button', { name: 'Записать встречу' }).click();
			await page.getByText('Принято').waitFor();
			await page.goto(site.url('form'));
			expect(await outcome.inputValue()).toBe(typed);

			site.site.answer = 303;
			await page.getByRole('button', { name: 'Записать встречу' }).click();
			await page.waitForURL('**/list');
			await page.goto(site.url('form'));
			expect(await outcome.inputValue()).toBe('');
		});
	});

	test('a session that ran out in the middle takes nothing with it', async () => {
		await look('form', {}, async (page) => {
			site.site.leadsTo = '/sign-in';
			await page.getByLabel('О чём договорились').fill('Договорились о журнале');
			await page.getByRole('button', { name: 'Записать встречу' }).click();
			await page.waitForURL('**/sign-in');
			await page.goto(site.url('form'));
			expect(await page.getByLabel('О чём договорились').inputValue()).toBe('Договорились о журнале');
		});
	});

	test('«Выйти» leaves nothing for the next person at this computer', async () => {
		await look('form', {}, async (page) => {
			await page.getByLabel('О чём договорились').fill('Не для чужих глаз');
			await page.reload();
			await page.locator('.person-menu summary').click();
			await page.getByRole('button', { name: 'Выйти' }).click();
			await page.waitForURL('**/list');
			expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('Не для чужих глаз');
		});
	});

	test('«Начать заново» gives the form as the server sent it', async () => {
		await look('form', {}, async (page) => {
			await page.getByLabel('Тема').fill('Другое');
			await page.reload();
			await page.getByRole('button', { name: 'Начать заново' }).click();
			expect(await page.getByLabel('Тема').inputValue()).toBe('План на четверть');
			await page.reload();
			expect(await page.getByLabel('Тема').inputValue()).toBe('План на четверть');
		});
	});

	test('a file dropped beside the field lands in it and is named', async () => {
		await look('form', {}, async (page) => {
			const data = await page.evaluateHandle(() => {
				const transfer = new DataTransfer();
				transfer.items.add(new File(['план'], 'План встречи.txt'));
				return transfer;
			});
			await page.dispatchEvent('h1', 'drop', { dataTransfer: data });
			expect(await page.locator('.drop-words').textContent()).toBe('План встречи.txt, 1 КБ');
			expect(await page.locator('#file').evaluate((input: HTMLInputElement) => input.files?.[0]?.name)).toBe(
				'План встречи.txt'
			);
		});
	});

	test('a date is tidied when its field is left, and the arrows move it by a day', async () => {
		await look('form', {}, async (page) => {
			const date = page.getByLabel('Когда встретились');
			await date.fill('1.9.26');
			await date.blur();
			expect(await date.inputValue()).toBe('01.09.2026');
			await date.press('ArrowDown');
			expect(await date.inputValue()).toBe('31.08.2026');
		});
	});

	test('rows are chosen all at once and looked through as one types', async () => {
		await look('list', {}, async (page) => {
			const remind = page.getByRole('button', { name: 'Напомнить о встрече' });
			expect(await remind.isDisabled()).toBe(true);
			await page.getByRole('checkbox', { name: 'Все', exact: true }).check();
			expect(await page.locator('.chosen').textContent()).toBe('Выбрано: 4');
			expect(await remind.isEnabled()).toBe(true);

			await page.getByPlaceholder('Найти пару').fill('королева');
			expect(await page.locator('tbody tr:visible').count()).toBe(1);
			expect(await page.getByText('Показано 1 из 4').isVisible()).toBe(true);
		});
	});

	test('a lost connection is said and waited out', async () => {
		site.site.working = 4;
		await look('wizard', {}, async (page) => {
			site.site.broken = 1;
			await page.getByText('Связь с сервером прервалась').waitFor();
			await page.getByText('таблица 2 из 3').waitFor();
		});
	});

	test('long work is followed without a hand, and the page comes anew when it is done', async () => {
		site.site.working = 3;
		await look('wizard', {}, async (page) => {
			await page.waitForFunction(() => !document.querySelector('live-part[data-running]'), undefined, {
				timeout: 20_000
			});
		});
	});
});
