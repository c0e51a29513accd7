import type { MatchingInput, Pair } from './input';
import type { Certificate } from './result';

/** What pairs come to, by mentees (`need`, `got`, `partners`: two each, −1 for none) and mentors (`base`: locked, `load`: the others). */
type Places = {
	need: Int32Array;
	got: Int32Array;
	base: Int32Array;
	load: Int32Array;
	partners: Int32Array;
	/** Keys of locked and of forbidden pairs, and the mentees whose pairs have to be looked up there. */
	kept: ReadonlySet<number>;
	apart: ReadonlySet<number>;
	hasOwn: Uint8Array;
};

/** Who is with whom, and how many places that takes; a sentence where it is not allowed. */
export function placesOf(
	input: MatchingInput,
	{ decided = nothing }: Certificate,
	pairs: readonly Pair[]
): Places | string {
	const { mentees, mentors, locked = [], forbidden = [] } = input;
	const kept = keysOf(input, locked);
	const apart = keysOf(input, forbidden);
	const hasOwn = flagsOf(
		mentees.length,
		[...locked, ...forbidden].map(([i]) => i)
	);
	const need = new Int32Array(mentees.length);
	for (let i = 0; i < need.length; i++) need[i] = mentees[i]!.needs;
	for (const i of decided.drop) need[i] = 0;
	const got = new Int32Array(mentees.length);
	const base = new Int32Array(mentors.length);
	const load = new Int32Array(mentors.length);
	const partners = new Int32Array(mentees.length * 2).fill(-1);
	const seen = new Set<number>();
	for (let at = 0; at < pairs.length; at++) {
		const pair = pairs[at]!;
		const i = pair[0];
		const j = pair[1];
		if (!isPlace(i, mentees.length) || !isPlace(j, mentors.length)) return `pair ${i}–${j} has nobody in it`;
		const key = i * mentors.length + j;
		if (hasOwn[i] === 1 && apart.has(key)) return `pair ${i}–${j} is forbidden`;
		if (hasOwn[i] === 1 && kept.has(key)) {
			if (seen.has(key)) return `pair ${i}–${j} stands twice`;
			seen.add(key);
			need[i]! -= 1;
			base[j]! += 1;
			continue;
		}
		if (partners[i * 2] === j || partners[i * 2 + 1] === j) return `pair ${i}–${j} stands twice`;
		if (got[i] === 2) return `mentee ${i} has too many mentors`;
		partners[i * 2 + got[i]!] = j;
		got[i]! += 1;
		load[j]! += 1;
	}
	if (seen.size !== kept.size) return 'a locked pair is not kept';
	for (let i = 0; i < mentees.length; i++) if (got[i]! > need[i]!) return `mentee ${i} has more mentors than needed`;
	const closed = flagsOf(mentors.length, decided.close);
	for (let j = 0; j < mentors.length; j++)
		if (load[j]! + base[j]! > (closed[j] === 1 ? 0 : mentors[j]!.capacity))
			return `mentor ${j} has more mentees than places`;
	return brokenRule(input, load, base, got) ?? { need, got, base, load, partners, kept, apart, hasOwn };
}

const isPlace = (at: number, length: number) => at >>> 0 === at && at < length;

/** «Both or none» and the smallest size of a group, where nothing is locked. */
function brokenRule(
	{ mentees, mentors, locked = [] }: MatchingInput,
	load: Int32Array,
	base: Int32Array,
	got: Int32Array
) {
	const exempt = new Set(locked.map(([mentee]) => mentee));
	const one = mentees.findIndex(({ together, needs }, i) => together && needs === 2 && got[i] === 1 && !exempt.has(i));
	if (one >= 0) return `mentee ${one} has one of two mentors, but wants both or none`;
	const few = mentors.findIndex(({ smallest = 0 }, j) => base[j] === 0 && load[j]! > 0 && load[j]! < smallest);
	return few >= 0 ? `group ${few} is smaller than its smallest size` : undefined;
}

/** 1 for each of these. */
export function flagsOf(length: number, list: readonly number[]): Uint8Array {
	const flags = new Uint8Array(length);
	for (const one of list) flags[one] = 1;
	return flags;
}

export const keysOf = ({ mentors }: MatchingInput, list: MatchingInput['locked']) =>
	new Set((list ?? []).map(([mentee, mentor]) => mentee * mentors.length + mentor));

export const nothing: NonNullable<Certificate['decided']> = { force: 0, serve: [], drop: [], open: [], close: [] };
