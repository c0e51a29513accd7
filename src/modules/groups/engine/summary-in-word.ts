import { paperInWord } from '../../../core/paper-in-word';
import { type SummaryPaper, summaryHeads } from '../rules/summary-paper';

/** Who is in which group on a day, with what speaks for it, and a line for the signature. */
export const summaryInWord = ({ organisation, title, words, rows }: SummaryPaper): Promise<Uint8Array> =>
	paperInWord({
		title,
		stamp: [organisation],
		parts: [
			`${words}.`,
			{ headings: summaryHeads, widths: [5, 26, 22, 10, 10, 12, 15], rows },
			'Куратор ____________________ / ____________________'
		]
	});
