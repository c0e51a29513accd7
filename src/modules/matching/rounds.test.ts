import { beforeAll, expect, test } from 'vitest';
import { aSchoolToMatch } from '../../../test/matching-story';
import { location, at as on, text } from '../../../test/plan-story';
import { as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { answer, aStory, askAfterMeeting, autumn, mentorToo } from '../../../test/survey-seeds';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const read = async (answer: Response | Promise<Response>) =>
	(await text(answer)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('after the talks Вера sees what became of each pair, looks at what her decisions would give, writes them down at once and takes them back whole', async () => {
	const { vera, ids } = await aSchoolToMatch(world, 'Школа кругов');
	const run = location(await vera.post('/matching/runs', { kind: 'one-to-one' })).split('?')[0] ?? '';
	const pair = [...(await text(vera.get(run))).matchAll(/name="pair" value="([^"]+)"/g)].map(([, one]) => one ?? '');
	const at = location(await vera.post(`${run}/proposals`, { pair })).split('?')[0] ?? '';
	const talk = {
		register: 'mentees',
		form: 'start',
		heldOn: '04.09.2026',
		conductedBy: ids.nina,
		visibility: 'leaders'
	};
	await vera.post(`/interviews/people/${ids.boris}`, { ...talk, note: '', outcome: 'other-role' });

	const page = await text(vera.get(`${at}/round`));
	const said = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
	expect(said).toContain('Предлагаем закрепить: 0, не ставить вместе: 1');
	expect(said).toContain('собеседование, наставляемый: нужна другая роль');
	const apart = `apart ${ids.boris} ${ids.anna}`;
	expect(page).toContain(`value="${apart}" selected`);
	const lock = `lock ${ids.yana} ${ids.nina}`;
	const chosen = [apart, lock].map((one) => `decide=${encodeURIComponent(one)}`).join('&');
	const seen = await read(vera.get(`${at}/round?preview=on&${chosen}`));
	expect(seen).toMatch(
		/Гусев Б\. О\. – Белова А\. С\.: не ставить вместе Собеседование, наставляемый: нужна другая роль/
	);
	expect(seen).toMatch(/Носова Я\. А\. – Жукова Н\. Л\.: закрепить/);
	expect(seen).toMatch(/Гусев Б\. О\.: Белова А\. С\. → без наставника/);
	expect(await read(vera.get('/matching/people')), 'a look decides nothing').toContain('решений о парах 0');

	const nothing = await vera.post(`${at}/round`, { decide: ['', 'lock никто'] });
	expect(nothing.status).toBe(422);
	expect(await nothing.text()).toContain('Отметьте хотя бы одну пару');
	const token = crypto.randomUUID();
	const decide = [apart, lock];
	const done = location(await vera.post(`${at}/round`, { decide, token }));
	expect(location(await vera.post(`${at}/round`, { decide, token })), 'sent twice, done once').toBe(done);
	const written = await text(vera.get(done));
	expect(written).toContain('Закреплено: 1, не ставим вместе: 1.');
	const anew = /href="(\/matching\/runs\/[^"]+)" class|class="[^"]*" href="(\/matching\/runs\/[^"]+)"/.exec(written);
	const after = await read(vera.get(anew?.[1] ?? anew?.[2] ?? ''));
	expect(after).toContain('закреплена');
	expect(await read(vera.get('/matching/people'))).toContain('решений о парах 2');

	const round = /action="(\/matching\/rounds\/[^"]+)\/undoing"/.exec(written)?.[1] ?? '';
	expect(await read(vera.get(location(await vera.post(`${round}/undoing`))))).toContain('Решения отменены');
	expect(await read(vera.get('/matching/people'))).toContain('решений о парах 0');
	await vera.post('/matching/ties', { mentee: ids.yana, mentor: ids.nina, kind: 'apart' });
	const late = await vera.post(`${round}/restoration`);
	expect(late.status).toBe(422);
	expect(await read(late)).toContain('Вернуть эти решения нельзя. Об этих двоих решено не ставить их вместе.');
	const [, since = ''] =
		/action="(\/matching\/ties\/[^"]+\/undoing)"/.exec(await text(vera.get('/matching/people'))) ?? [];
	await vera.post(since);
	await vera.post(`${round}/restoration`);
	expect(await read(vera.get('/matching/people'))).toContain('решений о парах 2');
});

test('after the group meeting those who named each other are advised to stay together, and two who did so and are no pair stand beside them', async () => {
	const story = await aStory(world, 'Гимназия взаимного выбора', 'Анкета предпочитаемого наставника', [autumn]);
	const { curator, mentee: boris, mentor: anna, teacher: nina } = story.school;
	await mentorToo(story, nina);
	const vera = as(world, curator, on(autumn.now));
	const enter = (register: string, ...person: string[]) =>
		vera.post(`/registry/${register}/entries`, { person, from: '01.09.2026' });
	await enter('mentors', anna.personId, nina.personId);
	await enter('mentees', boris.personId);
	const run = location(await vera.post('/matching/runs', { kind: 'one-to-one' })).split('?')[0] ?? '';
	const [, pair = ''] = /name="pair" value="([^"]+)"/.exec(await text(vera.get(run))) ?? [];
	const proposal = location(await vera.post(`${run}/proposals`, { pair })).split('?')[0] ?? '';
	const round = `${proposal}/round`;
	expect(await read(vera.get(round))).toContain('бесед и выбора ещё не было');

	const [, proposed = ''] = pair.split(' ');
	const other = [anna.personId, nina.personId].find((id) => id !== proposed) ?? '';
	await askAfterMeeting(story);
	await answer(world, boris, autumn, { 'q-comfort': '9', 'q-who-1': other, 'q-who-2': proposed });
	for (const mentor of [anna, nina])
		await answer(world, mentor, autumn, { 'q-comfort': '9', 'q-who-1': boris.personId });

	const page = await text(vera.get(round));
	const said = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
	expect(said).toContain('2 пары. Предлагаем закрепить: 1, не ставить вместе: 0');
	expect(said).toContain('наставляемый назвал, место 2; наставник назвал, место 1');
	expect(said).toContain('наставляемый назвал, место 1; наставник назвал, место 1');
	expect(page).toContain(`value="lock ${pair}" selected`);
	const wished = `lock ${boris.personId} ${other}`;
	expect(page, 'what is no pair yet is for Вера to choose').toMatch(new RegExp(`value="${wished}"(?! selected)`));
	const done = location(await vera.post(round, { decide: [`apart ${pair}`, wished] }));
	const [, anew = ''] = /href="(\/matching\/runs\/[^"]+)"/.exec(await text(vera.get(done))) ?? [];
	const after = await text(vera.get(anew));
	expect(after).toContain(`value="${boris.personId} ${other}"`);
	expect(after).not.toContain(`value="${pair}"`);
	expect(await read(vera.get(round))).toMatch(/не ставим вместе[\s\S]*закреплена/);
});
