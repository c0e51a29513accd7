import { type MatchingInput, type Pair, wrongCandidates, wrongPeople } from '../input';
import { measuresOf, type Ranges, tooManyPeople, weightOf } from '../ranges';
import { hashOfId, seedOfMentees, seedOfMentors } from '../tie';
import { fullParcel, parcelsOf } from './parcels';
import { type Lists, listOf, listsBy, sharedBytes, sharedDoubles, sharedInts } from './shared';

/**
 * Everything that solving a parcel of the whole takes, as columns that threads share. People are places in the input;
 * `…Number` is somebody's number by id among those of their parcel.
 */
export type Frame = {
	ranges: Ranges;
	rankOf: ReadonlyMap<number, number>;
	byAuction: boolean;
	needs: Uint8Array;
	together: Uint8Array;
	penalty: Float64Array;
	menteeHash: Int32Array;
	menteeNumber: Int32Array;
	capacity: Int32Array;
	smallest: Int32Array;
	mentorHash: Int32Array;
	mentorNumber: Int32Array;
	/** Own costs of places by mentor; none where the list is empty. */
	costs: Lists;
	/** Candidates of mentee i are rows.start[i] … rows.start[i + 1] − 1. */
	rows: Rows;
	parts: number;
	/** Parcels by size, the largest first: so they are taken. */
	order: Int32Array;
	mentees: Lists;
	mentors: Lists;
	/** Pairs that are no candidates in the usual way, by parcel: lists of places among the pairs. */
	locked: Pairs;
	forbidden: Pairs;
	current: Pairs;
	/** Names, where lots of pairs that are no candidates may have to be drawn: to try what would help. */
	ids?: { mentees: string[]; mentors: string[] };
	missing: NonNullable<MatchingInput['missing']>;
	missingOf: Lists;
};

export type Rows = { start: Int32Array; mentor: Int32Array; score: Int32Array };
/** `pair` holds mentee and mentor turn about. */
export type Pairs = { pair: Int32Array; of: Lists };

export type Framed = { ok: true; frame: Frame } | { ok: false; message: string };

/** Checks the input and divides it. O(people · log people + candidates), less where ids come in order. */
export function frameOf(input: MatchingInput, parcelSize = fullParcel): Framed {
	const message = wrongPeople(input) ?? wrongCandidates(input);
	if (message) return { ok: false, message };
	const measures = measuresOf(input);
	if (!measures) return { ok: false, message: tooManyPeople };
	const { mentees, mentors, missing = [] } = input;
	const rows = rowsOf(input);
	const twice = candidateTwice(input, rows);
	if (twice) return { ok: false, message: twice };
	const { rankOf, ranges } = measures;
	const parcels = parcelsOf(input, rows, parcelSize);
	const byMentee = listsBy(mentees.length, parcels.count, (i) => parcels.ofMentee[i]!);
	const byMentor = listsBy(mentors.length, parcels.count, (j) => parcels.ofMentor[j]!);
	const pairs = (list: readonly Pair[] = []): Pairs => {
		const pair = sharedInts(2 * list.length);
		for (const [at, [mentee, mentor]] of list.entries()) pair.set([mentee, mentor], 2 * at);
		return { pair, of: listsBy(list.length, parcels.count, (at) => parcels.ofMentee[pair[2 * at]!]!) };
	};
	const costs = mentors.map(({ slotCosts }) => slotCosts ?? []);
	return {
		ok: true,
		frame: {
			ranges,
			rankOf,
			byAuction: mentees.length >= enoughToBid,
			needs: filled(sharedBytes(mentees.length), (i) => mentees[i]!.needs),
			together: filled(sharedBytes(mentees.length), (i) => (mentees[i]!.needs === 2 && mentees[i]!.together ? 1 : 0)),
			penalty: filled(sharedDoubles(mentees.length), (i) => rankOf.get(weightOf(mentees[i]!))! * ranges.person),
			menteeHash: filled(sharedInts(mentees.length), (i) => hashOfId(mentees[i]!.id, seedOfMentees)),
			menteeNumber: numbersById(mentees, byMentee),
			capacity: filled(sharedInts(mentors.length), (j) => mentors[j]!.capacity),
			smallest: filled(sharedInts(mentors.length), (j) => mentors[j]!.smallest ?? 0),
			mentorHash: filled(sharedInts(mentors.length), (j) => hashOfId(mentors[j]!.id, seedOfMentors)),
			mentorNumber: numbersById(mentors, byMentor),
			costs: inOneRow(costs),
			rows,
			parts: parcels.parts,
			order: bySize(byMentee, rows),
			mentees: byMentee,
			mentors: byMentor,
			locked: pairs(input.locked),
			forbidden: pairs(input.forbidden),
			current: pairs(input.current),
			...(missing.length > 0 && {
				ids: { mentees: mentees.map(({ id }) => id), mentors: mentors.map(({ id }) => id) }
			}),
			missing,
			missingOf: listsBy(missing.length, parcels.count, (at) => parcels.ofMentee[missing[at]!.mentee]!)
		}
	};
}

/** As in start.ts: a whole of so many begins by auction, and so do its parts. */
const enoughToBid = 64;

function filled<Column extends Int32Array | Float64Array | Uint8Array>(column: Column, at: (place: number) => number) {
	for (let place = 0; place < column.length; place++) column[place] = at(place);
	return column;
}

/** Candidates by mentee. Where they stand so already, their own columns are taken. */
function rowsOf({ candidates, mentees }: MatchingInput): Rows {
	const { mentee, mentor, score } = candidates;
	const start = sharedInts(mentees.length + 1);
	let inOrder = true;
	for (let at = 0; at < mentee.length; at++) {
		start[mentee[at]! + 1]! += 1;
		inOrder &&= at === 0 || mentee[at - 1]! <= mentee[at]!;
	}
	for (let i = 0; i < mentees.length; i++) start[i + 1]! += start[i]!;
	if (inOrder) return { start, mentor, score };
	const next = start.slice();
	const sorted = { start, mentor: sharedInts(mentee.length), score: sharedInts(mentee.length) };
	for (let at = 0; at < mentee.length; at++) {
		const e = next[mentee[at]!]!++;
		sorted.mentor[e] = mentor[at]!;
		sorted.score[e] = score[at]!;
	}
	return sorted;
}

function candidateTwice({ mentees, mentors }: MatchingInput, { start, mentor }: Rows): string | undefined {
	const seen = new Int32Array(mentors.length).fill(-1);
	for (let i = 0; i < mentees.length; i++)
		for (let e = start[i]!; e < start[i + 1]!; e++) {
			const j = mentor[e]!;
			if (seen[j] === i)
				return `Кандидат назван дважды: «${mentees[i]!.id}» – «${mentors[j]!.id}». Оставьте одну строку с одной оценкой.`;
			seen[j] = i;
		}
	return undefined;
}

function numbersById(people: readonly { id: string }[], parcels: Lists): Int32Array {
	const numbers = sharedInts(people.length);
	for (let parcel = 0; parcel + 1 < parcels.start.length; parcel++) {
		const places = listOf(parcels, parcel);
		const inOrder = places.every((place, at) => at === 0 || people[places[at - 1]!]!.id < people[place]!.id);
		const byId = inOrder ? places : places.slice().sort((one, other) => (people[one]!.id < people[other]!.id ? -1 : 1));
		for (const [number, place] of byId.entries()) numbers[place] = number;
	}
	return numbers;
}

function inOneRow(lists: readonly (readonly number[])[]): Lists {
	const start = sharedInts(lists.length + 1);
	for (const [k, list] of lists.entries()) start[k + 1] = start[k]! + list.length;
	const at = sharedInts(start[lists.length]!);
	for (const [k, list] of lists.entries()) at.set(list, start[k]!);
	return { start, at };
}

export function candidatesIn({ rows, mentees }: Pick<Frame, 'rows' | 'mentees'>, parcel: number): number {
	return listOf(mentees, parcel).reduce((sum, i) => sum + rows.start[i + 1]! - rows.start[i]!, 0);
}

function bySize(mentees: Lists, rows: Rows): Int32Array {
	const parcels = mentees.start.length - 1;
	const size = Float64Array.from({ length: parcels }, (_, parcel) => candidatesIn({ rows, mentees }, parcel));
	const order = sharedInts(parcels);
	for (let parcel = 0; parcel < parcels; parcel++) order[parcel] = parcel;
	return order.sort((one, other) => size[other]! - size[one]! || one - other);
}
