// The peers from npm on the same instance, through their public interfaces: node npm-peer.mjs min-cost-flow|highs FILE REPEATS
// FILE as in lemon.cpp. Prints JSON: milliseconds of processor time (median), objective, pairs.
import { readFileSync } from 'node:fs';
import { processorTime } from './time.mjs';

const [name, file, repeats] = process.argv.slice(2);
const numbers = new BigInt64Array(new Uint8Array(readFileSync(file)).buffer);
let at = 0;
const next = () => Number(numbers[at++]);
const [mentees, mentors, candidates] = [next(), next(), next()];
const penalty = Array.from({ length: mentees }, next);
const places = Array.from({ length: mentors }, next);
const rows = Array.from({ length: candidates }, () => [next(), next(), next()]);

const solve = name === 'highs' ? await byHighs() : await byMinCostFlow();
const times = [];
let pairs;
for (let time = 0; time < Number(repeats) && !(times[0] > 500); time++) {
	const began = processorTime();
	pairs = solve();
	times.push(processorTime() - began);
}
const got = new Set(pairs.map(([i]) => i));
const objective =
	pairs.reduce((sum, [, , score]) => sum + score, 0) - penalty.reduce((sum, one, i) => sum + (got.has(i) ? 0 : one), 0);
const middle = times.toSorted((a, b) => a - b)[times.length >> 1];
console.log(JSON.stringify({ time: middle, objective, pairs: pairs.map(([i, j]) => [i, j]) }));

/** Successive shortest paths: 0 is the source, then mentees, mentors, the sink. */
async function byMinCostFlow() {
	const { minCostFlowForNumberNodes } = await import('min-cost-flow');
	const sink = 1 + mentees + mentors;
	const graph = [];
	for (let i = 0; i < mentees; i++) graph.push({ from: 0, to: 1 + i, capacity: 1, cost: 0 });
	for (let i = 0; i < mentees; i++) graph.push({ from: 1 + i, to: sink, capacity: 1, cost: penalty[i] });
	for (let j = 0; j < mentors; j++) graph.push({ from: 1 + mentees + j, to: sink, capacity: places[j], cost: 0 });
	for (const [i, j, score] of rows) graph.push({ from: 1 + i, to: 1 + mentees + j, capacity: 1, cost: -score });
	return () =>
		minCostFlowForNumberNodes(graph, mentees)
			.slice(2 * mentees + mentors)
			.map(({ flow }, e) => (flow > 0 ? rows[e] : undefined))
			.filter(Boolean);
}

/** A linear programme: its corners are whole. */
async function byHighs() {
	const { default: load } = await import('highs');
	const highs = await load();
	const [ofMentee, ofMentor] = [mentees, mentors].map((count) => Array.from({ length: count }, () => []));
	for (const [e, [i, j]] of rows.entries()) {
		ofMentee[i].push(`x${e}`);
		ofMentor[j].push(`x${e}`);
	}
	const limits = [
		...ofMentee.map((list, i) => ` ${[...list, `a${i}`].join(' + ')} = 1`),
		...ofMentor.map((list, j) => (list.length > 0 ? ` ${list.join(' + ')} <= ${places[j]}` : '')).filter(Boolean)
	];
	const goal = [...rows.map(([, , score], e) => `+ ${score} x${e}`), ...penalty.map((one, i) => `- ${one} a${i}`)];
	const text = `Maximize\n obj: ${goal.join('\n ')}\nSubject To\n${limits.join('\n')}\nEnd`;
	return () => {
		const { Columns } = highs.solve(text, { output_flag: false });
		return rows.filter((_, e) => Columns[`x${e}`]?.Primal > 0.5);
	};
}
