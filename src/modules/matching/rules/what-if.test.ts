import { expect, test } from 'vitest';
import { type Edit, EditRefused } from './edits';
import { candidatesOf, random, randomInput } from './fixtures/small-schools';
import type { MatchingInput, Pair } from './input';
import { compile } from './problem';
import { matchingOf, pairsOf, scoreOf, solve } from './result';
import { verify } from './verify';
import { commit, priceOfWish, whatIf } from './what-if';

/** `MATCHING_TESTS=50000` for the long form. */
const schools = Number(process.env.MATCHING_TESTS ?? 3000) / 3;

function open(input: MatchingInput) {
	const compiled = compile(input);
	if (!compiled.ok) throw new Error(compiled.message);
	return solve(compiled.problem);
}

const same = (one: Pair, other: Pair) => one[0] === other[0] && one[1] === other[1];

/** One change of a school by chance, told twice: as an edit of the market and as another input. */
function randomEdit(input: MatchingInput, next: () => number): { edit: Edit; after: MatchingInput } | undefined {
	const pick = (count: number) => Math.floor(next() * count);
	const { mentees, mentors, locked = [], forbidden = [], candidates } = input;
	if (mentees.length === 0 || mentors.length === 0) return undefined;
	const pair: Pair = [pick(mentees.length), pick(mentors.length)];
	const [mentee, mentor] = pair;
	const compiled = compile(input);
	if (!compiled.ok) throw new Error(compiled.message);
	const { menteeNumber, mentorNumber } = compiled.problem;
	const numbers = { mentee: menteeNumber[mentee]!, mentor: mentorNumber[mentor]! };
	const isLocked = locked.some((one) => same(one, pair));
	const isForbidden = forbidden.some((one) => same(one, pair));
	switch (pick(6)) {
		case 0:
			return isLocked || isForbidden
				? undefined
				: { edit: { kind: 'lock', ...numbers }, after: { ...input, locked: [...locked, pair] } };
		case 1:
			return isLocked
				? {
						edit: { kind: 'unlock', ...numbers },
						after: { ...input, locked: locked.filter((one) => !same(one, pair)) }
					}
				: undefined;
		case 2:
			return isLocked || isForbidden
				? undefined
				: { edit: { kind: 'forbid', ...numbers }, after: { ...input, forbidden: [...forbidden, pair] } };
		case 3:
			return isForbidden
				? {
						edit: { kind: 'allow', ...numbers },
						after: { ...input, forbidden: forbidden.filter((one) => !same(one, pair)) }
					}
				: undefined;
		case 4: {
			const by = next() < 0.5 ? 1 : -1;
			const slotCosts = mentors[mentor]!.slotCosts;
			if (slotCosts && by > 0) return undefined;
			return {
				edit: { kind: 'capacity', mentor: numbers.mentor, by },
				after: {
					...input,
					mentors: mentors.map((one, at) => (at === mentor ? { ...one, capacity: one.capacity + by } : one))
				}
			};
		}
		default:
			if (locked.some((one) => one[1] === mentor)) return undefined;
			void candidates;
			return {
				edit: { kind: 'mentor leaves', mentor: numbers.mentor },
				after: { ...input, mentors: mentors.map((one, at) => (at === mentor ? { ...one, capacity: 0 } : one)) }
			};
	}
}

test('after every change the market is what a school begun anew would be, proved; taken back, it is what it was', () => {
	let made = 0;
	for (let seed = 1; seed <= schools; seed++) {
		const next = random(seed);
		let input = randomInput(next, { mentees: 9, mentors: 6, capacity: 3 });
		const market = open(input);
		for (let time = 0; time < 5; time++) {
			const change = randomEdit(input, next);
			if (!change) continue;
			const before = matchingOf(market);
			let done: ReturnType<typeof commit>;
			try {
				done = commit(market, [change.edit]);
			} catch (error) {
				expect(error).toBeInstanceOf(EditRefused);
				expect(matchingOf(market)).toEqual(before);
				expect(compile(change.after).ok).toBe(false);
				continue;
			}
			made += 1;
			const anew = open(change.after);
			expect({ seed, time, ...change, pairs: pairsOf(market) }).toEqual({
				seed,
				time,
				...change,
				pairs: pairsOf(anew)
			});
			expect({ seed, ...verify(change.after, matchingOf(market)) }).toEqual({ seed, ok: true });
			expect(done.delta.score).toBe(scoreOf(anew) - before.score);
			expect(done.delta.pairs).toBe(pairsOf(anew).length - before.pairs.length);
			if (next() < 0.5) {
				done.undo();
				expect(matchingOf(market)).toEqual(before);
			} else input = change.after;
		}
	}
	expect(made).toBeGreaterThan(schools);
});

test('who joins is matched as if they had been there from the beginning; who leaves, as if never', () => {
	for (let seed = 1; seed <= schools; seed++) {
		const next = random(seed);
		const { mentees, mentors, candidates } = randomInput(next, { mentees: 9, mentors: 6, capacity: 3 });
		const input = { mentees, mentors, candidates };
		const [lastMentee, lastMentor] = [mentees.length - 1, mentors.length - 1];
		if (lastMentee < 1 || lastMentor < 1 || mentors[lastMentor]!.slotCosts) continue;
		const rows = Array.from(
			candidates.score,
			(score, at) => [candidates.mentee[at]!, candidates.mentor[at]!, score] as const
		);
		const early = rows.filter(([i, j]) => i !== lastMentee && j !== lastMentor);
		const market = open({
			mentees: mentees.slice(0, -1),
			mentors: mentors.slice(0, -1),
			candidates: candidatesOf(early)
		});
		const { menteeNumber, mentorNumber, rankOf } = market.problem;
		const { priority, needs, id } = mentees[lastMentee]!;
		if (!rankOf.has((priority || 1 / 4) / needs)) continue;
		const joins: Edit[] = [
			{
				kind: 'mentor joins',
				id: mentors[lastMentor]!.id,
				capacity: mentors[lastMentor]!.capacity,
				candidates: rows
					.filter(([i, j]) => j === lastMentor && i !== lastMentee)
					.map(([i, , score]) => [menteeNumber[i]!, score])
			},
			{
				kind: 'mentee joins',
				id,
				priority,
				needs,
				candidates: rows.filter(([i]) => i === lastMentee).map(([, j, score]) => [mentorNumber[j] ?? lastMentor, score])
			}
		];
		const named = (of: typeof market) => {
			const pairs: string[] = [];
			for (let i = 0; i < of.mentees; i++)
				for (const e of [of.first[i]!, of.second[i]!])
					if (e >= 0) pairs.push(`${of.menteeIds[i]} ${of.mentorIds[of.mentor[e]!]}`);
			return pairs.sort();
		};
		const before = named(market);
		const { undo } = commit(market, joins);
		expect({ seed, pairs: named(market) }).toEqual({ seed, pairs: named(open(input)) });
		commit(market, [
			{ kind: 'mentee leaves', mentee: lastMentee },
			{ kind: 'mentor leaves', mentor: lastMentor }
		]).undo();
		const left = commit(market, [
			{ kind: 'mentor leaves', mentor: lastMentor },
			{ kind: 'mentee leaves', mentee: lastMentee }
		]);
		expect({ seed, pairs: named(market) }).toEqual({ seed, pairs: before });
		left.undo();
		undo();
		expect({ seed, pairs: named(market) }).toEqual({ seed, pairs: before });
	}
});

test('Петров wishes for Анна: it costs two points, and says who moves where', () => {
	const market = open({
		mentors: ['Анна', 'Борис', 'Вера'].map((id) => ({ id, capacity: 1 })),
		mentees: ['Иванов', 'Петров', 'Сидоров'].map((id) => ({ id, priority: 1, needs: 1 as const })),
		candidates: candidatesOf([
			[0, 0, 10],
			[0, 1, 9],
			[1, 0, 5],
			[1, 2, 5],
			[2, 1, 8],
			[2, 2, 7]
		])
	});
	expect(pairsOf(market)).toEqual([
		[0, 0],
		[1, 2],
		[2, 1]
	]);
	expect(priceOfWish(market, 1, 0)).toEqual({
		score: 2,
		served: 0,
		chain: [
			{ mentee: 1, from: [2], to: [0] },
			{ mentee: 0, from: [0], to: [1] },
			{ mentee: 2, from: [1], to: [2] }
		]
	});
	expect(whatIf(market, []).moves).toEqual([]);
});

test('a change and its opposite leave the pairs as they were', () => {
	for (let seed = 1; seed <= schools; seed++) {
		const next = random(seed + 4_000_000);
		const market = open(randomInput(next, { mentees: 9, mentors: 6, capacity: 3 }));
		if (market.mentees === 0 || market.mentors === 0) continue;
		const before = pairsOf(market);
		const mentee = Math.floor(next() * market.mentees);
		const mentor = Math.floor(next() * market.mentors);
		const there = new Set(market.locked.map((pair) => `${pair.mentee} ${pair.mentor}`));
		const forbidden = market.problem.forbidden.some((e) => market.mentee[e] === mentee && market.mentor[e] === mentor);
		if (there.has(`${mentee} ${mentor}`) || forbidden) continue;
		commit(market, [
			{ kind: 'capacity', mentor, by: 1 },
			{ kind: 'forbid', mentee, mentor },
			{ kind: 'allow', mentee, mentor },
			{ kind: 'capacity', mentor, by: -1 }
		]);
		expect({ seed, pairs: pairsOf(market) }).toEqual({ seed, pairs: before });
	}
});
