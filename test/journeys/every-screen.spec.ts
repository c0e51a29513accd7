import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nowIn } from '../../src/core/dates';
import { makeDemonstration } from '../../src/modules/demonstration/commands/make';
import { goRound } from '../../src/modules/notifications/jobs/letters';
import { readImport } from '../../src/modules/roadmap/jobs';
import { inFull } from '../in-full';
import { bundledTool } from '../reader';
import { freshDatabase } from '../support';
import { serveApp } from './app-server';
import { obstacles, ofLooks, sideways } from './axe';
import { phone, somebody } from './person';

/** A Wednesday of the second term: some of the plans' work is behind, some ahead. */
const clock = () => new Date('2026-11-25T07:00:00Z');

let site: Awaited<ReturnType<typeof serveApp>>;
beforeAll(async () => {
	const { db, owner } = await freshDatabase();
	const world = { db, clock, demonstration: true, ...(await bundledTool()) };
	await makeDemonstration({
		db,
		owner,
		today: nowIn('Europe/Moscow', clock()).today,
		read: (author, importId, { at }) =>
			readImport({ ...world, clock: () => new Date(at), actorOf: async () => undefined }, author, { importId }),
		wake: (author, morning) => goRound({ ...world, actorOf: async () => undefined }, author, {}, morning)
	});
	site = await serveApp(world);
});
afterAll(() => site?.close());

/** The doors of the sign-in page: one a person of the demonstration. */
const doors = 'form[action="/sign-in/demonstration"] button';

/** Screens that differ only in whom or what they show count once. */
const kindOf = (address: string) =>
	address
		.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':id')
		.replace(/\?.*/, '')
		.replace(/\d{4}/, ':year');

/** Where the page before us leads. */
function pagesFrom(page: Page) {
	return page
		.locator('a[href^="/"]:not([download])')
		.evaluateAll((each) => each.map((link) => link.getAttribute('href')?.split('#')[0] ?? ''));
}

/** Opens what is to be looked at; a file to take away has no look. */
async function opens(page: Page, address: string) {
	const here = await page.goto(site.url(address)).catch((error: Error) => {
		if (!error.message.includes('Download is starting')) throw error;
	});
	const answer = here ?? (await page.request.get(site.url(address)));
	if (answer.status() !== 200) amiss.push(`${address}: ${answer.status()}`);
	return answer.headers()['content-type']?.includes('text/html');
}

const seen = new Set<string>();
const amiss: string[] = [];

const desk = { width: 1366, height: 768 };
const telephone = { ...phone, width: 360 };
const looks = [
	[desk, 'light', undefined],
	[telephone, 'dark', ofLooks],
	...(inFull
		? ([
				[desk, 'dark', ofLooks],
				[telephone, 'light', ofLooks]
			] as const)
		: [])
] as const;

/** Looks at a page on a desk by day and on a telephone by night; at length, the other way round too. */
async function look(page: Page, address: string) {
	for (const [size, colorScheme, rules] of looks) {
		await page.setViewportSize(size);
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		const wrong = [...(await obstacles(page, rules)), await sideways(page)].filter(Boolean);
		amiss.push(...wrong.map((line) => `${address} at ${size.width}: ${line}`));
	}
}

test('every screen that can be reached from «Сегодня» is open to everyone, on a desk by day and on a phone by night', {
	timeout: 900_000
}, async () => {
	const { page, close } = await somebody();
	await page.goto(site.url('/sign-in'));
	await look(page, '/sign-in');
	const people = await page.locator(doors).evaluateAll((all) => all.map((door) => (door as HTMLButtonElement).value));
	expect(people.length).toBeGreaterThan(5);

	for (const person of people) {
		const form = { person, token: crypto.randomUUID() };
		const entered = await page.request.post(site.url('/sign-in/demonstration'), {
			form,
			headers: { origin: site.url('') }
		});
		const start = new URL(entered.url()).pathname;
		const rooms = /<nav[^>]*class="rooms".*?<\/nav>/s.exec(await entered.text())?.[0] ?? '';
		if (seen.has(`${start} ${rooms}`)) continue; // a colleague with the same roles has shown all this
		seen.add(`${start} ${rooms}`);
		await page.goto(site.url(start));
		await look(page, start);
		const ahead = await pagesFrom(page);
		for (let address = ahead.shift(); address; address = ahead.shift()) {
			if (seen.has(kindOf(address))) continue;
			seen.add(kindOf(address));
			if (!(await opens(page, address))) continue;
			ahead.push(...(await pagesFrom(page)));
			await look(page, address);
		}
	}
	await close();
	expect(amiss).toEqual([]);
	expect(seen.size).toBeGreaterThan(25); // the walk has gone through the house, not only looked in
});
