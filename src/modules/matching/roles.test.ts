import { beforeAll, expect, test } from 'vitest';
import { aSchoolToMatch } from '../../../test/matching-story';
import { location, text } from '../../../test/plan-story';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const details = {
	...{ version: '0', building: '', outside: '', manager: '', queue: 'first', smallest: '' },
	needs: '1'
};
const read = (html: string) =>
	html
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();

/** Носова wants one mentor for the subject and another for the method, before all others. */
async function aSchoolOfRoles(name: string) {
	const told = await aSchoolToMatch(world, name);
	const { vera, ids } = told;
	await vera.post(`/matching/people/${ids.yana}`, { ...details, needs: 'roles' });
	const run = async () => location(await vera.post('/matching/runs', { kind: 'one-to-one' })).split('?')[0] ?? '';
	const rows = async (page: string) =>
		[...(await text(vera.get(page))).matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) => read(row ?? ''));
	return { ...told, run, rows };
}

test('Носова has two different people in two roles, and each pair has the points of its role', async () => {
	const { vera, ids, run, rows } = await aSchoolOfRoles('Школа ролей');
	const form = await text(vera.get(`/matching/people/${ids.yana}`));
	expect(form).toMatch(/<option value="roles" selected/);
	const at = await run();
	const hers = (await rows(at)).filter((row) => row.includes('Носова'));
	expect(hers).toHaveLength(2);
	expect(hers.filter((row) => row.includes('предметный'))).toHaveLength(1);
	expect(hers.filter((row) => row.includes('методический'))).toHaveLength(1);
	expect(new Set(hers.map((row) => row.match(/Белова|Жукова/)?.[0])).size).toBe(2);
	expect(await text(vera.get(at)), 'verified again').toContain('Проверено');
	const cards = await text(vera.get(`${at}?view=cards`));
	expect(read(cards)).toMatch(/Носова.*методический/);

	const wishes = (await rows(`${at}/people/${ids.yana}`)).filter((row) => /Белова|Жукова/.test(row));
	expect(wishes, 'each mentor in each role').toHaveLength(4);
	expect(wishes.filter((row) => row.includes('в паре'))).toHaveLength(2);
	const points = (who: string, role: string) =>
		Number(wishes.find((row) => row.includes(who) && row.includes(role))?.match(/ (\d+) /)?.[1]);
	const ahead = (role: string) => points('Жукова', role) - points('Белова', role);
	expect(ahead('методический'), 'her help with methods counts twice').toBeGreaterThan(ahead('предметный'));
});

test('two curators tell of one person at once: the later sees all that has been told in between, in words', async () => {
	const { vera, ids } = await aSchoolOfRoles('Школа двух вкладок');
	const late = await vera.post(`/matching/people/${ids.yana}`, { ...details, hours: ['mon-first'], queue: '' });
	expect(late.status).toBe(409);
	const page = read(await late.text());
	expect(page).toContain('Сейчас записано так: Удобное время пусто Сколько наставников нужно два в разных ролях');
	expect(page).toMatch(/Сейчас записано так:.* Очередь прежде всех/);
});

test('a mentor of one role alone is not had in the other: who lacks whom is said by role, on the run and on the board', async () => {
	const { vera, ids, run, rows } = await aSchoolOfRoles('Школа одной роли');
	for (const id of [ids.anna, ids.nina])
		expect(location(await vera.post(`/matching/people/${id}`, { ...details, worksAs: 'subject' }))).toContain('saved');
	expect(await text(vera.get(`/matching/people/${ids.anna}`))).toMatch(/value="subject"[^>]*checked/);
	const at = await run();
	const lacks = (await rows(at)).find((row) => row.includes('Носова') && row.includes('Методический:'));
	expect(lacks).toContain('Найден один наставник из двух. Методический: подходящего наставника нет');
	expect(lacks).toMatch(/Снять условие \(ведёт в другой роли\), наставник: .+ \(методический\)/);

	const pair = [...(await text(vera.get(at))).matchAll(/name="pair" value="([^"]+)"/g)].map(([, one]) => one ?? '');
	const proposal = location(await vera.post(`${at}/proposals`, { pair })).split('?')[0] ?? '';
	const board = async () => read(await text(vera.get(`${proposal}/board`)));
	expect(await board()).toContain('Носова Я. А. нужен методический');
	expect(await board()).toMatch(/Носова Я\. А\. \d+ предметный/);

	const mentor = pair.find((one) => one.startsWith(ids.yana))?.split(' ')[1] ?? '';
	const other = mentor === ids.anna ? ids.nina : ids.anna;
	const moved = await vera.post(`${proposal}/moves`, { version: '1', who: `${ids.yana} ${mentor}`, to: other });
	expect(moved.status).toBe(303);
	expect(await board(), 'moved, she keeps the role').toMatch(/Носова Я\. А\. \d+ предметный/);
	const second = await vera.post(`${proposal}/moves`, { version: '2', who: `${ids.yana} `, to: mentor });
	expect(second.status).toBe(303);
	expect(await board(), 'against the condition, as the curator decides').toMatch(
		/Носова Я\. А\. \d+ методический ваше решение ведёт в другой роли/
	);
	expect(await text(vera.get(proposal))).toContain('В роли: методический');
});
