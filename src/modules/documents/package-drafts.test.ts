import { beforeAll, expect, test } from 'vitest';
import { aMeetingSchool, ledTo, proofOf, textOf } from '../../../test/event-story';
import { asked, filesOf, makeNow } from '../../../test/package-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { paragraphsOf } from '../../../test/word';
import { seen } from './engine/template/fixtures/word-file';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

type Somebody = { personId: string };
const pairing = ({ mentor, mentee }: { mentor: Somebody; mentee: Somebody }) => ({
	...{ mentee: mentee.personId, mentor: mentor.personId, from: '01.09.2026', to: '31.05.2027', kind: 'one-to-one' },
	...{ words: 'on', consents: 'on', agreement: 'on', papersOn: '04.09.2026', agreementNumber: '3' },
	content: 'Помогает готовить уроки'
});

/** Drafts as the page of a set shows them: what each is called and where its number is typed. */
const draftsIn = (page: string) =>
	[...page.matchAll(/href="(\/documents\/made\/[0-9a-f-]{36})">([^<]+)<\/a>/g)].map(([, href = '', title = '']) => ({
		...{ href, title }
	}));

test('the order of a set is registered from it: the pair is settled, the line of the plan closed, the text is the one printed', async () => {
	const line = {
		title: 'Закрепление наставнических пар приказом',
		capability: 'match',
		times: [{ from: '2026-09-01', to: '2026-09-30', dueOn: '2026-09-30' }]
	};
	const { vera, organisationId, mentor, mentee, activity, occurrences } = await aMeetingSchool(
		world,
		'Школа черновиков комплекта',
		line
	);
	await vera.post('/mentorships', pairing({ mentor, mentee }));
	const [pairAt = ''] = /\/mentorships\/[0-9a-f-]{36}/.exec(await textOf(vera.get('/mentorships'))) ?? [];
	expect(await textOf(vera.get(pairAt))).toContain('Записать приказ');
	expect(await textOf(vera.get('/documents/packages'))).toContain(
		'Положить в «Сделанные документы» то, чему нужны номер и дата: 2 документа'
	);
	const address = await asked(vera, 'pairs', { drafts: 'on' });
	const drafts = draftsIn(await textOf(vera.get(address)));
	expect(drafts.map(({ title }) => title)).toEqual([
		'Дополнительное соглашение к трудовому договору – Белова Анна Сергеевна',
		expect.stringMatching(/^Приказ о закреплении/)
	]);
	const order = drafts[1]?.href ?? '';

	await makeNow(world, organisationId, address);
	const { archive } = await filesOf(vera, address);
	const inSet = Object.entries(archive).find(([name]) => name.startsWith('Приказ/'))?.[1] as Uint8Array;
	const [, file = ''] = /href="(\/files\/[^"]+)"/.exec(await textOf(vera.get(order))) ?? [];
	const text = (await paragraphsOf(vera.get(file))).join('\n');
	expect(text).toContain('О закреплении наставнических пар (групп)');
	for (const words of ['Белова Анна Сергеевна', 'О закреплении наставнических пар (групп)'])
		expect(seen(inSet), words).toContain(words);

	const form = await textOf(vera.get(`${order}/registration`));
	const [, version = ''] = /name="version" value="(\d+)"/.exec(form) ?? [];
	const registered = await vera.post(`${order}/registration`, {
		...{ version, actKind: 'order', series: 'main', number: '16/1-О', datedOn: '04.09.2026' },
		closes: occurrences[0] ?? ''
	});
	expect(ledTo(registered)).toContain('closed=1');
	expect(await textOf(vera.get(address))).toContain('№ 16/1-О от 4 сентября');
	const { card } = await proofOf(vera, activity);
	expect(card).toContain('выполнено');
	expect(card).toContain('16/1-О');
	const pair = await textOf(vera.get(pairAt));
	expect(pair).toContain('16/1-О');
	expect(pair).not.toContain('Записать приказ');
});

test('asked for again, the same drafts get one more file; without the mark nothing is kept', async () => {
	const school = await aSchool(world, { name: 'Школа повторов' });
	const vera = as(world, school.curator);
	await vera.post('/mentorships', pairing(school));
	const none = await asked(vera, 'pairs');
	expect(draftsIn(await textOf(vera.get(none)))).toEqual([]);
	expect(await textOf(vera.get('/documents/made'))).toContain('Пока ничего не сделано');
	const first = draftsIn(await textOf(vera.get(await asked(vera, 'pairs', { drafts: 'on' }))));
	const again = draftsIn(await textOf(vera.get(await asked(vera, 'pairs', { drafts: 'on' }))));
	expect(first).toHaveLength(2);
	expect(again).toEqual(first);
	const card = await textOf(vera.get(first[0]?.href ?? ''));
	expect([...card.matchAll(/href="\/files\//g)]).toHaveLength(2);
});

test('a set is taken away and brought back; its drafts stay; another school does neither', async () => {
	const [school, other] = [
		await aSchool(world, { name: 'Школа уборки' }),
		await aSchool(world, { name: 'Соседи уборки' })
	];
	const vera = as(world, school.curator);
	await vera.post('/mentorships', pairing(school));
	const address = await asked(vera, 'pairs', { drafts: 'on' });
	const listed = async () => (await textOf(vera.get('/documents/packages'))).includes(`href="${address}"`);
	expect(await listed()).toBe(true);
	expect((await as(world, other.curator).post(`${address}/removal`, {})).status).toBe(404);
	expect((await as(world, school.teacher).post(`${address}/removal`, {})).status).toBe(403);
	expect(await listed()).toBe(true);

	const token = crypto.randomUUID();
	expect(ledTo(await vera.post(`${address}/removal`, { token }))).toBe(`${address}?saved=removed`);
	expect(await listed()).toBe(false);
	const page = await textOf(vera.get(address));
	expect(page).toContain('Комплект убран из списка, его черновики остались');
	expect(draftsIn(page)).toHaveLength(2);
	expect(ledTo(await vera.post(`${address}/restoration`, {}))).toBe(`${address}?saved=restored`);
	await vera.post(`${address}/removal`, { token }); // the first form sent once more
	expect(await listed()).toBe(true);
});
