import { showDate } from '../../../core/dates';
import { paperInWord } from '../../../core/paper-in-word';
import { actText, type EditionAct, type EditionContents, editionTitle } from '../rules/edition';
import type { Register } from '../rules/registers';

type Edition = EditionAct & {
	register: Register;
	number: number;
	approvedOn: string;
	note: string;
	contents: EditionContents;
};

/** An edition as a paper: whose, approved by what, the official columns, a place to sign. */
export function editionInWord(edition: Edition): Promise<Uint8Array> {
	const { register, number, approvedOn, contents, note } = edition;
	const act = actText(edition, showDate);
	return paperInWord({
		title: editionTitle(register, number),
		stamp: [
			contents.organisation,
			act ? act[0]?.toLocaleUpperCase('ru') + act.slice(1) : `Утверждён ${showDate(approvedOn)}`
		],
		parts: [contents, ...(note ? [note] : []), 'Куратор ____________________ / ____________________']
	});
}
