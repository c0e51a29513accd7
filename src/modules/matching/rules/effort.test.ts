import { expect, test } from 'vitest';
import { generators } from '../../../../bench/matching/generators.mjs';
import { compile } from './problem';
import { matchingOf, solve } from './result';
import { verify } from './verify';

/**
 * How often the solver looks at each candidate, by the same count on every machine however busy it is: what grows here
 * grows in time, in one and the same solver (0085 tells why more looks may take less time). Instances of bench/matching.mjs. Bounds are a tenth above what is reached today.
 */
const seed = 20261127;
const bounds: [family: string, people: number, places: number, visits: number][] = [
	['realistic', 1000, 0.9, 23],
	['realistic', 1000, 1.2, 8],
	['realistic', 5000, 0.9, 24.3],
	['realistic', 5000, 1.2, 7.8],
	['uniform', 5000, 0.9, 26.3],
	['uniform', 5000, 1.2, 8],
	['exact', 5000, 1, 26.5],
	['distances', 1000, 0.9, 27],
	['oneRank', 5000, 0.9, 63.4],
	['oneRank', 5000, 1.2, 59],
	['scarce', 1000, 0.3, 14],
	['window', 5000, 0.9, 16.1],
	['groups', 1000, 0.9, 14.3],
	['queues', 5000, 0.9, 35.5],
	['ties', 5000, 0.9, 15.8],
	['ties', 5000, 1.2, 28.4]
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
