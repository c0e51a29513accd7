import { beforeAll, expect, test } from 'vitest';
import { aSchoolToMatch } from '../../../test/matching-story';
import { location, text } from '../../../test/plan-story';
import { as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const read = async (answer: Response | Promise<Response>) =>
	(await text(answer)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** A run of which every pair is proposed and accepted; answers with the proposal's address. */
async function accepted({ vera }: Awaited<ReturnType<typeof aSchoolToMatch>>, stage = 'final') {
	const run = location(await vera.post('/matching/runs', { kind: 'one-to-one' })).split('?')[0] ?? '';
	const pair = [...(await text(vera.get(run))).matchAll(/name="pair" value="([^"]+)"/g)].map(
		([, value]) => value ?? ''
	);
	const at = location(await vera.post(`${run}/proposals`, { pair })).split('?')[0] ?? '';
	await vera.post(`${at}/acceptance`, { version: '1', stage, on: '05.09.2026', conclusion: 'Подобраны.' });
	return at;
}
const term = { from: '07.09.2026', to: '31.05.2027', together: 'apart' };

test('accepted pairs are put to the people in one act: each finds it in their room, the next run counts them as taken; one act takes it back', async () => {
	const story = await aSchoolToMatch(world, 'Школа предложений');
	const { vera, school } = story;
	const at = await accepted(story);
	expect(await read(vera.get(at))).toContain('Предложить участникам');
	const wrong = await vera.post(`${at}/asking`, { ...term, to: '31.05.2026' });
	expect(wrong.status).toBe(422);
	expect(await wrong.text()).toContain('Последний день раньше первого');

	expect(await read(vera.get(`${at}/slips`)), 'and says what comes first').toContain(
		'Пары ещё не предложены участникам'
	);
	const token = crypto.randomUUID();
	const asked = location(await vera.post(`${at}/asking`, { ...term, token }));
	await vera.post(`${at}/asking`, { ...term, token });
	expect(await read(vera.get(asked))).toContain('2 предложения');
	expect(await read(vera.get(`${at}/slips`))).toMatch(
		/Напечатайте и раздайте: 4 листка[\s\S]*Вам предлагают наставника/
	);
	const list = await text(vera.get('/mentorships?filter=all'));
	expect(list, 'and from the pairs one comes here').toContain('href="/matching"');
	const pairs = await read(vera.get('/mentorships?filter=all'));
	for (const name of ['Гусев', 'Носова', 'Белова', 'Жукова']) expect(pairs).toContain(name);
	expect(await read(as(world, school.mentee).get('/my-pair'))).toContain('Белова Анна Сергеевна');
	expect(await read(vera.get('/matching'))).toContain('Наставляемых 3: с наставником 2, без наставника 1');
	const next = location(await vera.post('/matching/runs', { kind: 'one-to-one' })).split('?')[0] ?? '';
	expect(await read(vera.get(next)), 'the places are taken').toMatch(
		/Лосева Р\. И\. У подходящих наставников \(2\) нет свободных мест/
	);
	const early = await vera.post(`${at}/withdrawal`);
	expect(await early.text()).toContain('сначала отмените это, потом принятие');

	await vera.post(`${at}/asking/undoing`);
	expect(await read(vera.get('/matching'))).toContain('с наставником 0, без наставника 3');
	expect(await read(vera.get(at))).toContain('Каждый узнает о предложении');
});

test('once somebody has answered the asking is not taken back whole; potential pairs are put to nobody', async () => {
	const story = await aSchoolToMatch(world, 'Школа ответов');
	const { vera, school } = story;
	const potential = await accepted(story, 'potential');
	expect(await read(vera.get(potential))).not.toContain('Предложить участникам');
	expect((await vera.post(`${potential}/asking`, term)).status).toBe(422);
	const at = await accepted(story);
	await vera.post(`${at}/asking`, term);
	const boris = as(world, school.mentee);
	const [, answer = ''] = /action="([^"]+\/answer)"/.exec(await text(boris.get('/my-pair'))) ?? [];
	const said = await boris.post(answer, { answer: 'accepted' });
	expect(said.status).toBe(303);
	const refused = await vera.post(`${at}/asking/undoing`);
	expect(refused.status).toBe(422);
	expect(await refused.text()).toContain('по некоторым парам есть ответ или бумаги (1)');
	expect(await read(vera.get('/matching'))).toContain('с наставником 2');
});
