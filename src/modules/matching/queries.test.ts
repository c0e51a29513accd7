import { beforeAll, expect, test } from 'vitest';
import { aSchoolToMatch } from '../../../test/matching-story';
import { location, text } from '../../../test/plan-story';
import { costsTheSame, countingQueries } from '../../../test/queries';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

test('a run, its board, two variants and a round of nine people cost as many queries as of five', async () => {
	const { vera, school } = await aSchoolToMatch(world, 'Школа запросов');
	const aProposal = async () => {
		const run = location(await vera.post('/matching/runs', { kind: 'one-to-one' })).split('?')[0] ?? '';
		const pair = [...(await text(vera.get(run))).matchAll(/name="pair" value="([^"]+)"/g)].map(([, one]) => one ?? '');
		const at = location(await vera.post(`${run}/proposals`, { pair })).split('?')[0] ?? '';
		await vera.post(`${at}/moves`, { version: '1', who: pair[0] ?? '', to: 'none' });
		return { run, at, pairs: pair.length };
	};
	const small = await aProposal();
	const { director, psychologist, commission, personnel } = school;
	await vera.post('/registry/mentors/entries', { person: [director.personId, personnel.personId], from: '01.09.2026' });
	await vera.post('/registry/mentees/entries', {
		person: [psychologist.personId, commission.personId],
		from: '01.09.2026'
	});
	for (const mentor of [director, personnel])
		await vera.post(`/registry/people/${mentor.personId}/offer`, {
			...{ version: '0', competences: ['parents'], formats: ['one-to-one'], capacity: '2', category: 'highest' },
			...{ source: 'words', saidOn: '04.09.2026' }
		});
	const big = await aProposal();
	expect(big.pairs, 'more people are in it').toBeGreaterThan(small.pairs);

	const pages = countingQueries(world, school.curator);
	const idOf = (path: string) => path.split('/').at(-1);
	const both = ({ at, run }: typeof small) => `/matching/comparison?first=${idOf(at)}&second=${idOf(run)}`;
	await costsTheSame(pages, small.run, big.run);
	await costsTheSame(pages, `${small.at}/board`, `${big.at}/board`);
	await costsTheSame(pages, `${small.at}/round`, `${big.at}/round`);
	await costsTheSame(pages, `${small.at}/slips`, `${big.at}/slips`);
	await costsTheSame(pages, both(small), both(big));
});
