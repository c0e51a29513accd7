import type { Lines } from '../report';
import { signed } from '../summary/draft';
import { rounded } from '../summary/numbers';
import type { Assessed, Moved, OverAll } from './assessed';

const num = (value: number | null | undefined) =>
	typeof value === 'number' ? String(rounded(value)).replace('.', ',') : 'нет данных';
const quoted = (text: string) => `«${text.replace(/[\s.?!:]+$/, '')}»`;

const moved = (of: Moved | null) =>
	of ? [num(of.before), num(of.after), signed(of.median), `${of.up} из ${of.people}`] : ['нет данных', '', '', ''];

/** What goes into a report that many will read: parameters, never people. */
export function overAllLines(parameters: readonly OverAll[]): Lines[] {
	const compared = parameters.filter(({ change }) => change.self || change.others);
	return [
		{
			title: 'Сами и со стороны',
			headings: ['Параметр', 'Сами', 'Со стороны', 'Разброс'],
			rows: parameters.map(({ text, self, others }) => [
				text,
				num(self?.mean),
				num(others?.mean),
				others ? `±${num(others.deviation)}` : ''
			])
		},
		...(compared.length > 0
			? (['others', 'self'] as const).map((eyes) => ({
					title: eyes === 'self' ? 'Было и стало: сами' : 'Было и стало: со стороны',
					headings: ['Параметр', 'Было', 'Стало', 'Изменение', 'Выше стало у'],
					rows: compared.map(({ text, change }) => [text, ...moved(change[eyes])])
				}))
			: [])
	];
}

/** One person's own table, for those who were promised the answers. */
export const personLines = (title: string, { lines, before }: Assessed): Lines => ({
	title,
	headings: ['Параметр', 'Сам', 'Со стороны', 'От – до', ...(before ? ['Было со стороны'] : [])],
	rows: lines.map(({ text, self, others, before: then }) => [
		text,
		num(self),
		num(others?.mean),
		others && others.most > others.least ? `${num(others.least)}–${num(others.most)}` : '',
		...(before ? [num(then?.others)] : [])
	])
});

/** A conclusion to begin from: how many were seen, what stands highest and lowest, where the eyes disagree, what has changed. */
export function assessmentDraft(people: readonly Assessed[], parameters: readonly OverAll[]) {
	const seen = people.filter((one) => one.seen).length;
	if (people.every(({ filled }) => filled === 0)) return '';
	const order = parameters
		.flatMap(({ text, others }) => (others ? [{ text, mean: others.mean }] : []))
		.sort((a, b) => b.mean - a.mean);
	const [highest, lowest] = [order[0], order.at(-1)];
	const apart = parameters
		.flatMap(({ text, self, others }) => (self && others ? [{ text, by: self.mean - others.mean }] : []))
		.sort((a, b) => Math.abs(b.by) - Math.abs(a.by))[0];
	const grown = parameters
		.flatMap(({ text, change }) => (change.others ? [{ text, ...change.others }] : []))
		.sort((a, b) => b.median - a.median)[0];
	return [
		`Оценены со стороны ${seen} из ${people.length}.`,
		...(highest && lowest && highest.mean !== lowest.mean
			? [
					`Выше всего: ${quoted(highest.text)} – ${num(highest.mean)}; ниже всего: ${quoted(lowest.text)} – ${num(lowest.mean)}.`
				]
			: []),
		...(apart && Math.abs(apart.by) >= 0.5
			? [
					`Сильнее всего взгляды расходятся в ${quoted(apart.text)}: сами оценивают себя ${apart.by > 0 ? 'выше' : 'ниже'} на ${num(Math.abs(apart.by))}.`
				]
			: []),
		...(grown
			? [
					`Изменилось больше всего: ${quoted(grown.text)} – ${signed(grown.median)} (медиана), выше стало у ${grown.up} из ${grown.people}.`
				]
			: [])
	].join('\n');
}
