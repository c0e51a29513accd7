import { beforeAll, expect, test } from 'vitest';
import { addressIn, anEvent, ledTo, made, textOf, tickedIn } from '../../../test/event-story';
import { costsTheSame, countingQueries } from '../../../test/queries';
import { aSchool, as, clock } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { paragraphsOf } from '../../../test/word';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const later = () => new Date('2026-09-09T09:00:00Z');

test('Вера calls a meeting: the called find it in their day and in search, others do not; it is held, corrected, taken back', async () => {
	const { curator, mentor, teacher } = await aSchool(world, { name: 'Школа встреч' });
	const [vera, anna, nina] = [as(world, curator), as(world, mentor), as(world, teacher)];
	const event = await made(vera, {
		kind: 'Групповая встреча',
		title: 'Знакомство наставников',
		heldOn: '08.09.2026',
		startsAt: '14.30',
		place: 'Библиотека',
		staff: '',
		role: ['mentor', 'mentee']
	});
	const day = await textOf(anna.get('/today'));
	for (const words of ['Групповая встреча: Знакомство наставников', '14:30, Библиотека']) expect(day).toContain(words);
	expect(await textOf(nina.get('/today'))).not.toContain('Знакомство наставников');
	expect((await nina.get(event)).status).toBe(404);
	expect(await textOf(anna.get('/search?q=знакомство'))).toContain(event);
	expect(await textOf(nina.get('/search?q=знакомство'))).not.toContain(event);
	const seen = await textOf(anna.get(event));
	expect(seen).toContain('Библиотека');
	expect(seen).not.toContain('Гусев'); // who else is called is for those who keep it

	expect((await vera.post(`${event}/attendance`, {})).status).toBe(422); // not yet
	const then = as(world, curator, later);
	expect(await textOf(then.get('/today'))).toContain('Кто был: ');
	const form = await textOf(then.get(`${event}/attendance`));
	expect(tickedIn(form).sort()).toEqual([mentor.personId, tickedIn(form).find((id) => id !== mentor.personId)].sort());
	const held = await then.post(`${event}/attendance`, { came: mentor.personId, outcome: 'Договорились о трёх парах' });
	const card = await textOf(then.get(ledTo(held)));
	for (const words of ['были 1 из 2', 'состоялось', 'Договорились о трёх парах', 'не был'])
		expect(card, words).toContain(words);
	const list = await paragraphsOf(then.get(`${event}/present.docx`));
	for (const words of ['Список присутствующих', 'Белова Анна Сергеевна', 'был', 'Итог: Договорились о трёх парах'])
		expect(list, words).toContain(words);

	await then.post(`${event}/attendance/undoing`);
	expect(await textOf(then.get(event))).not.toContain('состоялось');
	expect(tickedIn(await textOf(then.get(`${event}/attendance`)))).toHaveLength(2);
});

test('a draft is seen by those who lead the plan, announced, taken back, cancelled with its reason, removed and returned', async () => {
	const { curator, mentor, director } = await aSchool(world, { name: 'Школа черновиков' });
	const [vera, anna, gleb] = [as(world, curator), as(world, mentor), as(world, director)];
	const event = await made(vera, { heldOn: '10.09.2026', announce: '' });
	expect((await anna.get(event)).status).toBe(404);
	expect(await textOf(gleb.get(event))).toContain('не объявлено');
	await vera.post(`${event}/announcement`);
	expect((await anna.get(event)).status).toBe(200);
	await vera.post(`${event}/announcement/undoing`);
	expect((await anna.get(event)).status).toBe(404);
	await vera.post(`${event}/announcement`);
	const silent = await vera.post(`${event}/cancellation`, { reason: '' });
	expect(silent.status).toBe(422);
	await vera.post(`${event}/cancellation`, { reason: 'Карантин' });
	const cancelled = await textOf(anna.get(event));
	for (const words of ['отменено', 'Карантин']) expect(cancelled).toContain(words);
	await vera.post(`${event}/return`);
	const removed = await vera.post(`${event}/removal`);
	expect((await vera.get(event)).status).toBe(404);
	expect(await textOf(vera.get(ledTo(removed)))).toContain('Убрано: «О внедрении наставничества»');
	await vera.post(`${event}/restoration`);
	expect((await anna.get(event)).status).toBe(200);
});

test.each([
	[{ heldOn: 'завтра' }, 'Укажите день'],
	[{ startsAt: 'в обед' }, 'Укажите время'],
	[{ startsAt: '25:00' }, 'Укажите время'],
	[{ kind: 'Вечеринка' }, 'Такого вида в вашем списке нет'],
	[{ kind: '' }, 'Выберите, что это будет'],
	[{ link: 'zoom' }, 'Ссылка начинается с https://'],
	[{ outsideCount: 'много' }, 'Напишите число цифрами'],
	[{ lasts: '2' }, 'Не меньше пяти минут'],
	[{ staff: '' }, 'Отметьте, кого зовёте'],
	[{ agenda: 'вопрос\n'.repeat(31) }, 'Больше 30 вопросов'],
	[{ words: 'я'.repeat(5001) }, 'Не длиннее 5000'],
	[{ acquaints: 'on', acquaintBy: '01.09.2026' }, 'раньше, чем объявлено'],
	[{ occurrence: crypto.randomUUID() }, 'Выберите мероприятие из списка'],
	[{ wave: crypto.randomUUID() }, 'Выберите анкету из списка']
])('mistyped as %o nothing is lost and nothing is made', async (more, why) => {
	const { curator } = await aSchool(world, { name: 'Школа опечаток' });
	const answer = await as(world, curator).post('/events', anEvent({ place: 'Кабинет 📌 12', ...more }));
	expect(answer.status).toBe(422);
	const page = await answer.text();
	for (const words of [why, 'Кабинет 📌 12', 'О внедрении наставничества']) expect(page, words).toContain(words);
	expect(await textOf(as(world, curator).get('/events?filter=all'))).toContain('Событий пока нет');
});

test('two who change one event at once are told; sent twice, it is made once', async () => {
	const { curator, director } = await aSchool(world, { name: 'Школа двоих' });
	const [vera, gleb] = [as(world, curator), as(world, director)];
	const token = crypto.randomUUID();
	const twice = [await vera.post('/events', anEvent({ token })), await vera.post('/events', anEvent({ token }))];
	expect(new Set(twice.map(addressIn)).size).toBe(1);
	const event = addressIn(twice[0] as Response);
	expect((await gleb.post(`${event}/words`, anEvent({ version: '1', place: 'Актовый зал' }))).status).toBe(303);
	const late = await vera.post(`${event}/words`, anEvent({ version: '1', place: 'Учительская' }));
	expect(late.status).toBe(409);
	const page = await late.text();
	for (const words of ['Актовый зал', 'Учительская']) expect(page).toContain(words);
	const again = await vera.post(`${event}/words`, anEvent({ version: '2', place: 'Учительская' }));
	expect(again.status).toBe(303);
});

test('minutes are drafted, signed with the number after the last, unsigned to be corrected; two at once are told', async () => {
	const { curator, director } = await aSchool(world, { name: 'Школа протоколов' });
	const [vera, gleb] = [as(world, curator), as(world, director)];
	const minutesOf = async (title: string, agenda: string) => {
		const event = await made(vera, { title, agenda });
		await vera.post(`${event}/attendance`, { came: [curator.personId, director.personId] });
		return `${event}/minutes`;
	};
	const first = await minutesOf('О внедрении', '1. О внедрении наставничества; Дронова В. П.\n2) О Положении');
	const form = await textOf(vera.get(first));
	for (const words of ['value="1"', 'Ершов Г. И.', 'О внедрении наставничества', 'О Положении'])
		expect(form, words).toContain(words);
	const said = {
		version: '0',
		number: '1',
		chair: 'Ершов Г. И.',
		secretary: 'Дронова В. П.',
		present: '2',
		invited: '11',
		items: '3',
		'question-0': 'О внедрении наставничества',
		'speaker-0': 'Дронова В. П.',
		'heard-0': 'Что даёт наставничество & кому <оно> нужно',
		'decisions-0': '2',
		'text-0-0': 'Внедрить с 7 сентября',
		'responsible-0-0': 'куратор',
		'due-0-0': '07.09.2026',
		'for-0': '10',
		'against-0': '1',
		'abstained-0': '0',
		'question-1': 'О Положении',
		'decisions-1': '1'
	};
	const wrong = await vera.post(first, { ...said, 'due-0-0': 'завтра' });
	expect(wrong.status).toBe(422);
	const back = await wrong.text();
	for (const words of ['Укажите день решения', 'завтра', 'Внедрить с 7 сентября']) expect(back, words).toContain(words);
	expect((await vera.post(first, said)).status).toBe(303);
	expect((await gleb.post(first, { ...said, chair: 'Другой' })).status).toBe(409);
	const early = await vera.post(`${first}/signature`, { ...said, version: '1', signedOn: '01.09.2026' });
	expect(await early.text()).toContain('не подписывают раньше');
	const signed = await vera.post(`${first}/signature`, { ...said, version: '1', signedOn: '05.09.2026' });
	expect(await textOf(vera.get(ledTo(signed)))).toContain('Протокол подписан');
	const paper = await paragraphsOf(vera.get(`${first}.docx`));
	for (const words of [
		'МБОУ «Школа протоколов»',
		'ПРОТОКОЛ',
		'заседания педагогического совета',
		'04.09.2026 № 1',
		'Присутствовали: 2 из 11 (список прилагается)',
		'1. О внедрении наставничества. Докладчик: Дронова В. П.',
		'СЛУШАЛИ: Дронова В. П. – Что даёт наставничество & кому <оно> нужно',
		'1.1. Внедрить с 7 сентября. Ответственный: куратор. Срок: до 07.09.2026.',
		'Голосовали: за – 10, против – 1, воздержались – 0.',
		'Принять информацию к сведению.',
		'Дронова Вера Павловна'
	])
		expect(paper, words).toContain(words);

	const second = await minutesOf('О ходе работы', 'О ходе работы');
	expect(await textOf(vera.get(second))).toContain('последний – № 1');
	const taken = { ...said, items: '1', version: '0', signedOn: '05.09.2026' };
	const same = await vera.post(`${second}/signature`, taken);
	expect(await same.text()).toContain('Протокол № 1 в этом учебном году уже есть');
	expect((await vera.post(`${second}/signature`, { ...taken, number: '2' })).status).toBe(303);
	expect((await vera.post(`${second.replace('/minutes', '')}/attendance/undoing`)).status).toBe(422);
	await vera.post(`${first}/unsigning`);
	expect(await textOf(vera.get(first))).toContain('Сохранить протокол');
});

test('the kinds are the school’s own; events keep the names they bear; two who edit at once are told', async () => {
	const { curator, director } = await aSchool(world, { name: 'Школа видов' });
	const vera = as(world, curator);
	const event = await made(vera);
	const kinds = 'Тренерский совет; заседания тренерского совета\nНовость; объявление\nНовость; объявление';
	await vera.post('/events/kinds', { version: '0', kinds });
	expect((await as(world, director).post('/events/kinds', { version: '0', kinds: 'Сбор' })).status).toBe(409);
	const form = await textOf(vera.get('/events/new'));
	expect(form).toContain('Новость (объявление)');
	expect(form).not.toContain('Педагогический совет');
	expect(await textOf(vera.get(event))).toContain('Педагогический совет');
	expect((await vera.post(`${event}/words`, anEvent({ version: '1' }))).status).toBe(303);
	expect((await vera.post('/events/kinds', { version: '1', kinds: ' ; \n' })).status).toBe(422);
});

test('in a calendar a meeting stands at its hour in UTC for those called, crossed out when it is cancelled', async () => {
	const { curator, mentor, teacher } = await aSchool(world, { name: 'Школа календарей' });
	const vera = as(world, curator);
	const event = await made(vera, { heldOn: '08.09.2026', startsAt: '14:30', lasts: '45', staff: '', role: 'mentor' });
	const { listEventsForFeed } = await import('./queries/feed');
	const { readAs } = await import('../../db/as-actor');
	const { calendarFile } = await import('../notifications/engine/calendar-file');
	const fileOf = (actor: typeof mentor) =>
		readAs(world.db, actor, async (tx) => {
			const meetings = await listEventsForFeed(tx, actor, { from: '2026-09-01', to: '2026-10-01' });
			return calendarFile([], 'https://nastavnik.example', { meetings, timeZone: actor.timeZone });
		});
	const file = await fileOf(mentor);
	for (const words of ['DTSTART:20260908T073000Z', 'DTEND:20260908T081500Z', 'SUMMARY:О внедрении наставничества'])
		expect(file, words).toContain(words);
	expect(await fileOf(teacher)).not.toContain('SUMMARY');
	await vera.post(`${event}/cancellation`, { reason: 'Карантин' });
	const after = await fileOf(mentor);
	for (const words of ['STATUS:CANCELLED', 'SEQUENCE:1']) expect(after, words).toContain(words);
});

test('a year of events costs as many queries as one; it is found, filtered and paged', async () => {
	const few = await aSchool(world, { name: 'Школа одного события' });
	const many = await aSchool(world, { name: 'Школа года событий' });
	await made(as(world, few.curator));
	const first = await made(as(world, many.curator), { heldOn: '08.09.2026' });
	const { id, ...row } = await world.owner
		.selectFrom('events')
		.selectAll()
		.where('id', '=', first.split('/').at(-1) ?? '')
		.executeTakeFirstOrThrow();
	const copies = Array.from({ length: 60 }, (_, at) => ({
		...row,
		id: crypto.randomUUID(),
		title: `Совещание ${at}`,
		agenda: '[]',
		audience: JSON.stringify(row.audience)
	}));
	await world.owner.insertInto('events').values(copies).execute();
	const [small, big] = [countingQueries(world, few.curator, clock), countingQueries(world, many.curator, clock)];
	expect(await big.cost('/events')).toBe(await small.cost('/events'));
	expect(await big.cost('/today')).toBe(await small.cost('/today'));
	expect(await big.cost('/acts')).toBe(await small.cost('/acts'));
	await costsTheSame(big, first, `/events/${copies[0]?.id}`);
	const vera = as(world, many.curator);
	expect(await textOf(vera.get('/events'))).toContain('Страница 1 из 3');
	const found = await textOf(vera.get(`/events?q=${encodeURIComponent('совещание 42')}`));
	expect(found).toContain('Совещание 42');
	expect(found).not.toContain('Совещание 41');
});
