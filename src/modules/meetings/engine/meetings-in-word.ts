import { paperInWord } from '../../../core/paper-in-word';

type Given = { organisation: string; title: string; table: { headings: string[]; rows: string[][] } };

/** Meetings of all pairs as a table to be put to the plan. */
export const meetingsInWord = ({ organisation, title, table }: Given): Promise<Uint8Array> =>
	paperInWord({
		...{ title, head: [organisation] },
		parts: [table, { line: 'Куратор ____________________ / ____________________', before: 240 }]
	});
