import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { asActor } from '../../src/db/as-actor';
import { places } from '../../src/modules/people/rules/merging';
import { aFullSchool } from '../authorisation/story';
import { now } from '../stories';
import { freshDatabase, type TestWorld } from '../support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const rowsOf = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(world.owner)).rows;
type Place = { place: string; tab: string; col: string };
const allPlaces = () => rowsOf(sql<Place>`select place, tab, col from places_of_people()`);

/** What tells what happened is never told anew: it goes on leading to the entry as it was. */
const toldOnly = ['access_log', 'form_tokens', 'journal', 'people', 'person_distinctions', 'person_merges'];
/** Where the database allows one of a kind and neither can be given up, the line stays with the entry that was merged. */
const mayStay = ['survey_participants.person_id', 'survey_participants.about_id', 'survey_pseudonyms.person_id'];

test('every place that leads to people is known to the merging, or only tells what happened', async () => {
	const known = (await allPlaces()).filter(({ col }) => !/_by$/.test(col)).map(({ place }) => place);
	expect(known, 'A new place about people: say in people/rules/merging.ts what becomes of it').toEqual(
		Object.keys(places).sort()
	);
	const rows = await rowsOf(sql<{ tab: string }>`
		select distinct t.relname as tab from pg_constraint c join pg_class t on t.oid = c.conrelid
		where c.contype = 'f' and c.confrelid = 'people'::regclass order by 1`);
	const missed = rows.map(({ tab }) => tab).filter((tab) => !toldOnly.includes(tab));
	expect(new Set((await allPlaces()).map(({ tab }) => tab))).toEqual(new Set(missed));
});

test('what a person may have once only is resolved by name before anything goes over', async () => {
	const rows = await rowsOf(sql<{ place: string }>`
		select distinct t.relname || '.' || a.attname as place
		from pg_index i
		join pg_class t on t.oid = i.indrelid
		join pg_attribute a on a.attrelid = t.oid and (a.attnum = any (i.indkey)
			or pg_get_expr(i.indexprs, i.indrelid) ~ a.attname::text)
		join pg_constraint c on c.conrelid = t.oid and c.contype = 'f' and c.confrelid = 'people'::regclass
			and a.attnum = any (c.conkey)
		where (i.indisunique or i.indisexclusion) and a.attname <> 'organisation_id'
			and t.relname <> all (${toldOnly}::text[]) order by 1`);
	const [body] = await rowsOf(sql<{ text: string }>`
		select string_agg(pg_get_functiondef(oid), ' ') as text from pg_proc where proname in ('merge_people', 'unite_entries')`);
	const unnamed = rows.filter(({ place }) => !body?.text.includes(place.split('.')[0] ?? '-'));
	expect(unnamed, 'One of a kind: say in merge_people what becomes of the second').toEqual([]);
	expect(rows.filter(({ place }) => places[place]?.how !== 'one')).toEqual([]);
});

test('a twin who has everything twice is merged into one, nothing leads to the twin any more, and undone it is all as it was', async () => {
	const { school } = await aFullSchool(world);
	const { organisationId: here, curator, teacher } = school;
	const twin = randomUUID();
	await world.owner
		.insertInto('people')
		.values({ organisation_id: here, id: twin, family_name: 'Жукова', given_name: 'Н.', created_at: now.at })
		.execute();
	await giveMore(school);
	await copyEverything(here, undefined, teacher.personId);
	const copied = await copyEverything(here, teacher.personId, twin);
	const missing = Object.keys(places).filter((place) => !copied.includes(place) && place !== 'sessions.person_id');
	expect(missing, 'the twin has to have everything: see giveMore').toEqual([
		'import_hints.person_id', // one hint of the same words: it goes over, there is no second
		'local_act_lines.owner_id', // one row a line of the checklist: so is this
		'document_settings.signer_id' // one row an organisation: below it is the twin's
	]);
	const line = { code: 'regulation', title: 'Положение', state: 'wanted', changed_at: now.at } as const;
	await world.owner
		.insertInto('local_act_lines')
		.values({ ...line, organisation_id: here, id: randomUUID(), owner_id: twin, changed_by: curator.personId })
		.execute();
	await world.owner.insertInto('document_settings').values({ organisation_id: here, signer_id: twin }).execute();

	const before = await everything(here);
	const card = { family_name: 'Жукова', given_name: 'Нина', patronymic: 'Львовна', note: '' };
	await asActor(world.db, curator, 'read write', async (tx) => {
		const { rows } = await sql<{ record: unknown }>`
			select merge_people(${teacher.personId}, ${twin}, ${JSON.stringify(card)}::jsonb, false, ${now.at}, ${curator.personId}) as record`.execute(
			tx
		);
		await tx
			.insertInto('person_merges')
			.values({
				organisation_id: here,
				id: twin,
				kept_id: teacher.personId,
				gone_id: twin,
				record: JSON.stringify(rows[0]?.record),
				merged_at: now.at,
				merged_by: curator.personId
			})
			.execute();
		return { ok: true };
	});
	const left: string[] = [];
	for (const { place, tab, col } of await allPlaces()) {
		const [row] = await rowsOf(sql<{ n: number }>`
			select count(*)::int as n from ${sql.table(tab)} where ${sql.ref(col)} = ${twin}`);
		if (row?.n && !mayStay.includes(place)) left.push(place);
	}
	expect(left).toEqual([]);

	await asActor(world.db, curator, 'read write', async (tx) => {
		const { rows } = await sql<{ done: boolean }>`select unmerge_people(${twin}, ${now.at}) as done`.execute(tx);
		expect(rows[0]?.done).toBe(true);
		return { ok: true };
	});
	expect(await everything(here)).toEqual(before);
});

/** What the story of the walk has no need of, and a person may have. */
async function giveMore({
	organisationId: organisation_id,
	curator,
	teacher,
	mentor
}: Awaited<ReturnType<typeof aFullSchool>>['school']) {
	const { owner } = world;
	const of = { organisation_id, person_id: teacher.personId };
	const [at, by, on] = [now.at, curator.personId, now.today];
	const first = async (tab: 'group_sets' | 'occurrences' | 'survey_waves' | 'register_entries') =>
		(
			await owner
				.selectFrom(tab)
				.select('id')
				.where('organisation_id', '=', organisation_id)
				.orderBy('id')
				.executeTakeFirstOrThrow()
		).id;
	const wave = await first('survey_waves');
	await owner
		.insertInto('calendar_feeds')
		.values({ ...of, id: randomUUID(), token_hash: Buffer.from('feed'), issued_at: at })
		.execute();
	await owner
		.insertInto('coverings')
		.values({
			...of,
			id: randomUUID(),
			occurrence_id: await first('occurrences'),
			act_id: randomUUID(),
			outcome: 'done',
			covered_on: on,
			recorded_at: at,
			recorded_by: by
		})
		.execute();
	await owner
		.insertInto('criterion_marks')
		.values({ ...of, id: randomUUID(), criterion: 'own', met: true, marked_at: at, marked_by: by })
		.execute();
	await owner
		.insertInto('erasure_requests')
		.values({ ...of, id: randomUUID(), asked_at: at, asked_by: by })
		.execute();
	await owner
		.insertInto('group_opinions')
		.values({
			...of,
			id: randomUUID(),
			set_id: await first('group_sets'),
			source: 'self',
			said_on: on,
			said_at: at,
			said_by: by
		})
		.execute();
	await owner
		.insertInto('import_hints')
		.values({
			...of,
			id: randomUUID(),
			kind: 'person',
			words: 'жукова н л',
			written: 'Жукова Н. Л.',
			learned_at: at,
			learned_by: by
		})
		.execute();
	await owner
		.insertInto('letter_wishes')
		.values({ ...of, key: 'key' })
		.execute();
	await owner
		.insertInto('letters')
		.values({ ...of, id: randomUUID(), kind: 'digest', key: on, contents: '{}', made_at: at })
		.execute();
	await owner
		.insertInto('person_subjects')
		.values({ ...of, subject: 'химия' })
		.execute();
	await owner
		.insertInto('role_withdrawals')
		.values({
			...of,
			id: randomUUID(),
			role: 'mentor',
			period: '[2026-09-01,)',
			basis: '',
			withdrawn_at: at,
			withdrawn_by: by
		})
		.execute();
	await owner
		.insertInto('survey_participants')
		.values({
			organisation_id,
			id: randomUUID(),
			wave_id: wave,
			person_id: mentor.personId,
			about_id: teacher.personId
		})
		.execute();
	await owner
		.insertInto('survey_pseudonyms')
		.values({ ...of, series_id: wave, pseudonym: randomUUID() })
		.execute();
	const entry = randomUUID();
	await owner
		.insertInto('register_entries')
		.values({
			organisation_id,
			id: entry,
			act_id: entry,
			person_id: mentor.personId,
			register: 'mentees',
			period: '[2026-09-01,)',
			entered_at: at,
			entered_by: by
		})
		.execute();
	await owner
		.insertInto('programme_periods')
		.values({
			organisation_id,
			id: randomUUID(),
			entry_id: entry,
			period: '[2026-09-01,)',
			partner_id: teacher.personId,
			recorded_at: at,
			recorded_by: by
		})
		.execute();
}

let copies = 0;

/** Every row that leads to somebody (to anybody, where they have none) once more for another, where the database allows it. */
async function copyEverything(here: string, whose: string | undefined, to: string) {
	const done: string[] = [];
	for (const { place, tab, col } of await allPlaces()) {
		if (/_by$/.test(col) || tab === 'sessions') continue;
		const [table, column] = [sql.table(tab), sql.ref(col)];
		const rows = await rowsOf(sql<{ row: Record<string, unknown> }>`
			select to_jsonb(t) as row from ${table} t where organisation_id = ${here} and ${
				whose
					? sql`${column} = ${whose}`
					: sql`
				${column} is not null and not exists (select from ${table} o where o.organisation_id = ${here} and o.${column} = ${to})`
			}`);
		for (const { row } of rows) {
			const own = {
				...('id' in row && { id: randomUUID() }),
				...('position' in row && { position: 1000 + ++copies })
			};
			const hidden = Object.keys(row).filter((key) => key.endsWith('_hash'));
			const hashes = Object.fromEntries(hidden.map((key) => [key, `\\x${randomUUID().replaceAll('-', '')}`]));
			const copy = JSON.stringify({ ...row, ...own, ...hashes, [col]: to });
			try {
				await sql`insert into ${table} select * from jsonb_populate_record(null::${table}, ${copy}::jsonb)`.execute(
					world.owner
				);
				done.push(place);
			} catch (error) {
				if (!/unique|duplicate|exclusion|about_somebody_else|nobody_mentors_themselves/.test(String(error)))
					throw error;
			}
		}
	}
	return [...new Set(done)];
}

/** All rows of an organisation, but those that only grow and those that say how often something was saved. */
async function everything(here: string) {
	const tables = [...new Set((await allPlaces()).map(({ tab }) => tab)), 'people'].filter((tab) => tab !== 'sessions');
	const found: Record<string, string[]> = {};
	for (const tab of tables) {
		const rows = await rowsOf(sql<{ row: string }>`
			select (to_jsonb(t) - 'version')::text as row from ${sql.table(tab)} t where organisation_id = ${here} order by 1`);
		found[tab] = rows.map(({ row }) => row);
	}
	return found;
}
