import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { textOf } from '../../../test/event-story';
import { asked, makeNow } from '../../../test/package-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

test('a person is erased: sets that name him go with their archives, one made before he was in a pair stays, drafts keep their own life', async () => {
	const school = await aSchool(world, { name: 'Школа забытых комплектов' });
	const { curator, director, mentor, mentee, organisationId } = school;
	const vera = as(world, curator);
	const memo = await asked(vera, 'materials', { code: ['memo-mentor'] });
	await vera.post('/mentorships', {
		...{ mentee: mentee.personId, mentor: mentor.personId, from: '01.09.2026', to: '31.05.2027', kind: 'one-to-one' },
		...{ words: 'on', consents: 'on', agreement: 'on', papersOn: '04.09.2026', agreementNumber: '3' },
		content: 'Помогает готовить уроки'
	});
	const folders = await asked(vera, 'pairs', { drafts: 'on' });
	const waiting = await asked(vera, 'all-pairs');
	for (const one of [folders, memo]) await makeNow(world, organisationId, one);
	const page = await textOf(vera.get(folders));
	expect(page).toContain('Гусев Борис Олегович');
	const files = [...page.matchAll(/href="(\/files\/[^"]+)"/g)].map(([, file = '']) => file);
	expect(files).toHaveLength(2);

	const erase = () => as(world, director).post(`/people/${mentee.personId}/erasure`, { familyName: 'Гусев' });
	expect((await erase()).status, 'he works here').toBe(422);
	expect((await vera.get(folders)).status).toBe(200);
	await sql`update employments set period = daterange(lower(period), '2022-01-01') where person_id = ${mentee.personId}`.execute(
		world.owner
	);
	expect((await erase()).status).toBe(303);

	for (const gone of [folders, waiting, ...files]) expect((await vera.get(gone)).status, gone).toBe(404);
	await makeNow(world, organisationId, waiting); // the queue comes to what is no more
	expect((await vera.get(memo)).status).toBe(200);
	const { rows } = await sql`select 1 from document_package_papers t
		where organisation_id = ${organisationId} and strpos(t::text, 'Гусев') > 0`.execute(world.owner);
	expect(rows).toEqual([]);
	expect(await textOf(vera.get('/documents/made'))).toContain('Приказ о закреплении');
});
