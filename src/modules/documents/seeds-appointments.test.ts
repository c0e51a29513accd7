import { beforeAll, expect, test } from 'vitest';
import { closesItsLine, september } from '../../../test/document-seed';
import { addressIn, aMeetingSchool, textOf } from '../../../test/event-story';
import { as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

type School = Awaited<ReturnType<typeof aMeetingSchool>>;
const plainly = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
/** The director does it: the curator is whom it is about. */
const byGleb = (school: School) => ({ ...school, vera: as(world, school.director) });
const periodsOf = async ({ organisationId }: School, { personId }: { personId: string }) =>
	(
		await world.owner
			.selectFrom('role_periods')
			.where('organisation_id', '=', organisationId)
			.where('person_id', '=', personId)
			.select(['role', 'period', 'basis'])
			.orderBy('role')
			.execute()
	).map(({ role, period, basis }) => `${role} ${period} ${basis}`.trim());
const documentIn = (card: string) => /href="(\/documents\/made\/[^"?]+)"/.exec(card)?.[1] ?? '';

test('S0 1.5: the director appoints Нина curator for a year: with the number she has the role, and the line is closed', async () => {
	const line = { title: 'Приказ о назначении куратора', capability: 'appoint', times: [september] };
	const school = await aMeetingSchool(world, 'Школа без куратора', line);
	const gleb = as(world, school.director);
	const said = { акт: 'order', куратор: school.teacher.personId, с: '07.09.2026', по: '31.08.2027' };
	const { card, words } = await closesItsLine(byGleb(school), 'curator-order', said, {});
	expect(card).toContain('Приказ № 21-О от 05.09.2026');
	for (const one of [
		'Назначить Жукову Нину Львовну, учителя химии, куратором системы наставничества педагогических работников с 7 сентября 2026 г. по 31 августа 2027 г.',
		'Куратору Жуковой Н. Л.:'
	])
		expect(words).toContain(one);
	expect(words).not.toContain('Дронов');
	expect(words).toMatch(/ознакомлены:[\s\S]*Жукова Нина Львовна, учитель химии/);
	expect(await periodsOf(school, school.teacher)).toEqual([
		'curator [2026-09-07,2027-09-01) Приказ № 21-О от 05.09.2026',
		expect.stringMatching(/^teacher /)
	]);
	const page = documentIn(card);
	expect(plainly(await textOf(gleb.get(page)))).toContain('Жукова Нина Львовна – куратор по 31 августа 2027');
	// on another day: the year is over, and the paper says so
	const later = as(world, school.director, () => new Date('2027-10-05T14:00:00Z'));
	expect(plainly(await textOf(later.get(page)))).toContain('куратор до 31 августа включительно, роль снята');

	expect((await gleb.post(`${page}/registration/undoing`, {})).status).toBe(303);
	expect(await periodsOf(school, school.teacher)).toEqual([expect.stringMatching(/^teacher /)]);
	expect(await textOf(gleb.get(`/activities/${school.activity}`))).toContain('(в программе отменено)');
});

test('S2 1.3: one order appoints who answers for the whole and, apart from that, the curator', async () => {
	const line = { title: 'Организационные условия: ответственный, куратор', capability: 'appoint', times: [september] };
	const school = await aMeetingSchool(world, 'Гимназия условий', line);
	const said = {
		...{ акт: 'order', куратор: school.mentee.personId, с: '07.09.2026', отвечает: school.mentor.personId },
		замещает: school.teacher.personId
	};
	const { card, words } = await closesItsLine(byGleb(school), 'curator-order', said, {});
	for (const one of [
		'Назначить Гусева Бориса Олеговича, учителя физики, куратором системы наставничества',
		'Назначить ответственным за внедрение Белову Анну Сергеевну, учителя математики.',
		'На время отсутствия Гусева Б. О. обязанности куратора исполняет Жукова Нина Львовна, учитель химии.'
	])
		expect(words).toContain(one);
	expect(await periodsOf(school, school.mentee)).toContain('curator [2026-09-07,) Приказ № 21-О от 05.09.2026');
	for (const one of [school.mentor, school.teacher]) expect(await periodsOf(school, one)).toHaveLength(1);
	const page = plainly(await textOf(school.vera.get(documentIn(card))));
	expect(page).toContain('Назначает: куратор Гусев Борис Олегович');
	expect(page).toContain('Назначает: ответственный за внедрение Белова Анна Сергеевна');
	expect(page).toContain('знакомятся (0 из 3)');
});

test('S3 1.2: a kindergarten has its curator and its creative group by one order, whose members read it', async () => {
	const line = { title: 'Назначение куратора и членов творческой группы', capability: 'appoint', times: [september] };
	const school = await aMeetingSchool(world, 'Сад группы', line, 'kindergarten');
	const said = {
		...{ акт: 'order', куратор: school.psychologist.personId, с: '07.09.2026' },
		группа: [school.teacher.personId, school.mentor.personId]
	};
	const { words } = await closesItsLine(byGleb(school), 'curator-order', said, {});
	for (const one of [
		'Назначить Исаеву Ольгу Петровну, педагога-психолога, куратором системы наставничества',
		'Создать творческую (рабочую) группу по внедрению в составе:',
		'– Жукова Нина Львовна, учитель химии;',
		'– Белова Анна Сергеевна, учитель математики.'
	])
		expect(words).toContain(one);
	expect(plainly(await textOf(as(world, school.teacher).get('/today')))).toContain('Ознакомьтесь: Приказ о назначении');
});

test('a commission by order: its members have the role from the day it says; a council is a group without one', async () => {
	const line = { title: 'Комиссия по поощрению', capability: 'appoint', times: [september] };
	const school = await aMeetingSchool(world, 'Школа комиссии', line);
	const said = {
		...{ акт: 'order', орган: 'commission', с: '10.09.2026', возглавляет: school.director.personId },
		...{ секретарь: school.mentee.personId, состав: [school.teacher.personId] }
	};
	const { words } = await closesItsLine(byGleb(school), 'group-order', said, {});
	for (const one of [
		'О создании комиссии по поощрению наставников',
		'– Ершов Глеб Ильич, директор – председатель комиссии;',
		'– Гусев Борис Олегович, учитель физики – секретарь;',
		'рассматривать представления о поощрении'
	])
		expect(words).toContain(one);
	expect(words).not.toMatch(/совет наставников|творческ/);
	expect(await periodsOf(school, school.mentee)).toContain('commission [2026-09-10,) Приказ № 21-О от 05.09.2026');
	expect(await periodsOf(school, school.teacher)).toHaveLength(2);

	const council = { акт: 'order', орган: 'council', version: '1', состав: [school.psychologist.personId] };
	const page = addressIn(await school.vera.post('/documents/group-order/particulars', council));
	const registration = plainly(await textOf(school.vera.get(`${page}/registration`)));
	expect(registration).toContain('Войдёт в совет наставников: Исаева Ольга Петровна');
	await school.vera.post(`${page}/registration`, {
		...{ version: '1', actKind: 'order', series: 'main', number: '22-О', datedOn: '05.09.2026' }
	});
	expect(await periodsOf(school, school.psychologist)).toHaveLength(1);
});

test('two orders in hand at once are two drafts; the last day is not before the first', async () => {
	const line = { title: 'Два приказа', capability: 'appoint', times: [september] };
	const school = await aMeetingSchool(world, 'Школа двух приказов', line);
	const gleb = as(world, school.director);
	const order = '/documents/curator-order/particulars';
	const wrong = await gleb.post(order, { version: '0', акт: 'order', с: '07.09.2026', по: '01.09.2026' });
	expect(wrong.status).toBe(422);
	expect(await textOf(wrong)).toContain('Раньше первого дня');
	const [nina, boris] = [school.teacher.personId, school.mentee.personId];
	const first = addressIn(await gleb.post(order, { version: '0', акт: 'order', куратор: nina }));
	const second = addressIn(await gleb.post(order, { version: '1', акт: 'order', куратор: boris }));
	expect(second).not.toBe(first);
	expect(addressIn(await gleb.post(order, { version: '2', акт: 'order', куратор: boris, с: '08.09.2026' }))).toBe(
		second
	);
	const partner = '/documents/partner-agreement/particulars';
	const one = addressIn(await gleb.post(partner, { version: '0', 'партнёр.название': 'Библиотека № 3' }));
	const other = addressIn(await gleb.post(partner, { version: '1', 'партнёр.название': 'Музей города' }));
	expect(other).not.toBe(one);
	expect(await textOf(gleb.get(other))).toContain('Музей города');
});
