import { beforeAll, describe, expect, test } from 'vitest';
import { aReadingWorld, fieldsOf, idIn, plain, type ReadingWorld, sendAndRead } from '../../../test/import-story';
import { aSchoolAtWork, aTime, at, done, location } from '../../../test/plan-story';
import { costsTheSame, countingQueries } from '../../../test/queries';
import { aSchool, as } from '../../../test/stories';

let world: ReadingWorld;
beforeAll(async () => {
	world = await aReadingWorld();
});

const text = async (answer: Response | Promise<Response>) => plain(await (await answer).text());
const survey = 'Провести анкетирование педагогов';

describe('A link as evidence', () => {
	test('that is no address is refused in a sentence, and what was typed stays', async () => {
		const { school, plan } = await aSchoolAtWork(world);
		const vera = as(world, school.curator);
		const form = `/occurrences/${aTime(plan, survey)}/completion`;
		for (const url of [
			'посмотрите на сайте',
			'htp:/школа',
			'http://',
			'https://',
			'javascript:alert(1)',
			'file:///C:/План.docx',
			'C:\\Документы\\План.docx',
			'//',
			'https://имя сайта.рф',
			'data:text/html,<b>'
		]) {
			const answer = await vera.post(form, { ...done, note: 'Справка № 3', url });
			expect(answer.status, url).toBe(422);
			const page = await text(answer);
			expect(page, url).toContain('Это не похоже на адрес страницы');
			expect(page, url).toContain(`value="${url}"`);
			expect(page, url).toContain('Справка № 3');
		}
		const kept = await world.owner
			.selectFrom('evidence')
			.where('organisation_id', '=', school.organisationId)
			.select('id')
			.execute();
		expect(kept).toEqual([]);
	});

	test('whose page is gone or was never there is kept as it is: nobody is asked, the place says where it leads', async () => {
		const { school, plan } = await aSchoolAtWork(world);
		const vera = as(world, school.curator);
		await vera.post(`/occurrences/${aTime(plan, survey)}/completion`, {
			...done,
			url: 'школа5.рф/наставничество/приказ 7.pdf?x=1#стр'
		});
		const card = await text(vera.get(`/activities/${plan.activities[survey]?.id}`));
		expect(card).toContain('href="https://xn--5-7sb3aeo2d.xn--p1ai/');
		expect(card).toContain('rel="noreferrer"');
	});
});

describe('A responsible who is there no longer', () => {
	test('has left, or whose entry was deleted: the plan says so, the work can be given to another, nothing breaks', async () => {
		const { school, plan } = await aSchoolAtWork(world);
		const vera = as(world, school.curator);
		const card = `/activities/${plan.activities[survey]?.id}`;
		const order = `/activities/${plan.activities['Издать приказ о парах']?.id}`;
		await vera.post(`${order}/responsible`, { personId: school.commission.personId, position: '' });
		await world.owner
			.updateTable('employments')
			.set({ period: '[2020-09-01,2026-09-01)' })
			.where('person_id', '=', school.mentor.personId)
			.execute();
		await world.owner.deleteFrom('role_periods').where('person_id', '=', school.commission.personId).execute();
		const oleg = as(world, school.administrator);
		expect((await oleg.post(`/people/${school.commission.personId}/removal`)).status).toBe(303);

		const page = await text(vera.get(`/roadmap/${plan.id}`));
		expect(page).toMatch(/Белова А[\s\S]{0,200}\(уже не работает\)/);
		expect(page).toMatch(/Мухин П[\s\S]{0,200}\(запись удалена\)/);
		expect(page).not.toContain(`href="/people/${school.commission.personId}"`);
		expect(await text(vera.get(order))).toContain('запись удалена, поручите другому');
		const paths = ['?view=timeline', '/print', '/progress.xlsx', '/progress.docx', '/proof.zip', '/next-year'];
		for (const path of paths) {
			const { status } = await vera.get(`/roadmap/${plan.id}${path}`);
			expect(status, path).toBeLessThan(400);
		}
		expect((await as(world, school.commission).get(order)).status).toBeLessThan(500);
		await vera.post(`${order}/responsible/${school.commission.personId}/removal`);
		await vera.post(`${card}/responsible`, { personId: school.teacher.personId, position: '' });
		expect(await text(vera.get(`/roadmap/${plan.id}`))).toMatch(/Жукова Н/);
		expect(await text(vera.get(order))).not.toContain('Мухин');
	});
});

/** A plan of so many rows for ten years, each sort of term in turn. */
const hugePlan = (rows: number) => {
	const terms = [
		'ежегодно, сентябрь',
		'ежегодно, декабрь, апрель',
		'в течение года',
		'1 раз в месяц',
		'по мере необходимости',
		'до 25 октября 2030 г.',
		'2024–2034'
	];
	const head = '№\tМероприятие\tСроки\tОтветственные\tРезультат';
	const lines = Array.from({ length: rows }, (_, at) =>
		[
			at + 1,
			`Мероприятие номер ${at + 1} по наставничеству`,
			terms[at % terms.length],
			'куратор',
			`Справка ${at + 1}`
		].join('\t')
	);
	return `Дорожная карта наставничества на 2024-2034 годы\n\n${[head, ...lines].join('\n')}\n`;
};

test('five hundred activities over ten years, from a file: accepted whole, every page opens, each at the cost of a small one', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const accept = async (rows: number) => {
		const path = await sendAndRead(world, school.curator, { content: hugePlan(rows) });
		const fields = fieldsOf(await text(vera.get(`${path}/acceptance`)), `${path}/acceptance`);
		const accepted = await vera.post(`${path}/acceptance`, { ...fields, past: 'keep', earlier: 'later' });
		return location(accepted).split('?')[0] ?? '';
	};
	const [small, big] = [await accept(7), await accept(500)];
	const times = await world.owner
		.selectFrom('occurrences as o')
		.innerJoin('activities as a', 'a.id', 'o.activity_id')
		.where('a.roadmap_id', '=', idIn(big))
		.select((is) => [is.fn.countAll<number>().as('all'), is.fn.max('o.due_on').as('last')])
		.executeTakeFirstOrThrow();
	expect(times.all).toBeGreaterThan(4000);
	expect(times.last).toBe('2034-08-31');
	expect(await text(vera.get(big))).toContain('500 мероприятий');
	const pages = countingQueries(world, school.curator);
	const views = ['', '?view=timeline', '?view=table', '/print', '/review', '/review?about=past', '/progress.xlsx'];
	for (const view of views) await costsTheSame(pages, `${small}${view}`, `${big}${view}`);
	expect((await vera.get('/today')).status).toBe(200);
	expect(await text(vera.get(`/search?q=${encodeURIComponent('мероприятие 377')}`))).toContain('номер 377');
	const paper = await vera.get(`${big}/progress.docx`);
	expect((await paper.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
}, 600_000);

describe('A clock that jumps', () => {
	const days = ['2026-09-05', '2027-03-01', '2026-08-20', '2026-10-02', '2026-09-05', '2030-01-01', '2026-10-02'];

	test('the same day is the same whatever was looked at before it', async () => {
		const { school, plan } = await aSchoolAtWork(world);
		const seen = new Map<string, string>();
		const bare = (page: string) => page.replace(/value="[0-9a-f-]{36}"/g, '').replace(/token=[^"&]+/g, '');
		for (const day of days) {
			const vera = as(world, school.curator, at(`${day}T05:00:00Z`));
			for (const path of ['/today', `/roadmap/${plan.id}`, `/roadmap/${plan.id}?view=timeline`, '/roadmap']) {
				const page = bare(await text(vera.get(path)));
				const known = seen.get(`${day} ${path}`);
				if (known) expect(page, `${day} ${path}`).toBe(known);
				seen.set(`${day} ${path}`, page);
			}
		}
	});

	test('marked in March by a clock gone ahead and taken back in September; done again; the history holds it all', async () => {
		const { school, plan } = await aSchoolAtWork(world);
		const on = (day: string) => as(world, school.curator, at(`${day}T05:00:00Z`));
		const time = aTime(plan, survey);
		const card = `/activities/${plan.activities[survey]?.id}`;
		const marked = await on('2027-03-01').post(`/occurrences/${time}/completion`, { ...done, doneOn: '01.03.2027' });
		expect(marked.status).toBe(303);
		const september = on('2026-09-06');
		const page = await text(september.get(card));
		expect(page).toContain('выполнено');
		expect(page).toContain('1 марта 2027');
		const again = await september.post(`/occurrences/${time}/completion`, { ...done, doneOn: '06.09.2026' });
		expect(again.status).toBe(422);
		const withdrawal = /action="(\/completions\/[^"]+\/withdrawal)"/.exec(page)?.[1] ?? '';
		expect((await september.post(withdrawal)).status).toBe(303);
		await september.post(`/occurrences/${time}/completion`, { ...done, doneOn: '06.09.2026' });
		const after = await text(september.get(card));
		expect(after).toContain('6 сентября');
		expect(after.match(/Мероприятие выполнено|Отметка о выполнении отменена/g)).toHaveLength(3);

		// a term moved by the fast clock is the one that stands, moved again by the slow one the later of the two
		const order = aTime(plan, 'Издать приказ о парах');
		const move = (day: string, toDay: string) =>
			on(day).post(`/occurrences/${order}/deadline`, { toDay, reason: `по часам ${day}` });
		await move('2027-03-01', '20.03.2027');
		await move('2026-09-06', '30.09.2026');
		const term = await text(september.get(`/activities/${plan.activities['Издать приказ о парах']?.id}`));
		expect(term).toContain('перенесено с 20 марта 2027');
		expect(term).toContain('по часам 2026-09-06');
		expect(term).not.toContain('по часам 2027-03-01)');
	});
});
