import { beforeAll, expect, test } from 'vitest';
import { addressIn, aMeetingSchool, ledTo, made, textOf } from '../../../test/event-story';
import { as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { paragraphsOf } from '../../../test/word';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const september = { from: '2026-09-01', to: '2026-09-30', dueOn: '2026-09-30' };
const year = { from: '2026-09-01', to: '2027-05-31' };
/** The last file beside the mark of an activity, as it is read in Word. */
const proofOf = async (someone: ReturnType<typeof as>, activity: string) => {
	const card = await textOf(someone.get(`/activities/${activity}`));
	const copy = [...card.matchAll(/<a href="(\/files\/[^"]+)">/g)].at(-1)?.[1];
	return { card, paper: copy ? await paragraphsOf(someone.get(copy)) : [] };
};

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

test('S1 3: the staff are told; Анна taps «Ознакомлен(а)» on her phone, the rest sign a sheet that is ticked in; it closes the line', async () => {
	const { vera, mentor, mentee, teacher, activity, occurrences } = await aMeetingSchool(world, 'Школа информирования', {
		title: 'Информирование коллектива о системе наставничества',
		capability: 'inform',
		times: [september]
	});
	const [anna, boris] = [as(world, mentor), as(world, mentee)];
	const event = await made(vera, {
		kind: 'Объявление коллективу',
		title: 'О наставничестве в этом году',
		words: 'Участие добровольное.\nС вопросами – к куратору.',
		acquaints: 'on',
		acquaintBy: '25.09.2026',
		occurrence: occurrences[0] ?? ''
	});
	const day = await textOf(anna.get('/today')); // one tap …
	expect(day).toContain('Ознакомьтесь: О наставничестве в этом году');
	expect(day).toContain(`href="${event}"`);
	expect(day).toContain('Ознакомиться<span'); // asked at once, however far its last day
	const told = await textOf(anna.get(event));
	for (const words of ['Участие добровольное.', `action="${event}/acquaintance"`]) expect(told, words).toContain(words);
	await anna.post(`${event}/acquaintance`); // … and another
	expect(await textOf(anna.get(event))).toContain('вы ознакомились 5 сентября');
	expect(await textOf(anna.get('/today'))).not.toContain('О наставничестве в этом году');
	await boris.post(`${event}/acquaintance`);
	await boris.post(`${event}/acquaintance/undoing`);
	expect(await textOf(boris.get('/today'))).toContain('О наставничестве в этом году');

	const sheet = await paragraphsOf(vera.get(`${event}/sheet.docx`));
	for (const words of [
		'Лист ознакомления',
		'Участие добровольное.',
		'С вопросами – к куратору.',
		'Гусев Борис Олегович',
		'отмечено в программе'
	])
		expect(sheet, words).toContain(words);
	expect((await vera.post(`${event}/sheet`, { on: '06.09.2026', person: mentee.personId })).status).toBe(422); // tomorrow
	expect((await vera.post(`${event}/sheet`, { on: '05.09.2026' })).status).toBe(422); // nobody
	await vera.post(`${event}/sheet`, { on: '04.09.2026', person: [mentee.personId, teacher.personId, mentor.personId] });
	const page = await textOf(vera.get(`${event}/sheet`));
	for (const words of ['Ознакомились 3 из 11', 'на листе', 'в программе']) expect(page, words).toContain(words);
	expect((await boris.post(`${event}/acquaintance/undoing`)).status).toBe(422); // a signature is not his to take away
	await vera.post(`${event}/sheet/undoing`, { person: teacher.personId });

	const closed = await vera.post(`${event}/closing`, {
		outcome: 'Прочитано на планёрке',
		closes: occurrences[0] ?? ''
	});
	expect(ledTo(closed)).toContain('closed=1');
	const { card, paper } = await proofOf(vera, activity);
	for (const words of ['выполнено', 'Лист ознакомления: О наставничестве в этом году', 'Ознакомились 2 из 11'])
		expect(card, words).toContain(words);
	for (const words of ['04.09.2026', 'подпись на бумаге', 'отмечено в программе'])
		expect(paper, words).toContain(words);
});

test('S3 1.1: the kindergarten tells its community: parents are a word and a count, and the line is closed with them', async () => {
	const { vera, activity, occurrences } = await aMeetingSchool(
		world,
		'Детский сад «Рябинка»',
		{ title: 'Информирование сообщества о программе наставничества', capability: 'inform', times: [september] },
		'kindergarten'
	);
	expect(await textOf(vera.get('/events/new'))).toContain('Совещание при заведующем');
	const form = await textOf(vera.get(`/events/new?template=community&activity=${activity}`));
	for (const words of ['родители и обучающиеся', `value="${occurrences[0]}" selected`])
		expect(form, words).toContain(words);
	const event = await made(vera, {
		kind: 'Информирование родителей и обучающихся',
		title: 'О программе наставничества педагогов',
		staff: '',
		outside: 'родители всех групп',
		occurrence: occurrences[0] ?? ''
	});
	const wrong = await vera.post(`${event}/closing`, { outsideCount: 'почти все' });
	expect(wrong.status).toBe(422);
	expect(await wrong.text()).toContain('почти все');
	const closed = await vera.post(`${event}/closing`, {
		outsideCount: '148',
		outcome: 'Собрания групп и стенд у входа',
		closes: occurrences[0] ?? ''
	});
	expect(await textOf(vera.get(ledTo(closed)))).toContain('родители всех групп – 148');
	const { card, paper } = await proofOf(vera, activity);
	for (const words of ['выполнено', 'родители всех групп – 148']) expect(card, words).toContain(words);
	expect(paper).toContain('Со стороны: родители всех групп – 148.');
	await vera.post(`${event}/attendance/undoing`);
	expect((await proofOf(vera, activity)).card).toContain('в программе отменено');
});

test('S3 2.1: teachers are told by name and pupils as a count, each audience on its own; one announcement closes the line, the other proves it', async () => {
	const { vera, mentor, personnel, activity, occurrences } = await aMeetingSchool(world, 'Школа двух аудиторий', {
		title: 'Информировать педагогов, обучающихся о программе наставничества',
		capability: 'inform',
		times: [september]
	});
	const [occurrence = ''] = occurrences;
	const teachers = await made(vera, {
		kind: 'Объявление коллективу',
		title: 'Педагогам о программе',
		staff: '',
		everyone: 'on',
		acquaints: 'on',
		occurrence
	});
	const pupils = await made(vera, {
		kind: 'Информирование родителей и обучающихся',
		title: 'Обучающимся о втором учителе на уроке',
		staff: '',
		outside: 'обучающиеся 5–11 классов',
		occurrence
	});
	expect(await textOf(as(world, mentor).get('/today'))).toContain('Ознакомьтесь: Педагогам о программе');
	expect((await as(world, personnel).get(teachers)).status).toBe(404); // the personnel officer does not teach
	expect((await as(world, mentor).get(pupils)).status).toBe(404);
	await as(world, mentor).post(`${teachers}/acquaintance`);
	expect(ledTo(await vera.post(`${pupils}/closing`, { outsideCount: '310' }))).toContain('closed=0');
	expect((await proofOf(vera, activity)).card).not.toContain('выполнено');
	expect(ledTo(await vera.post(`${teachers}/closing`, { closes: occurrence }))).toContain('closed=1');
	const { card } = await proofOf(vera, activity);
	for (const words of ['выполнено', 'Ознакомились 1 из', 'обучающиеся 5–11 классов – 310'])
		expect(card, words).toContain(words);
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

test('S2 3.1: a programme of promotion is written from our lines and approved as a paper; the call leads to «Чем я могу быть полезен», and consents are gathered', async () => {
	const { vera, curator, mentor, activity, occurrences } = await aMeetingSchool(world, 'Гимназия продвижения', {
		title: 'Информирование потенциальных наставников',
		capability: 'inform',
		results: ['Программа продвижения', 'Анкета «Чем я могу быть полезен…»', 'Согласия'],
		times: [september]
	});
	const anna = as(world, mentor);
	const begun = await vera.post('/promotion-plans', {
		title: 'Программа продвижения наставничества',
		from: '07.09.2026'
	});
	const plan = addressIn(begun);
	const form = await textOf(vera.get(ledTo(begun)));
	for (const words of ['Анкета «Чем я могу быть полезен', 'value="07.09.2026"', 'value="14.09.2026"'])
		expect(form, words).toContain(words);
	const said = {
		version: '1',
		title: 'Программа продвижения наставничества',
		goal: 'Чтобы пришли пятеро',
		lines: '3',
		'on-0': '14.09.2026',
		'what-0': 'Встреча с наставниками прошлого года',
		'audience-0': 'педагоги',
		'channel-0': 'Актовый зал',
		'on-1': '07.09.2026',
		'what-1': 'Объявление: ищем наставников',
		'audience-1': 'педагоги',
		'channel-1': 'педсовет',
		'what-2': ''
	};
	const wrong = await vera.post(`${plan}/words`, { ...said, 'on-0': '31.09.2026' });
	expect(wrong.status).toBe(422);
	expect(await wrong.text()).toContain('Строка 1: укажите день');
	expect((await vera.post(`${plan}/words`, said)).status).toBe(303);
	expect((await vera.post(`${plan}/words`, said)).status).toBe(409);
	const approved = await vera.post(`${plan}/approval`, {
		...said,
		version: '2',
		on: '05.09.2026',
		closes: occurrences[0] ?? ''
	});
	expect(ledTo(approved)).toContain('closed=1');
	const { card, paper } = await proofOf(vera, activity);
	for (const words of ['выполнено', 'Программа продвижения наставничества, утверждена 05.09.2026'])
		expect(card, words).toContain(words);
	expect(paper.indexOf('Объявление: ищем наставников')).toBeLessThan(
		paper.indexOf('Встреча с наставниками прошлого года')
	);
	for (const words of ['Цель: Чтобы пришли пятеро', '07.09.2026', 'педсовет']) expect(paper, words).toContain(words);
	const toEvents =
		/href="(\/events\/new\?[^"]*title=[^"]*)"/.exec(await textOf(vera.get(plan)))?.[1]?.replaceAll('&amp;', '&') ?? '';
	const fromLine = await textOf(vera.get(toEvents));
	for (const words of ['Объявление: ищем наставников', 'value="07.09.2026"']) expect(fromLine, words).toContain(words);

	const taken = addressIn(await vera.post('/surveys/questionnaires', { library: 'mentor-offer', title: '', text: '' }));
	const id = taken.split('/')[3] ?? '';
	expect((await vera.post(`/surveys/questionnaires/${id}/versions`, { version: '1' })).status).toBe(303);
	const waves = await textOf(vera.get('/surveys/waves/new'));
	const edition = /name="edition"[\s\S]*?<option value="([0-9a-f-]{36})"/.exec(waves)?.[1] ?? '';
	const wave = addressIn(
		await vera.post('/surveys/waves', {
			...{ edition, title: 'Чем я могу быть полезен', identity: 'named', readers: ['curator'], role: ['mentor'] },
			...{ opensOn: '05.09.2026', closesOn: '20.09.2026' }
		})
	);
	expect((await vera.post(`${wave}/opening`)).status).toBe(303);
	const event = await made(vera, {
		kind: 'Приглашение стать наставником',
		title: 'Ищем наставников',
		heldOn: '05.09.2026',
		callsMentors: 'on',
		acquaints: 'on',
		consents: ['processing', 'mentor'],
		wave: wave.split('/').at(-1) ?? ''
	});
	const seen = await textOf(anna.get(event));
	expect(seen).toContain('Ответить на анкету «Чем я могу быть полезен»');
	const own = /href="(\/my-surveys\/[^"]+)"/.exec(seen)?.[1] ?? '';
	expect((await anna.get(own)).status).toBe(200);
	await anna.post(`${event}/reply`, { reply: 'Методика математики' });
	await vera.post('/consents/entry/mentor', { kind: 'mentor', givenOn: '05.09.2026', person: mentor.personId });
	const told = await textOf(vera.get(event));
	for (const words of ['Методика математики', 'Чем я могу быть полезен', 'Участие наставником'])
		expect(told, words).toContain(words);
	expect(told).not.toContain('нет согласия на участие');
	await vera.post(`${plan}/withdrawal`);
	expect((await proofOf(vera, activity)).card).toContain('в программе отменено');
	expect(curator.personId).toBeTruthy();
});

test('S0 1.1: acts are taken from the list with their levels; who read which is seen, signed on one sheet, and the sheet closes the line', async () => {
	const { vera, mentor, teacher, activity, occurrences } = await aMeetingSchool(world, 'Школа документов', {
		title: 'Изучение нормативных документов по наставничеству',
		capability: 'local-act',
		times: [september]
	});
	const [anna, nina] = [as(world, mentor), as(world, teacher)];
	expect(await textOf(vera.get('/acts'))).toContain('Трудовой кодекс Российской Федерации, статья 351.8');
	const form = await textOf(vera.get('/events/new?act=tk-351-8'));
	for (const words of ['value="Документ: федеральный" selected', 'статья 351.8', 'name="acquaints" value="on" checked'])
		expect(form, words).toContain(words);
	const code = await made(vera, {
		kind: 'Документ: федеральный',
		title: 'Трудовой кодекс Российской Федерации, статья 351.8',
		staff: '',
		role: ['mentor', 'teacher'],
		acquaints: 'on'
	});
	const ours = await made(vera, {
		kind: 'Документ: школьный',
		title: 'Положение о наставничестве педагогических работников',
		staff: '',
		role: ['mentor'],
		acquaints: 'on'
	});
	const before = await vera.post('/acts/closing', { closes: occurrences[0] ?? '' });
	expect(before.status).toBe(422);
	expect(await before.text()).toContain('Пока никто ни с чем не ознакомился');
	expect(await textOf(anna.get('/acts'))).toContain('вам ознакомиться с 2');
	expect(await textOf(nina.get('/acts'))).not.toContain('Положение о наставничестве');
	await anna.post(`${code}/acquaintance`);
	await anna.post(`${ours}/acquaintance`);
	const library = await textOf(vera.get('/acts'));
	for (const words of ['федеральный', 'школьный', '1 из 2', 'все']) expect(library, words).toContain(words);
	const closed = await vera.post('/acts/closing', { closes: occurrences[0] ?? '' });
	expect(ledTo(closed)).toContain('closed=1');
	const { card, paper } = await proofOf(vera, activity);
	for (const words of ['выполнено', 'Документов 2, все ознакомились с 1']) expect(card, words).toContain(words);
	for (const words of ['федеральный', 'Жукова Нина Львовна', '05.09.2026', '—']) expect(paper, words).toContain(words);
	const again = await vera.post('/acts/closing', { closes: occurrences[0] ?? '' });
	expect(await again.text()).toContain('уже отметил кто-то');
});
