import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { home } from '../../src/home';
import { aReadingWorld, type ReadingWorld } from '../import-story';
import { aSchool } from '../stories';
import { beginWithStarter, type PlanFile, takeToWork } from './curator';
import { approveByOrder } from './director';
import { press, words } from './person';
import { answerTheTerm, aYearOf, type Colleague, markMine, markWhatIsDue, termDays } from './year';

const seeds = join(home, '../shared/seeds');
const expectations = join(home, '../shared/acceptance/seeds');

let world: ReadingWorld;
let year: Awaited<ReturnType<typeof aYearOf>>;
let centre: Awaited<ReturnType<typeof aSchool>>;
let tamara: Colleague;

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
		tamara = await year.colleague(centre.administrator, centre.methodologist);
	}, 600_000);
	afterAll(async () => {
		await tamara?.close();
		await year?.site.close();
	});

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

	/** The centre has the same roadmap for its half of it: takes it to work and gives it to its schools. */
	async function giveDownwards(file: PlanFile) {
		await tamara.come('/today'); // signed in on this day
		const plan = await takeToWork(tamara.page, year.site.url(''), file, year.read(centre.methodologist));
		await press(tamara.page, 'Образец для организаций');
		await press(tamara.page, 'Опубликовать образец');
		await tamara.page.waitForURL(/saved=publication/);
		return plan;
	}

	/** What a school waited for from its centre has come: said where it lies, the school's own plan stays as it is. */
	async function receive(curator: Colleague, plan: string) {
		const waiting = async () => (await curator.come(`${plan}?show=waiting`)).locator('main tbody tr').count();
		const before = await waiting();
		const page = await curator.come('/roadmap/starters');
		await page.locator('a[href^="/roadmap/templates/"]').first().click();
		await page.locator('input[name="closes"]').first().check();
		await press(page, 'Только отметить, что получено');
		await page.waitForURL(/saved=receipt/);
		expect(await waiting()).toBe(before - 1);
	}

	for (const name of readdirSync(seeds).filter((file) => file.endsWith('.txt'))) {
		const ofTwo = readFileSync(join(seeds, name), 'utf8').includes('РЦ'); // half of it is the centre's
		test(`${name}: taken in September, worked through by curator, mentor, director${ofTwo ? ' and the resource centre' : ''}, handed on in June`, async () => {
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

			// the director approves it by his order; the paper of the edition says all of it
			const { read: annex } = await approveByOrder(gleb, plan, {
				number: '246-о/д',
				day: '02.09.2026',
				annex: 'Приложение 2 к приказу от 02.09.2026 № 246-о/д',
				stamps: { kind3: 'УТВЕРЖДЕНО', paper3: 'приказ № 246-о/д', day3: '02.09.2026' }
			});
			expect(annex.document).toMatchObject({ annex: '2', number: '246-о/д', date: '2026-09-02' });
			expect(annex.activities).toHaveLength(activities);

			// the centre that a plan waits for has one of its own, and gives it downwards
			const theirs = ofTwo ? await giveDownwards({ ...file, activities }) : undefined;
			if (theirs) await receive(vera, plan);

			// three things are Anna’s by name, from the beginning to the end of the plan; the first line may be done by the approval
			const whole = await vera.come(plan);
			const boxes = whole.locator('main input[name="occurrence"]');
			const last = (await boxes.count()) - 1;
			for (const at of [1, Math.floor(last / 2), last]) await boxes.nth(at).check();
			await whole.getByLabel('Кому поручить').selectOption({ label: 'Белова А. С.' });
			await press(whole, 'Поручить');
			await whole.waitForURL(/saved=assignments/);

			// on her telephone she marks it, with a photograph
			const hers = await anna.come(`/search?q=${encodeURIComponent('Белова')}`);
			const line = hers.locator('main a[href^="/activities/"]').first();
			const card = new URL((await line.getAttribute('href')) ?? '', hers.url()).pathname;
			await line.click();
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
			await anna.come(card);
			const [proof] = await Promise.all([
				hers.waitForEvent('download'),
				hers
					.getByRole('link', { name: /Фото\.txt/ })
					.first()
					.click()
			]);
			expect(readFileSync(await proof.path(), 'utf8')).toBe('снято на телефон');
			const journal = await vera.come('/journal');
			for (const act of ['Дорожная карта принята к исполнению', 'Мероприятие выполнено', 'Подтверждение приложено'])
				expect(await words(journal), act).toContain(act);
			expect(await journal.locator(`a[href="${card}"]`).count()).toBeGreaterThan(0);

			// every term: Anna her own, then the curator and the director in turn, and the centre its half
			let [marked, answered] = [1, 0];
			for (const [at, day] of termDays.entries()) {
				year.turnTo(day);
				marked += await markMine(anna);
				const leads = at % 2 === 0 ? vera : gleb;
				marked += await markWhatIsDue(leads, plan);
				answered += await answerTheTerm(leads);
				expect(await forgotten(school.organisationId), day).toBe(0);
				expect(await words(await vera.come(plan)), day).toContain('просроченного нет');
				if (!theirs) continue;
				await markWhatIsDue(tamara, theirs);
				await answerTheTerm(tamara);
				expect(await forgotten(centre.organisationId), `${day} in the centre`).toBe(0);
			}
			expect(marked).toBeGreaterThan(3);
			const allYear = expected.activities.some(
				({ deadline }: { deadline: { kind: string } }) => deadline.kind === 'throughout'
			);
			expect(answered > 0).toBe(allYear);

			// in June the director reads how the year went, the curator hands the plan on
			const read = await gleb.come(plan);
			expect(await words(read)).toMatch(/выполнено \d+/);
			for (const report of ['progress.docx', 'progress.xlsx', 'proof.zip']) {
				const answer = await read.request.get(year.site.url(`${plan}/${report}`));
				expect(answer.status(), report).toBe(200);
				expect((await answer.body()).subarray(0, 2).toString(), report).toBe('PK');
			}
			const next = await vera.come(`${plan}/next-year`);
			await press(next, 'Начать новый план');
			await next.getByRole('heading', { name: 'Что понято' }).waitFor();
			for (const { close } of [vera, gleb, anna]) await close();
		}, 600_000);
	}

	test('the resource centre begins with a starter of its own and sees its schools', async () => {
		year.turnTo('2026-09-02');
		await tamara.come('/today'); // signed in on this day
		const plan = await beginWithStarter(tamara.page, year.site.url(''), {
			code: 'district',
			read: year.read(centre.methodologist)
		});
		for (const day of termDays) {
			year.turnTo(day);
			await markWhatIsDue(tamara, plan);
			await answerTheTerm(tamara);
			expect(await forgotten(centre.organisationId), day).toBe(0);
		}
		await tamara.come('/schools');
		expect(await words(tamara.page)).toContain('Школа 000');
	}, 600_000);
});
