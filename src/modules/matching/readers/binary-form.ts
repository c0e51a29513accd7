import { TextEncoder } from 'node:util';
import type { MatchingInput, MenteeInput, MentorInput } from '../rules/input';

/**
 * A matching problem as bytes, for more candidates than JSON should hold (docs/rules/matching.md, «Двоичный вид»). All
 * numbers are little-endian.
 */
export const magic = 'NMATCH1\n';
export const headerBytes = 32;
/** Candidates in a block, at most. */
export const mostInBlock = 1 << 20;
/** Bytes of one candidate: two numbers of people, 4 each, and points, 2. */
export const candidateBytes = 10;
export const most = { people: 5_000_000, idBytes: 1000, restBytes: 64 << 20 } as const;

/** Bits of a mentee's last byte besides how many mentors are needed. */
export const togetherBit = 4;

/** What stands in the JSON part: pairs and whatever only few people have, by their places. */
export type Rest = Omit<MatchingInput, 'mentees' | 'mentors' | 'candidates'> & {
	slotCosts?: Record<string, readonly number[]>;
	smallest?: Record<string, number>;
};

const encoder = new TextEncoder();

/** The bytes of a problem, piece by piece. */
export function* toBinary(input: MatchingInput): Generator<Uint8Array> {
	const { mentees, mentors, candidates } = input;
	const count = candidates.score.length;
	const rest = encoder.encode(JSON.stringify(restOf(input)));
	const header = new DataView(new ArrayBuffer(headerBytes));
	for (const [at, byte] of encoder.encode(magic).entries()) header.setUint8(at, byte);
	header.setUint32(8, mentors.length, true);
	header.setUint32(12, mentees.length, true);
	header.setBigUint64(16, BigInt(count), true);
	header.setUint32(24, rest.length, true);
	yield new Uint8Array(header.buffer);
	yield* together(mentors, mentorBytes);
	yield* together(mentees, menteeBytes);
	yield rest;
	for (let from = 0; from < count; from += mostInBlock)
		yield block(candidates, from, Math.min(count, from + mostInBlock));
	yield new Uint8Array(4);
}

/** People in pieces of some thousands. */
function* together<T>(people: readonly T[], bytesOf: (one: T) => Uint8Array): Generator<Uint8Array> {
	for (let from = 0; from < people.length; from += 4096) {
		const each = people.slice(from, from + 4096).map(bytesOf);
		const piece = new Uint8Array(each.reduce((sum, { length }) => sum + length, 0));
		let to = 0;
		for (const bytes of each) {
			piece.set(bytes, to);
			to += bytes.length;
		}
		yield piece;
	}
}

function restOf({ mentees: _, mentors, candidates: __, ...pairs }: MatchingInput): Rest {
	const rest: Rest & { slotCosts: Record<string, readonly number[]>; smallest: Record<string, number> } = {
		...pairs,
		slotCosts: {},
		smallest: {}
	};
	for (const [at, { slotCosts, smallest }] of mentors.entries()) {
		if (slotCosts) rest.slotCosts[at] = slotCosts;
		if (smallest !== undefined) rest.smallest[at] = smallest;
	}
	return rest;
}

function person(id: string, more: number): DataView<ArrayBuffer> {
	const name = encoder.encode(id);
	const view = new DataView(new ArrayBuffer(2 + name.length + more));
	view.setUint16(0, name.length, true);
	new Uint8Array(view.buffer).set(name, 2);
	return view;
}

function mentorBytes({ id, capacity }: MentorInput): Uint8Array {
	const view = person(id, 4);
	view.setUint32(view.byteLength - 4, capacity, true);
	return new Uint8Array(view.buffer);
}

function menteeBytes({ id, priority, needs, together }: MenteeInput): Uint8Array {
	const view = person(id, 5);
	view.setUint32(view.byteLength - 5, priority, true);
	view.setUint8(view.byteLength - 1, needs | (together ? togetherBit : 0));
	return new Uint8Array(view.buffer);
}

function block({ mentee, mentor, score }: MatchingInput['candidates'], from: number, to: number): Uint8Array {
	const many = to - from;
	const view = new DataView(new ArrayBuffer(4 + candidateBytes * many));
	view.setUint32(0, many, true);
	for (let at = 0; at < many; at++) {
		view.setUint32(4 + 4 * at, mentee[from + at]!, true);
		view.setUint32(4 + 4 * (many + at), mentor[from + at]!, true);
		view.setUint16(4 + 8 * many + 2 * at, score[from + at]!, true);
	}
	return new Uint8Array(view.buffer);
}
