import { beforeAll, expect, test } from 'vitest';
import { aSchool, as, id, now } from '../../../test/stories';
import { freshDatabase, type TestWorld } from '../../../test/support';
import { csvCell } from './rules';

let world: TestWorld;
beforeAll(async () => {
	world = await freshDatabase();
});

type School = Awaited<ReturnType<typeof aSchool>>;

const write = (
	{ organisationId }: School,
	rows: readonly { at: string; who: string | null; act: string; about?: string }[]
) =>
	world.owner
		.insertInto('journal')
		.values(
			rows.map(({ at, who, act, about }) => ({
				organisation_id: organisationId,
				id: id(),
				at,
				actor_id: who,
				act,
				subject_kind: about ? 'person' : 'organisation',
				subject_id: about ?? organisationId
			}))
		)
		.execute();

const linesOf = (page: string) => [...page.matchAll(/<th scope="row"[^>]*>([^<]+)</g)].map(([, what]) => what);
const text = async (answer: Response | Promise<Response>) => (await answer).text();

test('Vera finds who changed what: by person, by act, by a day of the school’s own clock', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	await write(school, [
		{ at: '2026-09-03T18:00:00Z', who: school.curator.personId, act: 'person.added', about: school.teacher.personId }, // the 4th in Novosibirsk
		{ at: '2026-09-03T10:00:00Z', who: school.administrator.personId, act: 'organisation.changed' },
		{ at: '2026-09-02T10:00:00Z', who: null, act: 'roadmap.read' }
	]);
	const all = await text(vera.get('/journal'));
	expect(linesOf(all)).toEqual(['Сотрудник добавлен', 'Сведения об организации изменены', 'Дорожная карта прочитана']);
	expect(all).toContain(`href="/people/${school.teacher.personId}"`);
	expect(all).toContain('Жукова Нина Львовна');
	expect(all).toContain('программа');

	expect(linesOf(await text(vera.get(`/journal?person=${school.administrator.personId}`)))).toHaveLength(1);
	expect(linesOf(await text(vera.get('/journal?act=person.added')))).toEqual(['Сотрудник добавлен']);
	expect(linesOf(await text(vera.get('/journal?day=04.09.2026')))).toEqual(['Сотрудник добавлен']);
	expect(linesOf(await text(vera.get('/journal?day=03.09.2026')))).toEqual(['Сведения об организации изменены']);
	const wrong = await text(vera.get('/journal?day=31.09.2026'));
	expect(wrong).toContain('Укажите день');
	expect(linesOf(wrong)).toHaveLength(3);
	expect(await text(vera.get('/journal?person=nobody&act=constructor&page=-1'))).toContain('Журнал');
});

test('a long journal comes in pages, and whole as a file for Excel', async () => {
	const school = await aSchool(world);
	const vera = as(world, school.curator);
	await write(
		school,
		Array.from({ length: 120 }, (_, minute) => ({
			at: new Date(Date.parse(now.at) - minute * 60_000).toISOString(),
			who: school.curator.personId,
			act: 'person.changed'
		}))
	);
	const first = await text(vera.get('/journal'));
	expect(first).toContain('Страница 1 из 3');
	expect(linesOf(first)).toHaveLength(50);
	expect(linesOf(await text(vera.get('/journal?page=3')))).toHaveLength(20);

	const file = await vera.get('/journal/lines.csv');
	expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''");
	expect(new Uint8Array(await file.clone().arrayBuffer()).slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
	expect((await file.text()).trimEnd().split('\r\n')).toHaveLength(121);
});

test('a name that begins like a formula stays a name in Excel', async () => {
	expect(csvCell('=HYPERLINK("http://x")')).toBe(`"'=HYPERLINK(""http://x"")"`);
	for (const formula of [
		'+1',
		'-1',
		'@SUM(1)',
		'\t=1',
		'\r=1',
		'\n=1',
		'  =1',
		'\u00a0=1',
		'＝1',
		'＋1',
		'－1',
		'＠A1'
	])
		expect(csvCell(formula)).toBe(`"'${formula}"`);
	const school = await aSchool(world);
	await world.owner
		.updateTable('people')
		.set({ family_name: '@SUM(A1)' })
		.where('id', '=', school.teacher.personId)
		.execute();
	await write(school, [{ at: now.at, who: null, act: 'person.changed', about: school.teacher.personId }]);
	expect(await text(as(world, school.curator).get('/journal/lines.csv'))).toContain(`"'@SUM(A1) Нина Львовна"`);
});

test('the journal is for those who answer for the organisation, and holds nothing of another', async () => {
	const [school, other] = [await aSchool(world), await aSchool(world, { name: 'Школа № 2' })];
	await write(school, [{ at: now.at, who: school.curator.personId, act: 'person.added' }]);
	for (const actor of [school.director, school.administrator, school.curator]) {
		expect((await as(world, actor).get('/journal')).status).toBe(200);
	}
	for (const actor of [school.mentor, school.psychologist, school.personnel]) {
		expect((await as(world, actor).get('/journal')).status).toBe(403);
		expect((await as(world, actor).get('/journal/lines.csv')).status).toBe(403);
	}
	expect(linesOf(await text(as(world, other.curator).get('/journal')))).toEqual([]);
});
