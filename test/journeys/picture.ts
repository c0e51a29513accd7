import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** With SCREENS=1 a journey leaves pictures of what it saw in docs/screens, the whole page each; otherwise nothing is done. */
export async function picture(page: Page, name: string) {
	if (!process.env.SCREENS) return;
	await mkdir('docs/screens', { recursive: true });
	const seen = page.viewportSize() ?? { width: 1280, height: 800 };
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	await page.setViewportSize({ width: seen.width, height: Math.max(height, seen.height) });
	await page.screenshot({ path: `docs/screens/${name}.png` });
	await page.setViewportSize(seen);
}
