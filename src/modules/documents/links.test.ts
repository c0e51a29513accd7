import { beforeAll, expect, test } from 'vitest';
import { aPair, word } from '../../../test/document-story';
import { addressIn, textOf } from '../../../test/event-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { p } from './engine/template/fixtures/word-file';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const plainly = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const number = (given: string) => ({
	...{ version: '1', actKind: 'order', series: 'main', number: given, datedOn: '05.09.2026', anyway: 'on' }
});
const idOf = (page: string) => page.split('/').at(-1) ?? '';

test('an order cancels the order of pairs: with its number the pair is before an order again, both cards and the book say so; undone, the order stands in the pair again', async () => {
	const school = await aSchool(world, { name: 'Школа отмены' });
	const vera = as(world, school.curator);
	const cardOf = async (page: string) => plainly(await textOf(vera.get(page)));
	await aPair(vera, school, { orderNumber: '', signedOn: '' });
	const pair = /\/mentorships\/0[0-9a-f-]+/.exec(await textOf(vera.get('/mentorships')))?.[0] ?? '';
	const earlier = addressIn(await vera.post('/documents/pairing-order/making', {}));
	await vera.post(`${earlier}/registration`, number('16/1-О'));
	expect(await cardOf(pair)).toContain('Приказ № 16/1-О');

	const later = addressIn(await vera.post('/documents/curator-order/making', {}));
	const early = await vera.post(`${later}/links`, { how: 'cancels', later: idOf(earlier) });
	expect(early.status).toBe(422); // a draft cannot be cancelled
	expect((await vera.post(`${earlier}/links`, { how: 'cancels', later: idOf(later) })).status).toBe(303);
	expect(await cardOf(earlier)).toContain('пока без номера: подействует, когда его зарегистрируют');
	expect(await cardOf(pair)).toContain('Приказ № 16/1-О');
	const before = await cardOf(`${later}/registration`);
	expect(before).toContain('Что снимется с прежнего документа');
	expect(before).toMatch(/Приказ № 16\/1-О от 05\.09\.2026 будет снят с пары: \S/);

	const done = await vera.post(`${later}/registration`, number('17-О'));
	expect(done.status, plainly(await done.clone().text())).toBe(303);
	expect(await cardOf(pair)).toContain('до приказа');
	const card = await cardOf(earlier);
	expect(card).toContain('признан утратившим силу: Приказ № 17-О от 05.09.2026');
	expect(card).toContain('отменён');
	expect(await cardOf(later)).toContain('отменяет Приказ № 16/1-О от 05.09.2026');
	expect(await cardOf('/documents/book')).toContain('признан утратившим силу: Приказ № 17-О от 05.09.2026');
	expect(await cardOf('/documents/made?filter=past')).toContain('Приказ о закреплении');
	expect((await vera.post(`${earlier}/registration/undoing`, {})).status).toBe(422);
	const check = async (text: string) =>
		plainly(await textOf(vera.post('/document-check', { file: word(p(text), 'Письмо.docx') })));
	const told = await check('Работаем по приказу от 5 сентября 2026 г. № 16/1-О.');
	expect(told).toContain('признан утратившим силу документом № 17-О от 05.09.2026');
	expect(await check('Работаем по приказу от 5 сентября 2026 г. № 17-О.')).not.toContain('документ отменён');
	expect(await check('Признать утратившим силу приказ от 05.09.2026 № 16/1-О.')).not.toContain('документ отменён');

	const back = await vera.post(`${later}/registration/undoing`, {});
	expect(back.status, plainly(await back.clone().text())).toBe(303);
	expect(await cardOf(pair)).toContain('Приказ № 16/1-О от 05.09.2026');
	expect(await cardOf(earlier)).toContain('приказ записан в пары');
	const link = /name="link" value="([^"]+)"/.exec(await textOf(vera.get(earlier)))?.[1] ?? '';
	expect((await vera.post(`${earlier}/links/undoing`, { link })).status).toBe(303);
	expect(await cardOf(later)).not.toContain('отменяет Приказ');
});

test('a later order amends the earlier, whose deeds stay; what was done with the pair since hinders cancelling, and the page says so', async () => {
	const school = await aSchool(world, { name: 'Школа изменений' });
	const vera = as(world, school.curator);
	await aPair(vera, school, { orderNumber: '', signedOn: '' });
	const pair = /\/mentorships\/0[0-9a-f-]+/.exec(await textOf(vera.get('/mentorships')))?.[0] ?? '';
	const earlier = addressIn(await vera.post('/documents/pairing-order/making', {}));
	await vera.post(`${earlier}/registration`, number('16/1-О'));
	const later = addressIn(await vera.post('/documents/curator-order/making', {}));
	await vera.post(`${later}/registration`, number('17-О'));
	expect((await vera.post(`${earlier}/links`, { how: 'amends', later: idOf(later) })).status).toBe(303);
	expect(plainly(await textOf(vera.get('/documents/made')))).toContain('изменён');
	expect(plainly(await textOf(vera.get('/documents/book')))).toContain('изменён: Приказ № 17-О от 05.09.2026');
	expect(plainly(await textOf(vera.get(pair)))).toContain('Приказ № 16/1-О');
	const link = /name="link" value="([^"]+)"/.exec(await textOf(vera.get(earlier)))?.[1] ?? '';
	await vera.post(`${earlier}/links/undoing`, { link });
	await vera.post(`${pair}/suspension`, { on: '05.09.2026', reason: 'sick-leave' });
	const late = await vera.post(`${earlier}/links`, { how: 'cancels', later: idOf(later) });
	expect(late.status).toBe(422);
	expect(plainly(await textOf(late))).toContain('С парой уже сделано что-то ещё');
});

test('an order that replaces the order of a pair is asked what the law asks: the pair it takes over has no agreement', async () => {
	const school = await aSchool(world, { name: 'Школа замены приказа' });
	const vera = as(world, school.curator);
	await aPair(vera, school, { agreement: '', orderNumber: '', signedOn: '' });
	const earlier = addressIn(await vera.post('/documents/pairing-order/making', {}));
	const why = { override: 'Соглашение на подписи' };
	expect((await vera.post(`${earlier}/registration`, { ...number('16/1-О'), ...why })).status).toBe(303);
	const later = addressIn(await vera.post('/documents/pairing-order/making', {}));
	await vera.post(`${earlier}/links`, { how: 'replaces', later: idOf(later) });
	const refused = await vera.post(`${later}/registration`, number('17-О'));
	expect(refused.status).toBe(422);
	expect(plainly(await textOf(refused))).toContain('нет дополнительного соглашения');
	expect((await vera.post(`${later}/registration`, { ...number('17-О'), ...why })).status).toBe(303);
	const pair = /\/mentorships\/0[0-9a-f-]+/.exec(await textOf(vera.get('/mentorships')))?.[0] ?? '';
	expect(plainly(await textOf(vera.get(pair)))).toContain('Приказ № 17-О');
});
