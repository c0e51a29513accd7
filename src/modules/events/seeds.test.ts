import { beforeAll, expect, test } from 'vitest';
import { aMeetingSchool, ledTo, made, textOf } from '../../../test/event-story';
import type { as } from '../../../test/stories';
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
