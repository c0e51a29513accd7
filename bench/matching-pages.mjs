// How quick the pages of matching are in a school of hundreds, in one run beside the least a page can be:
//   node bench/matching-pages.mjs [rounds]
// 230 mentees and 215 mentors, so that all are matched at once: some 49,000 possible pairs. Beside each page stands a bare Hono page that
// sends the same pairs and names with plain node-postgres, one query and a joined string: nothing is solved, proved, explained or compared.
// Then every page must ask the database as often of this school as of one of five and four. Last, 24 wishes are priced exactly on the best
// matching of the same school: at most 10 ms of the processor in all.
import { cpus } from 'node:os';
import { Hono } from 'hono';
import { barePage, kilobytes, median, rightNode, safe, side, taken, withDatabase } from './pages/beside.mjs';

rightNode();
const rounds = Number(process.argv[2] ?? 15);
const at = () => new Date('2026-09-05T14:00:00Z');
const exports = `export { aLargeSchool } from './test/large-school';
export { compile } from './src/modules/matching/rules/problem';
export { solve } from './src/modules/matching/rules/result';
export { priceOfWish } from './src/modules/matching/rules/what-if';
export { revived } from './src/modules/matching/rules/score/stored';`;
const wishes = 24;
const most = 10;

await withDatabase(exports, at, async ({ us, owner, db, pool, appOf, counted }) => {
	const big = await matched('Большая школа', [230, 215]);
	const small = await matched('Сельская школа', [5, 4]);
	await pool.query('analyze');
	console.log(
		`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, PostgreSQL of the program; 230 mentees, 215 mentors\nmedians of ${rounds} rounds turn about, ms; size of the page before compression\n`
	);
	const [app, peer] = [appOf(big.school.curator), bare(pool, big.school.organisationId)];
	const pages = [
		['run', ({ run }) => `/matching/runs/${run}`, '/run', 60],
		['board', ({ proposal }) => `/matching/proposals/${proposal}/board`, '/proposal', 60],
		['comparison', ({ run, proposal }) => `/matching/comparison?first=${run}&second=${proposal}`, '/both', 60],
		['unmatched', () => '/mentorships/unmatched', '/unmatched', 60]
	];
	for (const [name, path, other, bound] of pages) {
		const [mine, theirs] = [path(big), `${other}?run=${big.run}&proposal=${big.proposal}`];
		const [size, otherSize] = [await taken(app, mine), await taken(peer, theirs)];
		const { own, bareOne } = await side(
			rounds,
			() => taken(app, mine),
			() => taken(peer, theirs)
		);
		const ratio = own / bareOne;
		const [many, few] = [await counted(big.school.curator, mine), await counted(small.school.curator, path(small))];
		const right = ratio <= bound && many === few;
		if (!right) process.exitCode = 1;
		console.log(
			`${name.padEnd(10)} Наставник ${own.toFixed(1)} (${kilobytes(size)}), bare page ${bareOne.toFixed(1)} (${kilobytes(otherSize)}): ${ratio.toFixed(1)} of it (at most ${bound}); queries ${many}, of five mentees ${few} ${right ? '✓' : '✗'}`
		);
	}
	await priced(big.run);

	/** A school matched, its pairs proposed, one of them moved away on the board. */
	async function matched(name, size) {
		const { school, vera } = await us.aLargeSchool({ db, owner }, name, size);
		const moved = async (path, body) => {
			const answer = await vera.post(path, body);
			if (answer.status !== 303) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
			return new URL(answer.headers.get('location'), 'http://x').pathname.split('/').at(-1);
		};
		const run = await moved('/matching/runs', { kind: 'one-to-one' });
		const { rows } = await pool.query(`select result->'pairs' as pairs from matching_runs where id = $1`, [run]);
		const pair = rows[0].pairs.map(({ mentee, mentor }) => `${mentee} ${mentor}`);
		const proposal = await moved(`/matching/runs/${run}/proposals`, { pair });
		await moved(`/matching/proposals/${proposal}/moves`, { version: '1', who: pair[0], to: 'none' });
		return { school, run, proposal };
	}

	/** What 24 wishes cost on the best matching, solved once: each tried and taken back. */
	async function priced(run) {
		const { rows } = await pool.query('select problem from matching_runs where id = $1', [run]);
		const compiled = us.compile(us.revived(rows[0].problem));
		const market = us.solve(compiled.problem);
		const { mentees, mentors } = rows[0].problem;
		const spent = Array.from({ length: rounds }, (_, round) => {
			const used = process.threadCpuUsage();
			for (let wish = 0; wish < wishes; wish++)
				us.priceOfWish(market, (wish * 9 + round) % mentees.length, (wish * 7 + round * 5) % mentors.length);
			const { user, system } = process.threadCpuUsage(used);
			return (user + system) / 1000;
		});
		const [usual, longest] = [median(spent), Math.max(...spent)];
		const right = usual <= most;
		if (!right) process.exitCode = 1;
		console.log(
			`${wishes} prices ${usual.toFixed(2)} ms of the processor, ${longest.toFixed(2)} at most (bound ${most}) ${right ? '✓' : '✗'}`
		);
	}
});

/** The same pairs and names, as little around them as can be. */
function bare(pool, organisation) {
	const named = (alias) => `concat_ws(' ', ${alias}.family_name, ${alias}.given_name, ${alias}.patronymic)`;
	const people = `join people e on e.organisation_id = $1 and e.id = x.mentee
		join people r on r.organisation_id = $1 and r.id = x.mentor`;
	const ofRun = `select ${named('e')} as mentee, ${named('r')} as mentor, x.score from matching_runs m
		cross join jsonb_to_recordset(m.result->'pairs') as x(mentee uuid, mentor uuid, score int) ${people}
		where m.organisation_id = $1 and m.id = $2 order by 1`;
	const ofProposal = `select ${named('e')} as mentee, ${named('r')} as mentor, null as score
		from (select mentee_id as mentee, mentor_id as mentor from matching_proposal_pairs
			where organisation_id = $1 and proposal_id = $2 and removed_at is null) x ${people} order by 1`;
	const lines = async (query, values) =>
		(await pool.query(query, values)).rows.map(
			({ mentee, mentor, score }) => `<tr><td>${safe(mentee)}<td>${safe(mentor)}<td>${safe(score)}`
		);
	const table = (rows) => barePage(`<table>${rows.join('')}</table>`);
	return new Hono()
		.get('/run', async (c) => c.html(table(await lines(ofRun, [organisation, c.req.query('run')]))))
		.get('/proposal', async (c) => c.html(table(await lines(ofProposal, [organisation, c.req.query('proposal')]))))
		.get('/both', async (c) => {
			const first = await lines(ofRun, [organisation, c.req.query('run')]);
			return c.html(table([...first, ...(await lines(ofProposal, [organisation, c.req.query('proposal')]))]));
		})
		.get('/unmatched', async (c) => {
			const waiting = `select ${named('e')} as mentee from register_entries g
				join people e on e.organisation_id = g.organisation_id and e.id = g.person_id
				where g.organisation_id = $1 and g.register = 'mentees' and not exists (select from mentorship_pairs p
					where p.organisation_id = $1 and p.mentee_id = g.person_id and p.removed_at is null and not p.void)
				order by 1`;
			return c.html(table(await lines(waiting, [organisation])));
		});
}
