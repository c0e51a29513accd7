import type { Columns, Role } from '../columns';
import type { Traits } from './traits';
import { type Step, section } from './words';

/** What is known of this text beside what columns are in general. */
export type Habits = {
	/** What an empty cell costs, column by column. */
	lacking: readonly number[];
	/** What a new row costs, after an empty line and without one. */
	freshRow: (gap: boolean) => number;
	/** What an empty line within a row brings: a cost below nought. */
	gapInside: number;
	/** Numbers are those of stages, not of rows. */
	stagesNumbered: boolean;
	/** What a second paragraph costs in the column of what is to be done, when it belongs to no list. */
	unlisted: number;
	/** How much more a paragraph is like those of a column than like others. */
	likes: (at: number, state: number) => number;
};

const costs: Partial<Record<Role, number>> = {
	activity: 3,
	content: 3,
	deadline: 1,
	responsible: 1,
	number: 0.6,
	stage: 0.1,
	other: 0.1,
	results: 0.5
};
const usualCost = 0.4;
const numbered = 2.5;
const freshCost = 0.3;

/** Before anything was read: rows are numbered when there are about as many numbers as terms. */
export function noHabits(traits: readonly Traits[], columns: Columns): Habits {
	const count = (test: (trait: Traits) => boolean) => traits.filter(test).length;
	const everyRowNumbered = count(({ number }) => number) >= 0.7 * count(({ deadline }) => deadline);
	return {
		lacking: columns.map((role) =>
			role === 'number' && everyRowNumbered ? numbered : (costs[role ?? 'other'] ?? usualCost)
		),
		freshRow: () => freshCost,
		gapInside: -0.5,
		stagesNumbered: stagesNumbered(traits, columns),
		unlisted: 2.2,
		likes: () => 0
	};
}

const strength = 0.6;
/** Rows are taken for granted so often before any was seen. */
const doubt = 2;

/** Out of a reading: how often each column is filled, whether empty lines part rows, what each column's words look like. */
export function learnt(traits: readonly Traits[], columns: Columns, steps: readonly Step[]): Habits {
	const rows = steps.filter(({ state, fresh }) => fresh && state !== section).length;
	const filled = columns.map(() => 0);
	let row = new Set<number>();
	for (const { state, fresh } of steps) {
		if (fresh) row = new Set();
		if (state !== section && !row.has(state)) filled[state] = (filled[state] ?? 0) + 1;
		row.add(state);
	}
	const lacking = columns.map((role, at) => {
		const usual = costs[role ?? 'other'] ?? usualCost;
		const empty = (rows - (filled[at] ?? 0) + doubt * Math.exp(-usual)) / (rows + doubt);
		return Math.min(3.5, Math.max(0.05, -Math.log(empty)));
	});
	const gaps = traits.filter(({ gap }, at) => gap && at > 0).length;
	const parting = traits.filter(({ gap }, at) => gap && at > 0 && steps[at]?.fresh).length;
	const fresh = Math.max(1, steps.filter((step) => step.fresh).length);
	const telling = gaps > fresh * 0.5 && parting > gaps * 0.8;
	return {
		lacking,
		freshRow: (gap) => (telling ? (gap ? -1 : 2.5) : freshCost),
		gapInside: telling ? -2.5 : -0.5,
		stagesNumbered: stagesNumbered(traits, columns),
		unlisted: Math.min(4, Math.max(1.5, -Math.log((runOn(traits, columns, steps) + 0.5) / (rows + 5)))),
		likes: likenessOf(traits, columns, steps)
	};
}

/** With a column for stages: hardly half as many numbers as terms or people. */
function stagesNumbered(traits: readonly Traits[], columns: Columns) {
	const numbers = traits.filter(({ number }) => number).length;
	const rows = Math.max(
		traits.filter(({ deadline }) => deadline).length,
		traits.filter(({ people }) => people > 0).length / 2
	);
	return columns.includes('stage') && columns.includes('number') && numbers > 0 && numbers < rows * 0.6;
}

/** Paragraphs that go on with what is to be done though they belong to no list and begin with a capital. */
const runOn = (traits: readonly Traits[], columns: Columns, steps: readonly Step[]) =>
	steps.filter(
		({ state, fresh }, at) =>
			!fresh &&
			state === steps[at - 1]?.state &&
			columns[state] === 'activity' &&
			traits[at]?.marker === '' &&
			!traits[at]?.rest
	).length;

/** What can be seen of a paragraph: its length, its first word, its first and last sign, and itself. */
function featuresOf({ text, marker }: Traits): string[] {
	const length = text.length < 13 ? 0 : text.length < 26 ? 1 : text.length < 46 ? 2 : text.length < 80 ? 3 : 4;
	const first = /[\p{L}]{3,}/u.exec(text)?.[0].slice(0, 6).toLowerCase() ?? '';
	const last = text.at(-1) ?? '';
	const begins = marker !== '' ? 'm' : /^[А-ЯЁ]/.test(text) ? 'A' : /^[а-яё]/.test(text) ? 'a' : '0';
	return [
		`l${length}`,
		`w${first}`,
		`e${/[\p{L}]/u.test(last) ? 'x' : /\d/.test(last) ? '1' : last}`,
		`b${begins}`,
		`t${text}`
	];
}

/** For each paragraph and column the sum of what its features tell (pointwise mutual information, shrunk for what is rare). */
function likenessOf(traits: readonly Traits[], columns: Columns, steps: readonly Step[]): Habits['likes'] {
	const features = traits.map(featuresOf);
	const all = new Map<string, number>();
	const byState = new Map<number, { count: number; of: Map<string, number> }>();
	steps.forEach(({ state }, at) => {
		const known = byState.get(state) ?? { count: 0, of: new Map<string, number>() };
		known.count++;
		for (const feature of features[at] ?? []) {
			all.set(feature, (all.get(feature) ?? 0) + 1);
			known.of.set(feature, (known.of.get(feature) ?? 0) + 1);
		}
		byState.set(state, known);
	});
	const own = new Map(steps.map(({ state }, at) => [at, state]));
	return (at, state) => {
		const known = byState.get(state);
		if (!known || columns.length === 0) return 0;
		let sum = 0;
		for (const feature of features[at] ?? []) {
			// a paragraph is no witness of itself: else every reading would be right
			const itself = own.get(at) === state ? 1 : 0;
			const share = ((all.get(feature) ?? 1) - 1) / Math.max(1, traits.length - 1);
			const here = (known.of.get(feature) ?? 0) - itself;
			const count = known.count - itself;
			if (share === 0) continue;
			sum += Math.log((here + prior * share) / (count + prior) / share);
		}
		return strength * sum;
	};
}
const prior = 3;
