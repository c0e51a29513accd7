import { expect, test } from 'vitest';
import { candidatesOf, random, randomInput, withWholes } from './fixtures/small-schools';
import type { MatchingInput } from './input';
import { isConfirmed, match } from './match';
import { compile } from './problem';
import { solve } from './result';
import { whyUnmatched } from './why-unmatched';

/** `MATCHING_TESTS=50000` for the long form. */
const schools = Math.ceil(Number(process.env.MATCHING_TESTS ?? 3000) / 10);

function unmatchedOf(input: MatchingInput) {
	const answered = match(input);
	if (!answered.ok) throw new Error(answered.message);
	return answered.answer;
}

test('whoever lacks a mentor is listed, and every advice, followed and matched anew, gives them one', () => {
	let followed = 0;
	for (let seed = 1; seed <= schools; seed++) {
		const next = random(seed);
		const made = randomInput(next, { mentees: 9, mentors: 5, capacity: 2 });
		const input = next() < 0.3 ? withWholes(made, next) : made;
		const { pairs, unmatched } = unmatchedOf(input);
		const lacking = input.mentees
			.map(({ needs }, mentee) => ({ mentee, needs, got: pairs.filter((pair) => pair[0] === mentee).length }))
			.filter(({ needs, got }) => got < needs);
		expect({ seed, told: unmatched.map(({ mentee, needs, got }) => ({ mentee, needs, got })) }).toEqual({
			seed,
			told: lacking
		});
		for (const one of unmatched)
			for (const unlock of one.wouldUnlock) {
				followed += 1;
				expect({ seed, one, unlock, helps: isConfirmed(input, one, unlock) }).toEqual({
					seed,
					one,
					unlock,
					helps: true
				});
			}
	}
	expect(followed).toBeGreaterThan(schools);
});

test('where there is no time for trials, only what is true by itself is advised', () => {
	for (let seed = 1; seed <= schools; seed++) {
		const input = randomInput(random(seed), { mentees: 9, mentors: 5, capacity: 2 });
		const compiled = compile(input);
		if (!compiled.ok) throw new Error(compiled.message);
		for (const one of whyUnmatched(solve(compiled.problem), input, [], 0))
			for (const unlock of one.wouldUnlock)
				expect({ seed, unlock, helps: isConfirmed(input, one, unlock) }).toEqual({ seed, unlock, helps: true });
	}
});

test('the competing group is a shortage: all places of its mentors are taken by it', () => {
	for (let seed = 1; seed <= schools; seed++) {
		const { locked: _, ...input } = randomInput(random(seed), { mentees: 12, mentors: 5, capacity: 2 });
		const { pairs, unmatched } = unmatchedOf(input);
		for (const { shortage } of unmatched) {
			if (!shortage) continue;
			const { mentors, rivals, places } = shortage;
			expect(places).toBe(mentors.reduce((sum, at) => sum + input.mentors[at]!.capacity, 0));
			const holders = pairs.filter(([, mentor]) => mentors.includes(mentor)).map(([mentee]) => mentee);
			expect(holders).toHaveLength(places);
			expect(rivals).toEqual(expect.arrayContaining([...new Set(holders)].filter((at) => rivals.includes(at))));
		}
	}
});

test('three reasons in words: nobody fits, no places, too few places', () => {
	const { unmatched } = unmatchedOf({
		mentors: [
			{ id: 'Анна', capacity: 1 },
			{ id: 'Борис', capacity: 0 }
		],
		mentees: ['Иванов', 'Петров', 'Сидоров', 'Фомин'].map((id) => ({ id, priority: 1, needs: 1 as const })),
		candidates: candidatesOf([
			[0, 0, 500],
			[1, 0, 400],
			[2, 1, 900]
		]),
		missing: [
			{ mentee: 3, mentor: 0, filters: ['нет согласия'] },
			{ mentee: 3, mentor: 1, filters: ['нет согласия', 'другой предмет'] }
		]
	});
	expect(unmatched.map(({ mentee, reason, wouldUnlock }) => ({ mentee, reason, wouldUnlock }))).toEqual([
		{
			mentee: 1,
			reason: 'Места заняты: подходящих наставников – 1, мест у них – 1, а желающих – 2.',
			wouldUnlock: [{ kind: 'place', mentor: 0 }]
		},
		{
			mentee: 2,
			reason: 'У подходящих наставников (1) нет свободных мест: мест нет вовсе или они закреплены.',
			wouldUnlock: [{ kind: 'place', mentor: 1 }]
		},
		{
			mentee: 3,
			reason:
				'Подходящего наставника нет. Сколько наставников и по какой причине не подходят: нет согласия – 2, другой предмет – 1.',
			wouldUnlock: []
		}
	]);
});
