import { beforeAll, expect, test } from 'vitest';
import { addressIn, textOf } from '../../../test/event-story';
import { giveAccount } from '../../../test/letter-story';
import { aSchool, as, id, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { paragraphsOf } from '../../../test/word';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const plainly = (page: string) =>
	page
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.replaceAll(' .', '.');
const given = { version: '1', actKind: 'none', series: 'none', datedOn: '05.09.2026' };
type Someone = ReturnType<typeof as>;

/** The Положение, which names no readers of its own, with its day. */
async function aRegulation(vera: Someone) {
	const page = addressIn(await vera.post('/documents/regulation/particulars', { version: '0', с: '05.09.2026' }));
	await vera.post(`${page}/registration`, given);
	return page;
}
const wordsOf = async (vera: Someone, page: string) =>
	(await paragraphsOf(vera.get(`${page}/sheet.docx`))).join('\n').replaceAll('\u00a0', ' ');

test('Вера lets all teachers read the Положение by a day, and the psychologist by name; the sheet is a paper of its own', async () => {
	const school = await aSchool(world, { name: 'Школа листа' });
	const [vera, nina] = [as(world, school.curator), as(world, school.teacher)];
	const page = await aRegulation(vera);
	expect(plainly(await textOf(vera.get(page)))).toContain('Пока никто: добавьте тех, кто должен знать документ.');
	const form = plainly(await textOf(vera.get(`${page}/readers`)));
	for (const words of ['весь коллектив – 11', 'все педагоги – 7', 'все наставники – 1', 'Исаева Ольга Петровна'])
		expect(form).toContain(words);

	const nobody = await vera.post(`${page}/readers`, { acquaintBy: '' });
	expect(nobody.status).toBe(422);
	expect(await textOf(nobody)).toContain('Отметьте, кого ознакомить');
	const past = await vera.post(`${page}/readers`, { group: ['mentors'], acquaintBy: '01.09.2026' });
	expect(past.status).toBe(422);
	const back = await textOf(past);
	expect(back).toContain('Этот день уже прошёл');
	expect(back).toContain('value="01.09.2026"');
	expect(back).toMatch(/value="mentors" checked/);

	const asked = { group: ['mentors'], person: [school.psychologist.personId, school.teacher.personId] };
	const token = crypto.randomUUID();
	for (const _ of [1, 2])
		expect((await vera.post(`${page}/readers`, { ...asked, token, acquaintBy: '15.09.2026' })).status).toBe(303);
	expect(plainly(await textOf(vera.get(page)))).toContain('Ознакомились 0 из 3, срок – 15 сентября.');
	expect(plainly(await textOf(vera.get('/documents/made')))).toContain('знакомятся (0 из 3)');
	expect(plainly(await textOf(vera.get(`${page}/readers`)))).toContain('все наставники – 0');

	const today = plainly(await textOf(nina.get('/today')));
	expect(today).toContain('Ознакомьтесь: Положение о системе наставничества');
	expect(today).toContain('15 сентября');
	const late = as(world, school.teacher, () => new Date('2026-09-20T05:00:00Z'));
	expect(plainly(await textOf(late.get('/today')))).toMatch(/просрочено[\s\S]*Ознакомьтесь: Положение/i);

	const number = page.split('/').at(-1) ?? '';
	await nina.post(`/my-documents/${number}/acquaintance`, {});
	await vera.post(`${page}/sheet`, { readOn: '05.09.2026', person: school.mentor.personId });
	const words = await wordsOf(vera, page);
	for (const one of [
		'ЛИСТ ОЗНАКОМЛЕНИЯ',
		'Положение о системе наставничества',
		'от 5 сентября 2026 г.',
		'Срок: до 15 сентября 2026 г. Всего: 3 человека',
		'Белова Анна Сергеевна, учитель математики',
		'05.09.2026, в программе'
	])
		expect(words).toContain(one);
	const printed = plainly(await textOf(vera.get(`${page}/sheet`)));
	for (const one of ['Лист ознакомления', 'Ознакомиться по 15.09.2026', 'Исаева Ольга Петровна', '05.09.2026 на листе'])
		expect(printed).toContain(one);
});

test('who was added by mistake is taken off and back; who has read it stays; a reminder comes once a day', async () => {
	const school = await aSchool(world, { name: 'Школа убранных' });
	const [vera, boris] = [as(world, school.curator), as(world, school.mentee)];
	await giveAccount(world, school.mentee);
	const page = await aRegulation(vera);
	expect((await vera.post(`${page}/reminder`, {})).status).toBe(422);
	await vera.post(`${page}/readers`, { group: ['staff'], acquaintBy: '' });
	expect(plainly(await textOf(vera.get(page)))).toContain('Ознакомились 0 из 11.');
	const person = school.mentee.personId;
	const off = await vera.post(`${page}/readers/removal`, { gone: person });
	expect(await textOf(boris.get('/today'))).not.toContain('Ознакомьтесь');
	const notice = await textOf(vera.get(off.headers.get('location') ?? ''));
	expect(notice).toContain('Человек убран из листа ознакомления');
	expect(notice).toContain(`name="person" value="${person}"`);
	await vera.post(`${page}/readers`, { person, acquaintBy: '' });
	expect(await textOf(boris.get('/today'))).toContain('Ознакомьтесь');

	for (const _ of [1, 2]) expect((await vera.post(`${page}/reminder`, {})).status).toBe(303);
	const notes = await world.owner
		.selectFrom('letters')
		.where('organisation_id', '=', school.organisationId)
		.where('kind', '=', 'note')
		.select('person_id')
		.execute();
	expect(notes.map(({ person_id }) => person_id)).toEqual([person]); // the others never sign in

	await boris.post(`/my-documents/${page.split('/').at(-1)}/acquaintance`, {});
	const read = await vera.post(`${page}/readers/removal`, { gone: person });
	expect(read.status).toBe(422);
	expect(await textOf(read)).toContain('Этот человек уже ознакомился');
});

test('made anew, an order names other readers; whoever was added by hand stays on its sheet', async () => {
	const school = await aSchool(world, { name: 'Школа обновлений' });
	const vera = as(world, school.curator);
	const order = '/documents/introduction-order/particulars';
	const said = { акт: 'order', контроль: school.mentor.personId };
	const page = addressIn(await vera.post(order, { version: '0', ...said }));
	await vera.post(`${page}/readers`, { person: school.psychologist.personId, acquaintBy: '' });
	expect(await wordsOf(vera, page)).toContain('Белова');
	await vera.post(order, { version: '1', ...said, контроль: school.teacher.personId });
	const words = await wordsOf(vera, page);
	expect(words).not.toContain('Белова');
	for (const one of ['Жукова Нина', 'Исаева Ольга']) expect(words).toContain(one);
});

test('nobody of another school gets on a sheet, and nobody who makes no papers names readers', async () => {
	const [school, other] = [await aSchool(world, { name: 'Лист здесь' }), await aSchool(world, { name: 'Лист там' })];
	const [vera, inna] = [as(world, school.curator), as(world, school.personnel)];
	const page = await aRegulation(vera);
	for (const person of [other.teacher.personId, id()])
		expect((await vera.post(`${page}/readers`, { person, acquaintBy: '' })).status).toBe(422);
	expect((await inna.post(`${page}/readers`, { person: school.teacher.personId, acquaintBy: '' })).status).toBe(303);
	for (const address of [`${page}/readers`, `${page}/sheet`, `${page}/sheet.docx`]) {
		expect((await as(world, school.teacher).get(address)).status, address).toBe(403);
		expect((await as(world, other.curator).get(address)).status, address).toBe(404);
	}
	expect(now.today).toBe('2026-09-05');
});
