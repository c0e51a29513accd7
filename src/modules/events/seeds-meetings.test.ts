import { beforeAll, expect, test } from 'vitest';
import { addressIn, aMeetingSchool, ledTo, made, proofOf, textOf } from '../../../test/event-story';
import { as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const september = { from: '2026-09-01', to: '2026-09-30', dueOn: '2026-09-30' };
const year = { from: '2026-09-01', to: '2027-05-31' };

test('S2 1.2: a council is called from the plan, held and signed; its minutes close the line, and who lacks a consent is seen until it is given', async () => {
	const title = 'Информирование педагогов о реализации системы наставничества';
	const { vera, curator, director, mentor, activity, occurrences } = await aMeetingSchool(world, 'Гимназия педсовета', {
		title,
		capability: 'inform',
		deadline: 'сентябрь',
		times: [september],
		results: ['Протокол педсовета', 'Согласия на обработку персональных данных']
	});
	const before = await textOf(vera.get(`/activities/${activity}`));
	expect(before).toContain(`href="/events?activity=${activity}"`);
	expect(await textOf(vera.get(`/events?activity=${activity}`))).toContain(title);
	const form = await textOf(vera.get(`/events/new?activity=${activity}&template=council`));
	for (const words of ['О принятии Положения', `value="${occurrences[0]}" selected`])
		expect(form, words).toContain(words);
	const event = await made(vera, {
		title: 'О внедрении системы наставничества',
		agenda: 'О внедрении системы наставничества; Дронова В. П.',
		consents: ['processing'],
		occurrence: occurrences[0] ?? ''
	});
	expect(await textOf(vera.get(event))).toContain('нет у 11 из 11');
	await vera.post(`${event}/attendance`, { came: [curator.personId, director.personId, mentor.personId] });
	expect((await proofOf(vera, activity)).card).not.toContain('выполнено');

	const minutes = await textOf(vera.get(`${event}/minutes`));
	expect(minutes).toMatch(new RegExp(`name="closes" value="${occurrences[0]}" checked`));
	const signed = await vera.post(`${event}/minutes/signature`, {
		version: '0',
		number: '1',
		chair: 'Ершов Г. И.',
		secretary: 'Дронова В. П.',
		present: '3',
		invited: '11',
		items: '1',
		'question-0': 'О внедрении системы наставничества',
		'speaker-0': 'Дронова В. П.',
		'decisions-0': '1',
		'text-0-0': 'Внедрить систему наставничества с 7 сентября',
		'responsible-0-0': 'куратор',
		'due-0-0': '07.09.2026',
		signedOn: '05.09.2026',
		closes: occurrences[0] ?? ''
	});
	expect(ledTo(signed)).toContain('closed=1');
	const { card, paper } = await proofOf(vera, activity);
	for (const words of ['выполнено', 'Протокол № 1 заседания педагогического совета от 04.09.2026'])
		expect(card, words).toContain(words);
	for (const words of [
		'ПРОТОКОЛ',
		'РЕШИЛИ:',
		'1.1. Внедрить систему наставничества с 7 сентября. Ответственный: куратор. Срок: до 07.09.2026.'
	])
		expect(paper, words).toContain(words);
	const decided = await textOf(vera.get(`${event}/minutes`));
	const toPlan = /href="(\/roadmap\/[^"]+\/activities\/new[^"]*)"/.exec(decided)?.[1]?.replaceAll('&amp;', '&') ?? '';
	const added = await textOf(vera.get(toPlan));
	for (const words of ['Внедрить систему наставничества с 7 сентября', 'value="07.09.2026"'])
		expect(added, words).toContain(words);

	const everybody = [
		...(await textOf(vera.get('/consents/entry/processing?everybody=on'))).matchAll(/name="person" value="([^"]+)"/g)
	].map(([, id = '']) => id);
	const given = await vera.post('/consents/entry/processing', {
		kind: 'processing',
		givenOn: '04.09.2026',
		person: everybody
	});
	expect(given.status).toBe(303);
	expect(await textOf(vera.get(event))).not.toContain('нет у 11 из 11');
	await vera.post(`${event}/minutes/unsigning`);
	expect((await proofOf(vera, activity)).card).toContain('в программе отменено');
});

test('S0 1.8: meetings of four kinds go on all year; each proves the line, its term is answered by one, and the list tells the kinds apart', async () => {
	const { vera, curator, mentor, mentee, activity, occurrences } = await aMeetingSchool(world, 'Школа разъяснений', {
		title: 'Разъяснительная работа: встречи, совещания, семинары, индивидуальные консультации',
		capability: 'inform',
		kind: 'throughout',
		deadline: 'постоянно',
		times: [{ kind: 'review', ...year, dueOn: '2026-09-30' }]
	});
	const [occurrence = ''] = occurrences;
	const kinds = ['Групповая встреча', 'Совещание при директоре', 'Семинар', 'Консультация'];
	const events: string[] = [];
	for (const kind of kinds)
		events.push(await made(vera, { kind, title: `${kind}: что такое наставничество`, agenda: '', occurrence }));
	for (const [at, event] of events.entries()) {
		const last = at === events.length - 1;
		const held = await vera.post(`${event}/attendance`, {
			came: [curator.personId, mentor.personId, mentee.personId],
			...(last && { closes: occurrence })
		});
		expect(ledTo(held)).toContain(`closed=${last ? 1 : 0}`);
	}
	const { card, paper } = await proofOf(vera, activity);
	for (const kind of kinds) expect(card, kind).toContain(`${kind}: ${kind}: что такое наставничество, 04.09.2026`);
	for (const words of ['Список присутствующих', 'Белова Анна Сергеевна', 'был']) expect(paper, words).toContain(words);
	const list = await textOf(vera.get('/events?filter=past&kind=Семинар'));
	expect(list).toContain('Семинар: что такое наставничество');
	expect(list).not.toContain('Консультация: что такое');
	expect(list).toContain('были 3 из 11');
});

test('S3 3.1: at a meeting mentors are called; Анна answers, takes it back, answers again; the register has her draft, and who lacks a consent is seen', async () => {
	const { vera, mentor, teacher, activity, occurrences } = await aMeetingSchool(
		world,
		'Детский сад «Теремок»',
		{ title: 'Вовлечение потенциальных наставников', capability: 'select', times: [september] },
		'kindergarten'
	);
	const [anna, nina] = [as(world, mentor), as(world, teacher)];
	const event = await made(vera, {
		kind: 'Групповая встреча',
		title: 'Приглашаем в наставники',
		callsMentors: 'on',
		consents: ['mentor'],
		occurrence: occurrences[0] ?? ''
	});
	expect(await textOf(anna.get(event))).toContain('Хочу быть наставником');
	await anna.post(`${event}/reply`, { reply: 'Могу помочь с режимными моментами' });
	const offers = () =>
		world.owner
			.selectFrom('mentor_offers')
			.select(['wishes', 'source_note', 'confirmed_at', 'removed_at'])
			.where('person_id', '=', mentor.personId)
			.orderBy('recorded_at')
			.execute();
	expect(await offers()).toMatchObject([
		{
			wishes: 'Могу помочь с режимными моментами',
			source_note: 'Приглашаем в наставники',
			confirmed_at: null,
			removed_at: null
		}
	]);
	await anna.post(`${event}/reply/undoing`);
	expect((await offers())[0]?.removed_at).not.toBeNull();
	await anna.post(`${event}/reply`, { reply: 'И с документами' });
	const card = await textOf(vera.get(event));
	for (const words of [
		'Белова Анна Сергеевна',
		'И с документами',
		'нет согласия на участие',
		'/consents/sheets/mentor?everybody=on'
	])
		expect(card, words).toContain(words);
	const person = await textOf(vera.get(`/registry/people/${mentor.personId}`));
	expect(person).toContain('И с документами');
	expect(await textOf(nina.get(event))).not.toContain('И с документами');

	const draft = await world.owner
		.selectFrom('mentor_offers')
		.select('id')
		.where('person_id', '=', mentor.personId)
		.where('removed_at', 'is', null)
		.executeTakeFirstOrThrow();
	await world.owner
		.updateTable('mentor_offers')
		.set({ confirmed_at: '2026-09-05T14:00:00Z', confirmed_by: mentor.personId })
		.where('id', '=', draft.id)
		.execute();
	expect(await textOf(anna.post(`${event}/reply/undoing`))).toContain('Куратор уже занимается вашим откликом');

	const held = await vera.post(`${event}/attendance`, {
		came: [mentor.personId, teacher.personId],
		closes: occurrences[0] ?? ''
	});
	expect(ledTo(held)).toContain('closed=1');
	expect((await proofOf(vera, activity)).card).toContain('выполнено');
});

test('S0 5.1: a meeting a month from September to May by the school’s calendar; each proves the line, and the finished series closes it', async () => {
	const { vera, curator, mentor, mentee, activity, occurrences } = await aMeetingSchool(world, 'Школа сопровождения', {
		title: 'Организационное сопровождение деятельности пар',
		capability: 'event',
		deadline: 'сентябрь – май',
		times: [{ ...year, dueOn: '2027-05-31' }]
	});
	const [occurrence = ''] = occurrences;
	const start = await textOf(vera.get(`/event-series/new?activity=${activity}`));
	for (const words of ['Организационное сопровождение деятельности пар', 'value="31.05.2027"'])
		expect(start, words).toContain(words);
	const first = {
		step: 'days',
		activity,
		kind: 'Совет наставников',
		title: 'Организационное сопровождение пар',
		from: '05.09.2026',
		to: '31.05.2027',
		every: 'month',
		skip: 'on'
	};
	const wrong = await vera.get(`/event-series/new?${new URLSearchParams({ ...first, to: '01.09.2026' })}`);
	expect(wrong.status).toBe(422);
	expect(await wrong.text()).toContain('Кончается раньше, чем начинается');
	const days = await textOf(vera.get(`/event-series/new?${new URLSearchParams(first)}`));
	for (const words of ['Выходит 9 встреч', 'вместо 5 сентября: это выходной', '7 сентября, пн'])
		expect(days, words).toContain(words);
	const dates = [...days.matchAll(/name="date" value="([^"]+)" checked/g)].map(([, on = '']) => on);
	expect(dates).toHaveLength(9);
	const fields = {
		...first,
		occurrence,
		date: dates.slice(1),
		startsAt: '15:00',
		place: 'Методкабинет',
		role: ['mentor', 'mentee'],
		announce: 'on'
	};
	expect((await vera.post('/event-series', { ...fields, date: [] })).status).toBe(422);
	const made = await vera.post('/event-series', fields);
	const series = addressIn(made);
	expect(await textOf(vera.get(series))).toContain('Проведено 0 из 8');
	const removed = await vera.post(`${series}/removal`);
	expect(await textOf(vera.get(ledTo(removed)))).toContain('Убран ряд «Организационное сопровождение пар»');
	expect(await textOf(vera.get('/events?filter=all'))).not.toContain('Совет наставников');
	await vera.post(`${series}/restoration`);

	const at = (day: string) => () => new Date(`${day}T11:00:00Z`);
	const links = [...(await textOf(vera.get(series))).matchAll(/href="(\/events\/[^"/]+)"/g)].map(
		([, href = '']) => href
	);
	for (const [index, event] of links.slice(0, 2).entries()) {
		const then = as(world, curator, at(dates[index + 1] ?? ''));
		const held = await then.post(`${event}/attendance`, {
			came: [mentor.personId, mentee.personId],
			outcome: 'Планы пар просмотрены'
		});
		expect(ledTo(held), ledTo(held)).toContain('closed=0');
	}
	const november = as(world, curator, at('2026-11-20'));
	const before = (await proofOf(november, activity)).card;
	expect(before.match(/Совет наставников: Организационное сопровождение пар, /g)?.length).toBeGreaterThanOrEqual(2);
	expect(before).not.toContain('выполнено');
	const page = await textOf(november.get(series));
	expect(page).toMatch(new RegExp(`name="closes" value="${occurrence}" checked`));
	const finished = await november.post(`${series}/finishing`, { closes: occurrence });
	expect(ledTo(finished)).toContain('closed=1');
	const { card, paper } = await proofOf(november, activity);
	for (const words of ['выполнено', 'Проведено 2 из 8, в среднем были 2']) expect(card, words).toContain(words);
	for (const words of ['Планы пар просмотрены', '2 из 2', 'предстоит']) expect(paper, words).toContain(words);
	await november.post(`${series}/finishing/undoing`);
	expect((await proofOf(november, activity)).card).toContain('в программе отменено');
});
