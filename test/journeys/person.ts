import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { launching } from '../../bin/browser.mjs';
import { afterwards } from '../afterwards';

let browser: Promise<Browser> | undefined;

/** One browser a file of tests. */
function ours() {
	if (browser) return browser;
	browser = chromium.launch(launching());
	afterwards(async () => {
		const closing = await browser;
		browser = undefined;
		await closing?.close();
	});
	return browser;
}

export type Person = { page: Page; close: () => Promise<void> };

/** Somebody at a computer, or with a telephone. A breach of the page's policy or a mistake of its script fails the journey. */
export async function somebody(options: BrowserContextOptions = {}): Promise<Person> {
	const context = await (await ours()).newContext({
		locale: 'ru-RU',
		reducedMotion: 'reduce',
		viewport: { width: 1280, height: 800 },
		...options
	});
	const page = await context.newPage();
	page.setDefaultTimeout(60_000);
	const complaints: string[] = [];
	page.on('pageerror', (error) => complaints.push(String(error)));
	page.on('console', (line) => /policy|refused to/i.test(line.text()) && complaints.push(line.text()));
	page.on('response', (answer) => answer.status() >= 500 && complaints.push(`${answer.status()} ${answer.url()}`));
	const close = async () => {
		await context.close();
		expect(complaints).toEqual([]);
	};
	return { page, close };
}

export const phone = { width: 390, height: 844 };

/** Presses the button or follows the link of exactly these words. */
export const press = (page: Page, words: string) =>
	page
		.getByRole('button', { name: words, exact: true })
		.or(page.getByRole('link', { name: words, exact: true }))
		.first()
		.click();

/** What the page is called. */
export const heading = (page: Page) => page.locator('h1').textContent();

/** Everything the page says. */
export const words = async (page: Page) => (await page.locator('main').textContent()) ?? '';
