import { beforeAll, expect, test } from 'vitest';
import { aPair, newestFile, plainly, registration } from '../../../test/document-story';
import { addressIn, textOf } from '../../../test/event-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { seen } from './engine/template/fixtures/word-file';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const byButton = (how: string) => ({ how, later: 'new', making: crypto.randomUUID() });
const numbered = (number: string, more = {}) => registration({ number, anyway: 'on', ...more });

async function aRegisteredOrder(name: string, more: Record<string, string> = {}) {
	const school = await aSchool(world, { name });
	const vera = as(world, school.curator);
	await aPair(vera, school, { orderNumber: '', signedOn: '' });
	const pair = /\/mentorships\/0[0-9a-f-]+/.exec(await textOf(vera.get('/mentorships')))?.[0] ?? '';
	const earlier = addressIn(await vera.post('/documents/pairing-order/making', {}));
	await vera.post(`${earlier}/registration`, numbered('16/1-О', more));
	const cardOf = async (page: string) => plainly(await textOf(vera.get(page)));
	const textIn = async (page: string) =>
		seen(await newestFile(vera, page))
			.replaceAll('\u00a0', ' ')
			.replaceAll('\u2011', '-');
	return { school, vera, pair, earlier, cardOf, textIn };
}

test('one button makes the order that cancels: it names the earlier, is linked, acts with its number, and is undone', async () => {
	const { school, vera, pair, earlier, cardOf, textIn } = await aRegisteredOrder('Школа приказа об отмене');
	expect(await textIn(earlier)).not.toMatch(/в срок до|_{4}.{0,3}$/m); // days that nobody named leave no blank
	expect(await cardOf(earlier)).toContain('Отменить приказом');
	const once = { token: crypto.randomUUID(), ...byButton('cancels') };
	const later = addressIn(await vera.post(`${earlier}/links`, once));
	expect(addressIn(await vera.post(`${earlier}/links`, once))).toBe(later); // sent twice
	expect(addressIn(await vera.post(`${earlier}/links`, byButton('cancels')))).toBe(later); // pressed again
	const text = await textIn(later);
	expect(text).toContain('О признании утратившим силу приказа от 5 сентября 2026 г. № 16/1-О');
	expect(text).toContain('Признать утратившим силу приказ от 5 сентября 2026 г. № 16/1-О.');
	expect(await cardOf(later)).toContain('отменяет Приказ № 16/1-О от 05.09.2026');
	expect(await cardOf(earlier)).toContain(
		'будет признан утратившим силу: Приказ о признании утратившим силу – приказ № 16/1-О от 05.09.2026 , пока без номера'
	);
	expect(await cardOf(pair)).toContain('Приказ № 16/1-О');

	const version = /name="version" value="(\d+)"/.exec(await textOf(vera.get(`${later}/registration`)))?.[1];
	const done = await vera.post(`${later}/registration`, numbered('17-О', { version }));
	expect(done.status, plainly(await done.clone().text())).toBe(303);
	expect(await cardOf(pair)).toContain('до приказа');
	expect(await cardOf(earlier)).not.toContain('Отменить приказом');
	expect((await vera.post(`${earlier}/links`, byButton('amends'))).status).toBe(422); // it holds no more
	expect((await vera.post(`${later}/registration/undoing`, {})).status).toBe(303);
	expect(await cardOf(pair)).toContain('Приказ № 16/1-О от 05.09.2026');
	const strange = await as(world, school.teacher).post(`${earlier}/links`, byButton('cancels'));
	expect([403, 404]).toContain(strange.status);
});

test('the order that amends a directive says so in the right case; what is changed is typed in, and the draft stays one', async () => {
	const { vera, pair, earlier, cardOf, textIn } = await aRegisteredOrder('Школа приказа об изменении', {
		actKind: 'directive'
	});
	const later = addressIn(await vera.post(`${earlier}/links`, byButton('amends')));
	expect(await textIn(later)).toContain('О внесении изменений в распоряжение от 5 сентября 2026 г. № 16/1-О');
	const again = await vera.post('/documents/amending-order/particulars', {
		...{ version: '1', акт: 'order', вид: 'directive', 'прежний.дата': '05.09.2026', 'прежний.номер': '16/1-О' },
		изменения: 'в пункте 2 слова «до 1 октября» заменить словами «до 15 октября»'
	});
	expect(addressIn(again)).toBe(later);
	expect(await textIn(later)).toContain('в пункте 2 слова «до 1 октября» заменить словами «до 15 октября».');
	const version = /name="version" value="(\d+)"/.exec(await textOf(vera.get(`${later}/registration`)))?.[1];
	expect((await vera.post(`${later}/registration`, numbered('18-О', { version }))).status).toBe(303);
	expect(await cardOf(pair)).toContain('№ 16/1-О');
	expect(await cardOf(earlier)).toContain('изменён: Приказ № 18-О от 05.09.2026');
});
