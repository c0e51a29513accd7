import { beforeAll, expect, test } from 'vitest';
import { aSchool, as, clock, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import type { Actor } from '../../core/actor';
import { readAs } from '../../db/as-actor';
import { findPerson } from './queries/person';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const found = (actor: Actor, person: string) => readAs(world.db, actor, (tx) => findPerson(tx, actor, person, now));
const text = async (answer: Response | Promise<Response>) => (await answer).text();

test('somebody leaves: work, posts and roles end with the day; undone, they go on as they were', async () => {
	const { curator, mentor } = await aSchool(world, { name: 'Школа № 7' });
	const vera = as(world, curator);
	const before = await found(curator, mentor.personId);
	expect(await text(vera.post(`/people/${mentor.personId}/leaving`, { on: '01.09.2019' }))).toContain(
		'не может быть раньше'
	);
	expect((await vera.post(`/people/${mentor.personId}/leaving`, { on: '31.08.2026' })).status).toBe(303);

	const after = await found(curator, mentor.personId);
	expect(after).toMatchObject({ here: false, private: { leaving: { lastDay: '2026-08-31' } } });
	for (const period of [...(after?.posts ?? []), ...(after?.employments ?? []), ...(after?.private?.roles ?? [])]) {
		expect(period.to).toBe('2026-08-31');
	}
	expect(await text(vera.get('/people?filter=left'))).toContain('Белова Анна Сергеевна');
	expect(await text(vera.get('/people'))).not.toContain('Белова Анна Сергеевна');

	expect((await vera.post(`/people/${mentor.personId}/leaving/undoing`)).status).toBe(303);
	expect(await found(curator, mentor.personId)).toEqual(before);
	expect(await text(vera.post(`/people/${mentor.personId}/leaving/undoing`))).toContain('отменять нечего');
});

test('somebody who left is taken on again, and then the dismissal cannot be undone', async () => {
	const { curator, mentee } = await aSchool(world, { name: 'Школа № 8' });
	const vera = as(world, curator);
	await vera.post(`/people/${mentee.personId}/leaving`, { on: '31.05.2026' });
	const work = { kind: 'part-time', from: '01.09.2026', to: '' };
	expect(await text(vera.post(`/people/${mentee.personId}/employments`, { ...work, from: '31.05.2026' }))).toContain(
		'Пересекается'
	);
	expect((await vera.post(`/people/${mentee.personId}/employments`, work)).status).toBe(303);
	expect((await found(curator, mentee.personId))?.here).toBe(true);
	expect(await text(vera.post(`/people/${mentee.personId}/leaving/undoing`))).toContain('приняли снова');

	const last = (await found(curator, mentee.personId))?.employments[0];
	const path = `/people/${mentee.personId}/employments/${last?.id}`;
	expect((await vera.get(path)).status).toBe(200);
	expect((await vera.post(`${path}/correction`, { ...work, from: '25.08.2026' })).status).toBe(303);
	expect((await found(curator, mentee.personId))?.employments[0]).toMatchObject({
		kind: 'part-time',
		from: '2026-08-25'
	});
});

test('a dismissal of tomorrow leaves everybody in place until tomorrow is over', async () => {
	const { curator, mentor } = await aSchool(world, { name: 'Школа № 15' });
	await as(world, curator).post(`/people/${mentor.personId}/leaving`, { on: '06.09.2026' });
	expect(await text(as(world, curator).get('/people'))).toContain('Белова Анна');
	const later = as(world, curator, () => new Date(clock().getTime() + 2 * 86_400_000));
	expect(await text(later.get('/people'))).not.toContain('Белова Анна');
	expect(await text(later.get('/people?filter=left'))).toContain('Белова Анна');
});
