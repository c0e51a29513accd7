import { beforeAll, expect, test } from 'vitest';
import { aSchoolToMatch } from '../../../test/matching-story';
import { location, text } from '../../../test/plan-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { paragraphsOf } from '../../../test/word';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const read = async (answer: Response | Promise<Response>) =>
	(await text(answer))
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ')
		.replaceAll(' ,', ',');
const term = { from: '01.09.2026', to: '31.05.2027', kind: 'one-to-one' };
const order = { actKind: 'order', series: 'main', number: '16/1-О', signedOn: '04.09.2026', anyway: 'on' };
const agreed = { words: 'on', consents: 'on', agreement: 'on', agreementNumber: '3', papersOn: '04.09.2026' };
const written = async (vera: ReturnType<typeof as>) =>
	(await paragraphsOf(vera.get('/documents/pairing-order/paper.docx'))).join('\n').replaceAll('\u00a0', ' ');

test('Носова wants a mentor for the subject and another for the method: a run finds them, the proposal asks them, the triad, «Моя пара», the list, the table and the order in Word say who is in which role; taken back and asked again it is the same', async () => {
	const { vera, ids, school } = await aSchoolToMatch(world, 'Роли до приказа');
	const wants = { version: '0', building: '', outside: '', manager: '', queue: 'first', smallest: '' };
	await vera.post(`/matching/people/${ids.yana}`, { ...wants, needs: 'roles' });
	const run = location(await vera.post('/matching/runs', { kind: 'one-to-one' })).split('?')[0] ?? '';
	const pair = [...(await text(vera.get(run))).matchAll(/name="pair" value="([^"]+)"/g)].map(([, one]) => one ?? '');
	const hers = pair.filter((one) => one.startsWith(ids.yana));
	const at = location(await vera.post(`${run}/proposals`, { pair: hers })).split('?')[0] ?? '';
	const accepted = { version: '1', stage: 'final', on: '05.09.2026', conclusion: 'Пары подобраны.' };
	expect((await vera.post(`${at}/acceptance`, accepted)).status).toBe(303);
	const ask = async () =>
		expect((await vera.post(`${at}/asking`, { ...term, from: '07.09.2026', together: 'together' })).status).toBe(303);
	await ask();
	const proposal = await read(vera.get(at));
	const role = (who: string) => proposal.match(new RegExp(`${who}.*?В роли: (предметный|методический)`))?.[1];
	expect([role('Белова'), role('Жукова')].toSorted()).toEqual(['методический', 'предметный']);
	const told = `Белова А. С. – ${role('Белова')}; Жукова Н. Л. – ${role('Жукова')}`;

	const triad = async () => /href="(\/mentorships\/0[^"?]+)"/.exec(await text(vera.get('/mentorships')))?.[1] ?? '';
	const page = await triad();
	expect(await read(vera.get('/mentorships'))).toContain(told);
	expect(await read(vera.get('/mentorships?q=методический')), 'found by the role').toContain(told);
	const card = await read(vera.get(page));
	expect(card).toContain(`Белова Анна Сергеевна, ${role('Белова')}`);
	expect(card).toContain(`Жукова Нина Львовна, ${role('Жукова')}`);
	expect(await read(vera.get('/mentorships/table'))).toMatch(
		new RegExp(`Белова Анна Сергеевна[^;]*, в роли: ${role('Белова')}; Жукова`)
	);
	expect(await read(as(world, school['site-editor']).get('/my-pair'))).toContain(`Роли наставников ${told}`);
	expect(await read(as(world, school.mentor).get('/my-pair'))).toContain(`Ваша роль ${role('Белова')}`);
	const paper = await written(vera);
	for (const who of ['Белова', 'Жукова']) expect(paper).toMatch(new RegExp(`${who}[^]*?в роли: ${role(who)}`));

	expect((await vera.post(`${at}/asking/undoing`, {})).status).toBe(303);
	expect(await triad(), 'taken back').toBe('');
	await ask();
	expect(await read(vera.get('/mentorships'))).toContain(told);
});

test('Вера gives two mentors at once and says which is which; who replaces one takes the role over, and undone the first has it again', async () => {
	const { curator, mentor, mentee, teacher, psychologist } = await aSchool(world, { name: 'Роли руками' });
	const vera = as(world, curator);
	const people = { mentee: mentee.personId, mentor: mentor.personId };
	const alone = await vera.post('/mentorships', { ...people, ...term, roles: 'method' });
	expect(alone.status).toBe(422);
	const back = await text(alone);
	expect(back).toContain('Роли бывают, когда наставников двое');
	expect(back, 'what was chosen is still there').toMatch(/<option value="method" selected/);
	const both = { ...people, ...term, ...agreed, second: teacher.personId, roles: 'method' };
	const card = location(await vera.post('/mentorships', both)).split('?')[0] ?? '';
	const line = /\S+ \S\. \S\. – (?:предметный|методический); \S+ \S\. \S\. – (?:предметный|методический)/;
	const told = async () => line.exec(await read(vera.get('/mentorships')))?.[0];
	expect(await told()).toBe('Белова А. С. – методический; Жукова Н. Л. – предметный');

	const change = { was: teacher.personId, person: psychologist.personId, on: '05.09.2026', reason: 'circumstances' };
	expect((await vera.post(`${card}/replacement`, change)).status).toBe(303);
	const replaced = await text(vera.get(card));
	expect(await told()).toMatch(/^Белова А\. С\. – методический; (?!Жукова).* – предметный$/);
	await vera.post(`${card}/undoing`, { act: /name="act" value="([^"]+)"/.exec(replaced)?.[1] ?? '' });
	expect(await told()).toBe('Белова А. С. – методический; Жукова Н. Л. – предметный');

	expect((await vera.post('/mentorship-orders', { ...order, mentorship: [card.split('/').at(-1) ?? ''] })).status).toBe(
		303
	);
	const june = as(world, curator, () => new Date('2027-06-01T03:00:00Z'));
	const days = { endOn: '31.05.2027', from: '01.09.2027', to: '31.05.2028' };
	const fate = { [`fate-${card.split('/').at(-1)}`]: 'anew' };
	expect((await june.post('/mentorships/next-year', { ...days, ...fate })).status, 'proposed anew').toBe(303);
	const anew = await read(june.get('/mentorships?filter=asked'));
	expect(line.exec(anew)?.[0]).toBe('Белова А. С. – методический; Жукова Н. Л. – предметный');
});

test('a second mentor who joins later is given a role; a mentee who joins has none; a pair without roles says nothing of them', async () => {
	const { curator, mentor, mentee, teacher, psychologist } = await aSchool(world, { name: 'Роль потом' });
	const vera = as(world, curator);
	const people = { mentee: mentee.personId, mentor: mentor.personId };
	const card = location(await vera.post('/mentorships', { ...people, ...term, ...agreed })).split('?')[0] ?? '';
	for (const page of [await read(vera.get(card)), await read(vera.get('/mentorships')), await written(vera)])
		expect(page).not.toMatch(/предметный|методический|в роли/i);
	const on = { on: '05.09.2026', role: 'method' };
	const wrong = await vera.post(`${card}/joining`, { ...on, side: 'mentee', person: psychologist.personId });
	expect(wrong.status).toBe(422);
	expect(await text(wrong)).toContain('Роль бывает у наставника');
	expect((await vera.post(`${card}/joining`, { ...on, side: 'mentor', person: teacher.personId })).status).toBe(303);
	expect(await read(vera.get('/mentorships'))).toContain('Жукова Н. Л. – методический');
	expect(await read(vera.get(card))).toContain('Жукова Нина Львовна, методический');
});
