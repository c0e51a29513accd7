import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { inFile, location, text } from '../../../test/plan-story';
import { aSchool, as, id } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const at = (day: string) => () => new Date(`${day}T05:00:00Z`);
const cast = ['curator', 'director', 'mentor', 'mentee', 'teacher', 'personnel', 'psychologist'] as const;
const all = { words: 'on', consents: 'on', agreement: 'on', papersOn: '04.09.2026' };
const order = { actKind: 'order', series: 'main', orderNumber: '16/1-О', signedOn: '04.09.2026' };
const actIn = (page: string) => /name="act" value="([^"]+)"/.exec(page)?.[1] ?? '';

/** A pair that works by an order since 4 September. */
async function workingPair(name: string) {
	const school = await aSchool(world, { name, roles: cast });
	const vera = as(world, school.curator);
	await vera.post('/registry/mentees/entries', { person: school.mentee.personId, from: '01.09.2026' });
	const people = { mentee: school.mentee.personId, mentor: school.mentor.personId };
	const term = { from: '01.09.2026', to: '31.05.2027', kind: 'one-to-one' };
	const card = location(await vera.post('/mentorships', { ...people, ...term, ...all, ...order })).split(
		'?'
	)[0] as string;
	return { ...school, card, id: card.split('/').at(-1) as string };
}
const programmes = async (mentorship: string) =>
	(
		await sql<{ from: string; to: string | null; outcome: string | null; partner: string }>`
			select lower(period) as from, upper(period) - 1 as to, outcome, partner_id as partner from programme_periods
			where mentorship_id = ${mentorship} and removed_at is null`.execute(world.owner)
	).rows;

test('a pause stops, the term moves by its days, кадры are told what to change; the last act can be taken back', async () => {
	const { curator, card, id: pair, mentor } = await workingPair('Пауза');
	const october = as(world, curator, at('2026-10-05'));
	await october.post(`${card}/suspension`, {
		on: '05.10.2026',
		until: '25.10.2026',
		reason: 'sick-leave',
		confidence: 'Перелом'
	});
	const paused = await text(october.get(card));
	for (const words of ['приостановлена', 'Приказ о приостановлении', 'Назначить временного наставника', 'Перелом'])
		expect(paused).toContain(words);
	const late = await october.post(`${card}/suspension`, { on: '06.10.2026', reason: 'sick-leave' });
	expect(late.status, 'paused already').toBe(422);
	const back = as(world, curator, at('2026-10-26'));
	await back.post(`${card}/resumption`, { on: '26.10.2026', shift: 'on' });
	const goesOn = await text(back.get(card));
	expect(goesOn).toContain('1 сентября 2026 – 21 июня 2027');
	await back.post(`${card}/undoing`, { act: actIn(goesOn) });
	expect(await text(back.get(card))).toContain('1 сентября 2026 – 31 мая 2027');
	const stale = await back.post(`${card}/undoing`, { act: actIn(goesOn) });
	expect(stale.status).toBe(422);
	expect(await programmes(pair)).toEqual([{ from: '2026-09-01', to: null, outcome: null, partner: mentor.personId }]);
});

test('the employer warns three working days ahead, the mentor refuses at once; the private reason stays with the curator', async () => {
	const { curator, personnel, card, id: pair, mentee } = await workingPair('Прекращение');
	const friday = as(world, curator, at('2026-10-30')); // before the holidays of November: 4 November is free, 3 works
	const ending = { reason: 'employer', noticedOn: '30.10.2026', confidence: 'Жалоба родителей' };
	const early = await friday.post(`${card}/ending`, { ...ending, on: '04.11.2026' });
	expect(early.status).toBe(422);
	expect(await text(early)).toContain('не раньше 05.11.2026');
	expect((await friday.post(`${card}/ending`, { ...ending, on: '05.11.2026' })).status).toBe(303);
	const page = await text(friday.get(card));
	for (const words of ['заканчивается', 'Жалоба родителей', 'работодатель отменил поручение', 'Приказ о прекращении'])
		expect(page).toContain(words);
	expect(await text(as(world, personnel).get(card))).not.toContain('Жалоба');
	expect((await programmes(pair))[0]).toMatchObject({ to: '2026-11-05', outcome: 'stopped' });
	const told = await text(as(world, mentee, at('2026-10-30')).get('/notices'));
	expect(told).not.toContain('Жалоба');

	await friday.post(`${card}/undoing`, { act: actIn(page) });
	expect((await programmes(pair))[0]).toMatchObject({ to: null, outcome: null });
	expect((await friday.post(`${card}/ending`, { reason: 'mentor-refused', on: '30.10.2026' })).status).toBe(303);
});

test('another mentor comes, the first stays in the history; a third joins, one leaves; the same pair is free again', async () => {
	const { curator, mentor, mentee, teacher, psychologist, card, id: pair } = await workingPair('Смена');
	const vera = as(world, curator, at('2026-11-02'));
	const told = { reason: 'mentor-refused', confidence: 'Гусев просил другую: на него кричали' };
	const form = { was: mentor.personId, person: teacher.personId, on: '02.11.2026', ...told };
	expect((await vera.post(`${card}/replacement`, { ...form, person: mentee.personId })).status).toBe(422);
	expect((await vera.post(`${card}/replacement`, form)).status).toBe(303);
	const page = await text(vera.get(card));
	for (const words of ['Жукова Н. Л. → Гусев Б. О.', 'Было раньше', 'Приказ о замене наставника'])
		expect(page).toContain(words);
	expect((await programmes(pair))[0]).toMatchObject({ partner: teacher.personId, to: null });
	expect(await text(as(world, mentor, at('2026-11-02')).get('/my-pair'))).toContain('Гусев');
	expect(page, 'the curator reads why').toContain('на него кричали');
	for (const one of [mentor, mentee, teacher]) {
		const file = await inFile(as(world, one).get('/my-data/export'));
		expect(file).toContain('вы настав');
		expect(file, 'told in confidence by another').not.toContain('кричали');
	}

	expect(
		(await vera.post(`${card}/joining`, { side: 'mentee', person: psychologist.personId, on: '02.11.2026' })).status
	).toBe(303);
	expect(await text(vera.get(card))).toContain('триада: наставник и двое');
	expect(
		(await vera.post(`${card}/leaving`, { person: psychologist.personId, on: '10.11.2026', reason: 'mentee-wish' }))
			.status
	).toBe(303);
	expect(await text(vera.get(card))).toContain('пара, традиционное');
	const people = { mentee: mentee.personId, mentor: mentor.personId };
	const again = await vera.post('/mentorships', { ...people, from: '03.11.2026', to: '31.05.2027', kind: 'reverse' });
	expect(again.status).toBe(303);
});

test('Жукова stands in till 30 October: Белова stays the mentor; a newcomer is not led by whoever stands in; after her day she is asked for nothing', async () => {
	const { curator, mentor, teacher, psychologist, card, id: pair } = await workingPair('Временный наставник');
	const october = as(world, curator, at('2026-10-05'));
	const form = { was: mentor.personId, person: teacher.personId, on: '05.10.2026', reason: 'sick-leave' };
	const late = await october.post(`${card}/replacement`, { ...form, until: '01.06.2027' });
	expect(await text(late)).toContain('Укажите день с 05.10.2026 по 31.05.2027');
	expect((await october.post(`${card}/replacement`, { ...form, until: '30.10.2026' })).status).toBe(303);
	const page = await text(october.get(card));
	for (const words of ['Белова А. С., Жукова Н. Л. → Гусев Б. О.', 'временно, по 30.10.2026', 'Ответ: Жукова'])
		expect(page).toContain(words);
	const natalya = as(world, teacher, at('2026-10-05'));
	expect(await text(natalya.get('/today'))).toContain('Гусев Борис Олегович');
	const asked = await text(natalya.get('/my-pair'));
	for (const words of [
		'От вас ждут ответа',
		'Вы наставник: Гусев Борис Олегович',
		'Если не согласны, скажите куратору'
	])
		expect(asked).toContain(words);
	expect((await natalya.post(`/my-pair/${pair}/answer`, { answer: 'accepted' })).status).toBe(303);
	const answered = await text(natalya.get('/my-pair'));
	expect(answered).not.toContain('От вас ждут ответа');
	expect(answered).not.toContain('value="accepted"');
	expect(await programmes(pair)).toEqual([{ from: '2026-09-01', to: null, outcome: null, partner: mentor.personId }]);
	const alone = { person: mentor.personId, on: '10.10.2026', reason: 'circumstances' };
	const leaving = await october.post(`${card}/leaving`, alone);
	expect(leaving.status, 'whoever stands in is no pair').toBe(422);

	const joining = { side: 'mentee', person: psychologist.personId, on: '12.10.2026' };
	expect((await october.post(`${card}/joining`, joining)).status).toBe(303);
	const { rows } = await sql<{ mentor: string }>`select mentor_id as mentor from mentorship_pairs
		where mentorship_id = ${pair} and mentee_id = ${psychologist.personId}`.execute(world.owner);
	expect(rows).toEqual([{ mentor: mentor.personId }]);
	const november = await text(as(world, curator, at('2026-11-02')).get(card));
	expect(november).toContain('Белова А. С. → Гусев Б. О., ');
	expect(november).not.toContain('Ответ: Жукова');
	const hers = await text(as(world, teacher, at('2026-11-02')).get('/my-pair'));
	expect(hers).toContain('Сейчас вы ни с кем не в паре');
	expect(hers).toContain('Вы были наставником: Гусев Борис Олегович');
});

test('ended while Жукова stands in: Гусев is without a mentor from the next day; undone, she stands in as was meant', async () => {
	const { curator, mentor, teacher, card } = await workingPair('Вместо наставника');
	const days = (day: string) => as(world, curator, at(day));
	const form = { was: mentor.personId, person: teacher.personId, on: '05.10.2026', reason: 'trip' };
	expect((await days('2026-10-05').post(`${card}/replacement`, { ...form, until: '30.10.2026' })).status).toBe(303);
	expect(await text(days('2026-10-05').get(card))).toContain('командировка или обучение, временно, по 30.10.2026');
	await days('2026-10-20').post(`${card}/ending`, { on: '20.10.2026', reason: 'mentee-wish' });
	const ended = await text(days('2026-10-21').get(card));
	expect(ended).toContain('Белова А. С., Жукова Н. Л. → Гусев Б. О.');
	expect(await text(days('2026-10-21').get('/mentorships/unmatched'))).toContain('Гусев Борис Олегович');
	await days('2026-10-21').post(`${card}/undoing`, { act: actIn(ended) });
	const { rows } = await sql<{ to: string }>`select upper(period) - 1 as to from mentorship_pairs
		where mentorship_id = ${card.split('/').at(-1)} order by upper(period)`.execute(world.owner);
	expect(rows).toEqual([{ to: '2026-10-30' }, { to: '2027-05-31' }]);
});

test('an ending is not undone when the two have come together anew; a head does not come by a change where heads are no mentors', async () => {
	const { curator, mentor, mentee, card } = await workingPair('Снова вместе');
	const vera = as(world, curator, at('2026-10-20'));
	await vera.post(`${card}/ending`, { on: '20.10.2026', reason: 'mentee-wish' });
	const act = actIn(await text(vera.get(card)));
	const anew = { mentee: mentee.personId, mentor: mentor.personId, from: '01.12.2026', to: '31.05.2027' };
	const second = location(await vera.post('/mentorships', { ...anew, kind: 'one-to-one', ...all, ...order }));
	const undone = await vera.post(`${card}/undoing`, { act });
	expect(undone.status).toBe(422);
	expect(await text(undone)).toContain('уже пара с 01.12.2026 по 31.05.2027');

	await vera.post('/mentorships/settings', { version: '0', headsForbidden: 'on' });
	const head = { was: mentor.personId, person: curator.personId, on: '02.12.2026', reason: 'circumstances' };
	const forbidden = await vera.post(`${second.split('?')[0]}/replacement`, head);
	expect(forbidden.status).toBe(422);
	expect(await text(forbidden)).toContain('решено, что руководители наставниками не назначаются');
});

test('completed, extended, without an order: each in its turn only', async () => {
	const { curator, mentor, teacher, card, id: pair } = await workingPair('Конец года');
	const june = as(world, curator, at('2027-06-02'));
	expect(await text(june.get(card))).toContain('срок вышел');
	await june.post(`${card}/extension`, { to: '31.12.2027' });
	expect(await text(june.get(card))).toContain('31 декабря');
	expect((await june.post(`${card}/extension`, { to: '30.11.2027' })).status).toBe(422);
	expect((await june.post(`${card}/completion`, { on: '03.06.2027' })).status, 'that day has not come').toBe(422);
	expect((await june.post(`${card}/completion`, { on: '01.06.2027', words: 'Ведёт кружок сама' })).status).toBe(303);
	expect((await programmes(pair))[0]).toMatchObject({ to: '2027-06-01', outcome: 'completed' });
	const over = await june.post(`${card}/suspension`, { on: '01.06.2027', reason: 'vacation' });
	expect(over.status).toBe(422);
	expect(await text(over)).toContain('завершена');

	const term = { from: '01.06.2027', to: '31.12.2027', kind: 'situational' };
	const fresh = { mentee: teacher.personId, mentor: mentor.personId, ...term };
	const other = location(await june.post('/mentorships', fresh)).split('?')[0] as string;
	expect((await june.post(`${other}/allowance`, { words: 'Приказ у учредителя' })).status, 'nobody has agreed').toBe(
		422
	);
	const both = [`word mentor ${mentor.personId}`, `word mentee ${teacher.personId}`];
	expect((await june.post(`${other}/papers`, { on: '02.06.2027', need: both })).status).toBe(303);
	expect((await june.post(`${other}/allowance`, { words: 'Приказ у учредителя' })).status).toBe(303);
	expect(await text(june.get(other))).toContain('без приказа');
});

test('in May Вера decides pair by pair: one goes on, one is proposed anew, one is left for later; undone, it is as it was', async () => {
	const { curator, mentor, teacher, card, id: first } = await workingPair('Год');
	const vera = as(world, curator);
	const term = { from: '01.09.2026', to: '31.05.2027', kind: 'one-to-one' };
	const other = { mentee: teacher.personId, mentor: mentor.personId };
	const second = location(await vera.post('/mentorships', { ...other, ...term, ...all, ...order })).split(
		'?'
	)[0] as string;
	const june = as(world, curator, at('2027-06-01'));
	const page = await text(june.get('/mentorships/next-year'));
	for (const words of ['Действуют 2 пары', 'срок вышел', '01.09.2027', '31.05.2028']) expect(page).toContain(words);
	const days = { endOn: '31.05.2027', from: '01.09.2027', to: '31.05.2028' };
	expect((await june.post('/mentorships/next-year', days)).status, 'nothing chosen').toBe(422);
	const chosen = { ...days, [`fate-${first}`]: 'extend', [`fate-${second.split('/').at(-1)}`]: 'anew' };
	const done = location(await june.post('/mentorships/next-year', chosen));
	expect(await text(june.get(done))).toContain('продлено 1, завершено 0, предложено заново 1');
	expect(await text(june.get(card))).toContain('31 мая 2028');
	expect(await text(june.get(second))).toContain('завершена');
	expect(await text(june.get('/mentorships?filter=asked'))).toContain('Белова А. С. → Жукова Н. Л.');
	expect((await june.post('/mentorships/next-year', chosen)).status, 'decided already').toBe(422);
	const longer = await text(june.get(card));
	await june.post(`${card}/undoing`, { act: actIn(longer) });
	expect(await text(june.get(card))).toContain('31 мая 2027');
});

test('the database itself refuses oneself as a mentor and the same pair twice at a time', async () => {
	const { organisationId: organisation_id, mentor, mentee, id: mentorship_id } = await workingPair('Стена');
	const step = await world.owner
		.selectFrom('mentorship_steps')
		.select('id')
		.where('mentorship_id', '=', mentorship_id)
		.where('position', '=', 1)
		.executeTakeFirstOrThrow();
	const row = { organisation_id, mentorship_id, joined_step: step.id, mentor_id: mentor.personId };
	const write = (mentee_id: string, period: string) =>
		world.owner
			.insertInto('mentorship_pairs')
			.values({ ...row, id: id(), mentee_id, period })
			.execute();
	await expect(write(mentor.personId, '[2026-09-01,2027-06-01)')).rejects.toThrow(/nobody_mentors_themselves/);
	await expect(write(mentee.personId, '[2027-05-31,2027-08-01)')).rejects.toThrow(/one_pair_once_at_a_time/);
	await write(mentee.personId, '[2027-06-01,2027-08-01)');
});
