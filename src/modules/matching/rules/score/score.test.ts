import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aMentee, aMentor, someInputs, someWeights } from '../fixtures/invented-people';
import { match } from '../match';
import { changesSince } from './changes';
import { hoursIn } from './hours';
import { ageOf, queueOf } from './people';
import { pricesFor } from './prices';
import { problemOf, scoreIn } from './problem';
import { reckon, stillProved } from './reckon';
import { roleNamed, roles } from './roles';
import { scorer } from './score';
import { canonical, revived, stored } from './stored';
import { allParts, mostPoints, presets, sharesOf, startingTerms } from './terms';

const nobody = { topics: {}, current: [] };

test('whatever the weights, the most points of all parts add up to a thousand; all zero give nothing, never NaN', () => {
	fc.assert(
		fc.property(someWeights, (weights) => {
			const shares = allParts.map((part) => sharesOf(weights)[part]);
			expect(shares.every((one) => Number.isInteger(one) && one >= 0)).toBe(true);
			const all = allParts.every((part) => weights[part] === 0);
			expect(shares.reduce((sum, one) => sum + one, 0)).toBe(all ? 0 : mostPoints);
		}),
		{ numRuns: 1000 }
	);
	for (const weights of Object.values(presets))
		expect(allParts.reduce((sum, part) => sum + weights[part], 0)).toBe(100);
});

test('a score is the sum of its parts, whole, 0…1000, each with a reason in words, the same every time', () => {
	fc.assert(
		fc.property(
			aMentee('м'),
			aMentor('н'),
			someWeights,
			fc.constantFrom('one-to-one', 'reverse'),
			(m, n, weights, kind) => {
				const { score, parts } = scorer(nobody, kind, weights)(m, n);
				expect(parts.map(({ part }) => part)).toEqual(allParts);
				for (const { points, most, reason } of parts) {
					expect(Number.isInteger(points) && points >= 0 && points <= most).toBe(true);
					expect(reason).toMatch(/^[А-ЯЁ].*[^.]$/u);
					expect(reason).not.toMatch(/undefined|NaN|null/);
				}
				expect(score).toBe(parts.reduce((sum, { points }) => sum + points, 0));
				expect(score).toBeLessThanOrEqual(mostPoints);
				expect(scorer(nobody, kind, weights)(structuredClone(m), structuredClone(n))).toEqual({ score, parts });
			}
		),
		{ numRuns: 1000 }
	);
});

test('what fits better never costs: one more strong side that is needed, being named, a common hour, fewer mentees', () => {
	fc.assert(
		fc.property(aMentee('м'), aMentor('н'), someWeights, (mentee, mentor, weights) => {
			const score = scorer(nobody, 'one-to-one', weights);
			const offering = { ...mentor, offered: true };
			const base = score(mentee, offering).score;
			for (const { topic } of mentee.needs)
				expect(
					score(mentee, { ...offering, competences: [...new Set([...mentor.competences, topic])] }).score
				).toBeGreaterThanOrEqual(base);
			const named = mentee.named ? ['н', ...mentee.named.filter((one) => one !== 'н')] : ['н'];
			expect(score({ ...mentee, named }, offering).score).toBeGreaterThanOrEqual(base);
			expect(score({ ...mentee, interview: 'recommended' }, offering).score).toBeGreaterThanOrEqual(base);
			const busy = scorer({ topics: {}, current: [{ mentee: 'х', mentor: 'н' }] }, 'one-to-one', weights);
			expect(busy(mentee, offering).score).toBeLessThanOrEqual(base);
		}),
		{ numRuns: 500 }
	);
});

test('in any school: nobody with themselves, no pair that may not be, no condition paid for with points, and everybody left is told why', () => {
	fc.assert(
		fc.property(someInputs, (inputs) => {
			const problem = problemOf(inputs);
			const reckoned = reckon(inputs);
			if (!reckoned.ok) {
				expect(reckoned.message).toMatch(/закреплен/);
				return;
			}
			const { pairs, unmatched } = reckoned.result;
			const served = new Map<string, number>();
			for (const pair of pairs) {
				expect(pair.mentee).not.toBe(pair.mentor);
				served.set(pair.mentee, (served.get(pair.mentee) ?? 0) + 1);
				const failed = problem.missing?.some(
					({ mentee, mentor, role = -1 }) =>
						problem.mentees[mentee]?.id === pair.mentee &&
						problem.mentors[mentor]?.id === pair.mentor &&
						roleNamed(problem.mentees[mentee]?.roles?.[role]) === pair.role
				);
				expect(failed).toBe(false);
				expect(scoreIn(inputs, pair.mentee, pair.mentor, pair.role)?.score).toBe(pair.score);
			}
			const without = problem.mentees.filter(({ id, needs }) => (served.get(id) ?? 0) < needs).map(({ id }) => id);
			expect(unmatched.map(({ mentee }) => problem.mentees[mentee]?.id)).toEqual(without);
			for (const { reason } of unmatched) expect(reason).not.toBe('');
			const kept = JSON.parse(JSON.stringify({ problem: stored(problem), result: reckoned.result }));
			expect(stillProved(revived(kept.problem), kept.result)).toBe(true);
			expect(changesSince(inputs, JSON.parse(JSON.stringify(inputs)))).toEqual([]);
			expect(canonical(JSON.parse(JSON.stringify(inputs)))).toBe(canonical(inputs));
		}),
		{ numRuns: 300 }
	);
});

test('the price of a wish is what a reckoning with that pair kept would lose', () => {
	fc.assert(
		fc.property(someInputs, ({ facts, ...rest }) => {
			const plain = { ...rest, kind: 'one-to-one' as const, facts: { ...facts, ties: [] } };
			const alone = {
				...plain,
				facts: { ...plain.facts, mentees: facts.mentees.map((one) => ({ ...one, bothOrNone: false })) }
			};
			const first = reckon(alone);
			if (!first.ok) throw new Error(first.message);
			for (const { id } of first.problem.mentees)
				for (const { mentor, role, score, served } of pricesFor(first.problem, id)) {
					const i = first.problem.mentees.findIndex((one) => one.id === id);
					const j = first.problem.mentors.findIndex((one) => one.id === mentor);
					const pair = role
						? ([i, j, first.problem.mentees[i]!.roles!.indexOf(roles[role])] as const)
						: ([i, j] as const);
					const wished = match({ ...first.problem, locked: [pair] });
					if (!wished.ok) throw new Error(wished.message);
					if (served === 0) expect(first.result.score - wished.answer.score).toBe(score);
				}
		}),
		{ numRuns: 100 }
	);
});

test('a day and a post are understood as people write them', () => {
	expect(hoursIn('вторник и четверг после 14:00')).toEqual(['tue-second', 'thu-second']);
	expect(hoursIn('Пн, ср – до уроков')).toEqual(['mon-first', 'wed-first']);
	expect(hoursIn('в субботу')).toEqual(['sat-first', 'sat-second']);
	expect(hoursIn('договоримся, средства связи есть')).toEqual([]);
	expect(ageOf('учитель начальных классов')).toBe('primary');
	expect(ageOf('заместитель директора')).toBe(null);
	const needs = [{ topic: 'exam', level: 2, priority: 1 as const }];
	expect(queueOf({ wish: '', months: 5, needs: [] })).toBe(4);
	expect(queueOf({ wish: '', months: 300, needs })).toBe(2);
	expect(queueOf({ wish: 'last', months: 5, needs })).toBe(0);
});

test('what changed since is said by whom it concerns', () => {
	const of = fc.sample(someInputs, { numRuns: 1, seed: 1 })[0]!;
	const [mentee] = fc.sample(aMentee('новая'), { numRuns: 1, seed: 2 });
	const then = { ...of, terms: startingTerms, facts: { ...of.facts, mentees: [mentee!], ties: [] } };
	const now = {
		...then,
		facts: {
			...then.facts,
			mentees: [{ ...mentee!, named: ['н1'] }],
			ties: [{ mentee: 'новая', mentor: 'н1', kind: 'apart' as const }]
		}
	};
	expect(changesSince(then, now)).toEqual([
		{ what: 'изменились пожелания', people: ['новая'] },
		{ what: 'решено о парах: закреплены или не ставить вместе', people: ['новая', 'н1'] }
	]);
});
