import { paperOf, usualAnnex } from '../../rules/edition';
import type { PaperChoice } from '../../rules/paper';
import type { Frozen } from '../../rules/plan-contents';
import { stableFile } from './stable';
import { planInWord } from './word';
import { planInExcel } from './workbook';

type Approved = { contents: Frozen; paper: PaperChoice; number: number; orderNumber: string; orderDay: string };

const writers = { docx: planInWord, xlsx: planInExcel };

export type EditionFormat = keyof typeof writers;

/** An approved edition as the file that hangs at its order: the same bytes whoever asks and when. */
export async function editionFile(edition: Approved, format: EditionFormat) {
	const { contents, paper, number, orderDay } = edition;
	const bytes = await writers[format](paperOf(contents), { ...paper, annex: paper.annex || usualAnnex(edition) });
	return {
		name: `${contents.title.slice(0, 100)} (редакция ${number}).${format}`,
		bytes: stableFile(bytes, orderDay)
	};
}
