import type { Candidates } from '../input';
import { type Lists, sharedInts } from '../parts/shared';
import { type Crowd, fromAfar, inNetwork, nearness, pointsOf, usualWeights, type Weights } from './crowd';

/** All pairs that may be, a row at a time: rows need not be in memory all at once. */
export type AllPairs = {
	mentees: number;
	/** A row has no more pairs than this. */
	longest: number;
	/** All rows together have no more pairs than this. */
	most: number;
	/** Writes the row of mentee i into the columns from `at` on; answers with where it ends. */
	fill(i: number, mentor: Int32Array, score: Int32Array, at: number): number;
	/** Pairs looked at since the beginning. */
	looked(): number;
};

/**
 * Whom a mentee can have is found in three blocks: the school; mentors of the municipality with the subject who lead in the
 * network; mentors of the region with the subject who lead from afar. Nobody else can pass the hard rules, so nobody is lost
 * and few are looked at in vain. O(people + pairs looked at).
 */
export function pairsOf(crowd: Crowd, weights: Weights = usualWeights): AllPairs {
	const { mentees, mentors } = crowd;
	const { organisation, municipality, region, subjects, format } = mentors;
	const school = blocksBy(
		mentors.person.length,
		(j) => organisation[j]!,
		() => oneList
	);
	const network = blocksBy(
		mentors.person.length,
		(j) => municipality[j]!,
		(j) => (format[j]! & inNetwork ? subjects[j]! : 0)
	);
	const afar = blocksBy(
		mentors.person.length,
		(j) => region[j]!,
		(j) => (format[j]! & fromAfar ? subjects[j]! : 0)
	);
	const seen = new Int32Array(mentors.person.length).fill(-1);
	let looked = 0;

	const sizeOf = (i: number) =>
		sizeIn(school, mentees.organisation[i]!, oneList) +
		sizeIn(network, mentees.municipality[i]!, mentees.subjects[i]!) +
		sizeIn(afar, mentees.region[i]!, mentees.subjects[i]!);
	let [longest, most] = [0, 0];
	for (let i = 0; i < mentees.person.length; i++) {
		const size = sizeOf(i);
		longest = Math.max(longest, size);
		most += size;
	}

	function fill(i: number, mentor: Int32Array, score: Int32Array, at: number): number {
		let end = look(school, mentees.organisation[i]!, oneList, i, mentor, score, at);
		end = look(network, mentees.municipality[i]!, mentees.subjects[i]!, i, mentor, score, end);
		end = look(afar, mentees.region[i]!, mentees.subjects[i]!, i, mentor, score, end);
		for (let e = at; e < end; e++) seen[mentor[e]!] = -1; // the same row may be asked for again
		return end;
	}

	function look(
		blocks: Blocks,
		place: number,
		of: number,
		i: number,
		mentor: Int32Array,
		score: Int32Array,
		from: number
	): number {
		let end = from;
		if (place < 0 || place >= blocks.places) return end;
		for (let left = of; left !== 0; left &= left - 1) {
			if (lowestBit(left) >= blocks.width) break;
			const block = place * blocks.width + lowestBit(left);
			const last = blocks.lists.start[block + 1]!;
			for (let at = blocks.lists.start[block]!; at < last; at++) {
				const j = blocks.lists.at[at]!;
				looked += 1;
				if (seen[j] === i) continue;
				const near = nearness(crowd, i, j);
				if (near === 0) continue;
				seen[j] = i;
				mentor[end] = j;
				score[end++] = pointsOf(crowd, weights, i, j, near);
			}
		}
		return end;
	}

	return { mentees: mentees.person.length, longest, most, fill, looked: () => looked };
}

/** All pairs that may be, in columns that threads share, by mentee. */
export function candidatesOfAll(pairs: AllPairs): Candidates {
	const [mentee, mentor, score] = [sharedInts(pairs.most), sharedInts(pairs.most), sharedInts(pairs.most)];
	let end = 0;
	for (let i = 0; i < pairs.mentees; i++) {
		const from = end;
		end = pairs.fill(i, mentor, score, end);
		mentee.fill(i, from, end);
	}
	return { mentee: mentee.subarray(0, end), mentor: mentor.subarray(0, end), score: score.subarray(0, end) };
}

/** Mentors by place and set: block place · width + bit. */
type Blocks = { places: number; width: number; lists: Lists };
const oneList = 1;
const bits = 31;

function blocksBy(count: number, place: (j: number) => number, sets: (j: number) => number): Blocks {
	let places = 0;
	let all = 0;
	for (let j = 0; j < count; j++) {
		if (sets(j) === 0) continue;
		places = Math.max(places, place(j) + 1);
		all |= sets(j);
	}
	const width = all === oneList ? 1 : bits;
	const start = new Int32Array(places * width + 2);
	const each = (visit: (block: number, j: number) => void) => {
		for (let j = 0; j < count; j++)
			for (let left = sets(j); left !== 0; left &= left - 1) visit(place(j) * width + lowestBit(left), j);
	};
	each((block) => {
		start[block + 1]! += 1;
	});
	for (let block = 0; block + 1 < start.length; block++) start[block + 1]! += start[block]!;
	const next = start.slice();
	const at = new Int32Array(start.at(-1)!);
	each((block, j) => {
		at[next[block]!++] = j;
	});
	return { places, width, lists: { start, at } };
}

function sizeIn({ places, width, lists }: Blocks, place: number, of: number): number {
	let size = 0;
	if (place < 0 || place >= places) return 0;
	for (let left = of; left !== 0; left &= left - 1) {
		if (lowestBit(left) >= width) break;
		const block = place * width + lowestBit(left);
		size += lists.start[block + 1]! - lists.start[block]!;
	}
	return size;
}

const lowestBit = (set: number) => 31 - Math.clz32(set & -set);
