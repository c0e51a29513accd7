import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { aBrowser } from '../../../test/browser';
import {
	aCheckedOrder,
	aPair,
	asFile,
	details,
	newestFile,
	pageOf,
	plainly,
	registration,
	checkSettings as settings
} from '../../../test/document-story';
import { addressIn, textOf } from '../../../test/event-story';
import { asked, filesOf, makeNow } from '../../../test/package-story';
import { aSchool, as, id, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { seen } from './engine/template/fixtures/word-file';

let world: TestWorld & { publicUrl: string };
beforeAll(async () => {
	world = { ...(await freshDatabase()), publicUrl: 'https://nastavnik.example' };
});

const visitor = () => as(world, undefined);

test('a code is printed on the draft; its page says it is no order yet, and after the number whose it is, without a name', async () => {
	const { vera, page, draft } = await aCheckedOrder(world, 'Школа с кодом');
	const check = pageOf(draft);
	expect(seen(draft, 'word/footer1.xml')).toContain(`https://nastavnik.example${check}`);
	expect(Object.keys(unzipSync(draft))).toContain('word/media/check.png');
	const before = plainly(await textOf(visitor().get(check)));
	expect(before).toContain('Документ ещё не зарегистрирован');
	expect(before).not.toMatch(/Школа с кодом|Приказ о закреплении|SHA/);

	expect((await vera.post(`${page}/registration`, registration())).status).toBe(303);
	const paper = await newestFile(vera, page);
	expect(pageOf(paper)).toBe(check);
	expect(plainly(await textOf(vera.get(page)))).toContain(`https://nastavnik.example${check}`);
	const after = await visitor().get(check);
	expect(after.headers.get('x-robots-tag')).toBe('noindex');
	const words = plainly(await textOf(after));
	expect(words).toContain('Документ зарегистрирован');
	expect(words).toContain('МБОУ «Школа с кодом»');
	expect(words).toContain('16/1-О');
	expect(words).toContain('Дата 05.09.2026'); // with its year: paper is looked at years later
	for (const name of ['Белова', 'Гусев', 'Дронова', 'Ершов']) expect(words).not.toContain(name);
});

test('without script the file is sent and compared: the registered text and the scan are the ones, the draft and a changed file are not', async () => {
	const { vera, page, draft } = await aCheckedOrder(world, 'Школа файлов');
	await vera.post(`${page}/registration`, registration());
	const paper = await newestFile(vera, page);
	const check = pageOf(paper);
	const compared = async (file: File) =>
		plainly(await textOf(visitor().post(check, { file }))).split('Контрольные суммы')[0];
	const answer = async (file: File) =>
		/data-sent[^>]*>.*?note-title">([^<]+)/s.exec(await textOf(visitor().post(check, { file })))?.[1];
	expect(await answer(asFile(paper))).toBe('Файл тот самый');
	expect(await answer(asFile(draft))).toBe('Файл другой');
	expect(await answer(asFile(paper.with(paper.length - 1, 1)))).toBe('Файл другой');
	expect(await compared(asFile(paper))).toContain('сделан программой');
	const scan = new File(['подписанный приказ'], 'Скан.pdf');
	expect(await answer(scan)).toBe('Файл другой');
	expect((await vera.post(`${page}/files`, { kind: 'scan', signs: '', file: scan })).status).toBe(303);
	expect(await answer(scan)).toBe('Файл тот самый');
	const nothing = await visitor().post(check, {});
	expect(nothing.status).toBe(422);
	expect(await textOf(nothing)).toContain('Выберите файл, который нужно сверить.');
});

test('an order that a later one cancels or replaces says so and confirms no file; one that is changed by another still does', async () => {
	const { school, vera, page, draft } = await aCheckedOrder(world, 'Школа перемен');
	await vera.post(`${page}/registration`, registration());
	const later = addressIn(await vera.post('/documents/mentor-consent/making', {}));
	await vera.post(`${later}/registration`, registration({ number: '40-О', datedOn: '05.09.2026', anyway: 'on' }));
	const ids = [later, page].map((one) => one.split('/').at(-1) ?? '');
	const check = pageOf(draft);
	const link = async (how: 'amends' | 'replaces' | 'cancels') => {
		const undone = { undone_at: now.at, undone_by: school.curator.personId };
		await world.owner
			.updateTable('document_links')
			.set(undone)
			.where('earlier_id', '=', ids[1] ?? '')
			.execute();
		const row = { organisation_id: school.organisationId, id: id(), later_id: ids[0] ?? '', earlier_id: ids[1] ?? '' };
		const made = { how, made_at: now.at, made_by: school.curator.personId };
		await world.owner
			.insertInto('document_links')
			.values({ ...row, ...made })
			.execute();
		return plainly(await textOf(visitor().get(check)));
	};
	expect(await link('amends')).toMatch(/Документ зарегистрирован.*Изменён Приказ № 40-О от 05\.09\.2026.*Сверить файл/);
	expect(await link('replaces')).toMatch(/Документ заменён другим.*Вместо него: Приказ № 40-О от 05\.09\.2026/);
	const cancelled = await link('cancels');
	expect(cancelled).toMatch(/Документ отменён.*Его отменил документ: Приказ № 40-О/);
	expect(cancelled).not.toMatch(/Сверить файл|SHA/);
	const sent = plainly(await textOf(visitor().post(check, { file: asFile(await newestFile(vera, page)) })));
	expect(sent).not.toContain('Файл тот самый');
});

test('a code nobody was given, one that is cut, and one of a paper that was taken away are answered alike', async () => {
	const { vera, page, draft } = await aCheckedOrder(world, 'Школа без ответа');
	const unknown = await visitor().get(`/check/${'A'.repeat(22)}`);
	expect(unknown.status).toBe(404);
	const said = await textOf(unknown);
	expect(await textOf(visitor().get('/check/nobody'))).toBe(said);
	const version = /name="version" value="(\d+)"/.exec(await textOf(vera.get(page)))?.[1] ?? '1';
	expect((await vera.post(`${page}/removal`, { version, on: '', where: '' })).status).toBe(303);
	const removed = await visitor().get(pageOf(draft));
	expect(removed.status).toBe(404);
	expect(await textOf(removed)).toBe(said);
});

test('a registration taken back and made anew keeps the code that is printed; switched off, codes are printed no more and the old are answered', async () => {
	const { vera, page, draft } = await aCheckedOrder(world, 'Школа поправок');
	const check = pageOf(draft);
	await vera.post(`${page}/registration`, registration());
	await vera.post(`${page}/registration/undoing`, {});
	expect(await textOf(visitor().get(check))).toContain('ещё не зарегистрирован');
	const off = await vera.post('/documents/settings', { ...details, version: '1' });
	expect(off.status, await off.clone().text()).toBe(303);
	await vera.post(`${page}/registration`, registration({ version: '3', number: '17-О' }));
	expect(plainly(await textOf(visitor().get(check)))).toContain('17-О');
	expect(Object.keys(unzipSync(await newestFile(vera, page)))).not.toContain('word/media/check.png');
});

test('papers of a set that get a number carry the codes of their drafts, those that get none carry none', async () => {
	const { school, vera } = await aCheckedOrder(world, 'Школа комплектов');
	const set = await asked(vera, 'pairs', { drafts: 'on' });
	await makeNow(world, school.organisationId, set);
	const { archive } = await filesOf(vera, set);
	const codes = Object.entries(archive).map(
		([name, bytes]) => [name, name.endsWith('.docx') ? pageOf(bytes) : ''] as const
	);
	const [order] = codes.filter(([name]) => name.includes('Приказ'));
	expect(order?.[1]).toMatch(/^\/check\//);
	expect(await textOf(visitor().get(order?.[1] ?? ''))).toContain('ещё не зарегистрирован');
	expect(new Set(codes.map(([, code]) => code).filter(Boolean)).size).toBe(codes.filter(([, code]) => code).length);
});

test('where the program is seen on this computer alone no code is printed, and the page of settings says why', async () => {
	const alone = { ...world, publicUrl: 'http://localhost:3000' };
	const school = await aSchool(alone, { name: 'Школа на одном компьютере' });
	const vera = as(alone, school.curator);
	await vera.post('/documents/settings', settings);
	expect(await textOf(vera.get('/documents/settings'))).toContain('страницу проверки никто не откроет');
	await aPair(vera, school);
	const page = addressIn(await vera.post('/documents/pairing-order/making', {}));
	expect(pageOf(await newestFile(vera, page))).toBe('');
});

test('whoever tries codes without end is asked to wait, and nobody else is', async () => {
	const guess = aBrowser(world, { address: '203.0.113.7' });
	const answers: number[] = [];
	for (let at = 0; at < 125; at++) answers.push((await guess.get(`/check/${String(at).padStart(22, 'x')}`)).status);
	expect(new Set(answers.slice(0, 120))).toEqual(new Set([404]));
	expect(answers.at(-1)).toBe(429);
	expect((await aBrowser(world, { address: '203.0.113.8' }).get('/check/nobody')).status).toBe(404);
});
