import { beforeAll, expect, test } from 'vitest';
import { addressIn, textOf } from '../../../test/event-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

type Someone = ReturnType<typeof as>;
const make = async (someone: Someone, kind: string) => addressIn(await someone.post(`/documents/${kind}/making`, {}));
const registered = async (someone: Someone, more: Record<string, string> = {}) => {
	const page = await make(someone, 'curator-order');
	const given = { version: '1', actKind: 'order', series: 'main', number: '', datedOn: '05.09.2026', ...more };
	const answer = await someone.post(`${page}/registration`, given);
	expect(answer.status, (await answer.clone().text()).replace(/<[^>]*>/g, ' ')).toBe(303);
	return page;
};
const ours = { 'pattern-main': '{№}-О', 'pattern-staff': '{№}/{год}', 'pattern-agreement': '{№}' };
const numbers = (page: string) =>
	[...page.matchAll(/data-label="Номер"[^>]*><div>([^<]*)</g)].map(([, number]) => number);

test('the school keeps its own journal by its own pattern; what is done twice is told; a series goes apart', async () => {
	const { curator, director } = await aSchool(world, { name: 'Свой журнал' });
	const vera = as(world, curator);
	expect(await textOf(vera.get('/documents/book'))).toContain('Ни у одного документа ещё нет номера');
	const wrong = await vera.post('/documents/journals', { ...ours, 'pattern-main': 'приказ' });
	expect(wrong.status).toBe(422);
	expect(await textOf(wrong)).toContain('value="приказ"');
	await vera.post('/documents/journals', { ...ours, 'kept-main': 'on', 'kept-staff': 'on' });
	const late = await as(world, director).post('/documents/journals', { ...ours, 'kept-agreement': 'on' });
	expect(late.status).toBe(409);
	expect(await textOf(late)).toContain('Пока вы правили, эту запись изменили');

	for (const series of ['main', 'main', 'staff', 'main']) await registered(vera, { series });
	const page = await textOf(vera.get('/documents/book?sort=number&order=up'));
	expect(numbers(page)).toEqual(['1-О', '1/2026', '2-О', '3-О']);
	expect(numbers(await textOf(vera.get('/documents/book?series=staff')))).toEqual(['1/2026']);
	expect(await textOf(vera.get('/documents/book?year=2025'))).toContain('Здесь сейчас пусто');
	const file = await vera.get('/documents/book.xlsx');
	expect(file.headers.get('content-type')).toContain('spreadsheet');
});

test('two people who register at the same moment never share a number: given here', async () => {
	const { curator, director } = await aSchool(world, { name: 'Двое и журнал' });
	const [vera, gleb] = [as(world, curator), as(world, director)];
	await vera.post('/documents/journals', { ...ours, 'kept-main': 'on' });
	const pages: string[] = [];
	for (let at = 0; at < 6; at += 1) {
		const page = await make(vera, 'curator-order');
		await vera.post(`${page}/signing`, { version: '1', on: '05.09.2026' }); // the next one is then another draft
		pages.push(page);
	}
	const given = { version: '2', actKind: 'order', series: 'main', number: '', datedOn: '05.09.2026' };
	const answers = await Promise.all(
		pages.map((page, at) => (at % 2 ? vera : gleb).post(`${page}/registration`, given))
	);
	expect(answers.map(({ status }) => status)).toEqual(pages.map(() => 303));
	expect(numbers(await textOf(vera.get('/documents/book?sort=number&order=up')))).toEqual(
		[1, 2, 3, 4, 5, 6].map((one) => `${one}-О`)
	);
});

test('two people who type one number at the same moment: the later is asked about it', async () => {
	const { curator, director } = await aSchool(world, { name: 'Двое и секретарь' });
	const [vera, gleb] = [as(world, curator), as(world, director)];
	const first = await make(vera, 'curator-order');
	await vera.post(`${first}/signing`, { version: '1', on: '05.09.2026' });
	const second = await make(vera, 'curator-order');
	const given = { actKind: 'order', series: 'main', number: '16/1-О' };
	const answers = await Promise.all([
		vera.post(`${first}/registration`, { ...given, version: '2', datedOn: '05.09.2026' }),
		gleb.post(`${second}/registration`, { ...given, version: '1', datedOn: '04.09.2026' })
	]);
	expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
	const refused = answers.find(({ status }) => status === 422) as Response;
	expect(await textOf(refused)).toContain('такой номер в этом году занят');
});

test('a number of thirty digits stands in the journal and in its order, whatever was meant by it', async () => {
	const { curator } = await aSchool(world, { name: 'Школа длинных номеров' });
	const vera = as(world, curator);
	const long = '202609050000000000000000000016';
	await registered(vera, { number: long, anyway: 'on' });
	await registered(vera, { number: '17-О', anyway: 'on' });
	const page = await vera.get('/documents/book?sort=number&order=up');
	expect(page.status).toBe(200);
	expect(numbers(await textOf(page))).toEqual(['17-О', long]);
});
