import { beforeAll, expect, test } from 'vitest';
import { aPair } from '../../../test/document-story';
import { addressIn, textOf } from '../../../test/event-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { paragraphsOf } from '../../../test/word';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const order = '/documents/introduction-order/particulars';
const fileIn = (page: string) => /href="(\/files\/[^"]+)"/.exec(page)?.[1] ?? '';
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2011', '-');
async function paperOf(vera: ReturnType<typeof as>, made: Response) {
	const card = await textOf(vera.get(addressIn(made)));
	return { card, words: plain((await paragraphsOf(vera.get(fileIn(card)))).join('\n')) };
}

test('what stands nowhere is asked once: the answers are in the order and in the form of the next one', async () => {
	const school = await aSchool(world, { name: 'Школа вопросов' });
	const vera = as(world, school.curator);
	const form = await textOf(vera.get(order));
	for (const words of ['С какого дня', 'Кому поручить контроль', 'Творческая (рабочая) группа', 'Жукова Нина Львовна'])
		expect(form).toContain(words);
	const said = {
		...{ version: '0', акт: 'directive', с: '07.09.2026', 'решение.дата': '28.08.2026', 'решение.номер': '№ 1-п' },
		...{ контроль: school.mentor.personId, группа: [school.teacher.personId, school.mentee.personId] }
	};
	const { card, words } = await paperOf(vera, await vera.post(order, said));
	expect(card).toContain('Приказ о внедрении системы (целевой модели) наставничества');
	for (const one of [
		'РАСПОРЯЖЕНИЕ',
		'(протокол от 28.08.2026 № 1-п)',
		'с 7 сентября 2026 г.',
		'– Жукова Нина Львовна, учитель химии;',
		'Контроль за исполнением распоряжения возложить на Белову А. С., учителя математики.'
	])
		expect(words).toContain(one);
	const next = await textOf(vera.get(order));
	expect(next).toContain('value="07.09.2026"');
	expect(next).toContain('value="1-п"');
	expect(next).toContain('выбрано 2');
	expect(next).toMatch(new RegExp(`value="${school.mentor.personId}" selected`));
});

test('a day that is no day comes back with what was typed; somebody of another school is nobody here', async () => {
	const [mine, other] = [await aSchool(world, { name: 'Своя форма' }), await aSchool(world, { name: 'Соседняя' })];
	const vera = as(world, mine.curator);
	const wrong = await vera.post(order, { version: '0', акт: 'order', с: 'первого', контроль: other.mentor.personId });
	expect(wrong.status).toBe(422);
	const page = await textOf(wrong);
	expect(page).toContain('Напишите дату так: 05.09.2026, или оставьте пусто');
	expect(page).toContain('value="первого"');
	expect(page).toContain('Этого в списке уже нет: выберите снова');
	expect((await as(world, mine.teacher).get(order)).status).toBe(403);
	expect((await vera.get('/documents/mentor-consent/particulars')).status, 'asks nothing').toBe(404);
	await vera.post(order, { version: '0', акт: 'order', с: '01.09.2026' });
	expect(await textOf(as(world, other.curator).get(order))).not.toContain('value="01.09.2026"');
});

test('two people make one order: the second sees what the first has answered and may say theirs', async () => {
	const school = await aSchool(world, { name: 'Вдвоём об одном' });
	const [vera, head] = [as(world, school.curator), as(world, school.director)];
	await vera.post(order, { version: '0', акт: 'order', с: '01.09.2026' });
	const late = await head.post(order, { version: '0', акт: 'order', с: '05.09.2026' });
	expect(late.status).toBe(409);
	const page = await textOf(late);
	expect(page).toContain('С какого дня: 01.09.2026');
	expect(page).toContain('value="05.09.2026"');
	expect((await head.post(order, { version: '1', акт: 'order', с: '05.09.2026' })).status).toBe(303);
	const token = crypto.randomUUID();
	const twice = { version: '2', акт: 'order', с: '06.09.2026', token };
	const [first, second] = [await head.post(order, twice), await head.post(order, twice)];
	expect(second.headers.get('location')).toBe(first.headers.get('location'));
});

test('an order about changes is made of what was written in the pairs; until then the page says what to do', async () => {
	const school = await aSchool(world, { name: 'Школа перемен' });
	const vera = as(world, school.curator);
	const replacement = '/documents/replacement-order';
	expect(await textOf(vera.get('/documents'))).toContain('нет смен без приказа');
	expect(await textOf(vera.get(replacement))).toContain('Сначала запишите смену наставника в паре');
	const refused = await vera.post(`${replacement}/particulars`, { version: '0', акт: 'order' });
	expect(refused.status).toBe(422);
	const pair = addressIn(await aPair(vera, school)).replace(/\?.*/, '');
	await vera.post(`${pair}/replacement`, {
		...{ was: school.mentor.personId, person: school.teacher.personId, on: '12.10.2026', reason: 'sick-leave' }
	});
	const { words } = await paperOf(vera, await vera.post(`${replacement}/particulars`, { version: '0', акт: 'order' }));
	expect(words).toContain('О замене наставника');
	for (const one of ['Гусев Борис Олегович,', 'Белова Анна Сергеевна', 'Жукова Нина Львовна,', 'с 12.10.2026'])
		expect(words).toContain(one);
	expect(words).not.toContain('болезн');
});

test('the family knows better: an own form of a surname goes into every paper, and an emptied one goes by the rules again', async () => {
	const school = await aSchool(world, { name: 'Школа имён' });
	const vera = as(world, school.curator);
	await aPair(vera, school);
	const forms = `/people/${school.mentor.personId}/name-forms`;
	expect(await textOf(vera.get(`/people/${school.mentor.personId}`))).toContain('Как имя склоняется в документах');
	expect(await textOf(vera.get(forms))).toContain('value="Беловой"');
	const wrong = await vera.post(forms, { version: '0', 'familyName-genitive': 'Белов4' });
	expect(wrong.status).toBe(422);
	expect(await textOf(wrong)).toContain('Только буквы, дефис и пробел');
	const unchanged = Object.fromEntries(
		['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'].map((one) => [`familyName-${one}`, 'Белова'])
	);
	expect((await vera.post(forms, { version: '0', ...unchanged })).status).toBe(303);
	expect(await textOf(vera.get(forms))).toContain('По-своему: фамилия');
	const consent = async () => {
		const { words } = await paperOf(vera, await vera.post('/documents/mentor-consent/making', {}));
		return words;
	};
	expect(await consent()).toContain('от Белова Анны Сергеевны');
	expect((await vera.post(forms, { version: '0' })).status, 'opened before').toBe(409);
	expect((await vera.post(forms, { version: '1' })).status).toBe(303);
	expect(await consent()).toContain('от Беловой Анны Сергеевны');
	expect(await textOf(vera.post(forms, { version: '2' }))).toContain('Ничего не изменилось');
	expect((await as(world, school.teacher).get(forms)).status).toBe(403);
	const other = await aSchool(world, { name: 'Чужие имена' });
	expect((await as(world, other.curator).get(forms)).status).toBe(404);
});
