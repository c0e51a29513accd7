import { beforeAll, expect, test } from 'vitest';
import { aSchoolToMatch } from '../../../test/matching-story';
import { location, text } from '../../../test/plan-story';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const read = async (answer: Response | Promise<Response>) =>
	(await text(answer)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('Вера lays a proposal beside a later run: where they part, points, load; what she takes of either becomes a third, and both stay', async () => {
	const { vera, ids } = await aSchoolToMatch(world, 'Школа двух вариантов');
	expect(await read(vera.get('/matching/comparison'))).toContain('Сравнивать пока нечего');
	const runAnew = async () => location(await vera.post('/matching/runs', { kind: 'one-to-one' })).split('?')[0] ?? '';
	const idOf = (path: string) => path.split('/').at(-1) ?? '';
	await vera.post(`/matching/people/${ids.raisa}`, { version: '0', needs: '1', queue: 'last' });
	const run = await runAnew();
	const pair = [...(await text(vera.get(run))).matchAll(/name="pair" value="([^"]+)"/g)].map(([, one]) => one ?? '');
	const proposal = location(await vera.post(`${run}/proposals`, { pair })).split('?')[0] ?? '';
	await vera.post('/matching/ties', { mentee: ids.raisa, mentor: ids.anna, kind: 'lock' });
	const later = await runAnew();

	const both = `first=${idOf(proposal)}&second=${idOf(later)}`;
	const page = await text(vera.get(`/matching/comparison?${both}`));
	const said = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
	expect(said).toContain('Другой наставник у 2 из 3');
	expect(said).toContain('С наставником: 2 и 2');
	expect(said).toMatch(/Гусев Б\. О\. Белова А\. С\., \d+ без наставника −\d+/);
	expect(said).toMatch(/Лосева Р\. И\. без наставника Белова А\. С\., \d+ \+\d+/);
	expect(said).toMatch(/Носова Я\. А\. Жукова Н\. Л\., (\d+) Жукова Н\. Л\., \1 так же/);
	expect(said).toMatch(/Белова А\. С\. 1 1 1/);
	expect([...page.matchAll(/name="taken"/g)], 'only who differs is chosen').toHaveLength(2);

	const made = location(await vera.post(`/matching/comparison/proposals?${both}`, { taken: [ids.raisa] }));
	const third = await read(vera.get(made));
	expect(third).toContain('Сведено из двух вариантов');
	expect(third).toContain('триад – 1');
	const board = await read(vera.get(`${made.split('?')[0]}/board`));
	expect(board, 'Гусев of the first and Лосева of the second').toContain('занято 2 из 1');
	expect(await read(vera.get(proposal)), 'the first stays').toContain('Лосева Раиса Ивановна у подходящих');

	const unknown = await vera.post('/matching/comparison/proposals?first=1&second=2');
	expect(unknown.status).toBe(404);
	const none = await vera.post('/matching/comparison/proposals');
	expect(none.status).toBe(422);
	expect(await none.text()).toContain('Выберите два варианта');
});
