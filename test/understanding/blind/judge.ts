import type { Deadline, Period, Responsible } from '../../../src/modules/roadmap/rules/understanding';
import { likeness, pair, stemsOf } from '../score/words';
import type { Reading } from './deadlines';
import type { Somebody } from './responsibles';

const spans = (windows: readonly Period[]) => windows.map(({ from, to }) => `${from}..${to}`).join(' ');
const ends = (windows: readonly Period[]) =>
	windows
		.map(({ to }) => to)
		.sort()
		.join(' ');

/** By the contract: right kind and right windows. Kinds without dates of their own may name the whole period. */
export function rightReading(want: Reading, have: Deadline, period: Period | null): boolean {
	if (want.kind !== have.kind) return false;
	const { within } = want;
	if (within)
		return (
			have.windows.length > 0 &&
			have.windows.every(({ from, to }) => within.from <= from && from <= to && to <= within.to)
		);
	if (want.ends) return ends(want.windows) === ends(have.windows) && have.windows.every(({ from, to }) => from <= to);
	if (want.windows.length > 0) return spans(merged(want.windows)) === spans(merged(have.windows));
	if (have.windows.length === 0) return true;
	if (want.kind === 'none' || !period) return false;
	if (want.kind === 'cadence') return have.windows.every(({ from, to }) => period.from <= from && to <= period.to);
	return spans(merged(have.windows)) === spans([period]);
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

/** F1 of two lists of people; the right words under a wrong kind count a half. */
export function likePeople(want: readonly Somebody[], have: readonly Responsible[]): number {
	if (want.length === 0 || have.length === 0) return Number(want.length === have.length);
	const alike = want.map(({ text, kinds }) => have.map((one) => resembles(text, kinds[0] === 'person', one.text)));
	const hits = pair(alike).reduce(
		(sum, [i, j]) => sum + (want[i]?.kinds.some((kind) => kind === have[j]?.kind) ? 1 : 0.5),
		0
	);
	return (2 * hits) / (want.length + have.length);
}

const surname = /[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?=\s+[А-ЯЁ][.,])|(?<=[А-ЯЁ][.,]\s?)[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?/;
function resembles(want: string, person: boolean, have: string): number {
	const [one, other] = [surname.exec(want)?.[0], surname.exec(have)?.[0]];
	if (person && one) return Number(one === other);
	const alike = likeness(stemsOf(want), stemsOf(have));
	return alike >= 0.7 ? alike : 0;
}

/** F1 of two lists of results. */
export function likeResults(want: readonly string[], have: readonly string[]): number {
	if (want.length === 0 || have.length === 0) return Number(want.length === have.length);
	const alike = want.map((a) => have.map((b) => Number(likeness(stemsOf(a), stemsOf(b)) >= 0.6)));
	return (2 * pair(alike).length) / (want.length + have.length);
}
