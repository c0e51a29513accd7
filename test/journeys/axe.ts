import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { id: string; nodes: { target: string[]; failureSummary: string }[] };
type Axe = { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } };

/** What stands in somebody's way on the page before us, a line each; text is asked for 7:1, more than the law wants. */
export async function obstacles(page: Page) {
	await page.evaluate(source); // past the page's own policy
	return page.evaluate(async () => {
		const { run } = (globalThis as unknown as Axe).axe;
		const { violations } = await run({ rules: { 'color-contrast-enhanced': { enabled: true } } });
		return violations.flatMap(({ id, nodes }) =>
			nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`)
		);
	});
}

/** How many pixels the page is wider than its window; what sticks out when it is. */
export const sideways = (page: Page) =>
	page.evaluate(() => {
		const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
		if (wide <= 0) return '';
		const outside = [...document.querySelectorAll('main *')].filter(
			(each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1
		);
		return `${wide} px: ${outside.map((each) => `${each.tagName}.${each.getAttribute('class') ?? ''}`).slice(0, 4)}`;
	});
