import { expect, test } from 'vitest';
import { worthOf } from './fixtures/brute-force';
import { random, randomInput } from './fixtures/small-schools';
import { bestByHighs } from './fixtures/with-highs';
import { compile } from './problem';
import { matchingOf, solve } from './result';
import { verify } from './verify';

/** `MATCHING_TESTS=50000` for the long form. */
const schools = Math.ceil(Number(process.env.MATCHING_TESTS ?? 3000) / 20);

test('schools of twenty: an independent solver finds nothing better in any of the levels', {
	timeout: 3_600_000
}, async () => {
	for (let seed = 1; seed <= schools; seed++) {
		const input = randomInput(random(seed + 1_000_000), { mentees: 20, mentors: 10, capacity: 4 });
		const compiled = compile(input);
		if (!compiled.ok) throw new Error(compiled.message);
		const matching = matchingOf(solve(compiled.problem));
		expect({ seed, ...verify(input, matching) }).toEqual({ seed, ok: true });
		const worth = worthOf(input, matching.pairs).slice(0, 3);
		expect({ seed, worth }).toEqual({ seed, worth: await bestByHighs(input) });
	}
});
