// How quick the pages of a plan are on a database the size of a school's, in one run beside the least a page can be:
//   node bench/plan.mjs [rounds]
// A plan of 500 activities over ten years (some 4,500 times, a third of them marked, with files and links). Beside each page stands a bare
// Hono page that sends the same rows with plain node-postgres, one query and a joined string: no walls, no roles, no forms, no
// counts of evidence or comments. Then every page must ask the database as often of this plan as of one of five rows.
import { cpus } from 'node:os';
import { Hono } from 'hono';
import { kilobytes, barePage as page, rightNode, safe, side, taken, withDatabase } from './pages/beside.mjs';

rightNode();
const rounds = Number(process.argv[2] ?? 15);
const today = '2029-03-12';
const at = () => new Date(`${today}T05:00:00Z`);

await withDatabase(`export { aPlan } from './test/plans';`, at, async ({ us, owner, pool, appOf, counted }) => {
	const [school, village] = [await us.aSchool({ owner }), await us.aSchool({ owner }, { name: 'Сельская школа' })];
	const big = await aPlanOf(500, school, us, { owner });
	const small = await aPlanOf(5, village, us, { owner });
	await pool.query('analyze');
	const { rows } = await pool.query(
		`select (select count(*) from occurrences where organisation_id = $1)::int as times,
			(select count(*) from completions where organisation_id = $1)::int as marks`,
		[school.organisationId]
	);

	const app = appOf(school.curator);
	const peer = bare(pool, school.organisationId);

	console.log(
		`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, PostgreSQL of the program; 500 activities, ${rows[0].times} times, ${rows[0].marks} marks\nmedians of ${rounds} rounds turn about, ms; size of the page before compression\n`
	);
	const words = encodeURIComponent('анкетирование педагогов');
	const pages = [
		['plan', (id) => `/roadmap/${id}`, '/plan', 6],
		['timeline', (id) => `/roadmap/${id}?view=timeline`, '/timeline', 6],
		['today', () => '/today', '/today', 6],
		['review', (id) => `/roadmap/${id}/review`, '/review', 6],
		['search', () => `/search?q=${words}`, '/search', 6]
	];
	for (const [name, path, other, most] of pages) {
		const [mine, theirs] = [path(big.id), `${other}?plan=${big.id}&q=${words}`];
		const [size, otherSize] = [await taken(app, mine), await taken(peer, theirs)];
		const { own, bareOne } = await side(
			rounds,
			() => taken(app, mine),
			() => taken(peer, theirs)
		);
		const ratio = own / bareOne;
		const [many, few] = [await counted(school.curator, mine), await counted(village.curator, path(small.id))];
		const right = ratio <= most && many === few;
		if (!right) process.exitCode = 1;
		console.log(
			`${name.padEnd(9)} Наставник ${own.toFixed(1)} (${kilobytes(size)}), bare page ${bareOne.toFixed(1)} (${kilobytes(otherSize)}): ${ratio.toFixed(2)} of it (at most ${most}); queries ${many}, of five rows ${few} ${right ? '✓' : '✗'}`
		);
	}
});

/** The same rows, as little around them as can be: what a page costs that only sends them. */
function bare(pool, organisation) {
	const all = `select a.id, a.number, a.title, a.deadline_text, s.title as stage, w.who, o.id as time, o.kind, lower(o.period) as "from",
			upper(o.period) as "to", o.due_on, c.outcome
		from activities a
		join roadmaps r on r.organisation_id = a.organisation_id and r.id = a.roadmap_id
		left join stages s on s.organisation_id = a.organisation_id and s.id = a.stage_id
		left join lateral (select string_agg(x.text, ', ' order by x.position) as who from activity_responsible x
			where x.organisation_id = a.organisation_id and x.activity_id = a.id) w on true
		left join occurrences o on o.organisation_id = a.organisation_id and o.activity_id = a.id
		left join completions c on c.organisation_id = o.organisation_id and c.occurrence_id = o.id and c.withdrawn_at is null
		where a.organisation_id = $1 and a.removed_at is null`;
	const day = (date) => (date ? new Date(date).toISOString().slice(0, 10) : '');
	const stateOf = ({ outcome, due_on }) =>
		outcome ? 'done' : !due_on ? 'later' : day(due_on) < today ? 'overdue' : 'later';
	const order = ['overdue', 'later', 'done'];
	const table = (lines) => page(`<table>${lines.join('')}</table>`);
	const activities = (rows) => [...Map.groupBy(rows, ({ id }) => id).values()];
	const ofPlan = async (c) =>
		(
			await pool.query(`${all} and a.roadmap_id = $2 order by a.position, o.due_on`, [
				organisation,
				c.req.query('plan')
			])
		).rows;
	return new Hono()
		.get('/plan', async (c) =>
			c.html(
				table(
					activities(await ofPlan(c)).map(([one, ...more]) => {
						const states = [one, ...more].map(stateOf).sort((a, b) => order.indexOf(a) - order.indexOf(b));
						return `<tr><td>${safe(one.number)}<td><a href="/activities/${one.id}">${safe(one.title)}</a><td>${safe(one.deadline_text)}<td>${safe(one.who)}<td>${states[0]}<td>${safe(one.stage)}`;
					})
				)
			)
		)
		.get('/timeline', async (c) =>
			c.html(
				table(
					activities(await ofPlan(c)).map(
						(times) =>
							`<tr><td>${safe(times[0].title)}<td>${times.map((one) => `<i class="${stateOf(one)}" title="${day(one.from)} ${day(one.to)}"></i>`).join('')}`
					)
				)
			)
		)
		.get('/today', async (c) => {
			const { rows } = await pool.query(`${all} and r.archived_at is null order by o.due_on, a.position`, [
				organisation
			]);
			const late = rows.filter((one) => stateOf(one) === 'overdue');
			return c.html(table(late.map((one) => `<tr><td>${safe(one.title)}<td>${day(one.due_on)}<td>${safe(one.who)}`)));
		})
		.get('/review', async (c) => {
			const { rows } = await pool.query(
				`${all} and a.roadmap_id = $2 and o.kind = 'review' and c.id is null and o.due_on <= $3 order by a.position, o.due_on`,
				[organisation, c.req.query('plan'), today]
			);
			return c.html(table(rows.map((one) => `<tr><td>${safe(one.title)}<td><input name="${one.time}">`)));
		})
		.get('/search', async (c) => {
			const { rows } = await pool.query(
				`with things as (
					select a.id, a.title, concat_ws(' ', a.title, a.deadline_text, w.words) as words from activities a
					left join lateral (select string_agg(x.text, ' ') as words from activity_responsible x
						where x.organisation_id = a.organisation_id and x.activity_id = a.id) w on true
					where a.organisation_id = $1 and a.removed_at is null
					union all select id, family_name, concat_ws(' ', family_name, given_name, patronymic) from people
					where organisation_id = $1)
				select id, title from things where to_tsvector('russian', translate(lower(words), 'ё', 'е')) @@ plainto_tsquery('russian', $2)
				order by title limit 20`,
				[organisation, c.req.query('q')]
			);
			return c.html(table(rows.map((one) => `<tr><td><a href="/activities/${one.id}">${safe(one.title)}</a>`)));
		});
}

/** Every sort of term in turn, two who answer and a result a row; what lies in the past is mostly marked, a part of it proved. */
async function aPlanOf(count, { curator, mentor }, { aPlan }, { owner }) {
	const years = Array.from({ length: 10 }, (_, at) => 2024 + at);
	const window = (from, to) => ({ from, to });
	const sorts = [
		() => years.map((year) => window(`${year}-09-01`, `${year}-09-30`)),
		() =>
			years.flatMap((year) => [
				window(`${year}-12-01`, `${year}-12-31`),
				window(`${year + 1}-04-01`, `${year + 1}-04-30`)
			]),
		() =>
			years.flatMap((year) => [
				{ kind: 'review', from: `${year}-09-01`, to: `${year}-12-31`, dueOn: `${year}-12-31` },
				{ kind: 'review', from: `${year + 1}-01-01`, to: `${year + 1}-05-31`, dueOn: `${year + 1}-05-31` }
			]),
		() => [{ kind: 'on-demand' }],
		(at) => [window(`${2024 + (at % 10)}-10-01`, `${2024 + (at % 10)}-10-25`)],
		() => years.map((year) => ({ kind: 'awaited', from: `${year}-10-01`, to: `${year}-10-31` }))
	];
	const titles = [
		'Провести анкетирование педагогов',
		'Подвести итоги работы пар',
		'Провести открытое занятие наставника'
	];
	const stages = Array.from({ length: Math.ceil(count / 25) }, (_, stage) => ({
		title: `Этап ${stage + 1}. Работа наставнических пар и групп`,
		activities: Array.from({ length: Math.min(25, count - stage * 25) }, (_, row) => {
			const number = stage * 25 + row + 1;
			return {
				title: `${titles[number % titles.length]} в группе ${number} и обсудить на методическом объединении`,
				number: String(number),
				deadline: 'ежегодно, декабрь, апрель',
				times: sorts[number % sorts.length](number),
				responsible: [
					{ text: 'Куратор наставничества', person: curator },
					{ text: 'Педагоги-наставники', kind: 'group', ...(number % 9 === 0 && { person: mentor }) }
				],
				results: ['Аналитическая справка по итогам']
			};
		})
	}));
	const plan = await aPlan({ owner }, curator, {
		period: { from: '2024-09-01', to: '2034-08-31' },
		acceptedOn: '2024-09-01',
		stages
	});
	const { sql } = await import('kysely');
	await sql`insert into completions (organisation_id, id, occurrence_id, outcome, done_on, note, recorded_at, recorded_by)
		select o.organisation_id, gen_random_uuid(), o.id, 'done', o.due_on, 'Протокол № 7', '2029-01-01', ${curator.personId}
		from occurrences o join activities a on a.organisation_id = o.organisation_id and a.id = o.activity_id
		where a.roadmap_id = ${plan.id} and o.due_on < ${today} and a.position % 7 <> 0`.execute(owner);
	await sql`insert into evidence (organisation_id, id, occurrence_id, title, url, attached_at, attached_by)
		select o.organisation_id, gen_random_uuid(), o.id, 'Справка', 'https://school.example/', '2029-01-01', ${curator.personId}
		from occurrences o join activities a on a.organisation_id = o.organisation_id and a.id = o.activity_id
		where a.roadmap_id = ${plan.id} and o.due_on < ${today} and a.position % 3 = 0`.execute(owner);
	return plan;
}
