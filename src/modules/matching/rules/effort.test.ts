import { expect, test } from 'vitest';
import { generators } from '../../../../bench/matching/generators.mjs';
import { compile } from './problem';
import { matchingOf, solve } from './result';
import { verify } from './verify';

/**
 * How often the solver looks at each candidate, by the same count on every machine however busy it is: what grows here
 * grows in time. Instances of bench/matching.mjs. Bounds are a tenth above what is reached today.
 */
const seed = 20261127;
const bounds: [family: string, people: number, places: number, visits: number][] = [
	['realistic', 1000, 0.9, 15.9],
	['realistic', 1000, 1.2, 7.7],
	['realistic', 5000, 0.9, 17],
	['realistic', 5000, 1.2, 7.5],
	['uniform', 5000, 0.9, 16.2],
	['uniform', 5000, 1.2, 7.5],
	['exact', 5000, 1, 14.6],
	['distances', 1000, 0.9, 17.8],
	['oneRank', 5000, 0.9, 43],
	['oneRank', 5000, 1.2, 38.6],
	['scarce', 1000, 0.3, 10],
	['window', 5000, 0.9, 15.4],
	['groups', 1000, 0.9, 14.1],
	['queues', 5000, 0.9, 26.6],
	['ties', 5000, 0.9, 15.5],
	['ties', 5000, 1.2, 28.3]
];

test.each(bounds)(
	'%s, %i mentees, %d places each: a candidate is looked at no more than %d times',
	(family, people, places, most) => {
		const input = generators[family]!(people, places, seed);
		const compiled = compile(input);
		if (!compiled.ok) throw new Error(compiled.message);
		const market = solve(compiled.problem);
		expect(verify(input, matchingOf(market))).toEqual({ ok: true });
		expect(market.search.visits / market.edges).toBeLessThan(most);
	}
);
