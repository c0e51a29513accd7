import { beforeAll, expect, test } from 'vitest';
import { location, text } from '../../../test/plan-story';
import { aPlan } from '../../../test/plans';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const cast = ['curator', 'director', 'mentor', 'mentee', 'teacher', 'personnel'] as const;

async function withLine(name: string, title: string) {
	const school = await aSchool(world, { name, roles: cast });
	const { activities } = await aPlan(world, school.curator, {
		stages: [
			{
				title: 'Работа пар',
				activities: [
					{
						title,
						deadline: 'сентябрь',
						capability: 'pair-order',
						times: [{ from: '2026-09-01', to: '2026-09-30' }],
						responsible: [{ text: 'Куратор', kind: 'person' }]
					}
				]
			}
		]
	});
	return { ...school, line: `/activities/${activities[title]?.id}` };
}
const closesIn = (page: string) => /name="closes"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? '';

test('S4 1.2: the pairs are settled by an order; the line of the plan is done, and the table of the pairs proves it', async () => {
	const { curator, mentor, mentee, teacher, director, line } = await withLine(
		'Лицей',
		'Приказ о закреплении наставнических пар и групп'
	);
	const vera = as(world, curator);
	expect(await text(vera.get(line))).not.toContain('Приказ о парах');
	const term = {
		from: '01.09.2026',
		to: '31.05.2027',
		kind: 'one-to-one',
		words: 'on',
		consents: 'on',
		papersOn: '04.09.2026'
	};
	for (const person of [mentee, teacher])
		await vera.post('/mentorships', { ...term, agreement: 'on', mentee: person.personId, mentor: mentor.personId });
	const page = await text(vera.get('/mentorships/order'));
	expect(page).toContain('Ждут приказа: 2 пары');
	const chosen = [...page.matchAll(/name="mentorship" value="([^"]+)"/g)].map(([, one]) => one ?? '');
	const order = { actKind: 'order', series: 'main', number: '16/1-О', signedOn: '05.09.2026', closes: closesIn(page) };
	expect((await vera.post('/mentorship-orders', order)).status, 'of no pair').toBe(422);
	const card = location(await vera.post('/mentorship-orders', { ...order, mentorship: chosen }));
	expect(await text(vera.get(card))).toContain('Закреплено: 2 пары');

	const done = await text(vera.get(line));
	expect(done).toMatch(/выполнено <time datetime="2026-09-05"/);
	for (const words of ['Приказ № 16/1-О от 05.09.2026', 'Закреплены наставнические пары и группы: 2'])
		expect(done).toContain(words);
	const file = /href="(\/files\/[^"]+)"/.exec(done)?.[1] ?? '';
	expect((await as(world, director).get(file)).status).toBe(200);
	expect((await as(world, mentor).get(file)).status, 'names are not for everybody who sees the line').toBe(404);

	// one pair was ticked by mistake, then the whole order proves to be another's
	const [wrong = '', right = ''] = chosen;
	const undoing = `${card.split('?')[0]}/undoing`;
	await vera.post(`/mentorships/${right}/suspension`, { on: '05.09.2026', reason: 'vacation' });
	const late = await vera.post(undoing);
	expect(late.status, 'something was done after the order').toBe(422);
	expect(await text(late)).toContain('после приказа уже сделано что-то ещё');
	expect((await vera.post(undoing, { mentorship: [wrong] })).status).toBe(303);
	expect(await text(vera.get(card))).toContain('Закреплено: 1 пара');
	expect(await text(vera.get(line)), 'the order stands for the other').not.toContain('отменено');
	const act = /name="act" value="([^"]+)"/.exec(await text(vera.get(`/mentorships/${right}`)))?.[1] ?? '';
	await vera.post(`/mentorships/${right}/undoing`, { act });
	expect((await vera.post(undoing)).status).toBe(303);
	expect(await text(vera.get('/mentorships/order'))).toContain('Ждут приказа: 2 пары');
	expect(await text(vera.get(line))).toContain('отменено');
});

test('S2 5.4, S3 5.1: the распоряжение is written down, each participant is told in their own words, the line is done', async () => {
	const { curator, personnel, mentor, mentee, line } = await withLine(
		'Сад',
		'Информирование участников о сложившихся парах, закрепление распоряжением руководителя'
	);
	const [vera, inna] = [as(world, curator), as(world, personnel)];
	await withAccounts(mentor.personId, mentee.personId);
	const term = { from: '07.09.2026', to: '31.05.2027', kind: 'one-to-one', words: 'on', papersOn: '04.09.2026' };
	await vera.post('/mentorships', { ...term, mentee: mentee.personId, mentor: mentor.personId });
	const page = await text(inna.get('/mentorships/order'));
	const [, chosen = ''] = /name="mentorship" value="([^"]+)"/.exec(page) ?? [];
	const order = { actKind: 'directive', series: 'staff', number: '7-р', signedOn: '05.09.2026', mentorship: chosen };
	const doubted = await inna.post('/mentorship-orders', order);
	expect(doubted.status, 'no consents yet').toBe(422);
	expect(await text(doubted)).toContain('Если так и должно быть');
	const closes = closesIn(await text(vera.get('/mentorships/order')));
	expect(closes).not.toBe('');
	const card = location(await vera.post('/mentorship-orders', { ...order, anyway: 'on', closes }));
	expect(card).toContain('closed=1');

	const told = await text(as(world, mentor).get('/notices'));
	for (const words of ['вы назначены наставником', 'Гусев Борис Олегович', 'Распоряжение № 7-р от 05.09.2026'])
		expect(told).toContain(words);
	expect(await text(as(world, mentee).get('/notices'))).toContain('у вас есть наставник');
	const done = await text(vera.get(line));
	expect(done).toMatch(/выполнено <time datetime="2026-09-05"/);
	for (const words of ['Распоряжение № 7-р от 05.09.2026', 'пары и группы: 1']) expect(done).toContain(words);
});

test('a line «для каждой пары» counts the pairs that work, and is marked for one of them', async () => {
	const { curator, mentor, mentee, teacher } = await aSchool(world, { name: 'Охват', roles: cast });
	const title = 'Провести открытый урок каждой паре';
	const { activities } = await aPlan(world, curator, {
		stages: [
			{
				title: 'Работа пар',
				activities: [{ title, deadline: 'до 25 октября', coverage: 'each-pair', times: [{ dueOn: '2026-10-25' }] }]
			}
		]
	});
	const [vera, line] = [as(world, curator), `/activities/${activities[title]?.id}`];
	expect(await text(vera.get(line))).toContain('список пока пуст');
	const done = {
		words: 'on',
		consents: 'on',
		agreement: 'on',
		papersOn: '04.09.2026',
		from: '01.09.2026',
		to: '31.05.2027'
	};
	const order = { actKind: 'order', series: 'main', orderNumber: '5', signedOn: '04.09.2026', kind: 'one-to-one' };
	for (const person of [mentee, teacher])
		await vera.post('/mentorships', { ...done, ...order, mentee: person.personId, mentor: mentor.personId });
	expect(await text(vera.get(line))).toContain('0 из 2 пар');
	const coverings = `/occurrences/${activities[title]?.occurrences[0]}/coverings`;
	const list = await text(vera.get(coverings));
	expect(list).toContain('Белова А. С. – Гусев Б. О.');
	const [, one = ''] = /value="([0-9a-f-]{36})"[^>]*>\s*<label[^>]*>Белова А. С. – Гусев/.exec(list) ?? [];
	expect((await vera.post(coverings, { ones: one, outcome: 'done', coveredOn: '05.09.2026' })).status).toBe(303);
	expect(await text(vera.get(line))).toContain('1 из 2 пар');
});

/** They sign in: notices are for those who do. */
async function withAccounts(...people: readonly string[]) {
	for (const person of people) {
		const account = crypto.randomUUID();
		await world.owner
			.insertInto('accounts')
			.values({ id: account, login: `u${account.slice(-12)}`, created_at: '2026-09-01T00:00:00Z' })
			.execute();
		await world.owner.updateTable('people').set({ account_id: account }).where('id', '=', person).execute();
	}
}
