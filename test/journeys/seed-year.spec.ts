import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { home } from '../../src/home';
import { aReadingWorld, type ReadingWorld } from '../import-story';
import { aSchool } from '../stories';
import { takeToWork } from './curator';
import { press, words } from './person';
import { answerTheTerm, aYearOf, markWhatIsDue } from './year';

const seeds = join(home, '../shared/seeds');
const expectations = join(home, '../shared/acceptance/seeds');

/** From the first days of September to the days after the last term. */
const days = ['2026-10-06', '2026-12-29', '2027-03-30', '2027-06-29'];

let world: ReadingWorld;
let year: Awaited<ReturnType<typeof aYearOf>>;
let centre: Awaited<ReturnType<typeof aSchool>>;

describe('a school year with a real roadmap', () => {
	if (!existsSync(seeds)) {
		test('was not walked through: there is no folder ../shared/seeds here', ({ skip }) => skip());
		return;
	}

	beforeAll(async () => {
		world = await aReadingWorld();
		centre = await aSchool(world, {
			name: 'РЦ «Исток»',
			kind: 'resource-centre',
			roles: ['methodologist', 'administrator']
		});
		year = await aYearOf(world, '2026-09-02');
	}, 600_000);
	afterAll(() => year?.site.close());

	/** Terms that have passed without a mark, told by the database alone. */
	async function forgotten(organisationId: string) {
		const { rows } = await sql<{ count: number }>`select count(*)::int as count from occurrences o
			join activities a on a.organisation_id = o.organisation_id and a.id = o.activity_id and a.removed_at is null
			join roadmaps r on r.organisation_id = a.organisation_id and r.id = a.roadmap_id
			where o.organisation_id = ${organisationId} and o.kind = 'deadline' and o.due_on < ${year.today()}::date
				and o.due_on >= r.accepted_on
				and not exists (select from completions c where c.organisation_id = o.organisation_id
					and c.occurrence_id = o.id and c.withdrawn_at is null)`.execute(world.owner);
		return rows[0]?.count;
	}

	for (const name of readdirSync(seeds).filter((file) => file.endsWith('.txt'))) {
		test(`${name}: taken in September, worked through by curator, mentor and director, handed on in June`, async () => {
			year.turnTo('2026-09-02');
			const school = await aSchool(world, {
				name: `Школа ${name.slice(0, 3)}`,
				parent: centre.organisationId,
				roles: ['curator', 'director', 'mentor']
			});
			const vera = await year.colleague(school.curator, school.curator);
			const gleb = await year.colleague(school.curator, school.director);
			const anna = await year.colleague(school.curator, school.mentor, true);
			const expected = JSON.parse(readFileSync(join(expectations, name.replace(/\.txt$/, '.expected.json')), 'utf8'));
			const file = { name, mimeType: 'text/plain', buffer: readFileSync(join(seeds, name)) };
			const activities: number = expected.activities.length;
			const plan = await takeToWork(vera.page, year.site.url(''), { ...file, activities }, year.read(school.curator));
			expect(await words(vera.page)).toContain('просроченного нет');

			// one thing is Anna's by name
			const first = await vera.come(plan);
			await first.locator('main input[name="occurrence"]').first().check();
			await first.getByLabel('Кому поручить').selectOption({ label: 'Белова А. С.' });
			await press(first, 'Поручить');
			await first.waitForURL(/saved=assignments/);

			// on her telephone she marks it, with a photograph
			const hers = await anna.come(`/search?q=${encodeURIComponent('Белова')}`);
			await hers.locator('main a[href^="/activities/"]').first().click();
			await hers
				.getByRole('link', { name: /^Отметить/ })
				.first()
				.click();
			await hers.locator('input[name="outcome"]').first().check();
			await hers.locator('input[type="file"]').setInputFiles({
				name: 'Фото.txt',
				mimeType: 'text/plain',
				buffer: Buffer.from('снято на телефон')
			});
			await hers.locator('main form[action$="/completion"] button.primary').click();
			await hers.waitForURL(/saved=completion/);
			expect(await hers.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

			let marked = 1;
			let answered = 0;
			for (const day of days) {
				year.turnTo(day);
				marked += await markWhatIsDue(vera, plan);
				answered += await answerTheTerm(vera);
				expect(await forgotten(school.organisationId), day).toBe(0);
				expect(await words(await vera.come(plan)), day).toContain('просроченного нет');
			}
			expect(marked).toBeGreaterThan(3);
			const allYear = expected.activities.some(
				({ deadline }: { deadline: { kind: string } }) => deadline.kind === 'throughout'
			);
			expect(answered > 0).toBe(allYear);

			// in June the director reads how the year went, the curator hands the plan on
			const read = await gleb.come(plan);
			expect(await words(read)).toMatch(/выполнено \d+/);
			for (const paper of ['progress.docx', 'progress.xlsx', 'proof.zip']) {
				const answer = await read.request.get(year.site.url(`${plan}/${paper}`));
				expect(answer.status(), paper).toBe(200);
				expect((await answer.body()).subarray(0, 2).toString(), paper).toBe('PK');
			}
			const next = await vera.come(`${plan}/next-year`);
			await press(next, 'Начать новый план');
			await next.getByRole('heading', { name: 'Что понято' }).waitFor();
			for (const { close } of [vera, gleb, anna]) await close();
		}, 600_000);
	}

	test('the resource centre begins with a starter of its own and sees its schools', async () => {
		year.turnTo('2026-09-02');
		const tamara = await year.colleague(centre.administrator, centre.methodologist);
		const page = await tamara.come('/roadmap/starters/district');
		await press(page, 'Взять за основу');
		await page.waitForURL(/\/imports\/0/);
		await year.read(centre.methodologist)(new URL(page.url()).pathname);
		await page.getByRole('heading', { name: 'Что понято' }).waitFor();
		await press(page, 'Всё верно, дальше');
		await page.waitForURL(/\/(people|acceptance)$/);
		if (page.url().endsWith('/people')) await press(page, 'Подтвердить и дальше');
		await press(page, 'Принять план к работе');
		await page.waitForURL(/\/roadmap\/[0-9a-f-]{36}\?saved/);
		const plan = new URL(page.url()).pathname;
		for (const day of days) {
			year.turnTo(day);
			await markWhatIsDue(tamara, plan);
			await answerTheTerm(tamara);
			expect(await forgotten(centre.organisationId), day).toBe(0);
		}
		await tamara.come('/schools');
		expect(await words(tamara.page)).toContain('Школа 000');
		await tamara.close();
	}, 600_000);
});
