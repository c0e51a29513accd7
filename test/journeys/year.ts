import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { MailSettings } from '../../src/config';
import { comeIn } from '../browser';
import { idIn, type ReadingWorld, readNow } from '../import-story';
import type { aSchool } from '../stories';
import { serveApp } from './app-server';
import { type Person, phone, press, somebody, words } from './person';

type School = Awaited<ReturnType<typeof aSchool>>;
/** From the first days of September to the days after the last term. */
export const termDays = ['2026-10-06', '2026-12-29', '2027-03-30', '2027-06-29'];

export type Colleague = Person & { come: (path: string) => Promise<Page> };

/** The application whose year passes as the test turns its calendar. */
export async function aYearOf(world: ReadingWorld, firstDay: string, mail?: MailSettings) {
	let day = firstDay;
	const clock = () => new Date(`${day}T03:00:00Z`); // morning in Novosibirsk
	const site = await serveApp({ db: world.db, clock, cli: world.cli, ...(mail && { mail }) });

	/** Somebody of the school with their own browser; signed in beforehand, and again whenever the session has run out meanwhile. */
	async function colleague(by: School['curator'], who: School['curator'], telephone = false): Promise<Colleague> {
		const person = await somebody(telephone ? { viewport: phone, isMobile: true, hasTouch: true } : {});
		const { page } = person;
		const { login, password } = await comeIn(world, by, who.personId, { at: clock });
		const signIn = async () => {
			const form = { login, password, token: crypto.randomUUID() };
			await page.request.post(site.url('/sign-in'), { form, headers: { origin: site.url('') }, maxRedirects: 0 });
			return day;
		};
		let signedInOn = await signIn();
		const come = async (path: string) => {
			if (signedInOn !== day) signedInOn = await signIn();
			await page.goto(site.url(path));
			return page;
		};
		return { ...person, come };
	}

	return {
		site,
		clock,
		colleague,
		today: () => day,
		turnTo: (next: string) => {
			day = next;
		},
		read: (by: School['curator']) => (path: string) => readNow(world, by, idIn(path), clock)
	};
}

/** What waits in the plan before us for a mark: its lists that are not empty. */
async function waitingLists(page: Page) {
	const counted = await page
		.locator('main a[href*="show="]:has(.count)')
		.evaluateAll((all) =>
			all.map((link) => [
				new URL((link as HTMLAnchorElement).href).searchParams.get('show'),
				link.querySelector('.count')?.textContent
			])
		);
	return ['unsorted', 'overdue', 'week'].filter((list) =>
		counted.some(([name, count]) => name === list && Number(count) > 0)
	);
}

/** Ticks all a list shows and marks it done in one act; what is about each of many is marked for each. Answers with how many rows that were. */
async function markList(curator: Colleague, plan: string, list: string) {
	const page = await curator.come(`${plan}?show=${list}`);
	const boxes = page.locator('main input[type="checkbox"][name="occurrence"]');
	const occurrences = await boxes.evaluateAll((all) =>
		(all as HTMLInputElement[]).map((box) => {
			if (!box.checked) box.click();
			return box.value;
		})
	);
	if (occurrences.length === 0) return 0;
	const sent = page.waitForResponse((answer) => answer.request().method() === 'POST');
	await press(page, 'Отметить выполненными сегодня');
	if ((await sent).status() === 303) {
		await page.waitForURL(/saved=completions/);
		return occurrences.length;
	}
	expect(await words(page)).toContain('отмечают каждого по списку');
	for (const occurrence of occurrences) await markEach(curator, occurrence);
	return occurrences.length;
}

/** The list of the many: all that are left are marked. */
async function markEach(curator: Colleague, occurrence: string) {
	const page = await curator.come(`/occurrences/${occurrence}/coverings`);
	await page.locator('input[name="ones"]').first().check();
	const all = page.getByRole('button', { name: /^Отметить всех оставшихся/ });
	await ((await all.count()) > 0 ? all : page.getByRole('button', { name: 'Отметить выбранных' })).click();
	await page.waitForURL(/\/activities\//);
}

/** Everything that has come due is marked done; what comes several times a year, as often as it was due. Answers with how often. */
export async function markWhatIsDue(curator: Colleague, plan: string) {
	let marked = 0;
	for (let lists = await waitingLists(await curator.come(plan)); lists.length > 0; ) {
		for (const list of lists) marked += await markList(curator, plan, list);
		const before = new URL(curator.page.url()).pathname; // marking leads back to the plan, unless it was each of many
		lists = await waitingLists(before === plan ? curator.page : await curator.come(plan));
	}
	return marked;
}

/** Answers «ведётся» to everything that is asked about once a term, where «Сегодня» asks; answers with how many rows that were. */
export async function answerTheTerm(curator: Colleague) {
	const page = await curator.come('/today');
	const asked = page.getByRole('link', { name: 'Скажите, как идёт то, что делается весь год' });
	if ((await asked.count()) === 0) return 0;
	await asked.first().click();
	const answers = page.locator('input[type="radio"][value="done"]');
	const count = await answers.evaluateAll((all) => {
		for (const one of all as HTMLInputElement[]) one.checked = true;
		return all.length;
	});
	await press(page, 'Записать ответы');
	await page.waitForURL(/saved/);
	return count;
}

/** Somebody's own day: what has come due by name is opened from «Сегодня» and marked on its card. Answers with how often. */
export async function markMine(who: Colleague) {
	for (let marked = 0; ; marked += 1) {
		const page = await who.come('/today');
		const due = page.locator('#overdue tbody tr, #week tbody tr').filter({ has: page.locator('td a .unseen') });
		if ((await due.count()) === 0) return marked;
		await due.first().locator('th a').click();
		const mark = page.getByRole('link', { name: /^(Отметить выполненным|Закрыть, не дожидаясь)/ });
		await mark.first().click();
		await page.locator('input[name="outcome"]').first().check();
		await page.getByLabel('Что сделано').fill('Сделано, как записано в плане');
		await page.locator('main form[action$="/completion"] button.primary').click();
		await page.waitForURL(/saved=completion/);
	}
}
