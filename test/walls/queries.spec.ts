import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { routeTable } from '../../src/route-table';
import {
	acceptAsItStands,
	aReadingWorld,
	idIn,
	plain,
	type ReadingWorld,
	sendAndRead,
	takeToWork
} from '../import-story';
import { location } from '../plan-story';
import { countingQueries } from '../queries';
import { aSchool, as, now } from '../stories';

let world: ReadingWorld;
beforeAll(async () => {
	world = await aReadingWorld();
});

const text = async (answer: Response | Promise<Response>) => plain(await (await answer).text());

/** A plan of so many rows, four to a stage, over so many years; the first is about each of the teachers, the second comes twice a year. */
function planOf(rows: number, title: string) {
	const terms = [
		'до 25 октября',
		'ежегодно, декабрь, апрель',
		'в течение года',
		'1 раз в месяц',
		'по мере необходимости'
	];
	const lines = Array.from({ length: rows }, (_, at) => {
		const name = at === 0 ? `Собеседование с каждым педагогом: ${title}` : `${title}: дело ${at + 1}`;
		const who = at % 5 === 3 ? 'РЦ' : `куратор, Ответственный ${at + 1}`;
		return [at + 1, `Этап ${Math.floor(at / 4) + 1}`, name, terms[at % terms.length], who, `Справка ${at + 1}`].join(
			'\t'
		);
	});
	const years = `2026-${rows > 20 ? 2036 : 2027}`;
	const head = '№\tЭтап\tМероприятие\tСроки\tОтветственные\tРезультат';
	return `${title} на ${years} годы\n\n${[head, ...lines].join('\n')}\n`;
}

const tablesOf = async (organisation: string, rows: number, by: string) => {
	const each = sql`generate_series(1, ${rows}) as n`;
	const since = sql`daterange('2020-09-01', null)`;
	const at = now.at;
	for (const statement of [
		sql`with made as (insert into people (organisation_id, id, family_name, given_name, patronymic, sex, created_at)
			select ${organisation}, gen_random_uuid(), 'Учителева', 'Анна', n::text, 'female', ${at} from ${each} returning id),
			employed as (insert into employments (organisation_id, id, person_id, period)
				select ${organisation}, gen_random_uuid(), id, ${since} from made)
			insert into role_periods (organisation_id, id, person_id, role, period)
				select ${organisation}, gen_random_uuid(), id, 'teacher', ${since} from made`,
		sql`insert into activity_comments (organisation_id, id, activity_id, text, written_at, written_by)
			select organisation_id, gen_random_uuid(), id, 'Слово ' || n, ${at}, ${by} from activities, ${each}
			where organisation_id = ${organisation} and position < 2`,
		sql`insert into evidence (organisation_id, id, occurrence_id, title, url, attached_at, attached_by)
			select o.organisation_id, gen_random_uuid(), o.id, 'Страница ' || n, 'https://school.example/', ${at}, ${by}
			from occurrences o join activities a on a.organisation_id = o.organisation_id and a.id = o.activity_id, ${each}
			where a.organisation_id = ${organisation} and a.position = 1`,
		sql`insert into plan_units (organisation_id, id, roadmap_id, kind, name, added_on, added_at, added_by)
			select organisation_id, gen_random_uuid(), id, 'pair', 'Пара ' || n, '2026-09-01', ${at}, ${by} from roadmaps, ${each}
			where organisation_id = ${organisation}`,
		sql`insert into days_off (organisation_id, id, kind, name, period)
			select ${organisation}, gen_random_uuid(), 'day-off', 'День ' || n, daterange('2026-09-07'::date + n, '2026-09-08'::date + n)
			from ${each}`,
		sql`insert into letters (organisation_id, id, person_id, kind, key, contents, made_at)
			select ${organisation}, gen_random_uuid(), ${by}, 'deadlines', 'day ' || n,
				'{"due": {"lines": [{"title": "Дело", "href": "/today", "day": "2026-09-04"}], "more": 0}}', ${at} from ${each}`
	])
		await statement.execute(world.owner);
};

/** A centre with a plan of so many rows given to its school; the school works by it, has approved it and gone on, and has two files on their way in. */
async function aDistrict(rows: number) {
	const centre = await aSchool(world, { name: `РЦ ${rows}`, kind: 'resource-centre', roles: ['methodologist'] });
	const school = await aSchool(world, { name: `Школа ${rows}`, parent: centre.organisationId });
	const [tamara, vera] = [as(world, centre.methodologist), as(world, school.curator)];
	const given = await takeToWork(world, centre.methodologist, { content: planOf(rows, 'Карта округа') });
	await tamara.post(`${given}/template`, { note: '' });
	const template = /href="(\/roadmap\/templates\/[^"]+)"/.exec(await text(vera.get('/roadmap/starters')))?.[1] ?? '';
	const plan = await acceptAsItStands(vera, location(await vera.post(template)));
	const seen = /name="seen" value="([^"]*)"/.exec(await text(vera.get(`${plan}/editions/new`)))?.[1] ?? '';
	const approval = { seen, orderNumber: '7', orderDay: '01.09.2026' };
	expect((await vera.post(`${plan}/editions`, approval)).status).toBe(303);
	const edition = /href="(\/editions\/[^"]+)">№/.exec(await text(vera.get(`${plan}/editions`)))?.[1] ?? '';
	await tablesOf(school.organisationId, rows, school.curator.personId);
	// the school has said half of it anew, the centre the other half, and published again
	const anew = (roadmap: string, half: number) =>
		sql`update activities set title = title || ', уточнено' where roadmap_id = ${idIn(roadmap)} and position % 2 = ${half}`;
	await anew(plan, 0).execute(world.owner);
	await anew(given, 1).execute(world.owner);
	expect((await tamara.post(`${given}/template`, { note: 'Уточнено' })).status).toBe(303);

	const draft = await sendAndRead(world, school.curator, { content: planOf(rows, 'Другой план') });
	const renewing = await sendAndRead(world, school.curator, {
		content: planOf(rows, 'Карта округа'),
		renews: idIn(plan)
	});
	const page = await text(vera.get(draft));
	const keyOf = (noun: string) => new RegExp(`/${noun}/([as]\\d+)`).exec(page)?.[1] ?? '';
	const of = await world.owner
		.selectFrom('activities as a')
		.innerJoin('occurrences as o', (on) =>
			on.onRef('o.organisation_id', '=', 'a.organisation_id').onRef('o.activity_id', '=', 'a.id')
		)
		.where('a.roadmap_id', '=', idIn(plan))
		.where('a.position', '<', 2)
		.orderBy('o.due_on')
		.select(['a.id', 'a.position', 'o.id as time'])
		.execute();
	const [each, twice] = [of.find(({ position }) => position === 0), of.find(({ position }) => position === 1)];
	return {
		curator: countingQueries(world, school.curator),
		methodologist: countingQueries(world, centre.methodologist),
		...{ given, template, plan, edition, draft, renewing },
		row: keyOf('activities'),
		stage: keyOf('stages'),
		each: `/occurrences/${each?.time}`,
		twice: `/occurrences/${twice?.time}`,
		activity: `/activities/${twice?.id}`
	};
}

type District = Awaited<ReturnType<typeof aDistrict>>;
type Where = (district: District) => string;

/** Every page of plans, of the day, of the search, of letters and of the calendar, and where it stands in the story. */
const pages: Record<string, Where | readonly Where[]> = {
	'/today': () => '/today',
	'/search': () => `/search?q=${encodeURIComponent('дело')}`,
	'/notices': () => '/notices',
	'/letters': () => '/letters',
	'/my-letters': () => '/my-letters',
	'/my-calendar': () => '/my-calendar',
	'/calendar': () => '/calendar',
	'/calendar/:year': () => '/calendar/2026',
	'/calendar/:year/terms': () => '/calendar/2026/terms',
	'/plan-month': ({ plan }) => `/plan-month?plan=${idIn(plan)}&month=2026-10`,
	'/plan-month.docx': ({ plan }) => `/plan-month.docx?plan=${idIn(plan)}&month=2026-10`,
	'/roadmap': () => '/roadmap',
	'/roadmap/comparison': ({ plan }) => `/roadmap/comparison?own=${idIn(plan)}&with=small`,
	'/roadmap/hints': () => '/roadmap/hints',
	'/roadmap/starters': () => '/roadmap/starters',
	'/roadmap/starters/:code': () => '/roadmap/starters/small',
	'/roadmap/templates/:id': ({ template }) => template,
	'/roadmap/imports': () => '/roadmap/imports',
	'/roadmap/imports/new': () => '/roadmap/imports/new',
	'/roadmap/imports/:id': ({ draft }) => draft,
	'/roadmap/imports/:id/source': ({ draft }) => `${draft}/source`,
	'/roadmap/imports/:id/heading': ({ draft }) => `${draft}/heading`,
	'/roadmap/imports/:id/people': ({ draft }) => `${draft}/people`,
	'/roadmap/imports/:id/acceptance': ({ draft }) => `${draft}/acceptance`,
	'/roadmap/imports/:id/renewal': ({ renewing }) => `${renewing}/renewal`,
	'/roadmap/imports/:id/activities/new': ({ draft }) => `${draft}/activities/new`,
	'/roadmap/imports/:id/activities/:key': ({ draft, row }) => `${draft}/activities/${row}`,
	'/roadmap/imports/:id/stages/:key': ({ draft, stage }) => `${draft}/stages/${stage}`,
	'/roadmap/:id': [
		({ plan }) => plan,
		({ plan }) => `${plan}?sort=deadline&q=дело`,
		({ plan }) => `${plan}?view=timeline`,
		({ plan }) => `${plan}?view=table`
	],
	'/roadmap/:id/print': ({ plan }) => `${plan}/print`,
	'/roadmap/:id/order': ({ plan }) => `${plan}/order`,
	'/roadmap/:id/review': [({ plan }) => `${plan}/review`, ({ plan }) => `${plan}/review?about=past`],
	'/roadmap/:id/units': ({ plan }) => `${plan}/units`,
	'/roadmap/:id/next-year': ({ plan }) => `${plan}/next-year`,
	'/roadmap/:id/activities/new': ({ plan }) => `${plan}/activities/new`,
	'/roadmap/:id/document': ({ plan }) => `${plan}/document`,
	'/roadmap/:id/document.docx': ({ plan }) => `${plan}/document.docx`,
	'/roadmap/:id/document.xlsx': ({ plan }) => `${plan}/document.xlsx`,
	'/roadmap/:id/progress.docx': ({ plan }) => `${plan}/progress.docx`,
	'/roadmap/:id/progress.xlsx': ({ plan }) => `${plan}/progress.xlsx`,
	'/roadmap/:id/proof.zip': ({ plan }) => `${plan}/proof.zip`,
	'/roadmap/:id/editions': ({ plan }) => `${plan}/editions`,
	'/roadmap/:id/editions/new': ({ plan }) => `${plan}/editions/new`,
	'/roadmap/:id/changes': ({ plan }) => `${plan}/changes`,
	'/roadmap/:id/changes.docx': ({ plan }) => `${plan}/changes.docx`,
	'/roadmap/:id/difference': ({ plan }) => `${plan}/difference`,
	'/roadmap/:id/template': ({ given }) => `${given}/template`,
	'/roadmap/:id/template-update': ({ plan }) => `${plan}/template-update`,
	'/editions/:id': ({ edition }) => edition,
	'/editions/:id/print': ({ edition }) => `${edition}/print`,
	'/editions/:id/document.docx': ({ edition }) => `${edition}/document.docx`,
	'/editions/:id/document.xlsx': ({ edition }) => `${edition}/document.xlsx`,
	'/activities/:id': ({ activity }) => activity,
	'/activities/:id/calendar': ({ activity }) => `${activity}/calendar`,
	'/activities/:id/words': ({ activity }) => `${activity}/words`,
	'/occurrences/:id/completion': ({ twice }) => `${twice}/completion`,
	'/occurrences/:id/coverings': ({ each }) => `${each}/coverings`,
	'/occurrences/:id/deadline': ({ twice }) => `${twice}/deadline`
};

const rooms =
	/^\/(roadmap|activities|occurrences|editions|plan-month(\.docx)?|today|search|notices|letters|my-letters|my-calendar|calendar)(\/|$)/;

test('no page is forgotten here', () => {
	const served = routeTable.filter(({ method, who, path }) => method === 'GET' && who !== 'anyone' && rooms.test(path));
	expect(Object.keys(pages).sort()).toEqual(served.map(({ path }) => path).sort());
});

test('every page of a school with a plan of eighty rows over ten years costs as many queries as with one of eight', async () => {
	const [small, big] = [await aDistrict(8), await aDistrict(80)];
	const dear: string[] = [];
	for (const [route, where] of Object.entries(pages)) {
		for (const of of Array.isArray(where) ? where : [where]) {
			const who = route === '/roadmap/:id/template' ? 'methodologist' : 'curator';
			const [few, many] = [await small[who].cost(of(small)), await big[who].cost(of(big))];
			if (few !== many) dear.push(`${of(big)}: ${many} queries, ${few} with the small one`);
		}
	}
	expect(dear).toEqual([]);
}, 240_000);
