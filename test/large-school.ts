import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { onTestFinished } from 'vitest';
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
	const work = (at: string, cli = world.cli) =>
		reckonAsked({ db: world.db, cli, clock, actorOf: async () => undefined }, system(organisation, timeZone), {
			askingId: at.split('/').at(-1) ?? ''
		});
	/** The same, while something happens: the thread has been given its work, and begins with it only afterwards. */
	const workWhile = async (at: string, meanwhile: () => unknown) => {
		const { cli, begun, letGo } = await heldThread(world.cli);
		const job = work(at, cli);
		await begun();
		await meanwhile();
		await letGo();
		await job;
	};
	const runs = () =>
		world.owner.selectFrom('matching_runs').where('organisation_id', '=', organisation).select('id').execute();
	const page = async (at: string) => (await text(vera.get(at))).replace(/\s+/g, ' ');
	return { school, vera, ask, work, workWhile, runs, page };
}

/** A program whose thread says that it is there, and waits to be let go before it does what it does. */
async function heldThread(cli: string) {
	const folder = await mkdtemp(join(tmpdir(), 'held-thread-'));
	const at = (name: string) => join(folder, name);
	const real = pathToFileURL(join(dirname(cli), 'workers/matching.js')).href;
	const waits = `import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
writeFileSync(${JSON.stringify(at('begun'))}, '');
while (!existsSync(${JSON.stringify(at('go'))})) await setTimeout(10);
await import(${JSON.stringify(real)});`;
	await mkdir(at('workers'));
	await writeFile(at('package.json'), '{ "type": "module" }');
	await writeFile(at('workers/matching.js'), waits);
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const begun = async () => {
		while (!existsSync(at('begun'))) await setTimeout(10);
	};
	return { cli: at('cli.js'), begun, letGo: () => writeFile(at('go'), '') };
}
