import type { Activity, Period, Responsible, Understanding } from '../../../src/modules/roadmap/rules/understanding';
import type { TrueActivity, TrueDeadline, Truth } from '../truth';
import { likeness, pair, stemsOf } from './words';

export const measures = [
	'f1',
	'stage',
	'kind',
	'windows',
	'responsible',
	'results',
	'capability',
	'title',
	'period',
	'strict'
] as const;
export type Measure = (typeof measures)[number];
/** From 0 to 1 each; a missed activity counts as wrong in every measure (strict). */
export type Score = Record<Measure, number>;
export type Fault = { measure: string; expected: string; got: string };
export type Judgement = { score: Score; faults: Fault[] };

const sameTitle = 0.6;

/** How well a document was understood: the contract's measures, every miss counted. */
export function judge(truth: Truth, found: Understanding): Judgement {
	const expected = truth.activities;
	const stems = expected.map(({ title }) => stemsOf(title));
	const got = found.activities.map(({ title }) => stemsOf(title));
	const near = (i: number, j: number) =>
		0.05 * (1 - Math.abs(i / Math.max(1, stems.length - 1) - j / Math.max(1, got.length - 1)));
	const pairs = pair(
		stems.map((a, i) => got.map((b, j) => (likeness(a, b) >= sameTitle ? likeness(a, b) + near(i, j) : 0)))
	);
	const faults: Fault[] = [];
	const sums = { stage: 0, kind: 0, windows: 0, responsible: 0, results: 0, capability: 0 };
	for (const [i, j] of pairs) {
		const [want, have] = [expected[i] as TrueActivity, found.activities[j] as Activity];
		const parts = {
			stage: Number(sameStage(want, truth, have, found)),
			kind: Number(want.deadline.kind === have.deadline.kind),
			windows: Number(sameWindows(want.deadline, have.deadline, truth.period)),
			responsible: samePeople(want.responsible, have.responsible),
			results: sameResults(want.results, have.results),
			capability: Number(want.does.some((code) => code === have.capability))
		};
		for (const [measure, value] of Object.entries(parts)) {
			sums[measure as keyof typeof sums] += value;
			if (value < 1) faults.push(told(measure, want, have, found));
		}
	}
	const [left, right] = [new Set(pairs.map(([i]) => i)), new Set(pairs.map(([, j]) => j))];
	for (const [i, { title }] of expected.entries())
		if (!left.has(i)) faults.push({ measure: 'missed', expected: title, got: '' });
	for (const [j, { title }] of found.activities.entries())
		if (!right.has(j)) faults.push({ measure: 'invented', expected: '', got: title });
	const share = (sum: number) => (expected.length ? sum / expected.length : 1);
	const f1 = (2 * pairs.length) / (expected.length + found.activities.length || 1);
	const title = Number(likeness(stemsOf(truth.title), stemsOf(found.title ?? '')) >= sameTitle);
	const period = Number(samePeriod(truth.period, found.period));
	if (!title) faults.push({ measure: 'title', expected: truth.title, got: found.title ?? '' });
	if (!period)
		faults.push({ measure: 'period', expected: JSON.stringify(truth.period), got: JSON.stringify(found.period) });
	const parts = Object.fromEntries(Object.entries(sums).map(([measure, sum]) => [measure, share(sum)])) as typeof sums;
	const strict = (f1 + parts.stage + parts.windows + parts.responsible + parts.capability) / 5;
	return { score: { f1, ...parts, title, period, strict }, faults };
}

/** The mean of many scores, measure by measure. */
export function meanOf(scores: readonly Score[]): Score {
	const mean = (measure: Measure) =>
		scores.reduce((sum, score) => sum + score[measure], 0) / Math.max(1, scores.length);
	return Object.fromEntries(measures.map((measure) => [measure, mean(measure)])) as Score;
}

function told(measure: string, want: TrueActivity, have: Activity, found: Understanding): Fault {
	const answers: Record<string, [unknown, unknown]> = {
		stage: [want.stage, have.stage === null ? null : found.stages[have.stage]?.title],
		kind: [`${want.deadline.text}: ${want.deadline.kind}`, `${have.deadline.text}: ${have.deadline.kind}`],
		windows: [
			`${want.deadline.text}: ${spans(want.deadline.windows)}`,
			`${have.deadline.text}: ${spans(have.deadline.windows)}`
		],
		responsible: [people(want.responsible), `${have.responsibleText} → ${people(have.responsible)}`],
		results: [want.results.join(' | '), have.results.join(' | ')],
		capability: [`${want.title}: ${want.does.join('/')}`, `${have.capability} (${have.capabilityBecause})`]
	};
	const [expected, got] = answers[measure] ?? ['', ''];
	return { measure, expected: String(expected), got: String(got) };
}

const spans = (windows: readonly Period[]) => windows.map(({ from, to }) => `${from}..${to}`).join(' ');
const people = (who: readonly Responsible[]) => who.map(({ kind, text }) => `${kind}: ${text}`).join(' | ');

function sameStage(want: TrueActivity, truth: Truth, have: Activity, found: Understanding) {
	if (want.stage === null || have.stage === null) return want.stage === have.stage;
	const [a, b] = [stemsOf(truth.stages[want.stage] ?? ''), stemsOf(found.stages[have.stage]?.title ?? '')];
	const likest = Math.max(...truth.stages.map((title) => likeness(stemsOf(title), b)));
	return likeness(a, b) >= 0.7 && likeness(a, b) >= likest;
}

function sameWindows(want: TrueDeadline, have: Activity['deadline'], period: Period | null) {
	const readings = [want.windows, ...(want.or ?? [])];
	if (want.windows.length === 0)
		return (
			want.kind === have.kind && (have.windows.length === 0 || spans(have.windows) === spans(period ? [period] : []))
		);
	const ends = (windows: readonly Period[]) =>
		windows
			.map(({ to }) => to)
			.sort()
			.join(' ');
	if (want.untilOnly)
		return ends(want.windows) === ends(have.windows) && have.windows.every(({ from, to }) => from <= to);
	return readings.some((windows) => spans(merged(windows)) === spans(merged(have.windows)));
}

/** Windows in order, those that touch made one. */
function merged(windows: readonly Period[]): Period[] {
	const out: Period[] = [];
	for (const { from, to } of [...windows].sort((a, b) => a.from.localeCompare(b.from))) {
		const last = out.at(-1);
		const next = last && new Date(Date.parse(last.to) + 86_400_000).toISOString().slice(0, 10);
		if (last && next && from <= next) out[out.length - 1] = { from: last.from, to: to > last.to ? to : last.to };
		else out.push({ from, to });
	}
	return out;
}

/** F1 of two sets of people; the right words under a wrong kind count a half. */
function samePeople(want: readonly Responsible[], have: readonly Responsible[]) {
	if (want.length === 0 || have.length === 0) return Number(want.length === have.length);
	const alike = want.map((a) => have.map((b) => resembles(a, b)));
	const hits = pair(alike).reduce((sum, [i, j]) => sum + (want[i]?.kind === have[j]?.kind ? 1 : 0.5), 0);
	return (2 * hits) / (want.length + have.length);
}

const surnameOf = (text: string) =>
	/[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?=,?\s+[А-ЯЁ][.,\s])|(?<=[А-ЯЁ][.,]\s?)[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?/.exec(
		text
	)?.[0];

function resembles(a: Responsible, b: Responsible) {
	if (a.kind === 'person') {
		const [one, other] = [surnameOf(a.text), surnameOf(b.text)];
		if (one || other) return Number(one === other);
	}
	const alike = likeness(stemsOf(a.text), stemsOf(b.text));
	return alike >= 0.7 ? alike : 0;
}

function sameResults(want: readonly string[], have: readonly string[]) {
	if (want.length === 0 || have.length === 0) return Number(want.length === have.length);
	const alike = want.map((a) => have.map((b) => (likeness(stemsOf(a), stemsOf(b)) >= sameTitle ? 1 : 0)));
	return (2 * pair(alike).length) / (want.length + have.length);
}

const samePeriod = (want: Period | null, have: Period | null) =>
	want === null || have === null ? want === have : want.from === have.from && want.to === have.to;
