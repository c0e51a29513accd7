import type { Compared } from './comparison';
import { signed } from './summary/draft';
import { percentOf, rounded, type Spread } from './summary/numbers';
import type { Summary } from './summary/question';

/** What a report says, before it becomes a paper: bars are shares of the longest, texts are ready. */
export type Bar = { label: string; share: number; value: string };
export type Piece = { title: string; sentence: string; bars: Bar[]; words: string[]; more: number };
export type Lines = { title: string; headings: string[]; rows: string[][] };

type Hidden = (question: string, key: string) => boolean;

/** Longer lists of open answers stay in the table of raw answers. */
const mostWords = 30;

const num = (value: number) => String(rounded(value)).replace('.', ',');

/** One question on paper. Who was named how often never goes there: a report is read by many. */
export function pieceOf(summary: Summary, hidden: Hidden): Piece | null {
	if (summary.kind === 'ranking' || summary.kind === 'files') return null;
	const said = 'words' in summary ? summary.words.filter(({ key }) => !hidden(summary.code, key)) : [];
	const words = said.slice(0, mostWords).map(({ text, count }) => (count > 1 ? `${text} (${count})` : text));
	return {
		title: summary.text,
		sentence: sentenceOf(summary),
		bars: summary.withheld || summary.answered === 0 ? [] : barsOf(summary),
		words,
		more: said.length - words.length
	};
}

function sentenceOf(summary: Summary) {
	if (summary.withheld) return 'До вопроса дошли меньше пяти человек: ответы не показываются.';
	if (summary.answered === 0) return 'Нет данных.';
	const spread = summary.kind === 'scale' || summary.kind === 'choice' ? summary.spread : null;
	const counted = `Ответили ${summary.answered} из ${summary.asked}.`;
	return spread ? `${counted} ${spreadWords(spread)}` : counted;
}

const spreadWords = ({ mean, deviation, median, lower, upper }: Spread) =>
	`В среднем ${num(mean)} (разброс ±${num(deviation)}), медиана ${num(median)}, половина ответов от ${num(lower)} до ${num(upper)}.`;

function barsOf(summary: Summary): Bar[] {
	if (summary.kind === 'grid') {
		const highest = Math.max(1e-9, ...summary.columns.map(({ value }) => value ?? 0));
		return summary.rows.map(({ text, counts, spread }) => ({
			label: text,
			share: spread ? Math.max(0, spread.mean / highest) : 0,
			value: spread
				? `в среднем ${num(spread.mean)}`
				: summary.columns.map((column, at) => `${column.text}: ${counts[at]}`).join(', ')
		}));
	}
	const parts = summary.kind === 'scale' ? summary.steps : summary.kind === 'choice' ? summary.options : [];
	const longest = Math.max(1, ...parts.map(({ count }) => count));
	return parts.map(({ text, count }) => ({
		label: text,
		share: count / longest,
		value: `${count} (${percentOf(count, summary.answered)} %)`
	}));
}

const meanText = (spread: Spread | null) => (spread ? `${num(spread.mean)} (${spread.count})` : 'нет данных');

const manners = [
	{ how: 'growth', title: 'Было и стало', heads: ['Было', 'Стало', 'Изменение', 'Выше стало у'] },
	{ how: 'expectation', title: 'Ожидание – факт', heads: ['Ждали', 'Получили', 'Разница', 'Выше ожиданий у'] },
	{ how: 'beside', title: 'Рядом, без разницы', heads: ['В первый раз', 'Во второй'] }
] as const;

/** The comparison as tables of one manner each: what was expected and came is not called growth. */
export function comparisonLines(compared: readonly Compared[]): Lines[] {
	return manners.flatMap(({ how, title, heads }) => {
		const rows = compared.filter((one) => one.how === how);
		if (rows.length === 0) return [];
		return [{ title, headings: ['Вопрос', ...heads], rows: rows.map(lineOf) }];
	});
}

function lineOf(one: Compared) {
	const means = [one.text, meanText(one.before), meanText(one.after)];
	if (!('change' in one)) return means;
	return [
		...means,
		...(one.change ? [signed(one.change.median), `${one.change.up} из ${one.change.pairs}`] : ['нет данных', ''])
	];
}
