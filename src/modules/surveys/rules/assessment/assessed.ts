import type { Answers } from '../answers';
import { measuresOf } from '../comparison';
import { type Questionnaire, questionsOf } from '../questionnaire';
import { type Spread, spreadOf } from '../summary/numbers';
import type { Eyes } from './eyes';

/** One sheet of an assessment; `answers` null: not filled in yet. */
export type Sheet = { subjectId: string; personId: string; eyes: Eyes; answers: Answers | null };

/** What is assessed: a scale, a counted choice, a row of a counted table. */
export type Parameter = {
	code: string;
	question: string;
	text: string;
	scale: string;
	ends: readonly [number, number];
};

export const parametersOf = (content: Pick<Questionnaire, 'sections'>): Parameter[] =>
	questionsOf(content).flatMap((question) =>
		measuresOf(question).map(({ code, text, scale, ends }) => ({ code, question: question.code, text, scale, ends }))
	);

/** What one pair of eyes sees in one parameter; undefined: nothing was said. */
export function valueIn(content: Pick<Questionnaire, 'sections'>, { code, question }: Parameter, answers: Answers) {
	const asked = questionsOf(content).find((one) => one.code === question);
	const answer = answers[question];
	return asked && answer
		? measuresOf(asked)
				.find((one) => one.code === code)
				?.valueIn(answer)
		: undefined;
}

/** One parameter of one person: what they say themselves, what others see, and how far the others are apart. */
export type Seen = Parameter & {
	self: number | null;
	others: Spread | null;
	by: { eyes: Eyes; personId: string; value: number }[];
};

/** Two values on one scale may be put side by side; how they stood the first time is null where it was not asked so. */
export type Line = Seen & { before: { self: number | null; others: number | null } | null };

export type Assessed = {
	subjectId: string;
	lines: Line[];
	self: number | null; // mean of the parameters, where they share a scale
	others: number | null;
	before: { self: number | null; others: number | null } | null;
	asked: number;
	filled: number;
	seen: boolean; // by anybody but themselves
};

const mean = (values: readonly (number | null | undefined)[]) =>
	spreadOf(values.flatMap((value) => value ?? []))?.mean ?? null;

type Content = Pick<Questionnaire, 'sections'>;

function seenIn(content: Content, sheets: readonly Sheet[]): Seen[] {
	return parametersOf(content).map((parameter) => {
		const values = sheets.flatMap(({ eyes, personId, answers }) => {
			const value = answers ? valueIn(content, parameter, answers) : undefined;
			return value === undefined ? [] : [{ eyes, personId, value }];
		});
		const by = values.filter(({ eyes }) => eyes !== 'self');
		return {
			...parameter,
			self: values.find(({ eyes }) => eyes === 'self')?.value ?? null,
			others: spreadOf(by.map(({ value }) => value)),
			by
		};
	});
}

export type Wave = { content: Content; sheets: readonly Sheet[] };

/** Everybody who is assessed in a wave, with how they stood in the earlier one. */
export function assessedIn(now: Wave, earlier: Wave | null): Assessed[] {
	const bySubject = Map.groupBy(now.sheets, ({ subjectId }) => subjectId);
	return [...bySubject].map(([subjectId, sheets]) => {
		const was = earlier?.sheets.filter((sheet) => sheet.subjectId === subjectId && sheet.answers) ?? [];
		const first = earlier && was.length > 0 ? seenIn(earlier.content, was) : null;
		const lines = seenIn(now.content, sheets).map((seen): Line => {
			const then = first?.find(({ code, scale }) => code === seen.code && scale === seen.scale);
			return { ...seen, before: then ? { self: then.self, others: then.others?.mean ?? null } : null };
		});
		const filled = sheets.filter(({ answers }) => answers);
		return {
			subjectId,
			lines,
			...meansOf(lines),
			asked: sheets.length,
			filled: filled.length,
			seen: filled.some(({ eyes }) => eyes !== 'self')
		};
	});
}

/** Means over parameters mean something only on one scale. */
function meansOf(lines: readonly Line[]) {
	const oneScale = new Set(lines.map(({ scale }) => scale)).size === 1;
	if (!oneScale) return { self: null, others: null, before: null };
	const compared = lines.flatMap(({ before }) => before ?? []);
	return {
		self: mean(lines.map(({ self }) => self)),
		others: mean(lines.map(({ others }) => others?.mean)),
		before:
			compared.length > 0
				? { self: mean(compared.map(({ self }) => self)), others: mean(compared.map(({ others }) => others)) }
				: null
	};
}

/** One parameter over everybody: means, how far people are apart, and how those seen both times have changed. */
export type OverAll = Parameter & {
	self: Spread | null;
	others: Spread | null;
	change: { self: Moved | null; others: Moved | null };
};
export type Moved = { people: number; before: number; after: number; median: number; up: number };

export function overAll(content: Content, people: readonly Assessed[]): OverAll[] {
	return parametersOf(content).map((parameter) => {
		const lines = people.flatMap((one) => one.lines.filter(({ code }) => code === parameter.code));
		return {
			...parameter,
			self: spreadOf(lines.flatMap(({ self }) => self ?? [])),
			others: spreadOf(lines.flatMap(({ others }) => others?.mean ?? [])),
			change: {
				self: movedOf(lines.map(({ before, self }) => [before?.self, self])),
				others: movedOf(lines.map(({ before, others }) => [before?.others, others?.mean]))
			}
		};
	});
}

function movedOf(twice: readonly (readonly [before: number | null | undefined, after: number | null | undefined])[]) {
	const both = twice.flatMap(([before, after]) =>
		typeof before === 'number' && typeof after === 'number' ? [[before, after] as const] : []
	);
	const [before, after] = [mean(both.map(([one]) => one)), mean(both.map(([, two]) => two))];
	const changes = spreadOf(both.map(([one, two]) => two - one));
	if (!changes || before === null || after === null) return null;
	return {
		people: both.length,
		before,
		after,
		median: changes.median,
		up: both.filter(([one, two]) => two > one).length
	};
}

/** Whom the school's list of assessed people shows. */
export const assessedFilters = { all: 'все', unseen: 'не оценены', waiting: 'не все ответили' } as const;
export type AssessedFilter = keyof typeof assessedFilters;
export const assessedBy: Record<AssessedFilter, (one: Assessed) => boolean> = {
	all: () => true,
	unseen: ({ seen }) => !seen,
	waiting: ({ asked, filled }) => filled < asked
};
