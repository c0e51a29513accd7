import type { Compared } from '../comparison';
import { percentOf, rounded, type Spread } from './numbers';
import type { Summary } from './question';

type Measured = { text: string; scale: string; mean: number; count: number };

/** Scales and rows of grids that have a mean, each with the scale it is on. */
export const measuredIn = (summaries: readonly Summary[]): Measured[] =>
	summaries.flatMap((one) => {
		if (one.kind === 'scale') return measured(one.text, ends(one.steps.map(({ code }) => code)), one.spread);
		if (one.kind !== 'grid') return [];
		const scale = ends(one.columns.map(({ value }) => String(value)));
		return one.rows.flatMap(({ text, spread }) => measured(`${one.text}: ${text}`, scale, spread));
	});

const ends = (steps: readonly string[]) => `${steps[0]}–${steps.at(-1)}`;
const measured = (text: string, scale: string, spread: Spread | null): Measured[] =>
	spread ? [{ text, scale, mean: spread.mean, count: spread.count }] : [];

const num = (value: number) => String(rounded(value)).replace('.', ',').replace('-', '−');
const quoted = (text: string) => `«${text.replace(/[\s.?!:]+$/, '')}»`;

type Answered = { answered: number; invited: number };
type Hidden = (code: string, key: string) => boolean;

/**
 * A conclusion to begin with, from the numbers and in plain words: how many answered, what stands highest and lowest,
 * what has changed most, what people wrote. What was expected and came is not called growth.
 */
export function draftOf(
	{ answered, invited }: Answered,
	summaries: readonly Summary[],
	compared: readonly Compared[],
	hidden: Hidden = () => false
) {
	if (answered === 0) return '';
	return [
		howMany({ answered, invited }),
		...extremes(measuredIn(summaries)),
		...chosenMost(summaries),
		...changedMost(compared),
		...written(summaries, hidden)
	].join('\n');
}

function howMany({ answered, invited }: Answered) {
	const share = percentOf(answered, invited);
	return `Ответили ${answered} из ${invited}${share === null ? '' : ` (${share} %)`}.`;
}

/** Means of different scales are not put in one row: only those on the scale that most questions share. */
function extremes(every: readonly Measured[]) {
	const onScale = Map.groupBy(every, ({ scale }) => scale);
	const [all = []] = [...onScale.values()].sort((a, b) => b.length - a.length);
	const inOrder = [...all].sort((a, b) => b.mean - a.mean);
	const [highest, lowest] = [inOrder[0], inOrder.at(-1)];
	if (!highest || !lowest) return [];
	if (highest.mean === lowest.mean && all.length === 1)
		return [`Среднее: ${quoted(highest.text)} – ${num(highest.mean)}.`];
	if (highest.mean === lowest.mean) return [`Все средние одинаковы: ${num(highest.mean)}.`];
	return [
		`Выше всего: ${quoted(highest.text)} – в среднем ${num(highest.mean)}.`,
		`Ниже всего: ${quoted(lowest.text)} – в среднем ${num(lowest.mean)}.`
	];
}

function chosenMost(summaries: readonly Summary[]) {
	return summaries.flatMap((one) => {
		if (one.kind !== 'choice' || one.spread || one.answered === 0) return [];
		const [most] = [...one.options].sort((a, b) => b.count - a.count);
		return most?.count
			? [`${quoted(one.text)}: чаще всего – ${quoted(most.text)} (${most.count} из ${one.answered}).`]
			: [];
	});
}

function changedMost(compared: readonly Compared[]) {
	const changed = compared.flatMap((one) =>
		one.how === 'growth' && one.change && one.change.median !== 0 ? [{ ...one, change: one.change }] : []
	);
	const [most] = changed.sort((a, b) => Math.abs(b.change.median) - Math.abs(a.change.median));
	const expected = compared.filter((one) => one.how === 'expectation' && one.change && one.change.median < 0);
	return [
		...(most
			? [
					`Изменилось больше всего: ${quoted(most.text)} – ${signed(most.change.median)} (медиана), выше стало у ${most.change.up} из ${most.change.pairs}.`
				]
			: []),
		...(expected.length > 0 ? [`Ниже ожиданий: ${expected.map(({ text }) => quoted(text)).join(', ')}.`] : [])
	];
}

export const signed = (value: number) => (rounded(value) > 0 ? `+${num(value)}` : num(value));

/** What several said in the same words comes first; long ones stay in the list. */
function written(summaries: readonly Summary[], hidden: Hidden) {
	return summaries.flatMap((one) => {
		if (one.kind !== 'words') return [];
		const said = one.words.filter(({ key, text }) => !hidden(one.code, key) && text.length <= 160).slice(0, 3);
		return said.length === 0
			? []
			: [`${quoted(one.text)}, из ответов: ${said.map(({ text }) => quoted(text)).join('; ')}.`];
	});
}
