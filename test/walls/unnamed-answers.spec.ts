import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { asActor, type Tx } from '../../src/db/as-actor';
import { aSchool, id, now } from '../stories';
import { freshDatabase, type TestWorld } from '../support';

/** Nobody is led from an answer without a name to whoever gave it; the database itself sees to that. */
let world: TestWorld;
let school: Awaited<ReturnType<typeof aSchool>>;
let version: string;
beforeAll(async () => {
	world = await freshDatabase();
	school = await aSchool(world);
	const [questionnaire_id, by] = [id(), { organisation_id: school.organisationId }];
	version = id();
	const author = school.curator.personId;
	await world.owner
		.insertInto('questionnaires')
		.values({ ...by, id: questionnaire_id, draft: '{}', added_at: now.at, added_by: author })
		.execute();
	await world.owner
		.insertInto('questionnaire_versions')
		.values({
			...by,
			id: version,
			questionnaire_id,
			number: 1,
			content: '{}',
			content_hash: Buffer.alloc(32),
			published_at: now.at,
			published_by: author
		})
		.execute();
});

const acting = async <T>(act: (tx: Tx) => Promise<T>) =>
	(await asActor(world.db, school.curator, 'read write', async (tx) => ({ ok: true as const, value: await act(tx) })))
		.value;

async function aWave(identity: 'pseudonymous' | 'anonymous', size: number, series?: string) {
	const wave = id();
	const by = { organisation_id: school.organisationId };
	const author = school.curator.personId;
	await world.owner
		.insertInto('survey_waves')
		.values({
			...by,
			id: wave,
			version_id: version,
			series_id: series ?? wave,
			title: 'Как вы?',
			identity,
			readers: ['curator'],
			opens_on: '2026-09-01',
			closes_on: '2026-09-30',
			added_at: now.at,
			added_by: author,
			opened_at: now.at,
			opened_by: author
		})
		.execute();
	const people = await sql<{ id: string }>`
		select id from people where organisation_id = ${school.organisationId} order by id limit ${size}`.execute(
		world.owner
	);
	const participants = people.rows.map((person) => ({ ...by, id: id(), wave_id: wave, person_id: person.id }));
	await world.owner.insertInto('survey_participants').values(participants).execute();
	return { wave, participants: participants.map((one) => one.id) };
}

const answer = (participant: string, text: string) =>
	acting(async (tx) => {
		const { rows } = await sql<{ taken: boolean }>`
			select answer_unnamed(${participant}, ${JSON.stringify({ q1: { text } })}) as taken`.execute(tx);
		return rows[0]?.taken;
	});
const close = (wave: string) =>
	world.owner
		.updateTable('survey_waves')
		.set({ closed_at: now.at, closed_by: school.curator.personId })
		.where('id', '=', wave)
		.execute();
const read = (wave: string) =>
	acting((tx) => tx.selectFrom('survey_unnamed_answers').selectAll().where('wave_id', '=', wave).execute());

test('answers given at once are all kept; one person answers once; a closed wave takes none', async () => {
	const { wave, participants } = await aWave('anonymous', 8);
	expect(await Promise.all(participants.slice(0, 7).map((one, at) => answer(one, `ответ ${at}`)))).toEqual(
		Array(7).fill(true)
	);
	expect(await answer(participants[0] ?? '', 'ещё раз')).toBe(false);
	expect(await read(wave)).toEqual([]);
	await close(wave);
	expect(await answer(participants[7] ?? '', 'опоздал')).toBe(false);
	const kept = await read(wave);
	expect(kept.map((row) => Object.values(row.answers as object)[0].text).sort()).toEqual(
		[0, 1, 2, 3, 4, 5, 6].map((at) => `ответ ${at}`)
	);
});

test('four answers are never shown, five are, when the wave is closed', async () => {
	const four = await aWave('anonymous', 5);
	for (const one of four.participants.slice(0, 4)) await answer(one, 'да');
	await close(four.wave);
	expect(await read(four.wave)).toEqual([]);
	const five = await aWave('anonymous', 5);
	for (const one of five.participants) await answer(one, 'да');
	expect(await read(five.wave)).toEqual([]);
	await close(five.wave);
	expect(await read(five.wave)).toHaveLength(5);
});

test('no transaction, order or identity of a row leads from who has answered to an answer', async () => {
	const { wave, participants } = await aWave('anonymous', 8);
	for (const [at, one] of participants.entries()) await answer(one, `${at}`);
	const rows = await sql<{ id: string; of: string; xmin: string; text: string }>`
		select id, xmin::text as xmin, answers -> 'q1' ->> 'text' as text from survey_unnamed_answers
		where wave_id = ${wave} order by ctid`.execute(world.owner);
	expect(new Set(rows.rows.map((row) => row.xmin)).size).toBe(1); // all were written again by the last one
	expect(rows.rows.every((row) => row.id[14] === '4')).toBe(true); // v4: says nothing of the time
	const columns = Object.keys(
		(await world.owner.selectFrom('survey_unnamed_answers').selectAll().executeTakeFirst()) ?? {}
	);
	expect(columns.sort()).toEqual(['answers', 'id', 'organisation_id', 'pseudonym', 'wave_id']);
});

test('a pseudonym holds through a series, differs between series, and is whose it is to nobody', async () => {
	const before = await aWave('pseudonymous', 6);
	const after = await aWave('pseudonymous', 6, before.wave);
	const other = await aWave('pseudonymous', 6);
	for (const { wave, participants } of [before, after, other]) {
		for (const one of participants) await answer(one, 'да');
		await close(wave);
	}
	const of = async ({ wave }: { wave: string }) => (await read(wave)).map((row) => row.pseudonym).sort();
	expect(await of(before)).toEqual(await of(after));
	expect((await of(other)).filter((one) => one === null)).toEqual([]);
	expect(new Set([...(await of(before)), ...(await of(other))]).size).toBe(12);
	for (const table of ['survey_pseudonyms', 'survey_unnamed_answers'] as const) {
		const write = sql`delete from ${sql.table(table)}`;
		await expect(acting((tx) => write.execute(tx))).rejects.toThrow(/permission denied/);
	}
	await expect(acting((tx) => tx.selectFrom('survey_pseudonyms').selectAll().execute())).rejects.toThrow(
		/permission denied/
	);
});
