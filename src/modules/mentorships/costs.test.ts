import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { countingQueries } from '../../../test/queries';
import { aSchool, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { asActor } from '../../db/as-actor';
import { proposeMentorships } from './commands/propose';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

/** A school where so many people were given the one mentor, and as many wait for theirs. */
async function aSchoolOf(size: number) {
	const school = await aSchool(world, {
		name: `Школа ${size}`,
		roles: ['curator', 'mentor', 'mentee', 'psychologist']
	});
	const { organisationId, curator, mentor, mentee } = school;
	const made = async (family: string) =>
		(
			await sql<{ id: string }>`
				with made as (insert into people (organisation_id, id, family_name, given_name, patronymic, sex, created_at)
					select ${organisationId}, gen_random_uuid(), ${family}, 'Анна', n::text, 'female', ${now.at}
					from generate_series(1, ${size}) n returning id)
				insert into register_entries (organisation_id, id, act_id, person_id, register, period, entered_at, entered_by)
				select ${organisationId}, gen_random_uuid(), gen_random_uuid(), id, 'mentees', daterange('2026-09-01', null), ${now.at},
					${curator.personId} from made returning person_id as id`.execute(world.owner)
		).rows.map(({ id }) => id);
	const [matched, waiting] = [await made('Учителева'), await made('Ждущая')];
	const kinds: string[] = [];
	const db = world.db.withPlugin({
		transformQuery: ({ node }) => {
			kinds.push(node.kind);
			return node;
		},
		transformResult: async ({ result }) => result
	});
	const pair = { kind: 'one-to-one' as const, form: 'pair' as const, from: '2026-09-01', to: '2027-05-31' };
	const { ok } = await asActor(db, curator, 'read write', (tx) =>
		proposeMentorships(
			tx,
			curator,
			matched.map((one) => ({ ...pair, pairs: [{ mentor: mentor.personId, mentee: one }] })),
			now
		)
	);
	expect(ok).toBe(true);
	const proposing = kinds.length;
	await sql`insert into search_facts (organisation_id, id, person_id, what, on_date, recorded_at, recorded_by)
		select ${organisationId}, gen_random_uuid(), unnest(${waiting}::uuid[]), 'support-wanted', ${now.today}, ${now.at},
			${curator.personId}`.execute(world.owner);
	const first = await world.owner
		.selectFrom('mentorships')
		.select('id')
		.where('organisation_id', '=', organisationId)
		.orderBy('id')
		.executeTakeFirstOrThrow();
	return { ...school, proposing, waiting: waiting[0] as string, first: first.id, mentee };
}

test('pages of pairs, and proposing them, cost as many queries with thirty as with two', async () => {
	const [small, big] = [await aSchoolOf(2), await aSchoolOf(30)];
	expect(big.proposing).toBe(small.proposing);
	const dear: string[] = [];
	const look = async (who: 'curator' | 'mentor' | 'psychologist', where: (school: typeof small) => string) => {
		const few = await countingQueries(world, small[who]).cost(where(small));
		const many = await countingQueries(world, big[who]).cost(where(big));
		if (few !== many) dear.push(`${where(big)}: ${many} queries, ${few} with the small school`);
	};
	await look('curator', () => '/mentorships');
	await look('curator', () => '/mentorships/table');
	await look('curator', () => '/mentorships/export/csv');
	await look('curator', () => '/mentorships/order');
	await look('curator', () => '/mentorships/new');
	await look('curator', ({ waiting }) => `/mentorships/new?mentee=${waiting}`);
	await look('curator', () => '/mentorships/unmatched');
	await look('curator', () => '/mentorships/next-year');
	await look('curator', ({ first }) => `/mentorships/${first}`);
	await look('curator', ({ mentor }) => `/people/${mentor.personId}`);
	await look('mentor', () => '/my-pair');
	await look('mentor', () => '/today');
	await look('psychologist', () => '/support');
	expect(dear).toEqual([]);
});
