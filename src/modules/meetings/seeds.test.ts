import { beforeAll, expect, test } from 'vitest';
import { aPairOf, logged } from '../../../test/meeting-story';
import { location, text } from '../../../test/plan-story';
import { aPlan } from '../../../test/plans';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { paragraphsOf } from '../../../test/word';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});
const cast = ['curator', 'director', 'mentor', 'mentee', 'teacher'] as const;
const on = (day: string) => () => new Date(`${day}T05:00:00Z`);

async function withLine(name: string, title: string, results: string[] = []) {
	const school = await aSchool(world, { name, roles: cast });
	const { activities } = await aPlan(world, school.curator, {
		stages: [
			{
				title: 'Работа пар',
				activities: [
					{
						...{ title, deadline: 'сентябрь – май', capability: 'meetings', results },
						...{
							times: [{ from: '2026-09-01', to: '2027-05-31' }],
							responsible: [{ text: 'Куратор', kind: 'person' as const }]
						}
					}
				]
			}
		]
	});
	const pair = await aPairOf(world, school);
	return { ...school, pair, journal: `/mentorships/${pair}/meetings`, line: `/activities/${activities[title]?.id}` };
}
type School = Awaited<ReturnType<typeof withLine>>;

/** The curator puts the list as it stands to the line of the plan; answers with the line's page and the words of the file. */
async function prove({ curator, line }: School, of: string, day: string) {
	const vera = as(world, curator, on(day));
	expect(await text(vera.get(line)), 'nothing beforehand').not.toContain('Встречи пар.docx');
	const page = await text(vera.get(`/mentorships/meetings/proof?of=${of}`));
	const closes = /name="closes"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? '';
	expect((await vera.post('/mentorships/meetings/proof', { of })).status, 'of no line').toBe(422);
	const saved = await vera.post('/mentorships/meetings/proof', { of, closes });
	expect(location(saved)).toContain('closed=1');
	const done = await text(vera.get(line));
	expect(done).toContain(`выполнено <time datetime="${day}"`);
	const file = /href="(\/files\/[^"]+)"/.exec(done)?.[1] ?? '';
	return { done, words: (await paragraphsOf(vera.get(file))).join('\n') };
}

async function meets({ mentor, mentee, journal }: School, day: string, what: Record<string, string>) {
	const [anna, boris] = [as(world, mentor, on(day)), as(world, mentee, on(day))];
	const heldOn = day.split('-').reverse().join('.');
	expect((await anna.post(journal, logged({ heldOn, ...what }))).status, day).toBe(303);
	const card =
		/href="(\/meetings\/[0-9a-f-]{36})" class="button primary"|class="button primary" href="(\/meetings\/[0-9a-f-]{36})"/.exec(
			await text(boris.get(journal))
		);
	const answer = await boris.post(`${card?.[1] ?? card?.[2]}/feedback`, {
		answer: 'helped',
		...(what.ready && { ready: 'yes' })
	});
	expect(answer.status, `feedback of ${day}`).toBe(303);
}

test('S2 6.1: the pair gets to know each other, both say that they are ready, and the line of the plan is done by it', async () => {
	const school = await withLine('Первая', 'Проведение первой встречи наставника и наставляемого (встреча-знакомство)');
	const vera = as(world, school.curator, on('2026-09-08'));
	expect((await vera.post('/mentorships/meetings/proof', { of: 'first', closes: crypto.randomUUID() })).status).toBe(
		422
	);
	await meets(school, '2026-09-07', { kind: 'first', ready: 'yes' });
	const { done, words } = await prove(school, 'first', '2026-09-08');
	expect(done).toContain('Встречи-знакомства: готовность обоих: 1 из 1');
	for (const said of ['Белова А. С. → Гусев Б. О.', '07.09.2026', 'оба готовы']) expect(words).toContain(said);
});

test('S2 6.2, S3 5.2: the planning meeting makes the plan of meetings by the school calendar, and proves the line', async () => {
	const school = await withLine('Планирование', 'Проведение встречи-планирования рабочего процесса');
	const vera = as(world, school.curator);
	const vacation = { kind: 'vacation', name: 'Осенние', from: '26.10.2026', to: '03.11.2026' };
	expect((await vera.post('/calendar/2026/days-off', vacation)).status).toBe(303);
	await meets(school, '2026-09-07', { kind: 'first', ready: 'yes' });
	await meets(school, '2026-09-14', { kind: 'planning' });
	const anna = as(world, school.mentor, on('2026-09-14'));
	const form = await text(anna.get(`/mentorships/${school.pair}/meeting-plan`));
	const day = [...form.matchAll(/name="day" value="([^"]+)"/g)].map(([, one]) => one ?? '');
	expect(day[0]).toBe('28.09.2026');
	expect(day.slice(1, 4), 'no day of the vacations, none in which nobody works').toEqual([
		'12.10.2026',
		'23.10.2026',
		'13.11.2026'
	]);
	const seen = /name="seen" value="([^"]*)"/.exec(form)?.[1] ?? '';
	expect(
		(await anna.post(`/mentorships/${school.pair}/meeting-plan`, { day, lasts: '45', startsAt: '14:30', seen })).status
	).toBe(303);
	const calendar = await text(as(world, school.mentee, on('2026-09-14')).get(`${school.journal}/calendar`));
	expect(calendar, 'half past two in Novosibirsk').toContain('DTSTART:20260928T073000Z');
	const { words } = await prove(school, 'planning', '2026-09-15');
	for (const said of ['14.09.2026', '28.09.2026', '12.10.2026']) expect(words).toContain(said);
});

test('S2 6.3, S3 6.2: regular meetings with an answer of both, not rarer than the plan says; who is silent is seen and reminded once', async () => {
	const title =
		'Организация комплекса последовательных регулярных встреч с обязательным заполнением форм обратной связи';
	const school = await withLine('Регулярные', title, ['Встречи проводятся не реже одного раза в две недели.']);
	await meets(school, '2026-09-07', { kind: 'first', ready: 'yes' });
	await meets(school, '2026-09-14', { kind: 'planning' });
	await meets(school, '2026-09-28', { format: 'visit', topic: 'Урок в 7 «Б»' });
	const vera = as(world, school.curator, on('2026-10-13'));
	expect(await text(vera.get('/mentorships/meetings'))).toContain('1 пара без встречи дольше');
	const nudges = `/mentorships/${school.pair}/nudges`;
	expect((await vera.post(nudges, { about: 'quiet' })).status).toBe(303);
	const again = await vera.post(nudges, { about: 'quiet' });
	expect(again.status, 'once a week').toBe(422);
	expect(await text(again)).toContain('меньше недели назад');
	await meets(school, '2026-10-13', { topic: 'Контрольная' });
	expect(await text(vera.get('/mentorships/meetings'))).toContain('Все идущие пары встречаются вовремя');
	const { words } = await prove(school, 'regular', '2026-10-14');
	for (const said of ['07.09.2026, 14.09.2026, 28.09.2026, 13.10.2026', '4 из 4']) expect(words).toContain(said);
	const journal = await as(world, school.mentee, on('2026-10-14')).get(`${school.journal}/journal.docx`);
	const log = (await paragraphsOf(journal)).join('\n');
	for (const said of ['ЖУРНАЛ ВСТРЕЧ', 'Белова Анна Сергеевна', 'взаимопосещение', 'Урок в 7 «Б»', '2 из 2'])
		expect(log).toContain(said);
	const report = await as(world, school.mentor, on('2026-10-14')).get(`${school.journal}/report.docx`);
	expect((await paragraphsOf(report)).join('\n')).toContain(
		'Встреч состоялось: 4, часов: 2,7, из них взаимопосещений: 1'
	);
});

test('S2 6.4: the pair closes its work, all pairs and groups meet once more, and the line is done by both', async () => {
	const school = await withLine(
		'Итоговые',
		'Организация итоговых встреч: пары и групповая заключительная встреча всех пар и групп'
	);
	await meets(school, '2027-05-17', { kind: 'final', goal: 'reached', works: 'Борис ведёт уроки сам' });
	const vera = as(world, school.curator, on('2027-05-25'));
	const final = { heldOn: '24.05.2027', place: 'Актовый зал', works: 'Подвели итоги года', mentorship: school.pair };
	expect((await vera.post('/mentorships/meetings/group-final', { ...final, heldOn: '26.05.2027' })).status).toBe(422);
	expect((await vera.post('/mentorships/meetings/group-final', final)).status).toBe(303);
	expect((await vera.post('/mentorships/meetings/group-final', final)).status, 'the same once more').toBe(422);
	expect(await text(as(world, school.mentee, on('2027-05-25')).get(school.journal))).toContain('Подвели итоги года');
	const { words } = await prove(school, 'final', '2027-05-25');
	for (const said of ['17.05.2027', 'цель достигнута', 'Борис ведёт уроки сам']) expect(words).toContain(said);
});
