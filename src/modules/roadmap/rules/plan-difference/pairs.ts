import { type Edition, type EditionRow, stageTitleOf } from './edition';
import { listKey, plainWords, sameText, stems } from './words';

/** Index in the one edition, index in the other. */
export type Pair = readonly [was: number, became: number];

/**
 * Which row of one edition is which of the other: by id where it is known, else by likeness: rows of the same title first, then
 * the most alike. Two rows whose ids are both known and differ are never one. Nothing depends on which edition is named first.
 */
export function pairRows(was: Edition, became: Edition): Pair[] {
	const [left, right] = [was, became].map((edition) => edition.rows.map((row, at) => readRow(edition, row, at))) as [
		Read[],
		Read[]
	];
	const known = byId(was.rows, became.rows);
	const titled = greedily(sameTitles(left, right), known);
	const free = (rows: readonly Read[], side: 0 | 1) => {
		const taken = new Set(titled.map((pair) => pair[side]));
		return rows.filter(({ at }) => !taken.has(at));
	};
	return greedily(likelyPairs(free(left, 0), free(right, 1)), titled).sort(([a], [b]) => a - b);
}

function byId(was: readonly { id: string | null }[], became: readonly { id: string | null }[]): Pair[] {
	const places = new Map(became.flatMap(({ id }, j) => (id === null ? [] : [[id, j] as const])));
	return was.flatMap(({ id }, i) => {
		const j = id === null ? undefined : places.get(id);
		return j === undefined ? [] : [[i, j] as const];
	});
}

type Likely = { i: number; j: number; score: number };

/** Scores are gathered by twentieths: of many pairs only the best need to be put in order before everybody is paired. */
const fine = 20;

/**
 * Takes the best pairs first. Of equals those that stand nearest, and earliest: (1, 2) and (2, 1) are the only ones that tie then,
 * and they do not stand in each other's way.
 */
function greedily(likely: readonly Likely[], known: readonly Pair[]): Pair[] {
	const pairs: Pair[] = [...known];
	const [left, right] = [new Set(known.map(([i]) => i)), new Set(known.map(([, j]) => j))];
	const bands = Map.groupBy(likely, ({ score }) => Math.floor(score * fine));
	for (const band of [...bands.keys()].sort((a, b) => b - a)) {
		const free = (bands.get(band) ?? []).filter(({ i, j }) => !left.has(i) && !right.has(j));
		for (const { i, j } of free.sort(byScore)) {
			if (left.has(i) || right.has(j)) continue;
			left.add(i);
			right.add(j);
			pairs.push([i, j]);
		}
	}
	return pairs;
}

const byScore = (a: Likely, b: Likely) =>
	b.score - a.score || Math.abs(a.i - a.j) - Math.abs(b.i - b.j) || a.i + a.j - (b.i + b.j);

/** A row made ready for many comparisons: every field as one text. */
type Read = {
	at: number;
	known: boolean;
	title: string;
	stems: Set<string>;
	deadline: string;
	responsible: string;
	results: string;
	stage: string;
	number: string;
};

function readRow(edition: Edition, row: EditionRow, at: number): Read {
	const title = plainWords(`${row.lead ?? ''} ${row.title}`);
	const found = stems(row.title);
	return {
		at,
		known: row.id !== null,
		title,
		stems: found.size > 0 ? found : new Set([`=${title}`]),
		deadline: plainWords(row.deadline ?? ''),
		responsible: listKey(row.responsible),
		results: listKey(row.results),
		stage: plainWords(stageTitleOf(edition, row) ?? ''),
		number: plainWords(row.number ?? '')
	};
}

/** Which of several equal titles it is, say the words beside them; so do they between titles that are equally near. */
const beside = (a: Read, b: Read) =>
	(a.deadline === b.deadline ? 0.9 : 0) +
	(a.results === b.results ? 0.8 : 0) +
	(a.responsible === b.responsible ? 0.7 : 0) +
	(a.stage === b.stage ? 0.4 : 0) +
	(a.number === b.number ? 0.2 : 0);

/** Both known and not paired by it: not one. */
const mayBeOne = (a: Read, b: Read) => !a.known || !b.known;

function sameTitles(left: readonly Read[], right: readonly Read[]): Likely[] {
	const titled = Map.groupBy(right, ({ title }) => title);
	return left.flatMap((one) =>
		(titled.get(one.title) ?? [])
			.filter((other) => mayBeOne(one, other))
			.map((other) => ({ i: one.at, j: other.at, score: beside(one, other) }))
	);
}

/** Rare words tell more than «провести» and «педагогов». */
function weights(rows: readonly Read[]) {
	const counts = new Map<string, number>();
	for (const { stems } of rows) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
	return new Map([...counts].map(([stem, count]) => [stem, Math.log(1 + rows.length / count)]));
}

/** Below this share of common words two titles have nothing to do with each other; from `near` on nothing else is asked. */
const far = 0.3;
const near = 0.5;

function likelyPairs(left: readonly Read[], right: readonly Read[]): Likely[] {
	const weight = weights([...left, ...right]);
	const sum = ({ stems }: Read) => [...stems].reduce((all, stem) => all + (weight.get(stem) ?? 0), 0);
	const sums = right.map(sum);
	const holders = new Map<string, number[]>();
	for (const [place, { stems }] of right.entries())
		for (const stem of stems) {
			const known = holders.get(stem);
			if (known) known.push(place);
			else holders.set(stem, [place]);
		}
	const likely: Likely[] = [];
	for (const one of left) {
		const own = sum(one);
		const shared = new Float64Array(right.length);
		for (const stem of one.stems) {
			const tells = weight.get(stem) ?? 0;
			for (const place of holders.get(stem) ?? []) shared[place] = (shared[place] ?? 0) + tells;
		}
		for (let place = 0; place < right.length; place++) {
			const words = (2 * (shared[place] ?? 0)) / (own + (sums[place] ?? 0));
			const other = right[place];
			if (words < far || !other || !mayBeOne(one, other) || !(words >= near || supported(one, other))) continue;
			likely.push({ i: one.at, j: other.at, score: 4 * words + beside(one, other) });
		}
	}
	return [...likely, ...saidAnew(left, right)];
}

/** Half of the words are others: then its place and something beside it must be the same. */
const supported = (a: Read, b: Read) =>
	(a.stage === b.stage || a.number === b.number) &&
	(a.deadline === b.deadline || a.responsible === b.responsible || a.results === b.results);

/** A title said wholly anew: everything else about the row, in the same stage, is as it was, and no other row is so. */
function saidAnew(left: readonly Read[], right: readonly Read[]): Likely[] {
	const only = (rows: readonly Read[]) => {
		const groups = Map.groupBy(rows, ({ stage, deadline, responsible, results }) =>
			deadline && responsible && results ? [stage, deadline, responsible, results].join('\n\n') : null
		);
		return [...groups].flatMap(([rest, [first, ...more]]) =>
			rest !== null && first && more.length === 0 ? [[rest, first] as const] : []
		);
	};
	const there = new Map(only(right));
	return only(left).flatMap(([rest, one]) => {
		const other = there.get(rest);
		return other && mayBeOne(one, other) ? [{ i: one.at, j: other.at, score: 0 }] : [];
	});
}

/** Which stage is which: by id, else by name, else by the rows they share. */
export function pairStages(was: Edition, became: Edition, rows: readonly Pair[]): Pair[] {
	const sizes = (edition: Edition) =>
		edition.stages.map((_, at) => edition.rows.filter(({ stage }) => stage === at).length);
	const [left, right] = [sizes(was), sizes(became)];
	const common = new Map<string, number>();
	for (const [i, j] of rows) {
		const key = `${was.rows[i]?.stage} ${became.rows[j]?.stage}`;
		common.set(key, (common.get(key) ?? 0) + 1);
	}
	const [names, others] = [was, became].map(({ stages }) => stages.map(({ title }) => stems(title))) as [
		Set<string>[],
		Set<string>[]
	];
	const likely = was.stages.flatMap((stage, i) =>
		became.stages.flatMap((other, j): Likely[] => {
			if (stage.id !== null && other.id !== null) return [];
			const shared = (2 * (common.get(`${i} ${j}`) ?? 0)) / Math.max(1, (left[i] ?? 0) + (right[j] ?? 0));
			const [name = new Set<string>(), its = new Set<string>()] = [names[i], others[j]];
			const words = (2 * [...name].filter((stem) => its.has(stem)).length) / Math.max(1, name.size + its.size);
			const equal = sameText(stage.title, other.title);
			if (!equal && words < 0.6 && shared < 0.5) return [];
			return [{ i, j, score: (equal ? 3 : 0) + words + shared + (sameText(stage.number, other.number) ? 0.1 : 0) }];
		})
	);
	return greedily(likely, byId(was.stages, became.stages)).sort(([a], [b]) => a - b);
}
