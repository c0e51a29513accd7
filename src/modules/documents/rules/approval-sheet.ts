import { showDate } from '../../../core/dates';
import type { Approval } from '../queries/document';
import { approvalKinds, outcomes } from './life';

export type SheetLine = { number: number; who: string; what: string; answer: string; on: string; signature: string };

/** Lines of «Лист согласования»: an answer of a former text is told as such and leaves its place to a new one. */
export const sheetLines = (approvals: readonly Approval[]): SheetLine[] =>
	approvals.map(({ kind, name, post, outcome, words, stale, answeredOn, how }, at) => {
		const said = outcome ? [outcomes[outcome], words].filter(Boolean).join(': ') : '';
		const fresh = outcome !== null && !stale;
		return {
			number: at + 1,
			who: [name, post].filter(Boolean).join(', '),
			what: approvalKinds[kind],
			answer: stale && said ? `О прежнем тексте – ${said}` : said,
			on: fresh && answeredOn ? showDate(answeredOn) : '',
			signature: !fresh || outcome === 'silent' ? '' : how === 'program' ? 'в программе' : 'на бумаге'
		};
	});
