import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { build } from '../../../../bin/build.mjs';
import { candidatesOf, random } from '../rules/fixtures/small-schools';
import type { MatchingInput, MenteeInput } from '../rules/input';
import { match } from '../rules/match';
import { verify } from '../rules/verify';
import { answerOf } from './columns';
import { type Progress, solveAside } from './solve-aside';

let program: string;
beforeAll(async () => {
	program = join(await build(), 'workers/matching.js');
});

/** Districts side by side: 500 mentees each, twenty candidates each, a place for nine of ten. */
function districts(count: number): MatchingInput {
	const next = random(7);
	const upTo = (most: number) => Math.floor(next() * (most + 1));
	const rows: [number, number, number][] = [];
	for (let i = 0; i < count * 500; i++) {
		const from = Math.floor(i / 500) * 225;
		const row = new Set(Array.from({ length: 20 }, () => from + upTo(224)));
		for (const j of row) rows.push([i, j, upTo(1000)]);
	}
	return {
		mentees: Array.from({ length: count * 500 }, (_, i) => ({ id: `м${i}`, priority: 1 + upTo(2), needs: 1 })),
		mentors: Array.from({ length: count * 225 }, (_, j) => ({ id: `н${j}`, capacity: 2 })),
		candidates: candidatesOf(rows)
	};
}

/** Threads of this process, by what keeps it alive. */
const threadsAlive = () =>
	process.getActiveResourcesInfo().filter((kind) => kind === 'MessagePort' || kind === 'Worker').length;

test('one thread or two, or none: the same answer, and how far it is', async () => {
	const input = districts(16);
	const before = threadsAlive();
	const seen: Progress[] = [];
	const one = await solveAside(input, { threads: 1, program, onProgress: (progress) => seen.push(progress) });
	const two = await solveAside(input, { threads: 2, program });
	if (!one.ok || !two.ok) throw new Error('A valid input was refused');
	expect([one.threads, two.threads]).toEqual([1, 2]);
	const answer = answerOf(two.solved);
	expect(answerOf(one.solved)).toEqual(answer);
	const whole = match(input);
	if (!whole.ok) throw new Error(whole.message);
	expect(answer.pairs).toEqual(whole.answer.pairs);
	expect(answer.unmatched.map(({ mentee, kind }) => ({ mentee, kind }))).toEqual(
		whole.answer.unmatched.map(({ mentee, kind }) => ({ mentee, kind }))
	);
	expect(verify(input, answer)).toEqual({ ok: true });
	expect(seen.length).toBeGreaterThan(0);
	for (const { parcels, ofParcels, candidates, ofCandidates } of seen) {
		expect(parcels).toBeLessThanOrEqual(ofParcels);
		expect(candidates).toBeLessThanOrEqual(ofCandidates);
		expect(ofCandidates).toBe(input.candidates.score.length);
	}
	expect(threadsAlive()).toBe(before);
});

test('a small school is matched at once, without a thread', async () => {
	const input = districts(1);
	const aside = await solveAside(input, { program: '/nowhere.js' });
	const whole = match(input);
	if (!aside.ok || !whole.ok) throw new Error('A valid input was refused');
	expect(aside.threads).toBe(0);
	expect(answerOf(aside.solved)).toEqual(whole.answer);
});

test('while a region is matched, others are answered: the longest wait is a small share of it', async () => {
	const input = districts(100);
	const delay = monitorEventLoopDelay({ resolution: 5 });
	delay.enable();
	await setTimeout(20);
	const began = performance.now();
	const aside = await solveAside(input, { threads: 1, program });
	const took = performance.now() - began;
	await setTimeout(20); // a wait at the very end is a wait as well
	delay.disable();
	expect(aside.ok).toBe(true);
	expect(took).toBeGreaterThan(500);
	expect(delay.max / 1e6 / took).toBeLessThan(0.2);
});

test('called off, it ends soon and leaves no thread', async () => {
	const input = districts(100);
	const before = threadsAlive();
	const whole = new AbortController();
	const began = performance.now();
	let during = 0;
	const onProgress = () => {
		during = threadsAlive();
		whole.abort(new Error('не нужно'));
	};
	const asked = solveAside(input, { threads: 2, program, signal: whole.signal, onProgress });
	await expect(asked).rejects.toThrow('не нужно');
	expect(during).toBeGreaterThan(before);
	expect(threadsAlive()).toBe(before);
	const early = new AbortController();
	const soon = solveAside(input, { threads: 2, program, signal: early.signal });
	early.abort(new Error('передумали'));
	await expect(soon).rejects.toThrow('передумали');
	expect(threadsAlive()).toBe(before);
	await expect(solveAside(input, { program, signal: early.signal })).rejects.toThrow('передумали');
	expect(performance.now() - began).toBeLessThan(60_000);
});

test('what is wrong is one sentence, whoever finds it; a thread that dies is told', async () => {
	const input = districts(16);
	const before = threadsAlive();
	const mentees: MenteeInput[] = [...input.mentees.slice(0, -1), { ...input.mentees[0]!, priority: 1.5, id: 'Иванов' }];
	expect(await solveAside({ ...input, mentees }, { program })).toEqual({
		ok: false,
		message: expect.stringContaining('Наставляемый «Иванов»: очередь')
	});
	expect(await solveAside(input, { program, memory: 1 << 20 })).toEqual({
		ok: false,
		message: expect.stringContaining('Памяти для такого подбора не хватило. Разделите людей')
	});
	const quitting = new URL('data:text/javascript,process.exit(0)');
	await expect(solveAside(input, { program: quitting })).rejects.toThrow('Поток подбора закончился раньше времени');
	await expect(solveAside(input, { program: '/nowhere.js' })).rejects.toThrow('nowhere');
	expect(threadsAlive()).toBe(before);
});
