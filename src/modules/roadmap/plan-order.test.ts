import { beforeAll, expect, test } from 'vitest';
import { aSchoolAtWork, aTime, at, done, location, text } from '../../../test/plan-story';
import { as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

const [survey, order, seminar, meetings, site] = [
	'1. Провести анкетирование педагогов',
	'Издать приказ о парах',
	'Региональный семинар кураторов',
	'Встречи пар',
	'Разместить положение на сайте'
] as const;

async function atWork() {
	const { school, plan } = await aSchoolAtWork(world);
	const vera = as(world, school.curator);
	const titles = async () =>
		[...(await text(vera.get(`/roadmap/${plan.id}`))).matchAll(/<th scope="row"[^>]*>\s*<a[^>]*>([^<]+)</g)].map(
			([, title]) => title
		);
	const idOf = (title: string) => plan.activities[title.replace(/^1\. /, '')]?.id ?? '';
	const undo = async (answer: Response) => {
		const page = await text(vera.get(location(answer)));
		return vera.post(/action="(\/plan-changes\/[^"]+\/undoing)"/.exec(page)?.[1] ?? '');
	};
	return { school, plan, vera, titles, idOf, undo };
}

test('a row goes down over the border of its stage and back; the order is the plan’s own', async () => {
	const { plan, vera, titles, idOf, undo } = await atWork();
	const path = `/roadmap/${plan.id}/order`;
	expect(await text(vera.get(path))).toContain('Ниже: Издать приказ о парах');
	const moved = await vera.post(path, { activity: idOf(order), step: 'down' });
	expect(await text(vera.get(location(moved)))).toContain('Мероприятие перемещено');
	expect(await titles()).toEqual([survey, order, seminar, meetings, site]);
	expect(await text(vera.get(`/activities/${idOf(order)}`))).toContain('<dd>Работа</dd>');
	const up = await vera.post(path, { activity: idOf(site), before: idOf(survey) });
	expect(await titles()).toEqual([site, survey, order, seminar, meetings]);
	await undo(up);
	expect(await titles()).toEqual([survey, order, seminar, meetings, site]);
	const nowhere = await vera.post(path, { activity: idOf(survey), step: 'up' });
	expect(nowhere.status).toBe(422);
	expect(await nowhere.text()).toContain('Дальше двигать некуда');
});

test('stages are added, renamed, moved and taken out; what was in one goes to its neighbour, and comes back', async () => {
	const { plan, vera, titles, undo } = await atWork();
	const page = () => text(vera.get(`/roadmap/${plan.id}/order`));
	await vera.post(`/roadmap/${plan.id}/stages`, { title: 'Итоги' });
	expect(await page()).toContain('<h2>Итоги</h2>');
	const [first = '', second = ''] = [...(await page()).matchAll(/id="stage-([^"]+)"/g)].map(([, id]) => id);
	const change = (fields: Record<string, string>) => vera.post(`/roadmap/${plan.id}/stages/change`, fields);
	await change({ stage: first, act: 'title', title: 'Готовим год' });
	expect(await page()).toContain('<h2>Готовим год</h2>');
	await change({ stage: second, act: 'up' });
	expect((await titles())[0]).toBe(seminar);
	const removal = await change({ stage: second, act: 'removal' });
	expect(await page()).not.toContain('<h2>Работа</h2>');
	expect(await titles()).toHaveLength(5);
	await undo(removal);
	expect(await page()).toContain('<h2>Работа</h2>');
	expect((await titles())[0]).toBe(seminar);
});

test('only the last change is taken back first: an older one says so', async () => {
	const { plan, vera, idOf, titles } = await atWork();
	const path = `/roadmap/${plan.id}/order`;
	const first = new URL(location(await vera.post(path, { activity: idOf(survey), step: 'down' })), 'http://x');
	await vera.post(path, { activity: idOf(site), step: 'up' });
	const late = await vera.post(`/plan-changes/${first.searchParams.get('of')}/undoing`);
	expect(late.status).toBe(422);
	expect(await late.text()).toContain('план меняли ещё раз');
	expect((await titles())[0]).toBe(order);
});

test('chosen rows get a stage, a capability, a term, or leave; each is taken back as a whole', async () => {
	const { plan, vera, titles, undo } = await atWork();
	const both = [aTime(plan, 'Провести анкетирование педагогов'), aTime(plan, order)];
	const edit = (fields: Record<string, string>) =>
		vera.post(`/roadmap/${plan.id}/edits`, { occurrence: both, ...fields });
	const page = await text(vera.get(`/roadmap/${plan.id}`));
	const second = /value="(stage:[^"]+)">Работа/.exec(page)?.[1] ?? '';
	const moved = await edit({ edit: second });
	expect(await titles()).toEqual([seminar, meetings, site, survey, order]);
	await undo(moved);
	expect(await titles()).toEqual([survey, order, seminar, meetings, site]);

	const named = await edit({ edit: 'capability:survey' });
	expect(await text(vera.get(location(named)))).toContain('Анкетирование (строк: 2)');
	const term = await edit({ edit: 'term', toDay: '20.10.2026' });
	expect(await text(vera.get(location(term)))).toContain('до 20 октября');
	await undo(term);
	expect(await text(vera.get(`/roadmap/${plan.id}`))).not.toContain('до 20 октября');
	const gone = await edit({ edit: 'removal' });
	expect(await titles()).toEqual([seminar, meetings, site]);
	await undo(gone);
	expect(await titles()).toHaveLength(5);

	expect(await (await edit({ edit: 'term', toDay: '31.02.2027' })).text()).toContain('Укажите новый последний день');
	expect(await (await edit({ edit: 'term', toDay: '01.09.2026' })).text()).toContain('Этот день уже прошёл');
	expect(await (await edit({ edit: '' })).text()).toContain('Выберите, что изменить');
	const nothing = await vera.post(`/roadmap/${plan.id}/edits`, { edit: 'removal' });
	expect(await nothing.text()).toContain('Ничего не выбрано');
});

test('marks and assignments of several rows are taken back as a whole too', async () => {
	const { school, plan, vera, undo } = await atWork();
	const both = [aTime(plan, 'Провести анкетирование педагогов'), aTime(plan, order)];
	const marked = await vera.post(`/roadmap/${plan.id}/completions`, { occurrence: both });
	expect(await text(vera.get(location(marked)))).toContain('выполнено 2');
	await undo(marked);
	expect(await text(vera.get(`/roadmap/${plan.id}`))).toContain('выполнено 0');
	const given = await vera.post(`/roadmap/${plan.id}/assignments`, {
		occurrence: both,
		personId: school.teacher.personId
	});
	const nina = as(world, school.teacher, at('2026-09-08T05:00:00Z'));
	expect(await text(nina.get('/today'))).toContain('Издать приказ');
	await undo(given);
	expect(await text(nina.get('/today'))).toContain('Вас пока ничто не ждёт');
	expect((await vera.post(`/occurrences/${both[0]}/completion`, done)).status).toBe(303);
});

test('what a colleague did to the same rows since is not undone with them: the page says so', async () => {
	const { school, plan, vera, idOf } = await atWork();
	const gleb = as(world, school.director, at('2026-09-07T05:00:00Z'));
	const both = [aTime(plan, 'Провести анкетирование педагогов'), aTime(plan, order)];
	const undoing = (answer: Response) =>
		gleb.post(`/plan-changes/${new URL(location(answer), 'http://x').searchParams.get('of')}/undoing`);
	const refused = async (answer: Response) => {
		const undone = await undoing(answer);
		expect(undone.status).toBe(422);
		expect(await undone.text()).toContain('эти строки уже меняли');
	};
	const card = () => text(gleb.get(`/activities/${idOf(order)}`));

	const terms = await vera.post(`/roadmap/${plan.id}/edits`, { occurrence: both, edit: 'term', toDay: '20.10.2026' });
	await gleb.post(`/occurrences/${both[1]}/deadline`, { toDay: '30.10.2026', reason: 'Каникулы' });
	await refused(terms);
	expect(await card()).toContain('до 30 октября');

	const given = await vera.post(`/roadmap/${plan.id}/assignments`, {
		occurrence: both,
		personId: school.teacher.personId
	});
	await gleb.post(`/activities/${idOf(order)}/responsible`, { personId: school.psychologist.personId, position: '0' });
	await refused(given);
	expect(await card()).toContain('Исаева');

	const added = await vera.post(`/roadmap/${plan.id}/stages`, { title: 'Итоги' });
	const page = () => text(vera.get(`/roadmap/${plan.id}/order`));
	const stage = [...(await page()).matchAll(/id="stage-([^"]+)"/g)].at(-1)?.[1] ?? '';
	await gleb.post(`/roadmap/${plan.id}/activities`, { title: 'Подвести итоги', stage, from: '', to: '', results: '' });
	await refused(added);
	expect(await page()).toContain('Подвести итоги');
});

test('a row that comes back brings its stage back; two who change the order at once both do', async () => {
	const { plan, vera, idOf } = await atWork();
	const page = () => text(vera.get(`/roadmap/${plan.id}/order`));
	const [first = ''] = [...(await page()).matchAll(/id="stage-([^"]+)"/g)].map(([, id]) => id);
	await vera.post(`/activities/${idOf(survey)}/removal`);
	await vera.post(`/roadmap/${plan.id}/stages/change`, { stage: first, act: 'removal' });
	expect(await page()).not.toContain('<h2>Подготовка</h2>');
	await vera.post(`/activities/${idOf(survey)}/restoration`);
	expect(await page()).toContain('<h2>Подготовка</h2>');
	const path = `/roadmap/${plan.id}/order`;
	const moves = [seminar, meetings, site, order].map((title) =>
		vera.post(path, { activity: idOf(title), before: idOf(survey) })
	);
	expect((await Promise.all(moves)).map(({ status }) => status)).toEqual([303, 303, 303, 303]);
});
