import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { aReadingWorld, idIn, nowOn, onDay, plain, type ReadingWorld, takeToWork } from '../../../test/import-story';
import { aPlan, type PlannedActivity } from '../../../test/plans';
import { aSchool, as } from '../../../test/stories';
import { addDays } from '../../core/dates';
import { readAs } from '../../db/as-actor';
import { planActivities } from './queries/activities';
import { listPlans } from './queries/plans';

let world: ReadingWorld;
beforeAll(async () => {
	world = await aReadingWorld();
});

type School = Awaited<ReturnType<typeof aSchool>>;
const text = async (answer: Response | Promise<Response>) => plain(await (await answer).text());
const on = (school: School, day: string) => as(world, school.curator, onDay(`${day}T05:00:00Z`));

const rows = [
	['1', 'Собрать обратную связь участников', 'ежегодно, декабрь, апрель', 'куратор', 'Справка'],
	['2', 'Проводить встречи наставников', 'в течение года', 'наставники', 'Журнал встреч'],
	['3', 'Посещать занятия друг друга', '1 раз в две недели', 'наставники', 'Листы наблюдения'],
	['4', 'Консультировать педагогов', 'по мере необходимости', 'педагог-психолог', ''],
	['5', 'Принять участие в окружном слёте', 'октябрь', 'РЦ', 'Материалы слёта'],
	['6', 'Вести раздел сайта', 'постоянно', 'ответственный за сайт', 'Раздел сайта']
];
const threeYears = `Дорожная карта наставничества на 2024-2027 годы

№\tМероприятие\tСроки\tОтветственные\tРезультат
${rows.map((row) => row.join('\t')).join('\n')}
`;

/** The plan for three years, taken to work from its file on 5 September 2024. */
async function aPlanOfThreeYears() {
	const school = await aSchool(world);
	const plan = await takeToWork(world, school.curator, { content: threeYears, day: '2024-09-05' });
	const times = await world.owner
		.selectFrom('occurrences as o')
		.innerJoin('activities as a', (is) =>
			is.onRef('a.organisation_id', '=', 'o.organisation_id').onRef('a.id', '=', 'o.activity_id')
		)
		.where('o.organisation_id', '=', school.organisationId)
		.orderBy('a.position')
		.orderBy(sql`lower(o.period)`)
		.select(['a.number', 'a.id as activity', 'o.id', 'o.kind', 'o.due_on as dueOn'])
		.execute();
	return { school, plan, of: (number: string) => times.filter((time) => time.number === number) };
}

/** What the plan's page says of how a row stands. */
const stands = (page: string, title: string) => {
	const row = page.split('<tr').find((one) => one.includes(`${title}<`)) ?? '';
	return /<span class="pill[^"]*">(?:<svg[\s\S]*?<\/svg>)?<span>([^<]*)/.exec(row)?.[1] ?? 'no such row';
};

describe('A plan for three years, from its file', () => {
	test('«ежегодно, декабрь, апрель» is six times, each on its own day and marked on its own', async () => {
		const { school, plan, of } = await aPlanOfThreeYears();
		expect(of('1').map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
			['deadline', '2024-12-31'],
			['deadline', '2025-04-30'],
			['deadline', '2025-12-31'],
			['deadline', '2026-04-30'],
			['deadline', '2026-12-31'],
			['deadline', '2027-04-30']
		]);
		for (const { id, dueOn } of of('1')) {
			const day = on(school, dueOn ?? '');
			expect(stands(await text(day.get(plan)), rows[0]?.[1] ?? '')).toBe('сегодня');
			await day.post(`/occurrences/${id}/completion`, {
				outcome: 'done',
				doneOn: (dueOn ?? '').split('-').reverse().join('.')
			});
		}
		expect(stands(await text(on(school, '2027-05-02').get(plan)), rows[0]?.[1] ?? '')).toBe('выполнено');
	});

	test('what goes on all the time, or by a cadence, is asked once a term, anew each school year; what proves it closes it', async () => {
		const { school, plan, of } = await aPlanOfThreeYears();
		const terms = ['2024-12-31', '2025-05-31', '2025-12-31', '2026-05-31', '2026-12-31', '2027-05-31'];
		for (const number of ['2', '3', '6']) {
			expect(
				of(number).map(({ kind, dueOn }) => [kind, dueOn]),
				`row ${number}`
			).toEqual(terms.map((day) => ['review', day]));
		}
		const asked = async (day: string) => {
			const page = await text(on(school, day).get(`${plan}/review`));
			return rows.map(([, title = '']) => title).filter((title) => page.includes(`. ${title}<`));
		};
		expect(await asked('2024-12-20')).toEqual([]);
		const [meetings, visits, site] = [rows[1]?.[1], rows[2]?.[1], rows[5]?.[1]];
		expect(await asked('2024-12-30')).toEqual([meetings, visits, site]);

		const november = on(school, '2024-11-10');
		const [first] = of('2');
		await november.post(`/activities/${first?.activity}/evidence`, {
			occurrence: first?.id ?? '',
			url: 'https://school.example/journal',
			title: 'Журнал'
		});
		expect(await asked('2024-12-30')).toEqual([visits, site]);
		expect(await asked('2025-05-30')).toEqual([meetings, visits, site]); // the next term is another one
	});

	test('«по мере необходимости» and «ждём от РЦ» ask for nothing on any day of three years', async () => {
		const { school, plan, of } = await aPlanOfThreeYears();
		expect(of('4').map(({ kind, dueOn }) => [kind, dueOn])).toEqual([['on-demand', null]]);
		expect(of('5').every(({ kind, dueOn }) => kind === 'awaited' && dueOn === null)).toBe(true);
		expect(of('5')).toHaveLength(3); // «октябрь» of each of the three school years
		const states = new Map<string, Set<string>>();
		for (let day = '2024-09-05'; day <= '2027-09-01'; day = addDays(day, 13)) {
			const found = await readAs(world.db, school.curator, (tx) => planActivities(tx, school.curator, idIn(plan), day));
			for (const { number, standing } of found) {
				const seen = states.get(number ?? '') ?? new Set();
				states.set(number ?? '', seen.add(standing.state));
			}
		}
		expect([...(states.get('4') ?? [])]).toEqual(['on-demand']);
		expect([...(states.get('5') ?? [])]).toEqual(['waiting']);
		const late = on(school, '2026-02-10');
		const today = await text(late.get('/today'));
		expect(/id="waiting">[\s\S]*?<\/section>/.exec(today)?.[0]).toContain('окружном слёте');
		expect(/id="overdue">[\s\S]*?<\/section>/.exec(today)?.[0] ?? '').not.toContain('окружном слёте');
		expect(today).not.toContain('Консультировать');
	});
});

/** A cell of a row of a table, by what stands above it. */
const cellOf = (page: string, title: string, head: string) => {
	const row = page.split('<tr').find((one) => one.includes(`${title}<`)) ?? '';
	return (
		new RegExp(`<td[^>]*data-label="${head}"[^>]*>([\\s\\S]*?)</td>`).exec(row)?.[1]?.replace(/<[^>]+>/g, '|') ?? ''
	);
};

test('how often, standing in the column of results or in the title, is shown under the term; said anew, it follows the words', async () => {
	const school = await aSchool(world);
	const content = `Дорожная карта наставничества на 2026-2027 учебный год

№\tМероприятие\tСроки\tОтветственные\tРезультат
1\tРегулярные встречи пар\tв течение года\tнаставники\tВстречи не реже одного раза в две недели; форма обратной связи
2\tСеминар кураторов не реже 1 раза в месяц\tсентябрь – май\tкуратор\tПротоколы
3\tВзаимное посещение занятий\t1 раз в месяц\tнаставники\tНе реже 1 раза в месяц
`;
	const plan = await takeToWork(world, school.curator, { content });
	const vera = as(world, school.curator);
	const page = await text(vera.get(plan));
	expect(cellOf(page, 'Регулярные встречи пар', 'Срок')).toContain('норма: не реже одного раза в две недели');
	expect(cellOf(page, 'Семинар кураторов не реже 1 раза в месяц', 'Срок')).toContain('норма: не реже 1 раза в месяц');
	expect(cellOf(page, 'Взаимное посещение занятий', 'Срок')).not.toContain('норма'); // the term itself says it

	const { id } = await world.owner
		.selectFrom('activities')
		.select('id')
		.where('organisation_id', '=', school.organisationId)
		.where('title', '=', 'Регулярные встречи пар')
		.executeTakeFirstOrThrow();
	const card = await text(vera.get(`/activities/${id}`));
	expect(card).toMatch(/<dt>Срок<\/dt>[\s\S]*?<dt>Норма<\/dt>\s*<dd>не реже одного раза в две недели<\/dd>/);
	const asked = on(school, '2026-12-30');
	expect(cellOf(await text(asked.get(`${plan}/review`)), 'Регулярные встречи пар', 'Срок')).toContain('две недели');

	const words = { title: 'Регулярные встречи пар', version: '1', capability: '' };
	await vera.post(`/activities/${id}/words`, { ...words, results: 'Встречи 1 раз в неделю' });
	expect(cellOf(await text(vera.get(plan)), 'Регулярные встречи пар', 'Срок')).toContain('норма: 1 раз в неделю');
	await vera.post(`/activities/${id}/words`, { ...words, version: '2', results: 'Журнал встреч' });
	expect(cellOf(await text(vera.get(plan)), 'Регулярные встречи пар', 'Срок')).not.toContain('норма');
});

test('the list of plans counts by the rule of the plan’s page, whatever the times, the marks and the day', async () => {
	const school = await aSchool(world);
	const { organisationId: organisation_id, curator } = school;
	const day = fc.integer({ min: 0, max: 300 }).map((days) => addDays('2026-09-01', days));
	const time = fc.record({
		kind: fc.constantFrom('deadline' as const, 'review' as const, 'on-demand' as const, 'awaited' as const),
		dueOn: fc.option(day, { nil: undefined }),
		addedOn: day,
		outcome: fc.constantFrom(null, null, null, 'done' as const, 'not-done' as const, 'noted' as const),
		withdrawn: fc.boolean(),
		proof: fc.constantFrom(null, null, 'kept' as const, 'removed' as const)
	});
	const plans = fc.sample(fc.array(fc.array(time, { maxLength: 4 }), { maxLength: 4 }), { numRuns: 150, seed: 4 });
	const at = { recorded_at: nowOn('2026-09-01T05:00:00Z').at, recorded_by: curator.personId };
	for (const [index, activities] of plans.entries()) {
		const planned = activities.map(
			(times, row): PlannedActivity => ({
				title: `Дело ${row}`,
				times: times.map(({ kind, dueOn }) => ({
					kind,
					...(dueOn && ['deadline', 'review'].includes(kind) && { dueOn })
				}))
			})
		);
		const plan = await aPlan(world, curator, {
			title: `План ${index}`,
			stages: [{ title: 'Этап', activities: planned }]
		});
		const made = activities.flatMap((times, row) =>
			times.map((one, of) => ({ ...one, id: plan.activities[`Дело ${row}`]?.occurrences[of] ?? '' }))
		);
		for (const { id, addedOn, outcome, withdrawn, proof } of made) {
			await world.owner.updateTable('occurrences').set({ added_on: addedOn }).where('id', '=', id).execute();
			const of = { organisation_id, id: crypto.randomUUID(), occurrence_id: id };
			if (outcome) {
				const undone = withdrawn ? { withdrawn_at: at.recorded_at, withdrawn_by: curator.personId } : {};
				await world.owner
					.insertInto('completions')
					.values({ ...of, ...at, outcome, done_on: '2026-09-01', ...undone })
					.execute();
			}
			if (proof) {
				const gone = proof === 'removed' ? { removed_at: at.recorded_at, removed_by: curator.personId } : {};
				const attached = { attached_at: at.recorded_at, attached_by: curator.personId, ...gone };
				await world.owner
					.insertInto('evidence')
					.values({ ...of, id: crypto.randomUUID(), title: 'Журнал', url: 'https://school.example/', ...attached })
					.execute();
			}
		}
	}
	for (const today of ['2026-09-01', '2026-10-14', '2027-01-03', '2027-03-31', '2027-07-10']) {
		await readAs(world.db, curator, async (tx) => {
			for (const { id, title, activities, done, overdue } of await listPlans(tx, curator, today)) {
				const rows = await planActivities(tx, curator, id, today);
				const count = (state: string) => rows.filter(({ standing }) => standing.state === state).length;
				expect({ title, today, activities, done, overdue }).toEqual({
					title,
					today,
					activities: rows.length,
					done: count('done'),
					overdue: count('overdue')
				});
			}
		});
	}
});
