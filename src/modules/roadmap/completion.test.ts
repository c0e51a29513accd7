import { beforeAll, expect, test } from 'vitest';
import { aSchoolAtWork, aTime, done, location, text } from '../../../test/plan-story';
import { as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const completions = (organisationId: string) =>
	world.owner.selectFrom('completions').selectAll().where('organisation_id', '=', organisationId).execute();
const journalled = (organisationId: string) =>
	world.owner
		.selectFrom('journal')
		.select(['act', 'subject_kind'])
		.where('organisation_id', '=', organisationId)
		.execute();

test('Vera marks a thing done with a file and a link; the plan, the day and the journal say so, and the file comes back byte for byte', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	expect(await text(vera.get('/today'))).toContain('На этой неделе сроков нет, просроченного нет');

	const form = await text(vera.get(`/occurrences/${aTime(plan, 'Издать приказ о парах')}/completion?back=today`));
	expect(form).toContain('value="05.09.2026"');
	const bytes = Uint8Array.from({ length: 2_500_000 }, (_, index) => (index * 7919) % 251);
	const answer = await vera.post(`/occurrences/${aTime(plan, 'Издать приказ о парах')}/completion`, {
		...done,
		note: 'Приказ № 16/1-О',
		url: 'shkola1.example.ru/приказ',
		back: 'today',
		files: new File([bytes], 'Приказ о парах.pdf')
	});
	expect(answer.status).toBe(303);
	expect(await text(vera.get(location(answer)))).toMatch(/Отмечено: Издать приказ о парах[\s\S]*Отменить/);

	const card = await text(vera.get(`/activities/${plan.activities['Издать приказ о парах']?.id}`));
	for (const words of ['Приказ № 16/1-О', 'Приказ о парах.pdf', 'shkola1.example.ru/приказ', 'Мероприятие выполнено']) {
		expect(card).toContain(words);
	}
	const file = /href="(\/files\/[^"]+)"/.exec(card)?.[1] ?? '';
	const download = await vera.get(file);
	expect(download.headers.get('content-disposition')).toMatch(/^attachment; .*UTF-8''/);
	expect(Buffer.from(await download.arrayBuffer()).equals(bytes)).toBe(true);

	const journal = await text(vera.get('/journal'));
	expect(journal).toContain('Мероприятие выполнено');
	expect(journal).toContain('Издать приказ о парах');
});

test('the same form sent twice, even at the same moment, marks once and gives the same answer', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const fields = { ...done, token: crypto.randomUUID(), files: new File(['итоги'], 'Справка.txt') };
	const send = () => vera.post(`/occurrences/${aTime(plan, 'Издать приказ о парах')}/completion`, fields);

	const answers = [...(await Promise.all([send(), send()])), await send()];
	expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
	expect(new Set(answers.map(location)).size).toBe(1);
	expect(await completions(school.organisationId)).toHaveLength(1);
	expect((await journalled(school.organisationId)).map(({ act }) => act).sort()).toEqual([
		'activity.done',
		'evidence.attached',
		'file.stored'
	]);
});

test('a colleague was faster: the second is told, and nothing is written twice', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const path = `/occurrences/${aTime(plan, 'Провести анкетирование педагогов')}/completion`;
	expect((await as(world, school.mentor).post(path, done)).status).toBe(303);
	const late = await as(world, school.curator).post(path, { ...done, note: 'И я отмечаю' });
	expect(late.status).toBe(422);
	const page = await late.text();
	expect(page).toContain('уже отметил кто-то из коллег');
	expect(page).toContain('И я отмечаю');
	expect(await completions(school.organisationId)).toHaveLength(1);
});

test('odd signs of a paste neither break the form nor the database', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const note = 'Приказ\u0000 № 5 <b>«утверждён»</b> \u202e🙂 \ud83d';
	const answer = await vera.post(`/occurrences/${aTime(plan, 'Издать приказ о парах')}/completion`, { ...done, note });
	expect(answer.status).toBe(303);
	expect(await text(vera.get(location(answer)))).toContain('Приказ № 5 &lt;b&gt;«утверждён»&lt;/b&gt;');
});

test('a mark is taken back and the thing is open again; it can be marked anew', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const anna = as(world, school.mentor);
	const path = `/occurrences/${aTime(plan, 'Провести анкетирование педагогов')}/completion`;
	await anna.post(path, done);
	const [mark] = await completions(school.organisationId);

	const back = await anna.post(`/completions/${mark?.id}/withdrawal`);
	expect(back.status).toBe(303);
	expect(await text(anna.get(location(back)))).toContain('снова открыто');
	const again = await anna.post(`/completions/${mark?.id}/withdrawal`);
	expect(again.status).toBe(422);
	expect(await again.text()).toContain('Эту отметку уже отменили');
	expect((await anna.post(path, done)).status).toBe(303);
	const [first, second] = (await completions(school.organisationId)).sort((a, b) =>
		a.withdrawn_at ? -1 : b.withdrawn_at ? 1 : 0
	);
	expect([first?.withdrawn_by, second?.withdrawn_at]).toEqual([school.mentor.personId, null]);
});

test('several rows are marked at once from the plan; none chosen is said', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	expect((await vera.post(`/roadmap/${plan.id}/completions`)).status).toBe(422);
	const occurrence = [aTime(plan, 'Издать приказ о парах'), aTime(plan, 'Провести анкетирование педагогов')];
	const answer = await vera.post(`/roadmap/${plan.id}/completions`, { occurrence });
	expect(await text(vera.get(location(answer)))).toMatch(/Отмечено строк: 2[\s\S]*выполнено 2/);
});

test('what РЦ does is noted, not done late: «принято к сведению» with the letter attached', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const path = `/occurrences/${aTime(plan, 'Региональный семинар кураторов')}/completion`;
	expect(await text(vera.get(path))).toContain('Принято к сведению');
	const answer = await vera.post(path, { ...done, outcome: 'noted', files: new File(['письмо'], 'Письмо РЦ.txt') });
	expect(await text(vera.get(location(answer)))).toContain('Принято к сведению 5 сентября');
});

test('evidence comes later, goes and comes back', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const activity = plan.activities['Издать приказ о парах'];
	const path = `/activities/${activity?.id}`;
	const nothing = await vera.post(`${path}/evidence`, { occurrence: activity?.occurrences[0] ?? '' });
	expect(nothing.status).toBe(422);
	expect(await nothing.text()).toContain('Выберите файл или вставьте ссылку');

	await vera.post(`${path}/evidence`, {
		occurrence: activity?.occurrences[0] ?? '',
		files: [new File(['один'], 'Приказ.txt'), new File(['два'], 'Лист.txt')] as unknown as string[]
	});
	const card = await text(vera.get(path));
	expect(card).toContain('Лист.txt');
	const [, file] = /href="(\/files\/[^"]+)"[^>]*>(?:(?!<\/a>)[\s\S])*Приказ\.txt/.exec(card) ?? [];
	expect((await vera.get(file ?? '')).status).toBe(200);

	const evidence = await world.owner.selectFrom('evidence').select(['id', 'title']).execute();
	const order = evidence.find(({ title }) => title === 'Приказ.txt');
	const removal = await vera.post(`/evidence/${order?.id}/removal`);
	expect(await text(vera.get(location(removal)))).toContain('Убрано: «Приказ.txt»');
	expect((await vera.get(file ?? '')).status).toBe(404);
	await vera.post(`/evidence/${order?.id}/restoration`);
	expect((await vera.get(file ?? '')).status).toBe(200);
});
