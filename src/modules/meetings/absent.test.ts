import { beforeAll, expect, test } from 'vitest';
import { aPairOf, logged } from '../../../test/meeting-story';
import { text } from '../../../test/plan-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

test('of a group, who was not there stays ticked when the form is refused, and when the meeting is corrected', async () => {
	const school = await aSchool(world, { name: 'Втроём', roles: ['curator', 'mentor', 'mentee', 'teacher'] });
	const pair = await aPairOf(world, school);
	const joining = { side: 'mentee', person: school.teacher.personId, on: '05.09.2026' };
	expect((await as(world, school.curator).post(`/mentorships/${pair}/joining`, joining)).status).toBe(303);
	const anna = as(world, school.mentor);
	const journal = `/mentorships/${pair}/meetings`;
	const absent = school.teacher.personId;
	const isTicked = (page: string, id: string) =>
		[...page.matchAll(/<input[^>]*name="absent"[^>]*>/g)].some(([tag]) => tag.includes(id) && / checked/.test(tag));
	const refused = await anna.post(journal, logged({ kind: 'first', ready: 'yes', works: '', absent }));
	expect(refused.status).toBe(422);
	const page = await text(refused);
	expect(isTicked(page, absent)).toBe(true);
	expect(isTicked(page, school.mentee.personId)).toBe(false);
	expect((await anna.post(journal, logged({ kind: 'first', ready: 'yes', absent }))).status).toBe(303);
	const card = /href="(\/meetings\/[0-9a-f-]{36})"/.exec(await text(anna.get(journal)))?.[1] ?? '';
	const form = await text(anna.get(`${card}/record`));
	expect(isTicked(form, absent)).toBe(true);
	expect(isTicked(form, school.mentee.personId)).toBe(false);
});
