import { beforeAll, expect, test } from 'vitest';
import { aSchoolToMatch } from '../../../test/matching-story';
import { location, text } from '../../../test/plan-story';
import { as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { paragraphsOf } from '../../../test/word';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const title = 'Формирование наставнических пар/групп';
const term = { from: '07.09.2026', to: '31.05.2027', together: 'together' };

test('S4 5.1: a pair and a triad are formed out of the registers, the line is done by them, and they stand among the pairs of the school', async () => {
	const { vera, ids, activity, occurrence, school } = await aSchoolToMatch(world, 'Лицей пар и групп', title);
	expect(await text(vera.get('/mentorships'))).toContain('Пар пока нет');
	expect(await text(vera.get(activity))).not.toMatch(/выполнено <time/);
	const run = location(await vera.post('/matching/runs', { kind: 'one-to-one' })).split('?')[0] ?? '';
	const pair = [...(await text(vera.get(run))).matchAll(/name="pair" value="([^"]+)"/g)].map(([, one]) => one ?? '');
	const at = location(await vera.post(`${run}/proposals`, { pair })).split('?')[0] ?? '';
	await vera.post(`${at}/pairs`, { mentee: ids.raisa, mentor: ids.anna, reason: 'Согласна вести двоих' });
	const [, version = ''] = /name="version" value="(\d+)"/.exec(await text(vera.get(at))) ?? [];
	const acceptance = {
		version,
		stage: 'final',
		on: '05.09.2026',
		conclusion: 'Пары сформированы.',
		closes: occurrence
	};
	expect((await as(world, school.director).post(`${at}/acceptance`, acceptance)).status, 'the curator forms').toBe(403);
	await vera.post(`${at}/acceptance`, acceptance);

	const card = await text(vera.get(activity));
	expect(card).toMatch(/выполнено <time datetime="2026-09-05"/);
	const paper = (await paragraphsOf(vera.get(/href="(\/files\/[^"]+)"/.exec(card)?.[1] ?? ''))).join('\n');
	for (const words of ['пар – 1', 'триад – 1', 'Гусев Борис Олегович', 'Лосева Раиса Ивановна', 'Жукова Нина Львовна'])
		expect(paper).toContain(words);
	expect((await vera.post(`${at}/asking`, term)).status).toBe(303);
	const pairs = await text(vera.get('/mentorships'));
	for (const words of ['2 пары идут или оформляются', 'Белова А. С. → Гусев Б. О., Лосева Р. И.', 'наставник и двое'])
		expect(pairs).toContain(words);
});

test('S4 5.1, two pairs and no solver: formed by «Назначить наставника», the order that settles them does the line', async () => {
	const { vera, ids, activity, occurrence } = await aSchoolToMatch(world, 'Сельский лицей', title);
	const papers = { words: 'on', consents: 'on', agreement: 'on', papersOn: '04.09.2026', kind: 'one-to-one' };
	for (const [mentee, mentor] of [
		[ids.boris, ids.anna],
		[ids.yana, ids.nina]
	] as const)
		await vera.post('/mentorships', { ...papers, mentee, mentor, from: '01.09.2026', to: '31.05.2027' });
	const page = await text(vera.get('/mentorships/order'));
	const mentorship = [...page.matchAll(/name="mentorship" value="([^"]+)"/g)].map(([, one]) => one ?? '');
	const order = { actKind: 'order', series: 'main', number: '5', signedOn: '05.09.2026', mentorship };
	await vera.post('/mentorship-orders', { ...order, closes: occurrence });
	const card = await text(vera.get(activity));
	expect(card).toMatch(/выполнено <time datetime="2026-09-05"/);
	expect(card).toContain('Закреплены наставнические пары и группы: 2');
	const paper = (await paragraphsOf(vera.get(/href="(\/files\/[^"]+)"/.exec(card)?.[1] ?? ''))).join('\n');
	for (const words of ['Гусев Борис Олегович', 'Носова Яна Андреевна']) expect(paper).toContain(words);
});
