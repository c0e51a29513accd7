import { beforeAll, expect, test } from 'vitest';
import { aPair } from '../../../test/document-story';
import { addressIn, textOf } from '../../../test/event-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const plainly = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

test('a registered order waits for its pair: Борис says so in the program, Анна signs the sheet; both can be taken back', async () => {
	const school = await aSchool(world, { name: 'Школа ознакомления' });
	const [vera, anna, boris] = [as(world, school.curator), as(world, school.mentor), as(world, school.mentee)];
	await aPair(vera, school, { orderNumber: '', signedOn: '' });
	const page = addressIn(await vera.post('/documents/pairing-order/making', {}));
	expect(await textOf(boris.get('/today'))).not.toContain('Ознакомьтесь');
	const sheet = { readOn: '05.09.2026', person: school.mentor.personId };
	expect((await vera.post(`${page}/sheet`, sheet)).status).toBe(422); // no number yet: there is nothing to know
	const given = { version: '1', actKind: 'order', series: 'main', number: '5-О', datedOn: '05.09.2026' };
	expect((await vera.post(`${page}/registration`, given)).status).toBe(303);
	expect(plainly(await textOf(vera.get(page)))).toContain('знакомятся (0 из 2)');

	expect(plainly(await textOf(boris.get('/today')))).toContain('Ознакомьтесь: Приказ о закреплении');
	const mine = await textOf(boris.get('/my-documents'));
	expect(mine).toContain('Отметка здесь – не подпись');
	const file = /href="(\/files\/[^"]+)"/.exec(mine)?.[1] ?? '';
	expect((await boris.get(file)).status).toBe(200);
	const id = page.split('/').at(-1) ?? '';
	expect((await boris.post(`/my-documents/${id}/acquaintance`, {})).status).toBe(303);
	expect(await textOf(boris.get('/today'))).not.toContain('Ознакомьтесь');

	const early = await vera.post(`${page}/sheet`, { ...sheet, readOn: '01.09.2026' });
	expect(early.status).toBe(422);
	expect(await textOf(early)).toContain('Раньше даты самого документа');
	await vera.post(`${page}/sheet`, sheet);
	expect(plainly(await textOf(vera.get(page)))).toContain('все ознакомлены');
	expect((await vera.post(`${page}/registration/undoing`, {})).status).toBe(422); // it is known by now
	expect((await anna.post(`/my-documents/${id}/acquaintance/undoing`, {})).status).toBe(422); // hers is on paper
	await vera.post(`${page}/sheet/undoing`, { person: school.mentor.personId });
	await boris.post(`/my-documents/${id}/acquaintance/undoing`, {});
	expect(plainly(await textOf(vera.get(page)))).toContain('знакомятся (0 из 2)');
	expect((await as(world, school.teacher).post(`/my-documents/${id}/acquaintance`, {})).status).toBe(404);
	expect((await as(world, school.teacher).get(file)).status).toBe(404);
});

test('whoever has to know a document opens its newest text, and none of the drafts before it', async () => {
	const school = await aSchool(world, { name: 'Школа черновиков' });
	const [vera, boris] = [as(world, school.curator), as(world, school.mentee)];
	await aPair(vera, school, { orderNumber: '', signedOn: '' });
	const page = addressIn(await vera.post('/documents/pairing-order/making', {}));
	const draft = /href="(\/files\/[^"]+)"/.exec(await textOf(vera.get(page)))?.[1] ?? '';
	const given = { version: '1', actKind: 'order', series: 'main', number: '6-О', datedOn: '05.09.2026' };
	expect((await vera.post(`${page}/registration`, given)).status).toBe(303);
	const told = /href="(\/files\/[^"]+)"/.exec(await textOf(boris.get('/my-documents')))?.[1] ?? '';
	expect(told).not.toBe(draft);
	expect((await vera.get(draft)).status).toBe(200);
	expect((await boris.get(told)).status).toBe(200);
	expect((await boris.get(draft)).status).toBe(404);
});
