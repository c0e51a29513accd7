import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Axe beside the pages of a server of ours: half a megabyte that the browser fetches and compiles once, not once a page. */
export const axeFile = { path: '/axe-core.js', bytes: Buffer.from(source), type: 'text/javascript; charset=utf-8' };
const besides = new Set<string>();

/** The server at this address serves `axeFile`. */
export const servesAxe = (address: string) => besides.add(address);

type Violation = { id: string; nodes: { target: string[]; failureSummary: string }[] };
type Axe = { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } };

/** What a theme and a width can change; all else is the same page. */
export const ofLooks = ['color-contrast-enhanced', 'scrollable-region-focusable', 'target-size'];

/**
 * What stands in somebody's way on the page before us, a line each; text is asked for 7:1 and targets for 24 px, more than the law wants.
 * `only`: axe's names of rules, when not all of them are asked. Of rows made alike three are looked at.
 */
export async function obstacles(page: Page, only?: readonly string[]): Promise<string[]> {
	try {
		return await findObstacles(page, only);
	} catch (error) {
		// A page that follows long work loads itself anew: what was being looked at is gone, the new one is looked at.
		if (!/context was destroyed/.test(String(error))) throw error;
		await page.waitForLoadState();
		return findObstacles(page, only);
	}
}

async function bringAxe(page: Page) {
	const { origin } = new URL(page.url());
	if (besides.has(origin)) await page.addScriptTag({ url: axeFile.path });
	else await page.evaluate(source); // past the page's own policy
}

async function findObstacles(page: Page, only?: readonly string[]) {
	if (!(await page.evaluate(() => 'axe' in globalThis))) await bringAxe(page);
	return page.evaluate(async (names) => {
		const alike = new Map<string, number>();
		const repeated: HTMLElement[] = [];
		for (const row of document.querySelectorAll<HTMLElement>('main tr, main li')) {
			const made = [row, ...row.querySelectorAll('*')].map((each) => `${each.tagName}${each.className}`).join();
			const times = (alike.get(made) ?? 0) + 1;
			alike.set(made, times);
			if (times > 3) repeated.push(row);
		}
		for (const row of repeated) row.style.setProperty('display', 'none', 'important');
		const { run } = (globalThis as unknown as Axe).axe;
		const { violations } = await run({
			rules: {
				'color-contrast': { enabled: false }, // the law's 4.5:1 is within our 7:1, once its lower bound is away:
				'color-contrast-enhanced': { enabled: true },
				'target-size': { enabled: true }
			},
			checks: {
				'color-contrast-enhanced': {
					options: { contrastRatio: { normal: { minThreshold: 0 }, large: { minThreshold: 0 } } }
				}
			},
			resultTypes: ['violations'], // what is in order need not be described
			preload: false, // of audio and of other people's styles there is none
			...(names && { runOnly: names })
		});
		for (const row of repeated) row.style.removeProperty('display');
		return violations.flatMap(({ id, nodes }) =>
			nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`)
		);
	}, only);
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
