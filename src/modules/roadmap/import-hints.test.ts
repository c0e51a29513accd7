import { beforeAll, expect, test } from 'vitest';
import { aReadingWorld, fieldsOf, plain, type ReadingWorld, sendAndRead } from '../../../test/import-story';
import { aSchool, as } from '../../../test/stories';

let world: ReadingWorld;
beforeAll(async () => {
	world = await aReadingWorld();
});

const text = async (answer: Response | Promise<Response>) => plain(await (await answer).text());

const planOf = (title: string) =>
	[
		title,
		'',
		'Мероприятие\tСрок\tОтветственный',
		'Час общения\tближе к весне\tглавный по наставничеству',
		'Провести опрос\tоктябрь\tкуратор',
		'Примечание для родителей\tмай\tкуратор'
	].join('\n');

/** Vera brings in a plan, corrects it, says who is who and takes it to work. */
async function anAcceptedPlan(madeUp: readonly string[] = []) {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	const path = await sendAndRead(world, school.curator, {
		name: 'План 2026.txt',
		content: planOf('План на 2026–2027 учебный год')
	});
	const form = async (at: string) => fieldsOf(await text(vera.get(`${path}${at}`)), `${path}${at}`);
	await vera.post(`${path}/activities/a1`, {
		...(await form('/activities/a1')),
		capability: 'contest',
		deadline: 'март'
	});
	await vera.post(`${path}/selection`, { token: crypto.randomUUID(), act: 'remove', row: 'a3' });
	const people = await text(vera.get(`${path}/people`));
	const words = [...people.matchAll(/name="words" value="([^"]*)"/g)].map(([, one]) => one ?? '');
	const person = words.map((one) => (one === 'главный по наставничеству' ? school.curator.personId : ''));
	const sent = [
		...words.map((one) => ['words', one]),
		...madeUp.map((one) => ['words', one]),
		...person.map((one) => ['person', one]),
		['token', crypto.randomUUID()]
	];
	const confirmed = await vera.app.request(`${path}/people`, {
		method: 'POST',
		headers: { origin: 'http://localhost' },
		body: new URLSearchParams(sent)
	});
	expect(confirmed.status).toBe(303);
	const accepted = await vera.post(`${path}/acceptance`, await form('/acceptance'));
	expect(accepted.status).toBe(303);
	return { school, vera };
}

const nextPlan = { name: 'План 2027.txt', content: planOf('План на 2027–2028 учебный год') };

test('what was corrected in one plan is proposed in the next, done by one button, and changes nothing by itself', async () => {
	const { school, vera } = await anAcceptedPlan();
	const path = await sendAndRead(world, school.curator, nextPlan);
	const page = await text(vera.get(path));
	expect(page).toContain('В прошлый раз строку «Примечание для родителей» вы убрали');
	expect(page).toContain('В прошлый раз для «Час общения» вы выбрали «Конкурс»');
	expect(page).toContain('Срок «ближе к весне» (здесь 1 раз) в прошлый раз вы записали как «март»');
	expect(page).toContain('3 мероприятия'); // nothing is done yet

	for (const words of ['вы убрали', 'вы выбрали', 'вы записали']) {
		const now = await text(vera.get(path));
		await vera.post(`${path}/remarks/mending`, fieldsOf(now.slice(now.indexOf(words)), `${path}/remarks/mending`));
	}
	const after = await text(vera.get(path));
	expect(after).toContain('2 мероприятия');
	expect(after).not.toContain('в прошлый раз вы записали как');
	await vera.post(`${path}/undoing`);
	expect(await text(vera.get(path))).toContain('в прошлый раз вы записали как «март»');
});

test('who the words meant is chosen beforehand and said to be so; confirmed it counts, not before', async () => {
	const { school, vera } = await anAcceptedPlan();
	const path = await sendAndRead(world, school.curator, nextPlan);
	const people = await text(vera.get(`${path}/people`));
	const row = people.split('Кто это: главный по наставничеству')[1]?.split('</tr>')[0] ?? '';
	expect(row).toMatch(new RegExp(`<option value="${school.curator.personId}" selected`));
	expect(row).toContain('как в прошлый раз');
});

test('the page of what is remembered shows it, and forgets on demand; another school sees none of it', async () => {
	const { school, vera } = await anAcceptedPlan();
	const page = await text(vera.get('/roadmap/hints'));
	expect(page).toContain('«Час общения»');
	const form = page.split('«Примечание для родителей»')[1] ?? '';
	const address = /action="(\/roadmap\/hints\/[^"]+)"/.exec(form)?.[1] ?? '';
	await vera.post(address);
	expect(await text(vera.get('/roadmap/hints'))).not.toContain('«Примечание для родителей»');
	const path = await sendAndRead(world, school.curator, nextPlan);
	expect(await text(vera.get(path))).not.toContain('вы убрали');

	const stranger = await aSchool(world);
	expect(await text(as(world, stranger.curator).get('/roadmap/hints'))).toContain('Пока ничего');
	expect((await as(world, stranger.curator).post(address)).status).toBe(404);
});

test('a form with thousands of words that the plan does not have teaches none of them, and the plan is taken to work', async () => {
	const { school, vera } = await anAcceptedPlan(Array.from({ length: 9000 }, (_, at) => `made-up-${at}`));
	expect(await text(vera.get('/roadmap/hints'))).not.toContain('made-up');
	const kept = world.owner
		.selectFrom('import_hints')
		.select('kind')
		.where('organisation_id', '=', school.organisationId);
	expect(await kept.execute()).toHaveLength(5);
});

test('a code that the program does not have proposes nothing, be it a word of the language it is written in', async () => {
	const { school, vera } = await anAcceptedPlan();
	await world.owner
		.updateTable('import_hints')
		.set({ meaning: 'constructor' })
		.where('organisation_id', '=', school.organisationId)
		.where('kind', '=', 'capability')
		.execute();
	expect(await text(vera.get('/roadmap/hints'))).not.toContain('«Час общения»');
	expect(await text(vera.get(await sendAndRead(world, school.curator, nextPlan)))).not.toContain('вы выбрали');
});
