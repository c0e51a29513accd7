import { beforeAll, expect, test } from 'vitest';
import { aReadingWorld, fieldsOf, idIn, plain, type ReadingWorld, sendAndRead } from '../../../test/import-story';
import { aSchool, as } from '../../../test/stories';
import type { Draft } from './rules/draft';

let world: ReadingWorld;
beforeAll(async () => {
	world = await aReadingWorld();
});

const text = async (answer: Response | Promise<Response>) => plain(await (await answer).text());

const samplePlan = [
	'Дорожная карта наставничества гимназии «Вектор» на 2026–2027 учебный год',
	'',
	'Мероприятие\tСрок\tОтветственный\tРезультат',
	'Издать приказ о наставничестве\tсентябрь 2024\tЗаместителю директора Орловой Т.П.\tПриказ по техникуму',
	'Провести опрос\tоктябрь 2026\tкуратор\tСводка для техникума',
	'Подвести итоги\tмай 2027\tкуратор\tОтчёт'
].join('\n');

/** Vera's gymnasium with a plan written after a sample. */
async function aReadPlan() {
	const school = await aSchool(world);
	const path = await sendAndRead(world, school.curator, { content: samplePlan });
	const vera = as(world, school.curator);
	const draft = async () => {
		const row = await world.owner
			.selectFrom('roadmap_imports')
			.select('draft')
			.where('id', '=', idIn(path))
			.executeTakeFirstOrThrow();
		return row.draft as Draft;
	};
	/** The form of a remark with these words: both buttons of one remark send the same. */
	const form = async (words: string, act: 'mending' | 'leaving') => {
		const page = await text(vera.get(path));
		return fieldsOf(page.slice(page.indexOf(words)), `${path}/remarks/${act}`);
	};
	return { school, path, vera, draft, form };
}

test('one button puts a word left over from a sample right in all its places; the remark goes, and can be brought back', async () => {
	const { path, vera, draft, form } = await aReadPlan();
	const before = await text(vera.get(path));
	expect(before).toContain('В тексте 2 раза стоит «техникуму»');

	const answer = await vera.post(`${path}/remarks/mending`, await form('«техникуму»', 'mending'));
	expect(answer.headers.get('location')).toBe(`${path}?saved=correction`);
	expect((await draft()).activities.map(({ results }) => results[0])).toEqual([
		'Приказ по гимназии',
		'Сводка для гимназии',
		'Отчёт'
	]);
	const page = await text(vera.get(`${path}?saved=correction`));
	expect(page).toContain('Исправлено в 2 местах: «техникуму» → «гимназии» и другие.');
	expect(page).not.toContain('похоже, слово осталось от образца');

	await vera.post(`${path}/undoing`);
	expect(await text(vera.get(path))).toContain('похоже, слово осталось от образца');
});

test('a term of another year is understood anew in the year that was meant', async () => {
	const { path, vera, draft, form } = await aReadPlan();
	await vera.post(`${path}/remarks/mending`, await form('«сентябрь 2024» раньше плана', 'mending'));
	expect((await draft()).activities[0]?.deadline).toMatchObject({
		text: 'сентябрь 2026',
		windows: [{ from: '2026-09-01', to: '2026-09-30' }]
	});
});

test('what is left as it is is not said again, to anybody; asked twice, it says that it is done', async () => {
	const { school, path, vera, draft, form } = await aReadPlan();
	const fields = await form('дательном падеже', 'leaving');
	await vera.post(`${path}/remarks/leaving`, fields);
	expect((await draft()).activities[0]?.responsible[0]?.text).toBe('Заместителю директора Орловой Т.П.');
	expect(await text(as(world, school.director).get(path))).not.toContain('value="dative');

	const again = await vera.post(`${path}/remarks/leaving`, { ...fields, token: crypto.randomUUID() });
	expect(again.status).toBe(422);
	expect(await text(again)).toContain('Это замечание уже разобрано');
});

test('somebody who left is named, with a link to the row', async () => {
	const { school, path, vera } = await aReadPlan();
	const id = crypto.randomUUID();
	const organisation_id = school.organisationId;
	await world.owner
		.insertInto('people')
		.values({
			organisation_id,
			id,
			family_name: 'Орлова',
			given_name: 'Тамара',
			patronymic: 'Петровна',
			created_at: '2020-09-01T08:00:00Z'
		})
		.execute();
	await world.owner
		.insertInto('employments')
		.values({ organisation_id, id: crypto.randomUUID(), person_id: id, period: '[2020-09-01,2026-07-01)' })
		.execute();
	const page = await text(vera.get(path));
	expect(page).toContain('«Заместителю директора Орловой Т.П.»: Орлова Т. П. не работает у вас с 1 июля 2026');
	expect(page.slice(page.indexOf('не работает у вас'))).toMatch(/<a href="#a1">Издать приказ о наставничестве<\/a>/);
});

test('saving a row as it stands is no correction; a doubtful one saved so has been looked at', async () => {
	const { path, vera } = await aReadPlan();
	const open = async (key: string) =>
		fieldsOf(await text(vera.get(`${path}/activities/${key}`)), `${path}/activities/${key}`);
	const answer = await vera.post(`${path}/activities/a2`, await open('a2'));
	expect(answer.headers.get('location')).toBe(`${path}?at=a2#a2`);
	const corrections = () =>
		world.owner.selectFrom('roadmap_corrections').select('what').where('import_id', '=', idIn(path)).execute();
	expect(await corrections()).toEqual([]);
});
