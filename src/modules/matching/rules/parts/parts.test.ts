import { expect, test } from 'vitest';
import { candidatesOf, random, randomInput, shuffled, withWholes } from '../fixtures/small-schools';
import type { MatchingInput } from '../input';
import { match } from '../match';
import { verify } from '../verify';
import { frameOf } from './frame';
import { solveInParts } from './solve-in-parts';

/** `MATCHING_TESTS=50000` for the long form. */
const schools = Number(process.env.MATCHING_TESTS ?? 3000) / 3;

/** Schools side by side that know nothing of one another: every school is a part, or several. */
function sideBySide(inputs: readonly MatchingInput[]): MatchingInput {
	const whole = { mentors: [], mentees: [], locked: [], forbidden: [], current: [], missing: [] } as {
		-readonly [Key in keyof Required<MatchingInput>]?: unknown[];
	};
	const rows: [number, number, number][] = [];
	for (const [at, input] of inputs.entries()) {
		const [mentees, mentors] = [whole.mentees!.length, whole.mentors!.length];
		const named = <T extends { id: string }>(one: T) => ({ ...one, id: `${one.id} ${at}` });
		whole.mentees!.push(...input.mentees.map(named));
		whole.mentors!.push(...input.mentors.map(named));
		for (const key of ['locked', 'forbidden', 'current'] as const)
			whole[key]!.push(...(input[key] ?? []).map(([mentee, mentor]) => [mentees + mentee, mentors + mentor]));
		whole.missing!.push(
			...(input.missing ?? []).map((one) => ({ ...one, mentee: mentees + one.mentee, mentor: mentors + one.mentor }))
		);
		for (const [e, score] of input.candidates.score.entries())
			rows.push([mentees + input.candidates.mentee[e]!, mentors + input.candidates.mentor[e]!, score]);
	}
	return { ...whole, candidates: candidatesOf(rows) } as unknown as MatchingInput;
}

const district = (seed: number, size?: { mentees: number; mentors: number; capacity: number }) => {
	const next = random(seed);
	const many = 1 + Math.floor(next() * 5);
	return { next, input: sideBySide(Array.from({ length: many }, () => randomInput(next, size))) };
};

function both(input: MatchingInput) {
	const whole = match(input);
	const inParts = solveInParts(input, { parcelSize: 1 });
	if (!whole.ok || !inParts.ok) throw new Error('A valid input was refused');
	return { whole: whole.answer, inParts };
}

test('part by part: the pairs, the proof and the reasons of the whole', () => {
	let divided = 0;
	for (let seed = 1; seed <= schools; seed++) {
		const { input, next } = district(seed);
		const { whole, inParts } = both(shuffled(input, next));
		if (inParts.parts > 1) divided += 1;
		expect({ seed, pairs: inParts.solved.pairs }).toEqual({ seed, pairs: whole.pairs });
		expect(inParts.solved.score).toBe(whole.score);
		expect({ seed, unmatched: inParts.unmatched }).toEqual({ seed, unmatched: whole.unmatched });
	}
	expect(divided).toBeGreaterThan(schools / 2);
});

test('large parts, begun by auction: the same', () => {
	for (let seed = 1; seed <= schools / 30; seed++) {
		const { input } = district(seed, { mentees: 60, mentors: 20, capacity: 4 });
		const { whole, inParts } = both(input);
		expect({ seed, pairs: inParts.solved.pairs }).toEqual({ seed, pairs: whole.pairs });
		expect({ seed, unmatched: inParts.unmatched }).toEqual({ seed, unmatched: whole.unmatched });
	}
});

test('somebody who could be with everybody: long lists in any order', () => {
	const next = random(9);
	const mentors = Array.from({ length: 250 }, (_, j) => ({ id: `н${(j * 97) % 250}`, capacity: j % 2 }));
	const rows = Array.from({ length: 3 * 250 }, (_, at): [number, number, number] => [
		at % 3,
		(at * 7) % 250,
		Math.floor(next() * 4)
	]);
	const mentees = Array.from({ length: 3 }, (_, i) => ({ id: `м${i}`, priority: 1, needs: 1 as const }));
	const { whole, inParts } = both({ mentees, mentors, candidates: candidatesOf(rows) });
	expect(inParts.solved.pairs).toEqual(whole.pairs);
	expect(inParts.solved.score).toBe(9);
});

test('both or none, groups: decided part by part as in the whole', () => {
	for (let seed = 1; seed <= schools / 10; seed++) {
		const { input, next } = district(seed);
		const { whole, inParts } = both(withWholes(input, next));
		expect({ seed, pairs: inParts.solved.pairs }).toEqual({ seed, pairs: whole.pairs });
		expect(inParts.solved.whole?.exact).toBe(whole.whole?.exact);
		const kinds = (list: typeof whole.unmatched) => list.map(({ mentee, kind, reason }) => ({ mentee, kind, reason }));
		expect({ seed, unmatched: kinds(inParts.unmatched) }).toEqual({ seed, unmatched: kinds(whole.unmatched) });
	}
});

test('told briefly, everybody has the same kind of reason', () => {
	for (let seed = 1; seed <= schools / 3; seed++) {
		const { input, next } = district(seed);
		const school = seed % 3 === 0 ? withWholes(input, next) : input;
		const [fully, briefly] = [solveInParts(school, { fully: true }), solveInParts(school, { fully: false })];
		if (!fully.ok || !briefly.ok) throw new Error('A valid input was refused');
		const kinds = ({ unmatched }: typeof fully) =>
			unmatched.map(({ mentee, got, needs, kind }) => ({ mentee, got, needs, kind }));
		expect({ seed, kinds: kinds(briefly) }).toEqual({ seed, kinds: kinds(fully) });
	}
});

test('many schools go into few parcels; what the last of them claims is checked over the whole', () => {
	const input = sideBySide(Array.from({ length: 500 }, (_, at) => randomInput(random(at + 1))));
	const framed = frameOf(input, 400);
	if (!framed.ok) throw new Error(framed.message);
	const parcels = framed.frame.order.length;
	expect(parcels).toBeGreaterThan(5);
	expect(parcels).toBeLessThan(50);
	expect(framed.frame.parts).toBeGreaterThan(500);
	const inParts = solveInParts(input, { parcelSize: 400, fully: false });
	const whole = match(input);
	if (!inParts.ok || !whole.ok) throw new Error('A valid input was refused');
	expect(inParts.solved.pairs).toEqual(whole.answer.pairs);
	expect(verify(input, inParts.solved)).toEqual({ ok: true });
	const price = inParts.solved.certificate.mentorPrice;
	price[price.length - 1]! += 1;
	expect(verify(input, inParts.solved).ok).toBe(false);
});

test('what is wrong is told in the same sentence as by the whole', () => {
	const school = {
		mentors: [{ id: 'Анна', capacity: 1 }],
		mentees: [{ id: 'Иванов', priority: 1, needs: 1 as const }]
	};
	const wrong: MatchingInput[] = [
		{
			...school,
			candidates: candidatesOf([
				[0, 0, 5],
				[0, 0, 6]
			])
		},
		{ ...school, candidates: candidatesOf([[0, 1, 5]]) },
		{ ...school, mentors: [{ id: 'Анна', capacity: -1 }], candidates: candidatesOf([]) }
	];
	for (const input of wrong) expect(solveInParts(input)).toEqual(match(input));
	expect(solveInParts({ mentors: [], mentees: [], candidates: candidatesOf([]) })).toMatchObject({
		ok: true,
		solved: { pairs: [], verified: true },
		unmatched: []
	});
});
