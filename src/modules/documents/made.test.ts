import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { aPair, word } from '../../../test/document-story';
import { addressIn, textOf } from '../../../test/event-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { paragraphsOf } from '../../../test/word';
import { p } from './engine/template/fixtures/word-file';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const filesIn = (page: string) => [...page.matchAll(/href="(\/files\/[^"]+)">([^<]+)</g)].map(([, href = '']) => href);

test('Вера makes the order of her pair: it is kept as a draft; made anew it keeps the file it had', async () => {
	const school = await aSchool(world, { name: 'Школа черновиков' });
	const vera = as(world, school.curator);
	expect(await textOf(vera.get('/documents/made'))).toContain('Пока ничего не сделано');
	await aPair(vera, school);

	const made = await vera.post('/documents/pairing-order/making', {});
	const page = addressIn(made);
	expect(page).toMatch(/^\/documents\/made\/[0-9a-f-]{36}$/);
	const [first = '', ...others] = filesIn(await textOf(vera.get(page)));
	expect(others).toEqual([]);
	expect((await paragraphsOf(vera.get(first))).join('\n')).toContain('О закреплении наставнических пар (групп)');

	await vera.post('/documents/pairing-order/versions', { file: word(p('Закрепить {пары | счёт: пару, пары, пар}')) });
	expect(addressIn(await vera.post('/documents/pairing-order/making', {}))).toBe(page);
	const card = await textOf(vera.get(page));
	expect(filesIn(card)).toHaveLength(2);
	expect(filesIn(card)[1]).toBe(first);
	expect(card).toContain('по вашему шаблону, редакция 1');
	expect(await paragraphsOf(vera.get(filesIn(card)[0] ?? ''))).toEqual(['Закрепить 1 пару']);
	const bytes = Buffer.from(await (await vera.get(filesIn(card)[0] ?? '')).arrayBuffer());
	expect(card).toContain(`SHA-256: ${createHash('sha256').update(bytes).digest('hex')}`);
	expect(card).toContain('Документ сделан заново, прежние файлы остались');
});

test('one press makes the consents of all mentors; sent twice they are made once; the list finds and sorts them', async () => {
	const school = await aSchool(world, { name: 'Школа согласий' });
	const vera = as(world, school.curator);
	await aPair(vera, school);
	await aPair(vera, { mentor: school.teacher, mentee: school.psychologist });
	const token = crypto.randomUUID();
	const made = await vera.post('/documents/mentor-consent/making', { token });
	expect(made.headers.get('location')).toContain('/documents/made?code=mentor-consent&saved=made&made=2&unmade=0');
	expect((await vera.post('/documents/mentor-consent/making', { token })).status).toBe(303);
	const list = await textOf(vera.get(made.headers.get('location') ?? ''));
	expect(list).toContain('Сделано: 2 документа');
	const titles = (page: string) => [...page.matchAll(/Согласие наставника – ([^<]+)<\/a>/g)].map(([, name]) => name);
	expect(titles(list).toSorted()).toEqual(['Белова Анна Сергеевна', 'Жукова Нина Львовна']);
	expect(titles(await textOf(vera.get('/documents/made?sort=title&order=down')))).toEqual([
		'Жукова Нина Львовна',
		'Белова Анна Сергеевна'
	]);
	expect(titles(await textOf(vera.get('/documents/made?q=белова')))).toEqual(['Белова Анна Сергеевна']);
	expect(await textOf(vera.get('/documents/made?q=Тихонов'))).toContain('ничего не нашлось');
	const one = /href="(\/documents\/made\/[^"?]+)">Согласие/.exec(list)?.[1] ?? '';
	expect(filesIn(await textOf(vera.get(one)))).toHaveLength(1);
});

test('a document and its files are nobody else’s: not a neighbour’s, not a teacher’s', async () => {
	const [mine, other] = [await aSchool(world, { name: 'Наша' }), await aSchool(world, { name: 'Не наша' })];
	const vera = as(world, mine.curator);
	await aPair(vera, mine);
	const page = addressIn(await vera.post('/documents/pairing-order/making', {}));
	const [file = ''] = filesIn(await textOf(vera.get(page)));
	expect((await vera.get(file)).status).toBe(200);
	for (const stranger of [other.curator, other.director]) {
		expect((await as(world, stranger).get(page)).status).toBe(404);
		expect((await as(world, stranger).get(file)).status).toBe(404);
	}
	expect((await as(world, mine.teacher).get(page)).status).toBe(403);
	expect((await as(world, mine.teacher).get(file)).status).toBe(404);
});
