import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { aPlan } from '../../../test/plans';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import type { Actor } from '../../core/actor';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const leadsTo = (answer: Response) => answer.headers.get('location') ?? '';

/** A school with both registers begun through the pages, and a plan with one activity of a capability. */
async function aBankedSchool(name: string, capability: string, title: string) {
	const school = await aSchool(world, { name });
	const plan = await aPlan(world, school.curator, {
		stages: [
			{
				title: 'Подготовка',
				activities: [
					{
						title,
						capability,
						deadline: 'сентябрь',
						times: [{ from: '2026-09-01', to: '2026-09-30', dueOn: '2026-09-30' }]
					}
				]
			}
		]
	});
	const vera = as(world, school.curator);
	await vera.post('/registry/mentors/entries', {
		person: [school.mentor.personId, school.teacher.personId],
		from: '01.09.2026'
	});
	await vera.post('/registry/mentees/entries', { person: school.mentee.personId, from: '01.09.2026' });
	const activity = plan.activities[title];
	return { ...school, vera, activity: activity?.id ?? '', occurrence: activity?.occurrences[0] ?? '' };
}

const offer = (more = {}) => ({
	version: '0',
	competences: ['discipline'],
	formats: [],
	capacity: '1',
	category: 'highest',
	source: 'words',
	saidOn: '04.09.2026',
	...more
});
const request = (more = {}) => ({
	version: '0',
	words: 'Не слушают на уроке',
	priority: '1',
	source: 'words',
	saidOn: '04.09.2026',
	'level-self-discipline': '3',
	...more
});

/** How an activity stands and what proves it. */
async function proofOf(activity: string, curator: Actor) {
	const page = await text(as(world, curator).get(`/activities/${activity}`));
	return { done: page.includes('выполнено'), page };
}

test('S3 4.1: Вера judges by the school’s criteria, decides with a reason, approves the register by an order; the activity is done with it', async () => {
	const { vera, curator, mentor, teacher, activity, occurrence } = await aBankedSchool(
		'Сад отбора',
		'select',
		'Отбор наставников по Положению, утверждение реестра'
	);
	expect((await proofOf(activity, curator)).done).toBe(false);
	await vera.post('/registry/criteria', {
		version: '0',
		teaching: '60',
		category: 'first',
		wish: 'on',
		manual: 'Нет взысканий'
	});
	await world.owner
		.updateTable('people')
		.set({ teaching_since: '2010-09-01' })
		.where('id', '=', mentor.personId)
		.execute();
	await vera.post(`/registry/people/${mentor.personId}/offer`, offer());
	await vera.post('/registry/mentors/decisions', { person: mentor.personId, act: 'met', criterion: 'Нет взысканий' });
	const selection = await text(vera.get('/registry/mentors/selection'));
	for (const words of [
		'Педагогический стаж от 5 лет',
		'16 лет',
		'есть предложение',
		'высшая',
		'стаж не указан',
		'отмечено'
	])
		expect(selection, words).toContain(words);

	const silent = await vera.post('/registry/mentors/decisions', {
		person: teacher.personId,
		act: 'no',
		on: '05.09.2026'
	});
	expect(silent.status).toBe(422);
	expect(await silent.text()).toContain('почему не отобран');
	await vera.post('/registry/mentors/decisions', {
		person: teacher.personId,
		act: 'no',
		on: '05.09.2026',
		reason: 'попросила отложить на год'
	});
	await vera.post('/registry/mentors/decisions', { person: mentor.personId, act: 'yes', on: '05.09.2026' });
	const form = await text(vera.get('/registry/mentors/approval'));
	expect(form).toContain('Отбор наставников по Положению');
	expect(form).toMatch(new RegExp(`value="${mentor.personId}" checked`));
	expect(form).not.toMatch(new RegExp(`value="${teacher.personId}" checked`));

	const approved = await vera.post('/registry/mentors/editions', {
		person: mentor.personId,
		on: '05.09.2026',
		actKind: 'order',
		actNumber: '12-о',
		actDate: '05.09.2026',
		closes: occurrence
	});
	expect(leadsTo(approved)).toContain('saved=approved&closed=1');
	const edition = await text(vera.get(leadsTo(approved)));
	for (const words of [
		'утверждён приказом от 05.09.2026 № 12-о',
		'Белова Анна Сергеевна',
		'Основные компетенции',
		'Дисциплина'
	])
		expect(edition, words).toContain(words);
	expect(edition).not.toContain('Жукова');
	const { done, page } = await proofOf(activity, curator);
	expect(done).toBe(true);
	expect(page).toContain('Банк наставников, редакция 1, утверждён приказом от 05.09.2026 № 12-о');
	const word = await vera.get(`${leadsTo(approved).split('?')[0]}/document.docx`);
	expect(word.headers.get('content-type')).toContain('wordprocessingml');
});

test('S1 5: the register of mentees is approved and closes its activity; an edition is frozen, the next tells what is otherwise', async () => {
	const { vera, curator, mentee, teacher, activity, occurrence } = await aBankedSchool(
		'Школа учёта',
		'registry',
		'Формирование банка: персонифицированный учёт'
	);
	await vera.post(`/registry/people/${mentee.personId}/request`, request());
	const approve = (person: readonly string[], closes: readonly string[] = []) =>
		vera.post('/registry/mentees/editions', { person, on: '05.09.2026', actKind: '', closes });
	const first = leadsTo(await approve([mentee.personId], [occurrence])).split('?')[0] ?? '';
	expect((await proofOf(activity, curator)).page).toContain('Банк наставляемых, редакция 1');
	expect((await proofOf(activity, curator)).done).toBe(true);
	const looked = () =>
		world.owner.selectFrom('access_log').select('field').where('subject_id', '=', mentee.personId).execute();
	await vera.get(first);
	await vera.get(`${first}/document.xlsx`);
	expect(await looked()).toEqual([{ field: 'card' }, { field: 'export' }]); // contacts stand in it

	await vera.post('/registry/mentees/entries', { person: teacher.personId, from: '02.09.2026' });
	await vera.post(`/registry/people/${mentee.personId}/request`, request({ words: 'И ещё журнал', priority: '2' }));
	const second = leadsTo(await approve([mentee.personId, teacher.personId])).split('?')[0] ?? '';
	expect(await text(vera.get(first))).not.toContain('И ещё журнал');
	const page = await text(vera.get(second));
	for (const words of ['Отличия от редакции 1', 'Жукова Нина Львовна', 'Гусев Борис Олегович (Основной запрос)'])
		expect(page, words).toContain(words);

	await vera.post(`${first}/withdrawal`);
	expect(await text(vera.get(first))).toContain('Утверждение отменено');
	await vera.post(`${first}/restoration`);
	expect(await text(vera.get(first))).not.toContain('Утверждение отменено');
	const nobody = await vera.post('/registry/mentees/editions', { on: '05.09.2026', actKind: '' });
	expect(nobody.status).toBe(422);
});

test('Вера and her colleague approve at the same moment: the later is told of the other’s edition, keeps what was typed and approves again', async () => {
	const { vera, curator, mentee } = await aBankedSchool('Школа двух кураторов', 'registry', 'Учёт вдвоём');
	const hers = {
		person: mentee.personId,
		on: '05.09.2026',
		actKind: 'order',
		actNumber: '77-о',
		note: 'После педсовета'
	};
	const other = await world.owner.startTransaction().execute();
	await sql`insert into register_editions (organisation_id, id, register, number, approved_on, contents, sha256, approved_at, approved_by)
		values (${curator.organisationId}, ${randomUUID()}, 'mentees', 1, '2026-09-05', '{"headings":[],"rows":[],"people":[],"organisation":""}',
			${'0'.repeat(64)}, now(), ${curator.personId})`.execute(other);
	const sent = vera.post('/registry/mentees/editions', hers);
	const { rows: mine } = await sql<{ xid: string }>`select pg_current_xact_id()::text as xid`.execute(other);
	const waits = sql`select pid from pg_locks where not granted and transactionid::text = ${mine[0]?.xid ?? ''}`;
	try {
		await expect.poll(async () => (await waits.execute(world.owner)).rows.length, { timeout: 20_000 }).toBe(1);
	} finally {
		await other.commit().execute();
	}
	const late = await sent;
	expect(late.status).toBe(409);
	const page = await late.text();
	for (const words of ['банк утвердил кто-то ещё: это редакция 1', 'Будет редакция 2', '77-о', 'После педсовета'])
		expect(page, words).toContain(words);
	expect(page).toMatch(new RegExp(`value="${mentee.personId}" checked`));
	expect(leadsTo(await vera.post('/registry/mentees/editions', hers))).toContain('saved=approved');
});

test('S2 3.3: requests beside offers, before any pair: who needs, who can, whom nobody can help; the report closes its activity', async () => {
	const { vera, curator, mentor, mentee, activity, occurrence } = await aBankedSchool(
		'Гимназия сопоставления',
		'match',
		'Соотнесение потребностей и возможностей'
	);
	expect(await text(vera.get('/registry/gaps'))).toContain('Сопоставлять пока нечего');
	await vera.post(`/registry/people/${mentor.personId}/offer`, offer());
	await vera.post(`/registry/people/${mentee.personId}/request`, request({ 'level-self-parents': '2' }));
	const table = await text(vera.get('/registry/gaps'));
	for (const words of [
		'Гусев Б. О.',
		'Белова А. С.',
		'помочь некому',
		'есть кому помочь',
		'Помочь пока некому: общение с родителями'
	])
		expect(table, words).toContain(words);
	const accepted = await vera.post('/registry/gaps', {
		on: '05.09.2026',
		conclusion: 'По родителям пригласим наставника из соседней школы.',
		closes: occurrence
	});
	expect(leadsTo(accepted)).toContain('closed=1');
	const report = await text(vera.get(leadsTo(accepted)));
	for (const words of ['из соседней школы', 'Общение с родителями', 'Гусев Б. О.'])
		expect(report, words).toContain(words);
	const { done, page } = await proofOf(activity, curator);
	expect(done).toBe(true);
	expect(page).toContain('Отчёт о сопоставлении запросов и предложений');
	await vera.post(`${leadsTo(accepted).split('?')[0]}/withdrawal`);
	expect(await text(vera.get(leadsTo(accepted).split('?')[0] ?? ''))).toContain('Отчёт отменён');
});

test('a mentee who has finished becomes a mentor in one act: out of one register, into the other, the way stays', async () => {
	const { vera, curator, mentee } = await aBankedSchool('Школа смены', 'practice', 'База наставников');
	const entry = await world.owner
		.selectFrom('register_entries')
		.select('id')
		.where('organisation_id', '=', curator.organisationId)
		.where('person_id', '=', mentee.personId)
		.executeTakeFirstOrThrow();
	expect(await text(vera.get('/registry/graduates'))).toContain('Пока никто не завершил');
	await vera.post(`/register-entries/${entry.id}/programme`, { from: '01.09.2026', partnerNote: 'сосед' });
	const programme = await world.owner
		.selectFrom('programme_periods')
		.select('id')
		.where('entry_id', '=', entry.id)
		.executeTakeFirstOrThrow();
	await vera.post(`/programme-periods/${programme.id}/ending`, {
		version: '1',
		on: '03.09.2026',
		outcome: 'completed',
		results: 'Ведёт уроки сам'
	});
	expect(await text(vera.get('/registry/graduates'))).toContain('Ведёт уроки сам');
	const tooEarly = await vera.post('/registry/graduates', { person: mentee.personId, from: '02.09.2026' });
	expect(tooEarly.status).toBe(422);
	const taken = leadsTo(await vera.post('/registry/graduates', { person: mentee.personId, from: '05.09.2026' }));
	expect(await text(vera.get('/registry/mentors'))).toContain('Гусев Борис Олегович');
	const card = await text(vera.get(`/registry/people/${mentee.personId}`));
	for (const words of ['стал наставником', 'завершена программа наставляемого', 'программа пройдена'])
		expect(card, words).toContain(words);
	expect(await text(vera.get('/registry/graduates'))).not.toContain('Гусев');

	await vera.post(`/register-acts/${new URLSearchParams(taken.split('?')[1]).get('act')}/entries/undoing`);
	expect(await text(vera.get('/registry/mentors'))).not.toContain('Гусев Борис Олегович');
	expect(await text(vera.get('/registry/mentees'))).toContain('Гусев Борис Олегович');
	expect(await text(vera.get('/registry/graduates'))).toContain('Ведёт уроки сам');
});

test('criteria changed by two at once: the later one is told; the number of months must be a number', async () => {
	const { vera, director } = await aBankedSchool('Школа критериев', 'registry', 'Банк');
	await vera.post('/registry/criteria', { version: '0', teaching: '12' });
	const late = await as(world, director).post('/registry/criteria', { version: '0', teaching: '24' });
	expect(late.status).toBe(409);
	const wrong = await vera.post('/registry/criteria', { version: '1', teaching: 'год' });
	expect(wrong.status).toBe(422);
	expect(await wrong.text()).toContain('36 – это три года');
});
