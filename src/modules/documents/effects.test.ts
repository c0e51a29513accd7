import { beforeAll, expect, test } from 'vitest';
import { aPair } from '../../../test/document-story';
import { addressIn, textOf } from '../../../test/event-story';
import { aSchool, as, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { asActor } from '../../db/as-actor';
import { storeDocument } from './commands/store';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const plainly = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

/** An order that appoints the teacher Нина, kept as any room keeps a paper of its own. */
async function anOrderAboutNina(school: Awaited<ReturnType<typeof aSchool>>) {
	const { value } = await asActor(world.db, school.curator, 'read write', async (tx) => ({
		ok: true,
		value: await storeDocument(
			tx,
			school.curator,
			{
				...{
					code: 'curator-order',
					series: 'main',
					title: 'О назначении куратора',
					fields: { с: { day: '2026-09-10' } }
				},
				about: {
					appointed: [
						{ id: school.teacher.personId, to: 'curator' },
						{ id: school.mentor.personId, to: 'group' }
					],
					readers: [school.teacher.personId]
				},
				file: { name: 'Приказ.docx', bytes: new TextEncoder().encode('приказ') }
			},
			now
		)
	}));
	return `/documents/made/${value}`;
}
const given = { version: '1', actKind: 'directive', series: 'staff', number: '246-о/д', datedOn: '05.09.2026' };
const rolesOf = async ({ teacher }: Awaited<ReturnType<typeof aSchool>>) =>
	world.owner
		.selectFrom('role_periods')
		.where('organisation_id', '=', teacher.organisationId)
		.where('person_id', '=', teacher.personId)
		.where('role', '=', 'curator')
		.select(['basis', 'period'])
		.execute();

test('a registered order makes Нина curator from its day, on its number; taken back, she is none', async () => {
	const school = await aSchool(world, { name: 'Школа куратора' });
	const gleb = as(world, school.director);
	const page = await anOrderAboutNina(school);
	expect(await rolesOf(school)).toEqual([]);
	expect(plainly(await textOf(gleb.get(`${page}/registration`)))).toContain('Станет куратором: Жукова Нина Львовна');
	expect(addressIn(await gleb.post(`${page}/registration`, given))).toBe(page);
	expect(await rolesOf(school)).toEqual([{ basis: 'Распоряжение № 246-о/д от 05.09.2026', period: '[2026-09-10,)' }]);
	expect(plainly(await textOf(gleb.get(page)))).toContain('Жукова Нина Львовна – куратор');
	expect((await gleb.post(`${page}/registration/undoing`, {})).status).toBe(303);
	expect(await rolesOf(school)).toEqual([]);
});

test('кадры register the order, and give nobody a role: that is for those who keep access', async () => {
	const school = await aSchool(world, { name: 'Школа и кадры' });
	const inna = as(world, school.personnel);
	const page = await anOrderAboutNina(school);
	expect(await textOf(inna.get(`${page}/registration`))).not.toContain('Станет куратором');
	expect((await inna.post(`${page}/registration`, given)).status).toBe(303);
	expect(await rolesOf(school)).toEqual([]);
	expect((await inna.post(`${page}/registration/undoing`, {})).status).toBe(403);
});

test('what is taken back in its own room is no deed of the document any more: the order of a pair, the role', async () => {
	const school = await aSchool(world, { name: 'Школа отмен' });
	const vera = as(world, school.curator);
	await aPair(vera, school, { orderNumber: '', signedOn: '' });
	const page = addressIn(await vera.post('/documents/pairing-order/making', {}));
	await vera.post(`${page}/registration`, { ...given, actKind: 'order', series: 'main', number: '16/1-О' });
	const order = /\/mentorship-orders\/0[0-9a-f-]+/.exec(await textOf(vera.get(page)))?.[0] ?? '';
	expect((await vera.post(`${order}/undoing`, {})).status).toBe(303);
	expect(plainly(await textOf(vera.get(page)))).not.toContain('приказ записан в пары');

	const gleb = as(world, school.director);
	const appointing = await anOrderAboutNina(school);
	await gleb.post(`${appointing}/registration`, given);
	expect(plainly(await textOf(gleb.get(appointing)))).toContain('– куратор');
	const { organisationId, personId } = school.teacher;
	const hers = world.owner.deleteFrom('role_periods').where('organisation_id', '=', organisationId);
	await hers.where('person_id', '=', personId).where('role', '=', 'curator').execute(); // as withdrawing it does
	expect(plainly(await textOf(gleb.get(appointing)))).not.toContain('– куратор');
});

test('кадры do not see plans: a paper with the roadmap says who makes it, not that no plan is approved', async () => {
	const school = await aSchool(world, { name: 'Школа без чужих планов' });
	const [inna, vera] = [as(world, school.personnel), as(world, school.curator)];
	const list = plainly(await textOf(inna.get('/documents')));
	expect(list).toContain('делает тот, кто ведёт план');
	expect(list).not.toContain('нет утверждённого плана');
	const refused = await inna.post('/documents/regulation-order/particulars', { version: '0', акт: 'order' });
	expect(refused.status).toBe(422);
	expect(await textOf(refused)).toContain('его делает тот, кто ведёт план');
	expect(plainly(await textOf(vera.get('/documents')))).toContain('нет утверждённого плана');
});

test('an order that cancels the appointment takes the role from Нина with its day; undone, she is curator again', async () => {
	const school = await aSchool(world, { name: 'Школа отменённого куратора' });
	const gleb = as(world, school.director);
	const page = await anOrderAboutNina(school);
	await gleb.post(`${page}/registration`, given);
	const later = addressIn(await gleb.post('/documents/curator-order/making', {}));
	await gleb.post(`${page}/links`, { how: 'cancels', later: later.split('/').at(-1) ?? '' });
	const saying = { ...given, number: '247-о/д', anyway: 'on' };
	const hers = await as(world, school.personnel).post(`${later}/registration`, saying);
	expect(hers.status).toBe(422); // кадры keep no access: whose it is stands there, and nothing is done
	expect(plainly(await textOf(hers))).toContain('Роль «куратор» снимает тот, кто ведёт доступ');
	expect(await rolesOf(school)).toHaveLength(1);
	const done = await gleb.post(`${later}/registration`, saying);
	expect(done.status, plainly(await done.clone().text())).toBe(303);
	expect(await rolesOf(school)).toEqual([]);
	const back = await gleb.post(`${later}/registration/undoing`, {});
	expect(back.status, plainly(await back.clone().text())).toBe(303);
	expect(await rolesOf(school)).toEqual([{ basis: 'Распоряжение № 246-о/д от 05.09.2026', period: '[2026-09-10,)' }]);
});

test('two orders end the appointment: with the first of them gone Нина is no curator yet, with both she is', async () => {
	const school = await aSchool(world, { name: 'Школа двух отмен' });
	const gleb = as(world, school.director);
	const page = await anOrderAboutNina(school);
	await gleb.post(`${page}/registration`, given);
	const laters: string[] = [];
	for (let made = 0; made < 2; made++) {
		const later = addressIn(await gleb.post('/documents/curator-order/making', {}));
		await gleb.post(`${later}/signing`, { version: '1', on: '05.09.2026' }); // so that the next is a draft of its own
		expect((await gleb.post(`${page}/links`, { how: 'cancels', later: later.split('/').at(-1) ?? '' })).status).toBe(
			303
		);
		laters.push(later);
	}
	for (const [at, later] of laters.entries()) {
		const saying = { ...given, version: '2', number: `${247 + at}-о/д`, anyway: 'on' };
		const done = await gleb.post(`${later}/registration`, saying);
		expect(done.status, plainly(await done.clone().text())).toBe(303);
	}
	expect((await gleb.post(`${laters[0]}/registration/undoing`, {})).status).toBe(303);
	expect(await rolesOf(school)).toEqual([]);
	expect((await gleb.post(`${laters[1]}/registration/undoing`, {})).status).toBe(303);
	expect(await rolesOf(school)).toHaveLength(1);
});
