// One instance of ours, in a process of its own: node ours.mjs BUNDLE FAMILY PEOPLE PLACES SEED. Prints JSON.
import { pathToFileURL } from 'node:url';
import { generators, random } from './generators.mjs';
import { middleOf, processorTime, timeOf } from './time.mjs';

const [bundle, family, people, places, seed] = process.argv.slice(2);
const us = await import(pathToFileURL(bundle));
const input = generators[family](Number(people), Number(places), Number(seed));
const edges = input.candidates.score.length;
const huge = edges > 5_000_000;

const began = [performance.now(), processorTime()];
const compiled = us.compile(input);
if (!compiled.ok) throw new Error(compiled.message);
const market = us.solve(compiled.problem);
const first = performance.now() - began[0];
const firstTime = processorTime() - began[1];
const visits = market.search.visits;
const memory = process.resourceUsage().maxRSS / 1024;
const solve = huge ? firstTime : timeOf(() => us.solve(compiled.problem), edges > 1_000_000 ? 3 : 5);
const matching = us.matchingOf(market);
const checked = us.verify(input, matching);
const verify = timeOf(() => us.verify(input, matching), huge ? 1 : 5);
const compile = huge ? 0 : timeOf(() => us.compile(input), 3);
console.log(
	JSON.stringify({
		ok: checked.ok,
		where: checked.where,
		edges,
		first,
		solve,
		verify,
		compile,
		visits: visits / Math.max(1, edges),
		objective: market.totals[0] - market.totals[1],
		memory,
		whatIf: edges > 5_000_000 ? undefined : whatIfs(),
		...(people <= 5000 && { pairs: matching.pairs })
	})
);

/** Microseconds of «what if» on the matching as it is: a pair locked or forbidden, a place more or fewer, somebody leaves. */
function whatIfs() {
	const next = random(7);
	const pick = (count) => Math.floor(next() * count);
	const times = [];
	for (let time = 0; time < 4000; time++) {
		const mentee = pick(market.mentees);
		const row = market.rowEnd[mentee] - market.rowStart[mentee];
		if (row === 0) continue;
		const mentor = market.mentor[market.rowStart[mentee] + pick(row)];
		const edit = [
			{ kind: 'lock', mentee, mentor },
			{ kind: 'forbid', mentee, mentor },
			{ kind: 'capacity', mentor, by: 1 },
			{ kind: 'capacity', mentor, by: -1 },
			{ kind: 'mentee leaves', mentee },
			{ kind: 'mentor leaves', mentor }
		][time % 6];
		const from = performance.now();
		try {
			us.whatIf(market, [edit]);
		} catch (error) {
			if (!(error instanceof us.EditRefused)) throw error;
			continue;
		}
		if (time > 1000) times.push((performance.now() - from) * 1000);
	}
	const inOrder = times.toSorted((a, b) => a - b);
	return { median: middleOf(times), p99: inOrder[Math.floor(inOrder.length * 0.99)] };
}
