import type { MenteeInput } from './input';

/** Eighths: a half of a queue stays whole, and of queue 0 too, which counts as a quarter. */
const finer = 8;

/**
 * Who wanted two mentors and has one already counts for the other as before: half of the queue (rules/ranges.ts divides it by what is still
 * needed, and that is one now). `of`: mentors wanted at first. Where nobody is so the queues stay as they are.
 */
export function withHalves<M extends MenteeInput>(mentees: readonly M[], of: (one: M, at: number) => number): M[] {
	if (mentees.every((one, at) => of(one, at) === one.needs)) return [...mentees];
	return mentees.map((one, at) => ({
		...one,
		priority: (finer * (one.priority || 1 / 4) * one.needs) / of(one, at)
	}));
}
