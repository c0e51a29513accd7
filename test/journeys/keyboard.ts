import type { Page } from 'playwright-core';

/** What the focus stands on, as a person hears it: its label, its own words, or what it is called. */
const focused = (page: Page) =>
	page.evaluate(() => {
		const element = document.activeElement as HTMLInputElement | null;
		if (!element || element === document.body) return { name: '', seen: false };
		const label = element.labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.textContent ?? '';
		const { outlineStyle, boxShadow } = getComputedStyle(element);
		return { name: label.trim(), seen: outlineStyle !== 'none' || boxShadow !== 'none' };
	});

/** Presses Tab until the focus stands on something of these words; it must be seen there. No mouse, no shortcut. */
export async function tabTo(page: Page, words: string, most = 80) {
	const passed: string[] = [];
	for (let step = 0; step < most; step++) {
		await page.keyboard.press('Tab');
		const { name, seen } = await focused(page);
		if (name.startsWith(words)) {
			if (!seen) throw new Error(`the focus on «${name}» is not seen`);
			return;
		}
		passed.push(name);
	}
	throw new Error(`Tab does not come to «${words}»; it passes: ${passed.join(' · ')}`);
}

/** Goes to a link or a button by Tab and presses Enter; the next page is there afterwards. */
export async function enter(page: Page, words: string) {
	await tabTo(page, words);
	await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

/** Goes to a field by Tab and types. */
export async function type(page: Page, words: string, text: string) {
	await tabTo(page, words);
	await page.keyboard.insertText(text);
}

/** Types where the page itself has put the focus; a browser does so at the first drawing, which may come after the load. */
export async function typeAtOnce(page: Page, text: string) {
	await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
	await page.keyboard.insertText(text);
}
