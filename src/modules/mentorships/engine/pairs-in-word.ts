import { paperInWord } from '../../../core/paper-in-word';

type Given = {
	organisation: string;
	title: string;
	table: { headings: readonly string[]; rows: readonly (readonly string[])[] };
};

/** The pairs of an order as they stand, on a sheet. */
export const pairsInWord = ({ organisation, title, table }: Given): Promise<Uint8Array> =>
	paperInWord({
		title: 'Наставнические пары и группы',
		head: [organisation],
		parts: [
			{ line: title, align: 'center' },
			{ ...table, widths: [1, 5, 5, 3, 3, 2, 2, 3, 3, 3, 4, 3] }
		]
	});
