import { beforeAll, expect, test } from 'vitest';
import { addressIn, textOf } from '../../../test/event-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { p, wordFile } from './engine/template/fixtures/word-file';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const paper = (...lines: string[]) =>
	new File([wordFile(lines.map((line) => p(line)).join('')).bytes as Uint8Array<ArrayBuffer>], 'Приказ.docx');
const withoutTags = (page: string) => page.replace(/<[^>]*>/g, '').replaceAll('\u00a0', ' ');
const check = async (someone: ReturnType<typeof as>, file: File) => {
	const answer = await someone.post('/document-check', { file });
	return { status: answer.status, page: withoutTags(await textOf(answer)) };
};

test('Вера looks an order of her own over: each slip with its place and what should stand there; nothing of the file is kept', async () => {
	const { curator, organisationId } = await aSchool(world, { name: 'МБОУ «Школа № 5»' });
	const vera = as(world, curator);
	expect(withoutTags(await textOf(vera.get('/documents')))).toContain('Проверить документ');
	const { status, page } = await check(
		vera,
		paper(
			'10 сентября 2026 г. № 27',
			'по распоряжению № 145-р',
			'Назначить Белова Анна Сергеевна наставником в техникуме',
			'Срок: до ________'
		)
	);
	expect(status).toBe(200);
	expect(page).toContain('«Приказ.docx»: 4 замечания.');
	expect(page).toContain('№ Р-145');
	expect(page).toContain('Имя не в том падеже: здесь нужен винительный.Белову Анну Сергеевну');
	expect(page).toContain('«техникуме» – а у вас другая организация');
	expect(page).toContain('абзац 4');
	const { count } = await world.owner
		.selectFrom('files')
		.where('organisation_id', '=', organisationId)
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	expect(Number(count)).toBe(0);
});

test('who left is told by the school that they left; the people of another school are nobody’s business', async () => {
	const [mine, other] = [await aSchool(world, { name: 'Школа ушедших' }), await aSchool(world, { name: 'Соседи' })];
	await world.owner
		.updateTable('employments')
		.set({ period: '[2015-09-01,2026-07-01)' })
		.where('person_id', '=', mine.mentor.personId)
		.execute();
	const file = () => paper('10 сентября 2026 г. № 1', 'Поручить Беловой Анне Сергеевне вести журнал');
	expect((await check(as(world, mine.curator), file())).page).toContain('не работает у вас с 01.07.2026');
	expect((await check(as(world, other.curator), file())).page).toContain('«Приказ.docx»: замечаний нет.');
});

test('what is no Word file is refused with a sentence; a teacher does not come in', async () => {
	const { curator, teacher } = await aSchool(world, { name: 'Не тот файл' });
	const vera = as(world, curator);
	const broken = await check(vera, new File(['слова'], 'письмо.txt'));
	expect(broken.status).toBe(422);
	expect(broken.page).toContain('Это не документ Word');
	const none = await vera.post('/document-check', {});
	expect(none.status).toBe(422);
	expect(withoutTags(await textOf(none))).toContain('Выберите файл Word.');
	expect((await check(vera, paper('', ''))).page).toContain('В документе нет ни слова.');
	expect((await as(world, teacher).get('/document-check')).status).toBe(403);
});

test('a made document is read over by itself until it has a number: what is not filled is told on its page', async () => {
	const school = await aSchool(world, { name: 'МБОУ «Школа № 6»' });
	const vera = as(world, school.curator);
	const page = addressIn(await vera.post('/documents/introduction-order/making', {})); // by no day for the drafts
	const card = withoutTags(await textOf(vera.get(page)));
	expect(card).toContain('Проверка перед подписью');
	expect(card).toContain('Пропуск не заполнен. Впишите, что должно здесь стоять.');
	expect(card).not.toContain('не в том падеже');
	expect(card).not.toContain('другая организация');
});
