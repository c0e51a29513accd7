import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { aPair, details, word } from '../../../test/document-story';
import { textOf } from '../../../test/event-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { paragraphsOf } from '../../../test/word';
import { p, seen } from './engine/template/fixtures/word-file';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const cast = ['curator', 'director', 'mentor', 'mentee', 'teacher', 'personnel'] as const;
const inSchool = (name: string) => aSchool(world, { name, roles: cast });
const bytesOf = async (answer: Response | Promise<Response>) => new Uint8Array(await (await answer).arrayBuffer());
const withoutTags = (page: string) => page.replace(/<[^>]*>/g, '');

test('Вера fills in the details once, and the papers of her pair are made of what is known', async () => {
	const { curator, mentor, mentee, personnel } = await inSchool('Школа бумаг');
	const vera = as(world, curator);
	expect(await textOf(vera.get('/documents'))).toContain('Впишите реквизиты');
	await aPair(vera, { mentor, mentee });
	await vera.post('/documents/settings', details);
	expect(await textOf(vera.get('/documents?saved=settings'))).toContain('Реквизиты и вид документов сохранены');

	const order = (await paragraphsOf(vera.get('/documents/pairing-order/paper.docx'))).map((one) =>
		one.replaceAll('\u00a0', ' ')
	);
	expect(order).toContain('(МБОУ «Школа № 5»)');
	expect(order).toContain('Закрепить 1 наставническую пару (группу):');
	expect(order).toContain('Белова Анна Сергеевна,');
	expect(order).toContain('соглашение от 04.09.2026 № 3');

	const archive = unzipSync(await bytesOf(as(world, personnel).get('/documents/mentor-consent/papers.zip')));
	expect(Object.keys(archive)).toEqual(['Согласие наставника – Белова Анна Сергеевна.docx']);
	const consent = seen(Object.values(archive)[0] as Uint8Array);
	expect(consent).toContain('в отношении 1 работника:\n– Гусева Бориса Олеговича');
	expect(consent).toContain('от Беловой Анны Сергеевны');
});

test('before there is a pair one looks at a paper with examples; an archive and an order of nothing lead back', async () => {
	const { curator } = await inSchool('Ещё без пар');
	const vera = as(world, curator);
	expect((await paragraphsOf(vera.get('/documents/mentor-consent/preview.docx'))).join('\n')).toContain(
		'Дорофеевой Майи Петровны'
	);
	expect((await vera.get('/documents/mentor-consent/papers.zip')).headers.get('location')).toBe(
		'/documents/mentor-consent'
	);
	expect((await vera.get('/documents/pairing-order/paper.docx')).headers.get('location')).toBe(
		'/documents/pairing-order'
	);
	const list = await textOf(vera.get('/documents'));
	for (const words of ['нет пар', 'нет протоколов']) expect(list, words).toContain(words);
	expect(await textOf(vera.get('/documents/pairing-order'))).not.toContain('Сделать документ');
	expect((await vera.get('/documents/no-such-paper')).status).toBe(404);
});

test("the school's own template: mistakes with their place, then taken; an older version and the program's own stay at hand", async () => {
	const { curator, mentor, mentee } = await inSchool('Свой бланк');
	const vera = as(world, curator);
	await aPair(vera, { mentor, mentee });
	const page = '/documents/mentor-consent';

	const broken = await vera.post(`${page}/versions`, { file: word(p('Я, {наставник.имя')) });
	expect(broken.status).toBe(422);
	expect(withoutTags(await textOf(broken))).toContain(
		'абзац 1: {наставник.имя. Скобка «{» открыта и не закрыта до конца абзаца'
	);

	const misspelt = await vera.post(`${page}/versions`, { file: word(p('Я, {наставнк.имя}')) });
	expect(misspelt.status).toBe(422);
	const told = await textOf(misspelt);
	expect(told).toContain('Поля «наставнк.имя» нет в списке полей. Может быть, «наставник.имя»?');
	expect(told).toContain('Всё равно взять');

	await vera.post(`${page}/versions`, { file: word(p('Просим {наставник.имя | винительный} быть наставником')) });
	expect(await textOf(vera.get(page))).toContain('Делается по вашему шаблону, редакция 1.');
	const [made] = Object.values(unzipSync(await bytesOf(vera.get(`${page}/papers.zip`))));
	expect(seen(made as Uint8Array)).toBe('Просим Белову Анну Сергеевну быть наставником');

	await vera.post(`${page}/return`, {});
	expect(await textOf(vera.get(page))).toContain('Делается по шаблону программы.');
	expect((await paragraphsOf(vera.get(`${page}/template.docx`))).join('')).toContain('{наставник.имя | родительный');
	expect(await paragraphsOf(vera.get(`${page}/template.docx?version=1`))).toEqual([
		'Просим {наставник.имя | винительный} быть наставником'
	]);
	const nothing = await vera.post(`${page}/return`, {});
	expect(nothing.status).toBe(422);
});

test('two people who upload at the same moment get two versions', async () => {
	const { curator, director } = await inSchool('Двое сразу');
	const send = (who: typeof curator, text: string) =>
		as(world, who).post('/documents/mentor-consent/versions', { file: word(p(text)) });
	await Promise.all([send(curator, 'первый'), send(director, 'второй')]);
	const rows = await world.owner
		.selectFrom('document_templates')
		.where('organisation_id', '=', curator.organisationId)
		.select('number')
		.orderBy('number')
		.execute();
	expect(rows.map(({ number }) => number)).toEqual([1, 2]);
});

test('what was typed comes back; a form opened before somebody else saved shows theirs', async () => {
	const { curator, director } = await inSchool('Реквизиты вдвоём');
	const vera = as(world, curator);
	const wrong = await vera.post('/documents/settings', { ...details, marginLeft: '5', taxNumber: '12' });
	expect(wrong.status).toBe(422);
	const page = await textOf(wrong);
	expect(page).toContain('Левое поле: не меньше 20 мм (ГОСТ Р 7.0.97)');
	expect(page).toContain('В ИНН организации десять цифр');
	await as(world, director).post('/documents/settings', { ...details, place: 'с. Заречное' });
	const late = await vera.post('/documents/settings', details);
	expect(late.status).toBe(409);
	expect(await textOf(late)).toContain('Место составления: с. Заречное');
});

test('the details, the templates and the papers of another school are nobody else’s', async () => {
	const [mine, other] = [await inSchool('Своя'), await inSchool('Чужая')];
	await as(world, mine.curator).post('/documents/settings', details);
	await as(world, mine.curator).post('/documents/mentor-consent/versions', { file: word(p('наш')) });
	const stranger = as(world, other.curator);
	expect(await textOf(stranger.get('/documents'))).toContain('Впишите реквизиты');
	expect((await stranger.get('/documents/mentor-consent/template.docx?version=1')).status).toBe(404);
	expect((await as(world, mine.teacher).get('/documents')).status).toBe(403);
});
