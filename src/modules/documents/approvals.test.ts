import { beforeAll, expect, test } from 'vitest';
import { aPair, word } from '../../../test/document-story';
import { addressIn, textOf } from '../../../test/event-story';
import { giveAccount } from '../../../test/letter-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { paragraphsOf } from '../../../test/word';
import { p } from './engine/template/fixtures/word-file';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const plainly = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
type Someone = ReturnType<typeof as>;
const cardOf = async (someone: Someone, page: string) => plainly(await textOf(someone.get(page)));

const visa = (whom: string, more: Record<string, string> = {}) => ({
	...{ approvalKind: 'visa', whom, askedOn: '05.09.2026', ...more }
});
const number = { actKind: 'order', series: 'main', number: '16/1-О', datedOn: '05.09.2026' };

/** An order of pairs that waits for the visa of кадры: its page, what кадры open, the id of the approval. */
async function asked(name: string) {
	const school = await aSchool(world, { name });
	const [vera, inna] = [as(world, school.curator), as(world, school.personnel)];
	for (const one of [school.curator, school.personnel, school.mentor]) await giveAccount(world, one);
	await aPair(vera, school, { orderNumber: '', signedOn: '' });
	const page = addressIn(await vera.post('/documents/pairing-order/making', {}));
	const done = await vera.post(`${page}/approvals`, visa(school.personnel.personId));
	expect(done.status, plainly(await done.clone().text())).toBe(303);
	const approval = /approval=([0-9a-f-]+)/.exec(done.headers.get('location') ?? '')?.[1] ?? '';
	return { school, vera, inna, page, approval, mine: `/agreement/${approval}` };
}
const textIn = (page: string) => /name="text" value="([^"]+)"/.exec(page)?.[1] ?? '';
const answer = async (someone: Someone, mine: string, outcome: string, words = '') =>
	someone.post(`${mine}/answer`, { outcome, words, text: textIn(await textOf(someone.get(mine))) });

test('Вера asks кадры for a visa: Инна sees it on her day, reads the text, agrees; the document is agreed and signed', async () => {
	const { school, vera, page, mine } = await asked('Школа виз');
	expect(await cardOf(vera, page)).toContain('на согласовании (0 из 1)');
	const nina = as(world, school.teacher);
	expect((await nina.get(mine)).status).toBe(404);
	const gleb = as(world, school.director);
	expect((await gleb.get(mine)).status).toBe(404); // it is asked of кадры, not of whoever may
	const inna = as(world, school.personnel);
	expect(await cardOf(inna, '/today')).toContain('Согласуйте: Приказ о закреплении');
	expect(await cardOf(inna, '/notices')).toContain('документ ждёт вашего согласования');
	expect(await cardOf(inna, '/agreement')).toContain('Ждут вашего ответа: 1 документ');
	expect(await cardOf(inna, mine)).toContain('Закрепить');
	expect((await answer(inna, mine, 'agreed')).status).toBe(303);
	expect(await cardOf(inna, '/today')).not.toContain('Согласуйте:');
	expect(await cardOf(vera, page)).toContain('согласован');
	expect(await cardOf(vera, '/documents/made?filter=agreed')).toContain('Приказ о закреплении');
	expect(await cardOf(vera, '/notices')).toContain('на просьбу согласовать ответили');
	expect((await vera.post(`${page}/signing`, { version: '1', on: '05.09.2026' })).status).toBe(303);
	expect((await inna.post(`${mine}/answer/undoing`, {})).status).toBe(422); // it is signed by now
});

test('a remark says why, a newer text makes it stale, and the new text alone is opened by whoever agrees', async () => {
	const { school, vera, page } = await asked('Школа замечаний');
	const anna = as(world, school.mentor);
	const done = await vera.post(`${page}/approvals`, visa(school.mentor.personId));
	const mine = `/agreement/${/approval=([0-9a-f-]+)/.exec(done.headers.get('location') ?? '')?.[1]}`;
	const first = /href="(\/files\/[^"]+)"/.exec(await textOf(anna.get(mine)))?.[1] ?? '';
	expect((await anna.get(first)).status).toBe(200);
	const silent = await answer(anna, mine, 'remarks');
	expect(silent.status).toBe(422);
	expect(plainly(await textOf(silent))).toContain('Напишите замечания');
	const read = textIn(await textOf(anna.get(mine)));
	expect((await answer(anna, mine, 'remarks', 'Срок пары – по 30 мая')).status).toBe(303);
	expect(await cardOf(vera, page)).toContain('Срок пары – по 30 мая');

	await vera.post(`${page}/files`, { kind: 'edited', file: word(p('Закрепить пары по 30 мая'), 'Приказ 2.docx') });
	expect(await cardOf(vera, page)).toContain('нужен новый ответ: текст изменился');
	expect(await cardOf(anna, '/today')).toContain('Текст изменился, согласуйте снова');
	expect(await cardOf(anna, '/notices')).toContain('текст изменился, нужен новый ответ');
	expect((await anna.get(first)).status).toBe(404); // the draft before it is nobody's to agree on
	expect(await cardOf(anna, mine)).toContain('Закрепить пары по 30 мая');
	const late = await anna.post(`${mine}/answer`, { outcome: 'agreed', text: read });
	expect(late.status).toBe(409);
	expect(plainly(await textOf(late))).toContain('текст изменился. Откройте его ещё раз');
	expect((await answer(anna, mine, 'agreed')).status).toBe(303);
	expect(await cardOf(vera, page)).toContain('на согласовании (1 из 2)');
});

test('signing without the visas asks for a reason, which stays with the document and in the journal; so does registering', async () => {
	const { vera, inna, page, mine } = await asked('Школа спешки');
	await answer(inna, mine, 'refused', 'Нет согласия наставника');
	const sign = { version: '1', on: '05.09.2026' };
	const blocked = await vera.post(`${page}/signing`, sign);
	expect(blocked.status).toBe(422);
	expect(plainly(await textOf(blocked))).toMatch(/Не согласен: .*назовите причину/);
	const numbered = await vera.post(`${page}/registration`, { ...number, version: '1' });
	expect(numbered.status).toBe(422);
	expect(plainly(await textOf(numbered))).toContain('Почему подписываем без этого');
	const reason = 'Согласие подписано сегодня';
	expect((await vera.post(`${page}/registration`, { ...number, version: '1', unagreed: reason })).status).toBe(303);
	const card = await cardOf(vera, page);
	expect(card).toContain(`Подписан без нужных виз ${reason}`);
	expect(card).toContain('Документ подписан без нужных виз, причина названа');
	expect((await vera.post(`${page}/registration/undoing`, {})).status).toBe(303);
	expect(await cardOf(vera, page)).not.toContain(reason);
});

test('a visa on paper is written down with its day, taken back, and the one asked by mistake goes and comes back', async () => {
	const { vera, page, approval } = await asked('Школа бумаги');
	const paper = { approval, outcome: 'agreed', answeredOn: '04.09.2026' };
	const early = await vera.post(`${page}/approvals/answers`, paper);
	expect(early.status).toBe(422);
	expect(plainly(await textOf(early))).toContain('Раньше, чем спросили (05.09.2026)');
	const done = await vera.post(`${page}/approvals/answers`, { ...paper, answeredOn: '05.09.2026' });
	expect(await cardOf(vera, done.headers.get('location') ?? '')).toContain('Ответ записан Отменить');
	const sheet = await cardOf(vera, `${page}/approval-sheet`);
	expect(sheet).toMatch(/Лист согласования .*согласен 05\.09\.2026 на бумаге/);
	const word = (await paragraphsOf(vera.get(`${page}/approval-sheet.docx`))).join('\n');
	expect(word).toContain('Лист согласования');
	expect(word).toContain('на бумаге');
	expect((await vera.post(`${page}/approvals/answers/undoing`, { approval })).status).toBe(303);
	expect((await vera.post(`${page}/approvals/removal`, { approval })).status).toBe(303);
	expect(await cardOf(vera, page)).toContain('Виз не просили');
	expect((await vera.post(`${page}/approvals/restoration`, { approval })).status).toBe(303);
	expect(await cardOf(vera, page)).toContain('на согласовании (0 из 1)');
});

test('the union has five working days by the school’s calendar; its silence is written down only after them, its refusal tells what the law asks', async () => {
	const school = await aSchool(world, { name: 'Школа профсоюза' });
	const vera = as(world, school.curator);
	const page = addressIn(await vera.post('/documents/regulation/making', {}));
	const ask = {
		approvalKind: 'union',
		name: 'Рыбак Нина Саввична',
		post: 'председатель профкома',
		askedOn: '01.09.2026'
	};
	const done = await vera.post(`${page}/approvals`, ask);
	const approval = /approval=([0-9a-f-]+)/.exec(done.headers.get('location') ?? '')?.[1] ?? '';
	expect(await cardOf(vera, page)).toContain('01.09.2026, по 08.09.2026'); // the fifth and the sixth are days off
	const twice = await vera.post(`${page}/approvals`, { ...ask, name: 'рыбак нина саввична' });
	expect(plainly(await textOf(twice))).toContain('уже в листе согласования');
	const silent = { approval, outcome: 'silent', answeredOn: '05.09.2026' };
	const early = await vera.post(`${page}/approvals/answers`, silent);
	expect(early.status).toBe(422);
	expect(plainly(await textOf(early))).toContain('Срок мнения – по 08.09.2026');
	const later = as(world, school.curator, () => new Date('2026-09-09T08:00:00Z'));
	expect((await later.post(`${page}/approvals/answers`, { ...silent, answeredOn: '09.09.2026' })).status).toBe(303);
	const card = await cardOf(later, page);
	expect(card).toContain('согласован');
	expect(card).toContain('мнения нет: документ можно принимать');
	await later.post(`${page}/approvals/answers/undoing`, { approval });
	const refused = { approval, outcome: 'refused', answeredOn: '08.09.2026', words: 'Нагрузка не описана' };
	expect((await later.post(`${page}/approvals/answers`, refused)).status).toBe(303);
	expect(await cardOf(later, page)).toContain('в течение трёх дней после его мнения проведите консультации');
	await later.post(`${page}/approvals/answers/undoing`, { approval });
	await later.post(`${page}/approvals/removal`, { approval });
	await later.post(`${page}/files`, { kind: 'edited', file: word(p('Положение с нагрузкой'), 'Положение 2.docx') });
	await later.post(`${page}/approvals/restoration`, { approval });
	expect(await cardOf(later, page)).toContain('09.09.2026, по 16.09.2026'); // a new text, a new term
});

test('after a registration is taken back the text is the one before the number, and visas given to it stand', async () => {
	const { school, vera, inna, page, mine } = await asked('Школа снятого номера');
	await answer(inna, mine, 'agreed');
	await vera.post(`${page}/registration`, { ...number, version: '1' });
	await vera.post(`${page}/registration/undoing`, {});
	const card = await cardOf(vera, page);
	expect(card).toContain('с номером, который снят');
	expect(card).toContain('согласован');
	const again = await vera.post(`${page}/registration`, { ...number, version: '3', number: '17-О' });
	expect(again.status, plainly(await again.clone().text())).toBe(303);
	const told = /href="(\/files\/[^"]+)"/.exec(await textOf(as(world, school.mentee).get('/my-documents')))?.[1] ?? '';
	const paper = (await paragraphsOf(as(world, school.mentee).get(told))).join('\n').replaceAll('\u00a0', ' ');
	expect(paper).toContain('№ 17-О');
	expect(paper).not.toContain('16/1-О');
});
