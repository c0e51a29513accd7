import { beforeAll, expect, test } from 'vitest';
import { addressIn, textOf } from '../../../test/event-story';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const read = async (answer: Response | Promise<Response>) =>
	(await textOf(answer)).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const aLine = (more: Record<string, string> = {}) => ({
	...{ version: '0', title: 'Положение о системе наставничества', state: 'written', owner: '', dueOn: '15.09.2026' },
	...{ act: '', note: '', ...more }
});

test('Вера sees what local acts the school lacks, gives one to the director and puts the approved act to it', async () => {
	const { curator, director } = await aSchool(world, { name: 'Школа положений' });
	const vera = as(world, curator);
	const first = await read(vera.get('/local-acts'));
	expect(first).toContain('Из 11 актов утверждено 0, не хватает 11.');
	expect(first).toContain('Изменения в коллективный договор');
	const papers = [...(await textOf(vera.get('/local-acts'))).matchAll(/href="(\/documents\/[^"]+)">сделать документ/g)];
	expect(papers, 'all but the regulation of signatures').toHaveLength(10);
	for (const [, paper = ''] of papers) expect((await vera.get(paper)).status, paper).toBe(200);
	await vera.post('/local-acts/regulation', aLine({ owner: director.personId }));
	const act = addressIn(
		await vera.post('/legal-acts', {
			...{ version: '0', level: 'local', form: 'Положение', body: '', number: '16/1-О', signedOn: '01.09.2026' },
			...{ title: 'Положение о наставничестве', from: '', to: '', replacedBy: '', link: '', note: '' }
		})
	);
	const key = act.split('/').at(-1) ?? '';
	await vera.post(
		'/local-acts/regulation',
		aLine({ version: '1', owner: director.personId, state: 'approved', act: key })
	);
	await vera.post('/local-acts/electronic-signature', aLine({ title: 'Положение о подписи', state: 'needless' }));
	const page = await read(vera.get('/local-acts'));
	expect(page).toContain('Из 10 актов утверждён 1, не хватает 9.');
	expect(await textOf(vera.get('/local-acts'))).toContain(`href="/legal-acts/${key}"`);
});

test('a term that has passed is told; a line of one’s own; two people at once; approved without an act it lacks the act', async () => {
	const { curator, director } = await aSchool(world, { name: 'Школа сроков' });
	const vera = as(world, curator);
	await vera.post('/local-acts', aLine({ title: 'Положение о наставниках-студентах', dueOn: '01.09.2026' }));
	await vera.post('/local-acts/pay-regulation', aLine({ title: 'Изменения в оплату', state: 'approved' }));
	const page = await read(as(world, curator, () => new Date('2026-09-10T09:00:00Z')).get('/local-acts'));
	expect(page).toContain('из них 1 – уже после срока');
	expect(page).toContain('самого акта в библиотеке');
	const late = await as(world, director).post('/local-acts/pay-regulation', aLine({ note: 'у бухгалтера' }));
	expect(late.status).toBe(409);
	expect(await read(late)).toContain('Изменения в оплату');
	const wrong = await vera.post('/local-acts/regulation', aLine({ dueOn: 'потом', title: '' }));
	expect(wrong.status).toBe(422);
	expect(await read(wrong)).toContain('Напишите, какой нужен акт');
	expect((await vera.post('/local-acts/no-such-line', aLine())).status).toBe(404);
});

test('the checklist of one school is not another’s; the union reads it and does not write', async () => {
	const [mine, other] = [await aSchool(world, { name: 'Своя' }), await aSchool(world, { name: 'Чужая' })];
	await as(world, mine.curator).post('/local-acts/regulation', aLine({ note: 'тайна' }));
	expect(await read(as(world, other.curator).get('/local-acts'))).not.toContain('тайна');
	const stranger = await as(world, mine.curator).post(
		'/local-acts/regulation',
		aLine({ version: '1', owner: other.director.personId })
	);
	expect(stranger.status).toBe(422);
	expect((await as(world, mine['trade-union']).get('/local-acts')).status).toBe(200);
	expect((await as(world, mine['trade-union']).post('/local-acts/regulation', aLine())).status).toBe(403);
	expect((await as(world, mine.personnel).get('/local-acts/checklist.xlsx')).status).toBe(200);
});
