import { type Span, schoolYearOf } from '../../../core/dates';

/** From today to the last day of May; in summer, the school year that comes. */
export function usualTerm(today: string): Span {
	const { from, to } = schoolYearOf(today);
	const may = `${to.slice(0, 4)}-05-31`;
	if (today <= may) return { from: today, to: may };
	const year = Number(from.slice(0, 4)) + 1;
	return { from: `${year}-09-01`, to: `${year + 1}-05-31` };
}
