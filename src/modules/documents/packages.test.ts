import { beforeAll, expect, test } from 'vitest';
import { ledTo, textOf } from '../../../test/event-story';
import { asked, filesOf, makeNow } from '../../../test/package-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { seen } from './engine/template/fixtures/word-file';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const cast = ['curator', 'director', 'mentor', 'mentee', 'teacher', 'personnel', 'commission'] as const;
const inSchool = (name: string) => aSchool(world, { name, roles: cast });
type School = Awaited<ReturnType<typeof inSchool>>;

/** A pair that has been agreed on, with its papers or without an order yet. */
const aPair = (vera: ReturnType<typeof as>, { mentor, mentee }: Pick<School, 'mentor' | 'mentee'>, more = {}) =>
	vera.post('/mentorships', {
		...{ mentee: mentee.personId, mentor: mentor.personId, from: '01.09.2026', to: '31.05.2027', kind: 'one-to-one' },
		...{ words: 'on', consents: 'on', agreement: 'on', papersOn: '04.09.2026', agreementNumber: '3' },
		...{ content: 'помощь в планировании уроков', ...more }
	});

test('Вера makes the folders of new pairs: what to sign lies first, the rest in signing order, places to sign are marked', async () => {
	const school = await inSchool('Школа папок');
	const vera = as(world, school.curator);
	await aPair(vera, school);
	expect(await textOf(vera.get('/documents/packages'))).toContain('Папка на каждую пару без приказа');
	const address = await asked(vera, 'pairs');
	expect(await textOf(vera.get(address))).toMatch(/Делаем документы: 0 из \d+/);
	await makeNow(world, school.organisationId, address);

	const { archive, print } = await filesOf(vera, address);
	const names = Object.keys(archive);
	const folder = '01 Белова А. С. – Гусев Б. О.';
	const inFolder = names.filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length + 1));
	expect(inFolder[0]).toBe('0 Что подписать.docx');
	const places = [
		'Согласие наставника',
		'Дополнительное соглашение',
		'Персонализированная программа',
		'Журнал встреч'
	].map((title) => inFolder.findIndex((name) => name.includes(title)));
	expect(places).toEqual(places.toSorted((a, b) => a - b));
	expect(places).not.toContain(-1);
	const sheet = seen(archive[`${folder}/0 Что подписать.docx`] as Uint8Array);
	expect(sheet).toContain('Согласие наставника – Белова Анна Сергеевна|наставник|');
	const consent = Object.entries(archive).find(([name]) => name.includes('Согласие наставника'))?.[1] as Uint8Array;
	expect(seen(consent).replaceAll('\u00a0', ' ')).toContain('► ____________|А. С. Белова');

	const printed = seen(print);
	for (const words of ['ЧТО ПОДПИСАТЬ', 'СОГЛАСИЕ', 'ЖУРНАЛ ВСТРЕЧ', 'О закреплении наставнических пар'])
		expect(printed, words).toContain(words);
	expect(printed.indexOf('СОГЛАСИЕ')).toBeLessThan(printed.indexOf('ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ'));
});

test('what cannot be made does not stop the rest: why not stands on the page, in the folder and in the archive', async () => {
	const school = await inSchool('Школа нехватки');
	const vera = as(world, school.curator);
	await aPair(vera, school, { content: '' });
	expect(await textOf(vera.get('/documents/packages'))).toContain('не записано содержание работы');
	const address = await asked(vera, 'pairs');
	await makeNow(world, school.organisationId, address);
	const { page, archive } = await filesOf(vera, address);
	expect(page).toContain('не получилось 1');
	expect(page).toContain('не записано содержание работы');
	expect(new TextDecoder().decode(archive['Не получилось.txt'])).toContain('Дополнительное соглашение');
	const sheet = Object.entries(archive).find(([name]) => name.includes('Что подписать'))?.[1] as Uint8Array;
	expect(seen(sheet)).toContain('Чего не хватает');
	expect(seen(sheet)).not.toContain('Дополнительное соглашение к трудовому договору – ');

	const end = await asked(vera, 'year-end');
	await makeNow(world, school.organisationId, end);
	const made = await filesOf(vera, end);
	expect(made.page).toContain('не записана действующая высшая категория');
	expect(Object.keys(made.archive)).toContain('1 Отчёты наставников/Отчёт наставника – Белова Анна Сергеевна.docx');
	expect(Object.keys(made.archive).some((name) => name.startsWith('2 Поощрение/Протокол комиссии'))).toBe(true);
});

test('an order and its annexes are one set: the annexes are numbered in their names and over their text', async () => {
	const school = await inSchool('Школа приложений');
	const vera = as(world, school.curator);
	await aPair(vera, school);
	const address = await asked(vera, 'pairing-order');
	await makeNow(world, school.organisationId, address);
	const { archive } = await filesOf(vera, address);
	const [first = '', second = ''] = Object.keys(archive);
	expect(first).toContain('Приказ о закреплении');
	expect(second).toMatch(/^Приложение 1 – Персонализированная программа.*Белова Анна Сергеевна\.docx$/);
	expect(seen(archive[second] as Uint8Array).replaceAll('\u00a0', ' ')).toMatch(
		/^Приложение № 1\nк приказу от «___» __________ 20__ г\.\n№ _+\nУТВЕРЖДАЮ/
	);
});

test('hundreds are made while one looks how far they are; asked for twice by one form, made once', async () => {
	const school = await inSchool('Большая школа');
	const { owner } = world;
	const vera = as(world, school.curator);
	await aPair(vera, school);
	const token = crypto.randomUUID();
	const address = await asked(vera, 'programmes', { token });
	expect(await asked(vera, 'programmes', { token })).toBe(address);
	const id = address.split('/').at(-1) ?? '';
	const paper = await owner
		.selectFrom('document_package_papers')
		.selectAll()
		.where('package_id', '=', id)
		.executeTakeFirstOrThrow();
	const more = Array.from({ length: 399 }, (_, at) => ({
		...{ ...paper, values: JSON.stringify(paper.values), position: at + 2 },
		...{ name: `Программа ${at + 2}.docx`, reason: at === 7 ? 'проверка' : '' }
	}));
	await owner.insertInto('document_package_papers').values(more).execute();
	await owner.updateTable('document_packages').set({ wanted: 400 }).where('id', '=', id).execute();

	const shown: number[] = [];
	let running = true;
	const making = makeNow(world, school.organisationId, address).finally(() => {
		running = false;
	});
	while (running) {
		const [, made] = /Делаем документы: (\d+) из 400/.exec(await textOf(vera.get(address))) ?? [];
		if (made) shown.push(Number(made));
	}
	await making;
	expect(new Set(shown).size, 'seen on its way').toBeGreaterThan(2);
	expect(shown).toEqual(shown.toSorted((a, b) => a - b));
	const { page, archive } = await filesOf(vera, address);
	expect(page).toContain('Сделано: 399 документов, не получилось 1');
	expect(Object.keys(archive)).toHaveLength(400); // with the list of what was not made
	await makeNow(world, school.organisationId, address); // the queue may ask again
	expect(await textOf(vera.get(address))).toContain('Сделано: 399 документов');
});

test('materials are chosen by topic; nothing chosen is told; the sets of another school are nobody else’s', async () => {
	const [mine, other] = [await inSchool('Своя раздатка'), await inSchool('Чужая раздатка')];
	const vera = as(world, mine.curator);
	const page = await textOf(vera.get(`/documents/materials?topic=${encodeURIComponent('Общение с родителями')}`));
	expect(page).toContain('Памятка: разговор с родителями');
	expect(page).not.toContain('Памятка наставнику');
	const nothing = await vera.post('/documents/packages', { kind: 'materials' });
	expect(nothing.status).toBe(422);
	expect(await textOf(nothing)).toContain('Отметьте, что собрать');
	const address = await asked(vera, 'materials', { code: ['memo-parents', 'memo-visit'] });
	await makeNow(world, mine.organisationId, address);
	const { archive } = await filesOf(vera, address);
	expect(Object.keys(archive)).toEqual(
		['Памятка: посещение и разбор.docx', 'Памятка: разговор с родителями.docx'].map((name) => name.replace(':', '_'))
	);
	const stranger = as(world, other.curator);
	expect((await stranger.get(address)).status).toBe(404);
	const [, file = ''] = /href="(\/files\/[^"]+)"/.exec(await textOf(vera.get(address))) ?? [];
	expect((await vera.get(file)).status).toBe(200);
	expect((await stranger.get(file)).status).toBe(404);
	expect((await as(world, mine.teacher).get(file)).status).toBe(404);
	expect((await as(world, mine.teacher).get('/documents/packages')).status).toBe(403);
});

test('with no pair and no line of the plan the page says so, and a set of nothing is refused', async () => {
	const { curator } = await inSchool('Пустая школа');
	const vera = as(world, curator);
	expect(await textOf(vera.get('/documents/packages'))).toContain('Пар для этого пока нет');
	const refused = await vera.post('/documents/packages', { kind: 'programmes' });
	expect(refused.status).toBe(422);
	expect(await textOf(refused)).toContain('пока нечего положить');
	const address = await asked(vera, 'materials', { code: 'booklet' });
	const early = await vera.post(`${address}/closing`, { closes: crypto.randomUUID() });
	expect(early.status).toBe(422);
	expect(await textOf(early)).toContain('ещё не готов');
	expect(ledTo(early)).toBe('');
});
