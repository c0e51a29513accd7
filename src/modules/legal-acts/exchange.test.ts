import { beforeAll, expect, test } from 'vitest';
import { addressIn, textOf } from '../../../test/event-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { hashOf } from './commands/hash';
import type { LibraryFile } from './rules/exchange';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const read = async (answer: Response | Promise<Response>) =>
	(await textOf(answer)).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const order = (more: Record<string, string> = {}) => ({
	...{
		version: '0',
		level: 'regional',
		form: 'Приказ',
		body: 'Министерства образования',
		number: '18',
		signedOn: '03.07.2026'
	},
	...{ title: 'О наставничестве в области', from: '03.07.2026', to: '', replacedBy: '', link: '', note: '' },
	...more
});
const fileOf = async (someone: ReturnType<typeof as>) => textOf(someone.get('/legal-acts/library.json'));
const asFile = (text: string) => new File([text], 'Библиотека актов.json', { type: 'application/json' });
const compare = (someone: ReturnType<typeof as>, text: string) =>
	someone.post('/legal-acts/comparison', { file: asFile(text) });

/** A district with an order of the region, and a school below. */
async function aDistrict(name: string) {
	const centre = await aSchool(world, { name: `РЦ ${name}`, kind: 'resource-centre', roles: ['methodologist'] });
	const school = await aSchool(world, { name: `Школа ${name}`, parent: centre.organisationId });
	const [lida, vera] = [as(world, centre.methodologist), as(world, school.curator)];
	const act = addressIn(await lida.post('/legal-acts', order()));
	return { lida, vera, act, key: act.split('/').at(-1) ?? '' };
}

test('the district gives its acts in a file; the school sees what is new and takes it', async () => {
	const { lida, vera, act, key } = await aDistrict('первый');
	await lida.post('/legal-acts', order({ level: 'local', number: '5', title: 'Внутренний приказ центра' }));
	const text = await fileOf(lida);
	expect(text).not.toContain('Внутренний приказ центра');
	const page = await read(compare(vera, text));
	expect(page).toContain('1 отличие от вашей библиотеки');
	expect(page).toContain('новый');
	expect((await vera.get(act)).status).toBe(404);
	const taken = await vera.post('/legal-acts/taking', { file: text, take: key });
	expect(await read(vera.get(taken.headers.get('location') ?? ''))).toContain('Взято из файла: 1 акт');
	expect(await read(vera.get(act))).toContain('О наставничестве в области');
	expect(await read(compare(vera, text))).toContain('всё это у вас уже есть');
});

test('three sides: what the district changed is proposed, what the school changed stays, what both changed is not ticked', async () => {
	const { lida, vera, act, key } = await aDistrict('второй');
	await vera.post('/legal-acts/taking', { file: await fileOf(lida), take: key });
	await vera.post(`${act}/versions`, order({ version: '1', note: 'Наш экземпляр в папке 3' }));
	expect(await read(compare(vera, await fileOf(lida))), 'only the school has changed').toContain('уже есть');

	await lida.post(`${act}/versions`, order({ version: '1', to: '31.12.2026', replacedBy: 'приказ № 20' }));
	const proposed = await textOf(compare(vera, await fileOf(lida)));
	expect(proposed).toMatch(new RegExp(`name="take" value="${key}"[^>]*checked`));
	await vera.post('/legal-acts/taking', { file: await fileOf(lida), take: key });
	const merged = await read(vera.get(act));
	expect(merged).toContain('приказ № 20');
	expect(merged).toContain('Наш экземпляр в папке 3');

	await lida.post(`${act}/versions`, order({ version: '2', to: '31.12.2026', replacedBy: 'приказ № 21' }));
	await vera.post(`${act}/versions`, order({ version: '3', to: '31.12.2026', replacedBy: 'приказ № 20-а' }));
	const both = await textOf(compare(vera, await fileOf(lida)));
	expect(both).toContain('изменили и вы');
	expect(both).not.toMatch(new RegExp(`name="take" value="${key}"[^>]*checked`));
});

test('the same order typed in by hand is known by its number and day, not made a second time', async () => {
	const { lida, vera } = await aDistrict('третий');
	await vera.post('/legal-acts', order({ title: 'О наставничестве' }));
	const page = await read(compare(vera, await fileOf(lida)));
	expect(page).toContain('1 отличие');
	expect(page).toContain('Название: О наставничестве → О наставничестве в области');
});

test('what is no library, was changed on its way or is made to harm is refused with a sentence', async () => {
	const { lida, vera } = await aDistrict('четвёртый');
	const sound = JSON.parse(await fileOf(lida)) as LibraryFile;
	const [first] = sound.acts;
	const said = async (text: string) => {
		const answer = await compare(vera, text);
		expect(answer.status).toBe(422);
		return read(answer);
	};
	const withAct = (change: object) => JSON.stringify({ ...sound, acts: [{ ...first, ...change }] });
	expect(await said('просто слова')).toContain('Это не файл библиотеки актов');
	expect(await said('{"format":"other"}')).toContain('другого вида');
	expect(await said('['.repeat(50_000))).toContain('Это не файл библиотеки актов');
	expect(await said(withAct({ contents: { ...first?.contents, title: 'Подменённое' } }))).toContain(
		'изменены после выгрузки'
	);
	expect(await said(withAct({ contents: { ...first?.contents, from: '2026-02-31' } }))).toContain(
		'Акт № 1 в файле записан с ошибкой: Действует с'
	);
	expect(await said(withAct({ contents: { ...first?.contents, link: 'javascript:alert(1)' } }))).toContain('Ссылка');
	expect(await said(withAct({ contents: { ...first?.contents, more: 'чужое поле' } }))).toContain('Акт № 1');
	expect(await said(withAct({ key: '../../etc' }))).toContain('Акт № 1');
	expect(await said(JSON.stringify({ ...sound, acts: [first, first] }))).toContain('стоит дважды');
	expect(await said(JSON.stringify({ ...sound, acts: Array.from({ length: 1001 }, () => first) }))).toContain(
		'больше 1000'
	);
	expect(await said('{"__proto__":{"ok":true}}')).toContain('другого вида');
	expect(await said('')).toContain('Это не файл библиотеки актов');
	const nothing = await vera.post('/legal-acts/taking', { file: JSON.stringify(sound) });
	expect(nothing.status).toBe(422);
	expect(await read(nothing)).toContain('Отметьте, что взять из файла');
});

test('an act the school has taken away comes back with the words of the file, its own former ones stay an edition', async () => {
	const { lida, vera, act, key } = await aDistrict('пятый');
	await vera.post('/legal-acts/taking', { file: await fileOf(lida), take: key });
	await vera.post(`${act}/removal`, {});
	await lida.post(`${act}/versions`, order({ version: '1', to: '31.12.2026', replacedBy: 'приказ № 20' }));
	const text = await fileOf(lida);
	expect(await read(compare(vera, text))).toContain('новый');
	expect((await vera.post('/legal-acts/taking', { file: text, take: key })).status).toBe(303);
	const page = await read(vera.get(act));
	expect(page).toContain('приказ № 20');
	expect(page.match(/из файла/g)?.length).toBeGreaterThan(1);
	expect(await read(compare(vera, text))).toContain('всё это у вас уже есть');
});

test('signs no page can hold are refused in a sentence, though the sum of the words is right', async () => {
	const { lida, vera } = await aDistrict('шестой');
	const sound = JSON.parse(await fileOf(lida)) as LibraryFile;
	const [first] = sound.acts;
	for (const sign of ['\u0000', '\ud800']) {
		const contents = { ...first?.contents, note: `О чём${sign}` } as LibraryFile['acts'][number]['contents'];
		const file = JSON.stringify({ ...sound, acts: [{ ...first, key: 'strange', contents, hash: hashOf(contents) }] });
		expect(await read(compare(vera, file))).toContain('Акт № 1 в файле записан с ошибкой: О чём');
		expect((await vera.post('/legal-acts/taking', { file, take: 'strange' })).status).toBe(422);
	}
});
