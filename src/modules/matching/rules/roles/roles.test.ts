import { expect, test } from 'vitest';
import { answerOf, claimOf } from '../fixtures/answers';
import { best, worthOf } from '../fixtures/brute-force';
import { withRoles, withRolesAndWholes } from '../fixtures/role-schools';
import { random, randomInput, shuffled } from '../fixtures/small-schools';
import { bestByHighs } from '../fixtures/with-highs';
import type { MatchingInput } from '../input';
import type { RoleMatching } from './fold';
import { verifyRoles } from './verify-roles';

/** `MATCHING_TESTS=50000` for the long form. */
const schools = Math.ceil(Number(process.env.MATCHING_TESTS ?? 3000) / 3);

test('somebody in two roles: as good as the best of all possible matchings', () => {
	for (let seed = 1; seed <= schools; seed++) {
		const next = random(seed);
		const input = withRoles(randomInput(next), next);
		expect({ seed, worth: claimOf(input).worth }).toEqual({ seed, worth: best(input)!.slice(0, 3) });
	}
});

test('both roles or none, groups of enough people: likewise', () => {
	let kept = 0;
	for (let seed = 1; seed <= schools; seed++) {
		const next = random(seed + 5_000_000);
		const input = withRolesAndWholes(randomInput(next), next);
		const { whole, ...claim } = claimOf(input);
		expect({ seed, ...claim }).toEqual({ seed, worth: best(input, { whole: true })!.slice(0, 3), exact: true });
		if (whole) kept += 1;
	}
	expect(kept).toBeGreaterThan(schools / 20);
});

test('in schools of twenty an independent solver finds nothing better', { timeout: 3_600_000 }, async () => {
	for (let seed = 1; seed <= schools / 30; seed++) {
		const next = random(seed + 4_000_000);
		const whole = seed % 3 === 0;
		const size = { mentees: whole ? 14 : 20, mentors: whole ? 7 : 10, capacity: 4 };
		const input = (whole ? withRolesAndWholes : withRoles)(randomInput(next, size), next);
		const { worth, exact } = claimOf(input);
		expect({ seed, worth, exact }).toEqual({ seed, worth: await bestByHighs(input, { whole }), exact: true });
	}
});

test('told in another order, a school with roles has the same pairs in the same roles', () => {
	const named = (input: MatchingInput) =>
		answerOf(input)
			.pairs.map(
				([i, j, role = -1]) =>
					`${input.mentees[i]!.id} ${input.mentors[j]!.id} ${input.mentees[i]!.roles?.[role] ?? ''}`
			)
			.sort();
	for (let seed = 1; seed <= schools / 10; seed++) {
		const next = random(seed + 6_000_000);
		const input = withRoles(randomInput(next, { mentees: 12, mentors: 8, capacity: 3 }), next);
		expect({ seed, pairs: named(shuffled(input, next)) }).toEqual({ seed, pairs: named(input) });
	}
});

test('a matching that is not the best, or prices that are not its own, are found out', () => {
	const found = { worse: 0, price: 0, apart: 0, role: 0 };
	for (let seed = 1; seed <= schools / 2; seed++) {
		const next = random(seed);
		const input = withRoles(randomInput(next), next);
		const { pairs, score, certificate } = answerOf(input) as RoleMatching;
		const said = (matching: RoleMatching) => verifyRoles(input, matching).ok;
		expect(said({ pairs, score, certificate })).toBe(true);
		const isLocked = (i: number, j: number) => input.locked?.some((pair) => pair[0] === i && pair[1] === j);
		const one = pairs.find(([i, j]) => !isLocked(i, j));
		if (one) {
			const worth =
				worthOf(input, pairs)[1] -
				worthOf(
					input,
					pairs.filter((pair) => pair !== one)
				)[1];
			const fewer = { pairs: pairs.filter((pair) => pair !== one), score: score - worth, certificate };
			expect({ seed, ok: said(fewer) }).toEqual({ seed, ok: false });
			found.worse += 1;
		}
		const { utility, apart } = certificate.roles;
		const used = utility.findIndex(([i, r]) =>
			pairs.some(([mentee, j, role]) => mentee === i && role === r && !isLocked(i, j))
		);
		if (used >= 0) {
			const dearer = utility.with(used, [
				utility[used]![0],
				utility[used]![1],
				utility[used]![2] + 1,
				utility[used]![3]
			]);
			expect({
				seed,
				ok: said({ pairs, score, certificate: { ...certificate, roles: { utility: dearer, apart } } })
			}).toEqual({ seed, ok: false });
			found.price += 1;
		}
		if (apart.length > 0) {
			const without = { ...certificate, roles: { utility, apart: [] } };
			if (!said({ pairs, score, certificate: without })) found.apart += 1; // a price may be higher than it must be
		}
		const inRole = pairs.find(([, , role]) => role !== undefined);
		if (inRole) {
			const nowhere = pairs.map((pair) => (pair === inRole ? ([pair[0], pair[1], 7] as const) : pair));
			expect(said({ pairs: nowhere, score, certificate })).toBe(false);
			found.role += 1;
		}
	}
	for (const many of Object.values(found)) expect(many).toBeGreaterThan(schools / 100);
});
