import { beforeAll, expect, test } from 'vitest';
import { aPair, word } from '../../../test/document-story';
import { addressIn, proofOf, textOf } from '../../../test/event-story';
import { aPlan } from '../../../test/plans';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { paragraphsOf } from '../../../test/word';
import { p } from './engine/template/fixtures/word-file';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const number = (more: Record<string, string> = {}) => ({
	...{ version: '1', actKind: 'order', series: 'main', number: '16/1-О', datedOn: '05.09.2026', ...more }
});
const make = async (someone: ReturnType<typeof as>, kind: string) =>
	addressIn(await someone.post(`/documents/${kind}/making`, {}));
const plainly = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const newest = (page: string) => /href="(\/files\/[^"]+)"/.exec(page)?.[1] ?? '';

/** A pair with its consents and its agreement; the order is still to come. */
const withoutOrder = { orderNumber: '', signedOn: '' };

test('the order of pairs: two clicks, and the pair works by its number and day, the plan is closed; taken back, all is as it was', async () => {
	const school = await aSchool(world, { name: 'Школа приказов' });
	const vera = as(world, school.curator);
	const title = 'Закрепить пары приказом';
	const { activities } = await aPlan(world, school.curator, {
		stages: [{ title: 'Пары', activities: [{ title, capability: 'pair-order', times: [{ dueOn: '2026-09-20' }] }] }]
	});
	await aPair(vera, school, withoutOrder);
	const pair = /\/mentorships\/0[0-9a-f-]+/.exec(await textOf(vera.get('/mentorships')))?.[0] ?? '';
	expect(plainly(await textOf(vera.get(pair)))).toContain('до приказа');

	const page = await make(vera, 'pairing-order');
	const form = plainly(await textOf(vera.get(`${page}/registration`)));
	expect(form).toContain('Приказ будет записан в пару: Белова А. С. → Гусев Б. О.');
	const occurrence = activities[title]?.occurrences[0] ?? '';
	const done = await vera.post(`${page}/registration`, number({ closes: occurrence }));
	expect(done.headers.get('location')).toBe(`${page}?saved=registered&closed=1`);

	const card = await textOf(vera.get(page));
	expect(plainly(card)).toContain('Приказ № 16/1-О от 05.09.2026');
	const paper = (await paragraphsOf(vera.get(newest(card)))).join('\n').replaceAll('\u00a0', ' ');
	expect(paper).toMatch(/5 сентября 2026 г\.\s*№ 16\/1-О/);
	expect(plainly(await textOf(vera.get(pair)))).toContain('Приказ № 16/1-О от 05.09.2026');
	const proof = await proofOf(vera, activities[title]?.id ?? '');
	expect(proof.card).toContain('Приказ № 16/1-О от 05.09.2026');
	expect(proof.paper.join('\n')).toContain('Закрепить');

	const back = await vera.post(`${page}/registration/undoing`, {});
	expect(back.headers.get('location')).toBe(`${page}?saved=registration-undone`);
	expect(plainly(await textOf(vera.get(pair)))).toContain('до приказа');
	expect(plainly(await textOf(vera.get(page)))).toContain('черновик');
	expect((await proofOf(vera, activities[title]?.id ?? '')).card).toContain('в программе отменено');
});

test('what was done with the pair since keeps the order from being taken back, and the page says which pair', async () => {
	const school = await aSchool(world, { name: 'Школа перемен' });
	const vera = as(world, school.curator);
	await aPair(vera, school, withoutOrder);
	const page = await make(vera, 'pairing-order');
	await vera.post(`${page}/registration`, number());
	const pair = /\/mentorships\/0[0-9a-f-]+/.exec(await textOf(vera.get('/mentorships')))?.[0] ?? '';
	const paused = await vera.post(`${pair}/suspension`, { on: '05.09.2026', reason: 'sick-leave' });
	expect(paused.status, await paused.clone().text()).toBe(303);
	const back = await vera.post(`${page}/registration/undoing`, {});
	expect(back.status).toBe(422);
	expect(plainly(await textOf(back))).toContain('С парой уже сделано что-то ещё: Белова А. С. → Гусев Б. О.');
	expect(plainly(await textOf(vera.get(page)))).toContain('Приказ № 16/1-О');
});

test('ст. 351.8: without the agreement the order is not registered; with a reason it is, and the journal keeps it', async () => {
	const school = await aSchool(world, { name: 'Школа без соглашения' });
	const vera = as(world, school.curator);
	await aPair(vera, school, { ...withoutOrder, agreement: '' });
	const page = await make(vera, 'pairing-order');
	const blocked = await vera.post(`${page}/registration`, number());
	expect(blocked.status).toBe(422);
	const told = plainly(await textOf(blocked));
	expect(told).toContain('нет дополнительного соглашения, Белова Анна Сергеевна');
	const reason = 'Соглашение подписывают сегодня, копия у кадров';
	expect((await vera.post(`${page}/registration`, number({ override: reason }))).status).toBe(303);
	const card = plainly(await textOf(vera.get(page)));
	expect(card).toContain(reason);
	expect(card).toContain('Документ зарегистрирован без нужных бумаг, причина названа');
});

test('ст. 351.8: the days follow one another: an agreement later than the order blocks it', async () => {
	const school = await aSchool(world, { name: 'Школа дат' });
	const vera = as(world, school.curator);
	await aPair(vera, school, withoutOrder);
	const page = await make(vera, 'pairing-order');
	const early = await vera.post(`${page}/registration`, number({ datedOn: '03.09.2026' }));
	expect(early.status).toBe(422);
	expect(plainly(await textOf(early))).toContain('соглашение от 04.09.2026 позже приказа');
});

test.each([
	['in the job function already', { inJobFunction: 'on' }],
	['of a practising student, who is no employee', { notEmployee: 'on' }]
])('ст. 351.8 asks nothing of a mentorship %s: the order is registered without an agreement', async (name, flag) => {
	const school = await aSchool(world, { name: `Школа, ${name}` });
	const vera = as(world, school.curator);
	await aPair(vera, school, { ...withoutOrder, ...flag, agreement: '' });
	const page = await make(vera, 'pairing-order');
	const done = await vera.post(`${page}/registration`, number());
	expect(done.status, plainly(await done.clone().text())).toBe(303);
});

test('a number that is taken and a day out of order are asked about once', async () => {
	const school = await aSchool(world, { name: 'Школа номеров' });
	const vera = as(world, school.curator);
	const one = await make(vera, 'curator-order');
	await vera.post(`${one}/registration`, number({ number: '16-О' }));
	const other = await make(vera, 'curator-order');
	expect(other).not.toBe(one);
	const twin = await vera.post(`${other}/registration`, number({ number: '16-о', datedOn: '04.09.2026' }));
	expect(twin.status).toBe(422);
	expect(plainly(await textOf(twin))).toContain('такой номер в этом году занят');
	const disorder = await vera.post(`${other}/registration`, number({ number: '17-О', datedOn: '04.09.2026' }));
	expect(plainly(await textOf(disorder))).toContain('Номера и дни не по порядку: есть № 16-О');
	const staff = number({ number: '16-О', series: 'staff', datedOn: '04.09.2026' });
	expect((await vera.post(`${other}/registration`, staff)).status).toBe(303);
});

test('a form opened before somebody else’s step comes back with what was typed', async () => {
	const school = await aSchool(world, { name: 'Школа вдвоём' });
	const [vera, gleb] = [as(world, school.curator), as(world, school.director)];
	const page = await make(vera, 'curator-order');
	expect((await gleb.post(`${page}/signing`, { version: '1', on: '04.09.2026' })).status).toBe(303);
	const late = await vera.post(`${page}/registration`, number());
	expect(late.status).toBe(409);
	expect(await textOf(late)).toContain('value="16/1-О"');
	expect((await vera.post(`${page}/removal`, { version: '1' })).status).toBe(409);
});

test('a draft is edited in Word, printed, signed, scanned: every file stays; a signature lies beside its file', async () => {
	const school = await aSchool(world, { name: 'Школа сканов' });
	const vera = as(world, school.curator);
	const page = await make(vera, 'curator-order');
	const put = (kind: string, file: File, more = {}) => vera.post(`${page}/files`, { kind, file, ...more });
	await put('edited', word(p('Назначить куратора'), 'Приказ правленый.docx'));
	await vera.post(`${page}/registration`, number());
	expect((await put('edited', word(p('Позже'), 'Позже.docx'))).status).toBe(422);
	await put('scan', new File(['%PDF-1.7 скан'], 'Скан.pdf'));
	const signs = /<option value="([^"]+)">3\. Скан\.pdf/.exec(await textOf(vera.get(page)))?.[1] ?? '';
	expect((await put('signature', new File(['подпись'], 'Скан.pdf.sig'))).status).toBe(422);
	await put('signature', new File(['подпись'], 'Скан.pdf.sig'), { signs });
	const card = plainly(await textOf(vera.get(page)));
	for (const one of [
		'Приказ правленый.docx',
		'Скан.pdf',
		'Скан.pdf.sig',
		'файл подписи к файлу 3',
		'сделан программой'
	])
		expect(card).toContain(one);
});

test('taking a number back leaves the signature that was noted before it; one noted with the number goes with it', async () => {
	const school = await aSchool(world, { name: 'Школа подписей' });
	const vera = as(world, school.curator);
	const page = await make(vera, 'curator-order');
	await vera.post(`${page}/signing`, { version: '1', on: '04.09.2026' });
	const anHourLater = as(world, school.curator, () => new Date('2026-09-05T15:00:00Z'));
	await anHourLater.post(`${page}/registration`, number({ version: '2' }));
	expect((await anHourLater.post(`${page}/registration/undoing`, {})).status).toBe(303);
	const card = plainly(await textOf(vera.get(page)));
	expect(card).toContain('подписан');
	expect(card).toContain('Снять отметку о подписи');

	const other = await make(vera, 'curator-order');
	await vera.post(`${other}/registration`, number());
	await vera.post(`${other}/registration/undoing`, {});
	expect(plainly(await textOf(vera.get(other)))).toContain('Отметить подпись');
});
