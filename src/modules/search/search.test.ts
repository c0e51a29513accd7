import { beforeAll, expect, test } from 'vitest';
import { aSchoolAtWork, aTime, done, text } from '../../../test/plan-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const foundBy = async (asker: ReturnType<typeof as>, query: string) => {
	const page = await text(asker.get(`/search?q=${encodeURIComponent(query)}`));
	return [...page.matchAll(/<li>\s*<a href="([^"]+)">([^<]+)<\/a>/g)]
		.filter(([, href]) => /^\/(people|roadmap|activities)\/./.test(href ?? ''))
		.map(([, , title]) => title);
};

test('Vera finds by a part of a word, by another form of it, without ё and in any case', async () => {
	const { school } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	expect(await foundBy(vera, 'анкетир')).toEqual(['Провести анкетирование педагогов']);
	expect(await foundBy(vera, 'встреча пары')).toContain('Встречи пар');
	expect(await foundBy(vera, 'БЕЛОВА')).toContain('Белова Анна Сергеевна');
	expect(await foundBy(vera, 'Петр Мухин')).toEqual(['Мухин Пётр Егорович']);
	expect(await foundBy(vera, 'етр мух')).toEqual(['Мухин Пётр Егорович']);
	expect(await foundBy(vera, 'дорожная карта')).toContain('Дорожная карта наставничества');
	expect(await foundBy(vera, 'справка по итогам')).toEqual(['Провести анкетирование педагогов']);
});

test('what is attached is found by its name', async () => {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const files = new File(['приказ'], 'Приказ 246-од.txt');
	await vera.post(`/occurrences/${aTime(plan, 'Издать приказ о парах')}/completion`, { ...done, files });
	expect(await foundBy(vera, '246-од')).toEqual(['Приказ 246-од.txt']);
});

test('the signs of patterns and of queries are plain letters; nothing at all finds nothing', async () => {
	const { school } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	for (const query of [
		'%',
		'_',
		'\\',
		"'; drop table people; --",
		'& | !',
		'<script>',
		'\u0000',

		'   ',
		''
	]) {
		const answer = await vera.get(`/search?q=${encodeURIComponent(query)}`);
		expect(answer.status, query).toBe(200);
		expect(await answer.text()).not.toContain('«<script>');
		expect(await foundBy(vera, query), query).toEqual([]);
	}
});

test('Anna finds what names her, not the rest of the plan; another school finds none of it', async () => {
	const { school } = await aSchoolAtWork(world);
	const anna = as(world, school.mentor);
	expect(await foundBy(anna, 'анкетирование')).toEqual(['Провести анкетирование педагогов']);
	expect(await foundBy(anna, 'приказ')).toEqual([]);
	expect(await foundBy(anna, 'дорожная')).toEqual([]);
	const stranger = as(world, (await aSchool(world, { name: 'Лицей', roles: ['curator'] })).curator);
	expect(await foundBy(stranger, 'анкетирование')).toEqual([]);
	expect(await foundBy(stranger, 'Белова')).toEqual([]);
});

test('words may be mixed: a part of one, another form of the next, the post of a third', async () => {
	const { school } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	expect(await foundBy(vera, 'встречу пар')).toEqual(['Встречи пар']);
	expect(await foundBy(vera, 'педагога анкетир')).toEqual(['Провести анкетирование педагогов']);
	expect(await foundBy(vera, 'учитель Жукова')).toEqual(['Жукова Нина Львовна']);
	expect(await foundBy(vera, 'встречи директора')).toEqual([]);
});

test('slips of the hand are forgiven, and the page says what was looked for', async () => {
	const { school } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	expect(await foundBy(vera, 'анкетирвоание')).toEqual(['Провести анкетирование педагогов']);
	expect(await foundBy(vera, 'Белвоа')).toContain('Белова Анна Сергеевна');
	expect(await foundBy(vera, 'рповести анкитирование')).toEqual(['Провести анкетирование педагогов']);
	expect(await text(vera.get('/search?q=анкетирвоание'))).toContain(
		'«анкетирвоание» нигде не написано. По запросу «анкетирование» – 1 находка.'
	);
	expect(await foundBy(vera, 'синхрофазотрон')).toEqual([]);
});

test('typed on the English keyboard it is found all the same', async () => {
	const { school } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	expect(await foundBy(vera, ',tkjdf')).toContain('Белова Анна Сергеевна');
	expect(await foundBy(vera, 'fyrtnbhjdfybt')).toEqual(['Провести анкетирование педагогов']);
});

test('what stands in the title comes before what stands elsewhere', async () => {
	const { school } = await aSchoolAtWork(world);
	const found = await foundBy(as(world, school.curator), 'анна');
	expect(found[0]).toBe('Белова Анна Сергеевна');
	expect(found).toContain('Провести анкетирование педагогов'); // she answers for it
});

test('a mended query shows nobody what is not theirs', async () => {
	const { school } = await aSchoolAtWork(world);
	const anna = as(world, school.mentor);
	expect(await foundBy(anna, 'прикза')).toEqual([]); // the order is not hers: neither found nor suggested
	expect(await text(anna.get('/search?q=прикза'))).not.toContain('приказ');
});
