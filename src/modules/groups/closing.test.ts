import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { location, text } from '../../../test/plan-story';
import { aPlan, type PlannedActivity } from '../../../test/plans';
import { aSchool, as } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import type { Actor } from '../../core/actor';
import { readAs } from '../../db/as-actor';
import { listSets } from './queries/sets';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

/** A school whose plan asks for the staff to be sorted, with one of our sets. */
async function aSortingSchool(activity: PlannedActivity, preset: 'periods' | 'needs') {
	const school = await aSchool(world, { roles: ['curator', 'director', 'mentor', 'mentee', 'teacher'] });
	const plan = await aPlan(world, school.curator, { stages: [{ title: 'Подготовка', activities: [activity] }] });
	const vera = as(world, school.curator);
	await vera.post('/group-sets', { preset });
	const [set] = await readAs(world.db, school.curator, (tx) => listSets(tx, school.curator));
	if (!set) throw new Error('the set is not there');
	const group = (code: string) => set.groups.find((one) => one.code === code)?.id ?? '';
	const card = `/activities/${plan.activities[activity.title]?.id}`;
	return { school, vera, set, group, card };
}

const teachingSince = (person: Actor, day: string) =>
	world.owner.updateTable('people').set({ teaching_since: day }).where('id', '=', person.personId).execute();
const closes = (page: string) =>
	[...page.matchAll(/<input type="checkbox"[^>]*name="closes"[^>]*>/g)].map(([box]) => ({
		value: /value="([^"]+)"/.exec(box)?.[1] ?? '',
		ticked: box.includes('checked')
	}));
const copyIn = (card: string) => /<a href="(\/files\/[^"]+)">(?:(?!<\/a>)[\s\S])*копия/.exec(card)?.[1] ?? '';

/** Rows of the table of a Word file, cells parted by «|». */
async function rowsOf(answer: Response | Promise<Response>) {
	const parts = unzipSync(new Uint8Array(await (await answer).arrayBuffer()));
	const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
	const words = (part: string) => [...part.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, said]) => said).join('');
	return xml
		.split('</w:tr>')
		.slice(0, -1)
		.map((row) =>
			row
				.split('</w:tc>')
				.slice(0, -1)
				.map((cell) => words(cell.slice(cell.lastIndexOf('<w:tc>'))))
				.join('|')
		);
}

const everybody: PlannedActivity = {
	title: 'Распределить всех педагогов по группам А, Б, В, Г',
	deadline: 'сентябрь',
	capability: 'classify',
	times: [{ from: '2026-09-01', to: '2026-09-30' }],
	responsible: [{ text: 'Педагоги-наставники', kind: 'group' }]
};

test('Vera decides of every teacher beside what he said and she saw: the list closes the line of the plan and lies beside it', async () => {
	const { school, vera, set, group, card } = await aSortingSchool(everybody, 'periods');
	const summary = `/group-sets/${set.id}/summary`;
	await as(world, school.mentee).post(`/my-groups/${set.id}`, { [`mine-${set.id}`]: group('А') });
	await vera.post(`/group-sets/${set.id}/people/${school.mentee.personId}/observation`, { seen: group('Б') });
	const decide = (person: Actor, code: string, basis = '') =>
		vera.post(`/group-sets/${set.id}/decisions`, {
			group: group(code),
			from: '03.09.2026',
			basis,
			person: person.personId
		});
	await decide(school.mentee, 'А', 'первый год с классом');
	await decide(school.mentor, 'В');

	const before = await text(vera.get(summary));
	expect(before).toContain('Распределены 2 из 3 педагогов: А – 1, Б – 0, В – 1, Г – 0');
	expect(before).toContain('Решения нет о 1');
	expect(closes(before)).toEqual([{ value: expect.any(String), ticked: false }]);
	expect(await text(vera.get(card))).toContain('Пока ничего не приложено');

	await decide(school.teacher, 'Г');
	const page = await text(vera.get(summary));
	const [line] = closes(page);
	expect(line?.ticked).toBe(true);
	const nothing = await vera.post(`/group-sets/${set.id}/closing`);
	expect(nothing.status).toBe(422);
	expect(await nothing.text()).toContain('Отметьте мероприятие');
	const answer = await vera.post(`/group-sets/${set.id}/closing`, { closes: line?.value ?? '' });
	expect(await text(vera.get(location(answer)))).toContain('В дорожной карте отмечено выполненным: 1 мероприятие');

	const done = await text(vera.get(card));
	expect(done).toMatch(/выполнено <time datetime="2026-09-05"/);
	expect(done).toContain(`<a href="${summary}">Распределение педагогов по группам на 05.09.2026`);
	expect(done).toContain('Распределены 3 из 3 педагогов: А – 1, Б – 0, В – 1, Г – 1');
	const rows = await rowsOf(vera.get(copyIn(done)));
	expect(rows.slice(1)).toEqual([
		'1|Гусев Борис Олегович|учитель физики|А|Б|А, с 03.09.2026|первый год с классом',
		'2|Белова Анна Сергеевна|учитель математики|||В, с 03.09.2026|',
		'3|Жукова Нина Львовна|учитель химии|||Г, с 03.09.2026|'
	]);
	expect(await rowsOf(vera.get(`${summary}.docx`))).toEqual(rows);

	const anna = as(world, school.mentor);
	const seen = await text(anna.get(card));
	expect(seen).toContain('Распределены 3 из 3 педагогов');
	for (const closed of [summary, '/files/', 'первый год']) expect(seen).not.toContain(closed);
	expect((await anna.get(copyIn(done))).status).toBe(404);
	expect((await anna.get(summary)).status).toBe(403);
});

const renewal: PlannedActivity = {
	title: 'Актуализировать список тех, кто может стать наставляемым',
	deadline: 'ежегодно, сентябрь',
	capability: 'classify',
	times: [
		{ from: '2026-09-01', to: '2026-09-30' },
		{ from: '2027-09-01', to: '2027-09-30' }
	]
};

test('the September look: the rules name who has come and who has grown out; with her decision this year’s line is closed, next year’s is not', async () => {
	const { school, vera, set, group, card } = await aSortingSchool(renewal, 'needs');
	await teachingSince(school.mentee, '2025-07-01');
	await teachingSince(school.teacher, '2000-09-01');
	await vera.post(`/group-sets/${set.id}/decisions`, {
		group: group('Ст3'),
		from: '01.09.2024',
		person: school.teacher.personId
	});
	const page = await text(vera.get(`/group-sets/${set.id}/review`));
	const found = (name: string) =>
		[...page.matchAll(new RegExp(`name="${name}" value="([^"]+)"`, 'g'))].map(([, value]) => value as string);
	expect(found('drop')).toHaveLength(1);
	const [line, another] = closes(page);
	expect([line?.ticked, another]).toEqual([true, undefined]);

	const said = { from: '05.09.2026', add: found('add'), drop: found('drop') };
	const late = await vera.post(`/group-sets/${set.id}/review`, { ...said, from: 'завтра', closes: line?.value ?? '' });
	expect(closes(await late.text())).toEqual([line]);
	const answer = await vera.post(`/group-sets/${set.id}/review`, { ...said, closes: line?.value ?? '' });
	expect(location(answer)).toContain('closed=1');

	const done = await text(vera.get(card));
	expect(done.match(/Отменить отметку/g)).toHaveLength(1);
	expect(done).toMatch(/выполнено <time datetime="2026-09-05"/);
	const rows = await rowsOf(vera.get(copyIn(done)));
	expect(rows).toContainEqual(
		expect.stringMatching(/\|Гусев Борис Олегович\|учитель физики\|{3}Ст3, с 05\.09\.2026\|/)
	);
	expect(rows).toContainEqual(expect.stringMatching(/\|Жукова Нина Львовна\|учитель химии\|{3}решения нет\|/));
});

test('nothing is to be changed: the same list is still marked from its own page; nobody but those who sort sees it', async () => {
	const { school, vera, set, group, card } = await aSortingSchool(renewal, 'needs');
	await teachingSince(school.mentee, '2025-07-01');
	for (const person of [school.mentor, school.teacher]) await teachingSince(person, '2010-09-01');
	await vera.post(`/group-sets/${set.id}/decisions`, {
		group: group('Ст3'),
		from: '01.09.2025',
		person: school.mentee.personId
	});
	expect(await text(vera.get(`/group-sets/${set.id}/review`))).toContain(`href="/group-sets/${set.id}/summary"`);
	const [line] = closes(await text(vera.get(`/group-sets/${set.id}/summary`)));
	expect(line?.ticked).toBe(false);
	const gleb = as(world, school.director);
	const twice = { token: crypto.randomUUID(), closes: line?.value ?? '' };
	await Promise.all([1, 2].map(() => gleb.post(`/group-sets/${set.id}/closing`, twice)));
	expect(await text(vera.get(card))).toContain('Ершов');
	const again = await vera.post(`/group-sets/${set.id}/closing`, { closes: line?.value ?? '' });
	expect(again.status).toBe(422);
	expect(await again.text()).toContain('уже отметил кто-то из коллег');
});
