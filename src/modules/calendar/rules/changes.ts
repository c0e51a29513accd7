import { type Actor, has } from '../../../core/actor';
import { daysBetween, type Span } from '../../../core/dates';
import type { Problems } from '../../../core/forms';
import type { DayOffKind, Term } from './calendar';

export const calendarKeepers = ['curator', 'director', 'administrator', 'methodologist', 'authority'] as const;
export const canChangeCalendar = (actor: Pick<Actor, 'roles'>) => has(actor, ...calendarKeepers);

/** Days to be added; both ends inclusive. */
export type NewDaysOff = Span & { kind: DayOffKind; name: string };

/** A row of the terms' form, blank when it is not used. */
export type NewTerm = { name: string; from: string | null; to: string | null };

const inside = ({ from, to }: Span, year: Span) => from >= year.from && to <= year.to;

/** What is wrong with days to be added to a school year. */
export function problemsWithDays({ from, to, kind }: NewDaysOff, year: Span): Problems {
	if (to < from) return { to: 'Последний день раньше первого' };
	if (!inside({ from, to }, year)) return { from: 'Эти дни вне учебного года: откройте нужный год' };
	const longest = kind === 'vacation' ? 123 : 60;
	if (daysBetween(from, to) >= longest) return { to: `Больше ${longest} дней подряд: проверьте даты` };
	return {};
}

/** What is wrong with the terms of a year; a problem stands beside the row, named `from-0`, `to-2` … */
export function problemsWithTerms(terms: readonly NewTerm[], year: Span): Problems {
	const problems: Problems = {};
	const whole = terms.flatMap((term, row) =>
		term.from && term.to ? [{ ...term, from: term.from, to: term.to, row }] : []
	);
	terms.forEach((term, row) => {
		if (term.name && !term.from) problems[`from-${row}`] = `«${term.name}»: укажите первый день, ДД.ММ.ГГГГ`;
		if (term.name && !term.to) problems[`to-${row}`] = `«${term.name}»: укажите последний день, ДД.ММ.ГГГГ`;
		if (!term.name && (term.from || term.to)) problems[`name-${row}`] = 'Назовите период: «1 четверть»';
	});
	for (const { from, to, row, name } of whole) {
		if (to < from) problems[`to-${row}`] = `«${name}»: последний день раньше первого`;
		else if (!inside({ from, to }, year)) problems[`from-${row}`] = `«${name}»: дни вне этого учебного года`;
	}
	const sorted = [...whole].sort((a, b) => (a.from < b.from ? -1 : 1));
	sorted.forEach((term, index) => {
		const before = sorted[index - 1];
		if (before && before.to >= term.from) {
			problems[`from-${term.row}`] = `«${term.name}» начинается раньше, чем закончилась «${before.name}»`;
		}
	});
	return problems;
}

/** Blank rows are left out; the rest stand in order of time. */
export const filledTerms = (terms: readonly NewTerm[]): Omit<Term, 'id'>[] =>
	terms
		.flatMap(({ name, from, to }) => (name && from && to ? [{ name, from, to }] : []))
		.sort((a, b) => (a.from < b.from ? -1 : 1));
