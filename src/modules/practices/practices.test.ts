import { beforeAll, expect, test } from 'vitest';
import { addressIn, ledTo, textOf } from '../../../test/event-story';
import { aPlan } from '../../../test/plans';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { paragraphsOf } from '../../../test/word';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const october = () => new Date('2026-10-10T05:00:00Z');
const aCase = (more: Record<string, string | File | readonly string[]> = {}) => ({
	title: 'Второй учитель на уроке',
	form: 'pair',
	problem: 'Молодой учитель не удерживает внимание класса',
	steps: 'Смотрим урок\nВедём вместе\nВедёт сам',
	before: 'Из пяти уроков сорваны два',
	after: 'Все уроки доведены до конца',
	...more
});
const proofOf = async (someone: ReturnType<typeof as>, activity: string) => {
	const card = await textOf(someone.get(`/activities/${activity}`));
	const copies = [...card.matchAll(/<a href="(\/files\/[^"]+)">/g)].map(([, href = '']) => href);
	return { card, papers: await Promise.all(copies.map((copy) => paragraphsOf(someone.get(copy)))) };
};

test('S2 7.6: a programme that was gone through becomes a case of the bank, its mentee a mentor of the long-term base; the case, the bank and the approved base prove one line', async () => {
	const school = await aSchool(world, { name: 'Гимназия кейсов' });
	const { curator, mentor, mentee, teacher } = school;
	const vera = as(world, curator, october);
	const both = 'База кейсов; долгосрочная база наставников из завершивших';
	const spread = 'Банк кейсов: свод за год';
	const times = [{ from: '2026-10-01', to: '2026-10-31', dueOn: '2026-10-31' }];
	const { activities } = await aPlan(world, curator, {
		stages: [
			{
				title: 'Завершение',
				activities: [
					{ title: both, capability: 'registry', times },
					{ title: spread, capability: 'practice', times }
				]
			}
		]
	});
	const line = activities[both];
	const year = activities[spread];
	const occurrence = line?.occurrences[0] ?? '';
	expect(await textOf(vera.get(`/activities/${year?.id}`))).toContain('href="/practices"');

	// Борис went through the programme with Анна.
	await vera.post('/registry/mentees/entries', { person: mentee.personId, from: '01.09.2026' });
	const entry = await world.owner
		.selectFrom('register_entries')
		.where('person_id', '=', mentee.personId)
		.select('id')
		.executeTakeFirstOrThrow();
	await vera.post(`/registry/people/${mentee.personId}/request`, {
		...{ saidOn: '01.09.2026', version: '0', priority: '1', source: 'words' },
		words: 'Держать внимание класса'
	});
	await vera.post(`/register-entries/${entry.id}/programme`, {
		from: '02.09.2026',
		partner: mentor.personId,
		form: 'short-term'
	});
	const programme = await world.owner
		.selectFrom('programme_periods')
		.where('entry_id', '=', entry.id)
		.select('id')
		.executeTakeFirstOrThrow();
	expect(await textOf(vera.get(`/practices/new?person=${mentee.personId}`))).not.toContain('Взято из банка');
	await vera.post(`/programme-periods/${programme.id}/ending`, {
		...{ version: '1', on: '05.10.2026', outcome: 'completed', results: 'Ведёт уроки сам' }
	});

	// What the registers know stands in the form; the words are the curator's.
	const graduates = await textOf(vera.get('/registry/graduates'));
	const way = `/practices/new?person=${mentee.personId}`;
	expect(graduates).toContain(`href="${way}"`);
	const begun = await textOf(vera.get(way));
	for (const words of [
		'Ведёт уроки сам',
		'02.09.2026 – 05.10.2026',
		'Держать внимание класса',
		'value="short" selected',
		`value="${mentor.personId}" checked`,
		`value="${mentee.personId}" checked`
	])
		expect(begun, words).toContain(words);
	expect(begun).not.toContain(`value="${teacher.personId}" checked`);
	expect(await textOf(vera.get(`/registry/people/${mentee.personId}`))).toContain(
		`/practices/new?programme=${programme.id}`
	);

	// Анна agreed to be named, Борис did not.
	await vera.post('/consents/entry/publication', {
		...{ kind: 'publication', givenOn: '05.10.2026', person: mentor.personId }
	});
	const authors = [mentor.personId, mentee.personId];
	const said = aCase({ author: authors, form: 'short', programme: programme.id, occurrence, spreads: 'on' });
	const made = await vera.post('/practices', { ...said, accept: 'on' });
	expect(made.status, await made.clone().text()).toBe(303);
	const practice = addressIn(made);
	const card = await textOf(vera.get(ledTo(made)));
	for (const words of ['Принято в банк', 'имя можно публиковать', 'согласия на публикацию нет', both])
		expect(card, words).toContain(words);
	expect(await textOf(vera.get(way))).toContain('Об этой программе уже написано');

	// The case lies with its line, which is not done by it alone.
	const before = await proofOf(vera, line?.id ?? '');
	expect(before.card).toContain('Практика: Второй учитель на уроке');
	expect(before.card).not.toContain('выполнено');
	const paper = before.papers[0] ?? [];
	for (const words of [
		'Авторы: Белова Анна Сергеевна, имя не указывается',
		'2. Ведём вместе',
		'Все уроки доведены до конца'
	])
		expect(paper, words).toContain(words);
	expect(paper.join(' ')).not.toContain('Гусев');

	// The other half: Борис into the base of mentors, which is approved and closes the line.
	await vera.post('/registry/graduates', { person: mentee.personId, from: '10.10.2026' });
	const approval = await textOf(vera.get('/registry/mentors/approval'));
	expect(approval).toContain('Гусев Борис Олегович');
	const approved = await vera.post('/registry/mentors/editions', {
		...{ person: mentee.personId, on: '10.10.2026', actKind: '', closes: occurrence }
	});
	expect(ledTo(approved)).toContain('closed=1');
	const done = (await proofOf(vera, line?.id ?? '')).card;
	for (const words of ['выполнено', 'Практика: Второй учитель на уроке']) expect(done, words).toContain(words);

	// The bank as one paper closes the line of the whole year.
	const list = await textOf(vera.get('/practices'));
	const sum = year?.occurrences[0] ?? '';
	expect(list).toContain(`name="closes" value="${sum}"`);
	expect((await vera.post('/practices/editions')).status).toBe(422);
	const filed = await vera.post('/practices/editions', { closes: sum });
	expect(ledTo(filed)).toContain('closed=1');
	const bank = (await proofOf(vera, year?.id ?? '')).papers.at(-1) ?? [];
	for (const words of [
		'Банк практик наставничества',
		'1. Второй учитель на уроке',
		'Авторы согласны на распространение.'
	])
		expect(bank, words).toContain(words);
	expect(bank.join(' ')).not.toContain('Гусев');

	// Taken out of the bank, it proves no more; corrected, its paper is put anew.
	await vera.post(`${practice}/words`, { ...said, version: '1', after: 'Ведёт уроки сам и делится' });
	const anew = await proofOf(vera, line?.id ?? '');
	expect(anew.papers.flat().join(' ')).toContain('Ведёт уроки сам и делится');
	expect(anew.papers.filter((one) => one[1] === 'Второй учитель на уроке')).toHaveLength(1);
	await vera.post(`${practice}/acceptance/undoing`);
	expect((await proofOf(vera, line?.id ?? '')).card).toContain('в программе отменено');
});

test('Анна proposes what she did; others see it when the curator accepts it, with its files; what lacks is said, nothing typed is lost', async () => {
	const school = await aSchool(world, { name: 'Школа предложений' });
	const { curator, mentor, mentee, teacher } = school;
	const [vera, anna, boris, nina] = [curator, mentor, mentee, teacher].map((one) => as(world, one)) as [
		ReturnType<typeof as>,
		ReturnType<typeof as>,
		ReturnType<typeof as>,
		ReturnType<typeof as>
	];
	expect(await textOf(anna.get('/practices'))).toContain('Предложить практику');
	expect(await textOf(vera.get('/practices'))).toContain('/registry/graduates');
	const form = await textOf(anna.get('/practices/new'));
	expect(form).toContain(`value="${mentor.personId}" checked`);
	expect(form).not.toContain('принять в банк');

	const wrong = await anna.post('/practices', aCase({ title: '', links: 'наш сайт', author: mentor.personId }));
	expect(wrong.status).toBe(422);
	const again = await wrong.text();
	for (const words of ['Назовите практику', 'начинается с https://', 'Ведём вместе', 'наш сайт'])
		expect(again, words).toContain(words);
	expect((await anna.post('/practices', aCase())).status).toBe(422); // nobody wrote it

	// «accept» is not hers to send.
	const practice = addressIn(
		await anna.post('/practices', aCase({ author: mentor.personId, after: '', accept: 'on' }))
	);
	expect(await textOf(anna.get(practice))).toContain('допишите: «Стало»');
	expect((await boris.get(practice)).status).toBe(404);
	expect((await boris.get(`${practice}/document.docx`)).status).toBe(404);
	expect(await textOf(boris.get('/practices'))).not.toContain('Второй учитель');
	expect(await textOf(boris.get('/search?q=второй'))).not.toContain('Второй учитель');
	const waits = await vera.post(`${practice}/acceptance`);
	expect(waits.status).toBe(422);
	expect(await waits.text()).toContain('Чтобы принять в банк, допишите: «Стало»');

	// Both write at once: the later one is shown what stands, with her own words kept.
	const words = aCase({ author: [mentor.personId, teacher.personId], version: '1' });
	expect((await anna.post(`${practice}/words`, words)).status).toBe(303);
	const late = await vera.post(`${practice}/words`, { ...words, title: 'Учитель рядом' });
	expect(late.status).toBe(409);
	const shown = await late.text();
	for (const both of ['эту запись изменили', 'value="Учитель рядом"', 'Второй учитель на уроке'])
		expect(shown, both).toContain(both);

	const file = new File([new TextEncoder().encode('%PDF-1.7 сценарий')], 'Сценарий.pdf');
	expect((await nina.post(`${practice}/files`, { files: file })).status).toBe(303); // she is an author now
	const link = /href="(\/files\/[^"]+)"/.exec(await textOf(anna.get(practice)))?.[1] ?? '';
	expect((await boris.get(link)).status).toBe(404);
	expect((await boris.post(`${practice}/files`, { files: file })).status).toBe(404);

	expect((await vera.post(`${practice}/acceptance`)).status).toBe(303);
	expect(await textOf(boris.get('/practices'))).toContain('Второй учитель');
	expect(await textOf(boris.get('/search?q=второй'))).toContain(practice);
	const seen = await textOf(boris.get(practice));
	expect(seen).toContain('Сценарий.pdf');
	expect(seen).not.toContain('Изменить');
	expect((await boris.get(link)).status).toBe(200);
	expect((await anna.post(`${practice}/words`, { ...words, version: '2' })).status).toBe(403); // it stands now
	expect((await boris.post(`${practice}/removal`)).status).toBe(403);
	expect((await boris.post(`${practice}/acceptance`)).status).toBe(403);

	// A file taken away and brought back; the case too.
	const own = /action="(\/practice-files\/[^"]+)\/removal"/.exec(await textOf(vera.get(practice)))?.[1] ?? '';
	const gone = ledTo(await vera.post(`${own}/removal`));
	expect((await boris.get(link)).status).toBe(404);
	expect(await textOf(vera.get(gone))).toContain(`${own}/restoration`);
	await vera.post(`${own}/restoration`);
	expect((await boris.get(link)).status).toBe(200);
	const removed = ledTo(await vera.post(`${practice}/removal`));
	expect(await textOf(vera.get(removed))).toContain('Убрана: «Второй учитель на уроке»');
	expect((await boris.get(practice)).status).toBe(404);
	expect((await boris.get(link)).status).toBe(404);
	await vera.post(`${practice}/restoration`);
	expect((await boris.get(practice)).status).toBe(200);

	const data = await textOf(anna.get('/my-data'));
	expect(data).toContain('Практики, где вы автор');
});

test('the bank is searched by word and form; another organisation reads none of it', async () => {
	const { curator, mentor } = await aSchool(world, { name: 'Школа поиска' });
	const stranger = await aSchool(world, { name: 'Соседняя школа' });
	const vera = as(world, curator);
	const first = addressIn(await vera.post('/practices', aCase({ author: mentor.personId, accept: 'on' })));
	await vera.post(
		'/practices',
		aCase({ title: 'Команда ёлок', form: 'team', problem: 'Мало наставников', author: mentor.personId })
	);
	const all = await textOf(vera.get('/practices'));
	for (const words of ['Второй учитель', 'Команда ёлок', 'ещё 1 ждёт вашего решения'])
		expect(all, words).toContain(words);
	const team = await textOf(vera.get('/practices?form=team'));
	expect(team).toContain('Команда ёлок');
	expect(team).not.toContain('Второй учитель');
	expect(await textOf(vera.get('/practices?q=елок'))).toContain('Команда ёлок');
	expect(await textOf(vera.get('/practices?q=белова&filter=accepted'))).not.toContain('Команда ёлок');
	const other = as(world, stranger.curator);
	expect((await other.get(first)).status).toBe(404);
	expect(await textOf(other.get('/practices'))).toContain('Практик пока нет');
	const theirs = await other.post('/practices', aCase({ author: mentor.personId }));
	expect(theirs.status).toBe(422);
	expect(await theirs.text()).toContain('Выберите авторов из списка');
});
