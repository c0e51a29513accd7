import { type Answer, type Answers, isAsked } from './answers';
import { type Comparison, enough, type Identity, type Option, type Question } from './questionnaire';
import { type Spread, spreadOf } from './summary/numbers';
import { worthOf } from './summary/question';

/** One who answered, as far as the wave lets them be told from others: a person, a pseudonym, or nobody. */
export type Sheet = { key: string | null; answers: Answers };
export type Side = { identity: Identity; questions: readonly Question[]; sheets: readonly Sheet[] };

/** Something measured in both waves: a scale, a choice whose options count, a row of a grid. */
type Measure = {
	code: string;
	text: string;
	scale: string;
	ends: readonly [number, number];
	valueIn: (answer: Answer) => number | undefined;
};

/** Changes of the same people: how many went up, stayed, went down, and the middle change. */
export type Change = { pairs: number; median: number; up: number; same: number; down: number };

export type Compared = {
	code: string;
	ends: readonly [number, number] | null; // of the scale
	text: string; // as asked the second time
	earlier: string | null; // as asked the first time, where the words differ
	before: Spread | null;
	after: Spread | null;
} & (
	| { how: 'growth' | 'expectation'; change: Change | null } // null: nobody, or too few to be shown
	| { how: 'beside' }
	| { how: 'incomparable'; why: 'scale' | 'kind' }
);

export type Pairing = { pairs: number; onlyBefore: number; onlyAfter: number; possible: boolean };

/** Who has answered both times; of answers without any key nothing can be said of the same person. */
export function pairingOf(before: Side, after: Side): Pairing {
	const possible = sameIdentity(before, after) && after.identity !== 'anonymous';
	if (!possible) return { pairs: 0, onlyBefore: before.sheets.length, onlyAfter: after.sheets.length, possible };
	const pairs = pairsOf(before, after).length;
	return { pairs, onlyBefore: before.sheets.length - pairs, onlyAfter: after.sheets.length - pairs, possible };
}

/** A person's name and a pseudonym are never put together: that would name the pseudonym. */
const sameIdentity = (before: Side, after: Side) => before.identity === after.identity;

export function pairsOf(before: Side, after: Side): [before: Sheet, after: Sheet][] {
	if (!sameIdentity(before, after)) return [];
	const first = new Map(before.sheets.flatMap((sheet) => (sheet.key === null ? [] : [[sheet.key, sheet] as const])));
	return after.sheets.flatMap((sheet) => {
		const earlier = sheet.key === null ? undefined : first.get(sheet.key);
		return earlier ? [[earlier, sheet] as [Sheet, Sheet]] : [];
	});
}

/** Question by question, those that stand in both by the same code; in the order of the second. */
export function comparisonOf(before: Side, after: Side): Compared[] {
	const pairs = pairsOf(before, after);
	return after.questions.flatMap((question) => {
		const earlier = before.questions.find(({ code }) => code === question.code);
		if (!earlier || !measured(question) || !measured(earlier)) return [];
		return comparedOf(earlier, question, { before, after, pairs });
	});
}

const measured = ({ kind }: Question) => kind === 'scale' || kind === 'single' || kind === 'grid';

type Sheets = { before: Side; after: Side; pairs: readonly (readonly [Sheet, Sheet])[] };

function comparedOf(earlier: Question, question: Question, { before, after, pairs }: Sheets): Compared[] {
	const measures = measuresOf(question);
	if (earlier.kind !== question.kind) return measures.map((now) => otherKind(now, earlier));
	const wasThere = measuresOf(earlier);
	return measures.flatMap((now): Compared[] => {
		const was = wasThere.find(({ code }) => code === now.code);
		if (!was) return [];
		const about = {
			code: now.code,
			ends: now.ends,
			text: now.text,
			earlier: was.text === now.text ? null : was.text,
			before: shownSpread(before, earlier, was),
			after: shownSpread(after, question, now)
		};
		if (was.scale !== now.scale) return [{ ...about, how: 'incomparable', why: 'scale' }];
		const how = howCompared(earlier, question);
		if (how === 'beside') return [{ ...about, how }];
		const changes = pairs.flatMap(([first, second]) => {
			const [from, to] = [valueIn(first, earlier.code, was), valueIn(second, question.code, now)];
			return from === undefined || to === undefined ? [] : to - from;
		});
		return [{ ...about, how, change: changeOf(changes, after.identity) }];
	});
}

const otherKind = ({ code, text }: Measure, { text: was }: Question): Compared => ({
	...{ code, text, ends: null, earlier: was === text ? null : was, before: null, after: null },
	how: 'incomparable',
	why: 'kind'
});

/** What either of the two says of itself counts, the more careful word first; said by neither: the same words asked twice measure growth. */
export function howCompared(earlier: Question, question: Question): Comparison {
	const said = [earlier.comparison, question.comparison];
	if (said.includes('beside')) return 'beside';
	if (said.includes('expectation')) return 'expectation';
	return said.includes('growth') || earlier.text === question.text ? 'growth' : 'beside';
}

/** How one person's answers changed: means over what was measured both times on the same scale, and how many went which way. */
export type PersonChange = { key: string; before: number; after: number; up: number; same: number; down: number };

/** Person by person, of waves with names; `how`: growth and expectation are never added together. */
export function changesByPerson(before: Side, after: Side, how: 'growth' | 'expectation'): PersonChange[] {
	if (before.identity !== 'named' || after.identity !== 'named') return [];
	const measures = after.questions.flatMap((question) => {
		const earlier = before.questions.find(({ code }) => code === question.code);
		if (!earlier || howCompared(earlier, question) !== how || earlier.kind !== question.kind) return [];
		const wasThere = measuresOf(earlier);
		return measuresOf(question).flatMap((now) => {
			const was = wasThere.find(({ code, scale }) => code === now.code && scale === now.scale);
			return was ? [{ code: question.code, was, now }] : [];
		});
	});
	return pairsOf(before, after).flatMap(([first, second]) => {
		const both = measures.flatMap(({ code, was, now }) => {
			const [from, to] = [valueIn(first, code, was), valueIn(second, code, now)];
			return from === undefined || to === undefined ? [] : [[from, to] as const];
		});
		const means = [spreadOf(both.map(([from]) => from)), spreadOf(both.map(([, to]) => to))];
		if (!means[0] || !means[1] || second.key === null) return [];
		return [
			{
				key: second.key,
				before: means[0].mean,
				after: means[1].mean,
				up: both.filter(([from, to]) => to > from).length,
				same: both.filter(([from, to]) => to === from).length,
				down: both.filter(([from, to]) => to < from).length
			}
		];
	});
}

/** Without names fewer than five pairs are not shown. */
function changeOf(changes: readonly number[], identity: Identity): Change | null {
	const spread = spreadOf(changes);
	if (!spread || (identity !== 'named' && changes.length < enough)) return null;
	return {
		pairs: changes.length,
		median: spread.median,
		up: changes.filter((change) => change > 0).length,
		same: changes.filter((change) => change === 0).length,
		down: changes.filter((change) => change < 0).length
	};
}

const valueIn = ({ answers }: Sheet, code: string, measure: Measure) => {
	const answer = answers[code];
	return answer && measure.valueIn(answer);
};

/** What all answers of one wave say of a measure; null where there are none, or where so few were led to the question without their names that they would be guessed. */
export function shownSpread({ identity, sheets }: Side, question: Question, measure: Measure) {
	const asked = sheets.filter(({ answers }) => isAsked(question, answers));
	if (identity !== 'named' && asked.length < enough) return null;
	return spreadOf(asked.flatMap((sheet) => valueIn(sheet, question.code, measure) ?? []));
}

/** In whatever order the options stand. */
const scaleOf = (options: readonly Option[]) =>
	options
		.map(({ code, value }) => `${code}=${value}`)
		.toSorted()
		.join();

const endsOf = (options: readonly Option[]): [number, number] => {
	const values = options.flatMap(({ value }) => value ?? []);
	return [Math.min(...values), Math.max(...values)];
};

/** What a question measures; a choice whose options count for nothing measures nothing. */
export function measuresOf(question: Question): Measure[] {
	const { code, text } = question;
	if (question.kind === 'scale') {
		const { from, to } = question;
		const inside = (n: number) => (n >= from && n <= to ? n : undefined);
		return [
			{
				code,
				text,
				scale: `${from}–${to}`,
				ends: [from, to],
				valueIn: (one) => ('number' in one ? inside(one.number) : undefined)
			}
		];
	}
	if (question.kind === 'single') {
		const { options } = question;
		if (options.every(({ value }) => value === undefined)) return [];
		const valueIn = (one: Answer) => ('option' in one ? worthOf(options, one.option) : undefined);
		return [{ code, text, scale: scaleOf(options), ends: endsOf(options), valueIn }];
	}
	if (question.kind !== 'grid') return [];
	const { rows, columns } = question;
	if (columns.every(({ value }) => value === undefined)) return [];
	return rows.map((row) => ({
		code: `${code}.${row.code}`,
		text: `${text}: ${row.text}`,
		scale: scaleOf(columns),
		ends: endsOf(columns),
		valueIn: (one) => ('rows' in one ? worthOf(columns, one.rows[row.code]) : undefined)
	}));
}
