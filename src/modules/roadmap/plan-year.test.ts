import { beforeAll, expect, test } from 'vitest';
import { aReadingWorld, fieldsOf, plain, type ReadingWorld, sendAndRead } from '../../../test/import-story';
import { at, location } from '../../../test/plan-story';
import { schoolPlan } from '../../../test/roadmaps';
import { aSchool, as } from '../../../test/stories';

let world: ReadingWorld;
beforeAll(async () => {
	world = await aReadingWorld();
});

type School = Awaited<ReturnType<typeof aSchool>>;

const text = async (answer: Response | Promise<Response>) => plain(await (await answer).text());
const on = (school: School, day: string) => as(world, school.curator, at(`${day}T05:00:00Z`));

const formIn = (page: string) => /href="(\/occurrences\/[^"?]+\/completion)/.exec(page)?.[1] ?? '';
const rowOf = (page: string, title: string) => page.split('<tr').find((one) => one.includes(title)) ?? '';

/** The address of the form that one list of the day offers for an activity. */
const formFor = (page: string, title: string) => formIn(rowOf(page, title));

/** Where the day leads to the room that does it, the form is on the activity's card. */
async function formOnCard(asker: ReturnType<typeof as>, page: string, title: string) {
	const row = rowOf(page, title);
	expect(row).toContain('href="/surveys"');
	return formIn(await text(asker.get(/href="(\/activities\/[^"?#]+)/.exec(row)?.[1] ?? '')));
}

/** Says «done» of every row that a review asks about. */
async function answerAll(asker: ReturnType<typeof as>, path: string) {
	const page = await text(asker.get(path));
	const rows = [...page.matchAll(/name="(outcome-[^"]+)" value="done"/g)].map(([, name]) => name ?? '');
	await asker.post(path, Object.fromEntries(rows.map((name) => [name, 'done'])));
	return rows.length;
}

test('Vera’s year: from the Word file to the last mark, each thing in its week', async () => {
	const school = await aSchool(world);
	const september = on(school, '2026-09-05');
	const path = await sendAndRead(world, school.curator, { content: schoolPlan() });
	const last = await text(september.get(`${path}/acceptance`));
	const earlier = { ...fieldsOf(last, `${path}/acceptance`), earlier: 'later' };
	const plan = location(await september.post(`${path}/acceptance`, earlier)).split('?')[0] ?? '';

	const first = await text(september.get('/today'));
	expect(first).toContain('просроченного нет');
	expect(first).toContain(`${plan}/review?about=past`); // the order of August: asked, not red
	expect(await answerAll(september, `${plan}/review?about=past`)).toBe(1);

	const lastWeek = on(school, '2026-09-28');
	const week = await text(lastWeek.get('/today'));
	expect(week).toContain('На этой неделе 1 дело, просроченного нет');
	const survey = await lastWeek.post(await formOnCard(lastWeek, week, 'Провести анкетирование'), {
		outcome: 'done',
		doneOn: '25.09.2026',
		files: new File(['опрошены 14 педагогов'], 'Справка.txt')
	});
	expect(await text(lastWeek.get(location(survey)))).toContain('Справка.txt');

	const november = on(school, '2026-11-10');
	const seminar = await text(november.get('/today'));
	expect(seminar).toContain('просроченного нет'); // the seminar of October was РЦ's
	await november.post(formFor(seminar, 'окружном семинаре'), { outcome: 'noted', doneOn: '10.11.2026' });

	const december = on(school, '2026-12-29');
	expect(await text(december.get('/today'))).toContain('На этой неделе 1 дело');
	expect(await answerAll(december, `${plan}/review`)).toBe(2); // meetings and the site go on all the year

	const january = on(school, '2027-01-12');
	const late = await text(january.get('/today'));
	expect(late).toContain('просрочено 1.');
	const report = { outcome: 'done', doneOn: '12.01.2027', note: 'Протокол № 3' };
	await january.post(formFor(late, 'Отчитаться на педсовете'), report);

	const may = on(school, '2027-05-28');
	const end = await text(may.get('/today'));
	expect(end).toContain('На этой неделе сроков нет'); // the 31st is a Monday
	await may.post(formFor(end, 'Отчитаться на педсовете'), { ...report, doneOn: '28.05.2027', note: 'Протокол № 7' });
	expect(await answerAll(may, `${plan}/review`)).toBe(0);
	expect(await answerAll(on(school, '2027-05-31'), `${plan}/review`)).toBe(2);

	const june = on(school, '2027-06-20');
	expect(await text(june.get(plan))).toContain('7 мероприятий: выполнено 6, просроченного нет.'); // consultations: on demand
	expect(await text(june.get(`${plan}/print`))).toContain('Протокол № 7');
});
