import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { aReadingWorld, fieldsOf, plain, type ReadingWorld, sendAndRead } from '../../../test/import-story';
import { aSchool, as } from '../../../test/stories';
import { home } from '../../home';

const seeds = join(home, '../shared/seeds');
const given = existsSync(seeds);
if (!given) console.warn('Дорожные карты из ../shared/seeds не проверены: такой папки здесь нет.');

let world: ReadingWorld;
beforeAll(async () => {
	if (given) world = await aReadingWorld();
});

const files = given ? readdirSync(seeds) : ['нет папки ../shared/seeds'];

test.skipIf(!given).each(files)('%s: from the file to a plan at work on which nothing is overdue', async (name) => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const path = await sendAndRead(world, school.curator, { name, content: readFileSync(join(seeds, name)) });
	const page = plain(await (await vera.get(path)).text());
	const said = Number(/(\d+) мероприяти/.exec(page)?.[1]);
	expect(said).toBeGreaterThan(10);

	const last = plain(await (await vera.get(`${path}/acceptance`)).text());
	const accepted = await vera.post(`${path}/acceptance`, fieldsOf(last, `${path}/acceptance`));
	expect(accepted.status).toBe(303);
	const rows = await world.owner
		.selectFrom('activities as a')
		.leftJoin('occurrences as o', (on) =>
			on.onRef('o.organisation_id', '=', 'a.organisation_id').onRef('o.activity_id', '=', 'a.id')
		)
		.select(['a.id', 'o.due_on'])
		.where('a.organisation_id', '=', school.organisationId)
		.execute();
	expect(new Set(rows.map(({ id }) => id)).size).toBe(said);
	const plan = plain(await (await vera.get(accepted.headers.get('location') ?? '')).text());
	expect(plan).toContain('просроченного нет');
	expect((await vera.get('/today')).status).toBe(200);
});
