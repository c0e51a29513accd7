import { beforeAll, expect, test } from 'vitest';
import { textOf } from '../../../test/event-story';
import { asked, filesOf, makeNow } from '../../../test/package-story';
import { aSchool, as, clock, timeZone } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { system } from '../../core/actor';
import { nowIn } from '../../core/dates';
import { dropArchives } from './jobs';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

test('the archive of a set is kept for 90 days, said on its page; then it goes, the set and its list stay, another school’s too', async () => {
	const [mine, other] = [
		await aSchool(world, { name: 'Школа срока' }),
		await aSchool(world, { name: 'Соседи по сроку' })
	];
	const [vera, stranger] = [as(world, mine.curator), as(world, other.curator)];
	const make = async (who: typeof vera, { organisationId }: typeof mine) => {
		const address = await asked(who, 'materials', { code: ['memo-parents'] });
		await makeNow(world, organisationId, address);
		return address;
	};
	const [address, theirs] = [await make(vera, mine), await make(stranger, other)];
	const { page } = await filesOf(vera, address);
	expect(page).toContain('Архив хранится до 04.12.2026; комплект можно собрать заново');
	const files = [...page.matchAll(/href="(\/files\/[^"]+)"/g)].map(([, file = '']) => file);
	expect(files).toHaveLength(2);
	const round = (day: string) =>
		dropArchives(
			{ db: world.db, clock, actorOf: async () => undefined },
			system(mine.organisationId, timeZone),
			undefined,
			nowIn(timeZone, new Date(`${day}T06:00:00Z`))
		);
	await round('2026-12-04');
	for (const file of files) expect((await vera.get(file)).status, 'the last day').toBe(200);
	await round('2026-12-05');
	for (const file of files) expect((await vera.get(file)).status, 'the day after').toBe(404);
	const left = await world.owner
		.selectFrom('files')
		.select('id')
		.where(
			'id',
			'in',
			files.map((file) => file.split('/')[2] ?? '')
		)
		.execute();
	expect(left).toEqual([]);

	const later = await textOf(vera.get(address));
	expect(later).toContain('Архив хранился 90 дней и удалён');
	expect(later).toContain('Памятка');
	expect(later).not.toContain('/files/');
	const shown = await vera.post(`${address}/closing`, { closes: crypto.randomUUID() });
	expect(shown.status).toBe(422);
	expect(await textOf(shown)).toContain('Соберите комплект заново');
	await makeNow(world, mine.organisationId, address); // the queue does not make it again by itself
	expect(await textOf(vera.get(address))).not.toContain('/files/');
	expect((await filesOf(stranger, theirs)).page).toContain('Архив хранится до');
});
