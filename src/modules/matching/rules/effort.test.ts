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
	['realistic', 1000, 0.9, 14.6],
	['realistic', 1000, 1.2, 5.7],
	['realistic', 5000, 0.9, 14.8],
	['realistic', 5000, 1.2, 5.7],
	['uniform', 5000, 0.9, 15.1],
	['uniform', 5000, 1.2, 5.7],
	['exact', 1000, 1, 10.7],
	['distances', 1000, 0.9, 16.7],
	['oneRank', 1000, 0.9, 40],
	['scarce', 1000, 0.3, 9.7],
	['window', 1000, 0.9, 14],
	['groups', 1000, 0.9, 11.5],
	['queues', 1000, 0.9, 18],
	['ties', 1000, 0.9, 49],
	['ties', 1000, 1.2, 41]
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
