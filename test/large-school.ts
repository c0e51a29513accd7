import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { system } from '../src/core/actor';
import { reckonAsked } from '../src/modules/matching/jobs/reckon-asked';
import { location, text } from './plan-story';
import { aSchool, as, clock, type TestDatabase, timeZone } from './stories';

/** So many pairs that they are reckoned aside: 260 mentees, 250 mentors of one place each. */
export async function aLargeSchool(
	world: TestDatabase & { cli: string },
	name: string,
	[mentees, mentors] = [260, 250]
) {
	const school = await aSchool(world, { name });
	const organisation = school.organisationId;
	const since = sql.raw("daterange('2026-09-01', null)");
	const enter = (register: string, many: number) =>
		sql`with someone as (
				insert into people (organisation_id, id, family_name, given_name, patronymic, sex, created_at)
				select ${organisation}, gen_random_uuid(), (case ${register} when 'mentees' then 'Юнгова' else 'Опытнова' end) || n, 'Анна', 'Ивановна', 'female', now()
				from generate_series(1, ${many}::int) n returning id),
			work as (insert into employments (organisation_id, id, person_id, period)
				select ${organisation}, gen_random_uuid(), id, ${since} from someone)
			insert into register_entries (organisation_id, id, act_id, person_id, register, period, entered_at, entered_by)
			select ${organisation}, gen_random_uuid(), gen_random_uuid(), id, ${register}, ${since}, now(), ${school.curator.personId}
			from someone`.execute(world.owner);
	await enter('mentees', mentees);
	await enter('mentors', mentors);
	const vera = as(world, school.curator);
	const ask = async () => location(await vera.post('/matching/runs', { kind: 'one-to-one' })).split('?')[0] ?? '';
	/** The job as the queue runs it once the asking is committed. */
	const work = (at: string) =>
		reckonAsked(
			{ db: world.db, cli: world.cli, clock, actorOf: async () => undefined },
			system(organisation, timeZone),
			{
				askingId: at.split('/').at(-1) ?? ''
			}
		);
	const runs = () =>
		world.owner.selectFrom('matching_runs').where('organisation_id', '=', organisation).select('id').execute();
	const page = async (at: string) => (await text(vera.get(at))).replace(/\s+/g, ' ');
	/** Until the thread is seen at work on the page. */
	const midst = async (at: string) => {
		for (;;) {
			const told = await page(at);
			if (/просмотрено|Ищем лучшие/.test(told)) return;
			if (!told.includes('data-running')) throw new Error(`over before it was seen: ${told}`);
			await setTimeout(30);
		}
	};
	return { school, vera, ask, work, runs, page, midst };
}
