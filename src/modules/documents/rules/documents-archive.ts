import { showDate } from '../../../core/dates';
import type { FileKind } from './life';

type Kept = { title: string; number: string; datedOn: string | null };

/** «2026-09-05 № 16/1-О Приказ…»: by its name an archive stands in the order of days. */
const nameOf = ({ title, number, datedOn }: Kept) =>
	datedOn
		? [datedOn, number && `№ ${number.replaceAll('/', '-')}`, title].filter(Boolean).join(' ')
		: `Без номера – ${title}`;

const endings: Record<FileKind, string> = { generated: '', edited: '', scan: ' – скан', signature: ' – подпись' };

/** What a document's file is called in an archive: by number and day, with the ending it had. */
export const nameInArchive = (document: Kept, { kind, name }: { kind: FileKind; name: string }) =>
	`${nameOf(document).replaceAll('/', '-').slice(0, 150)}${endings[kind]}${/\.[^.\s]{1,10}$/.exec(name)?.[0] ?? ''}`;

export const missingName = 'Чего не хватает.txt';

/** What these documents lack, line by line: a number, the scan of what was signed. */
export function missingIn(documents: readonly (Kept & { files: readonly { kind: FileKind }[] })[]): string[] {
	return documents.flatMap((one) => {
		const scanned = one.files.some(({ kind }) => kind === 'scan');
		const lacks = [!one.datedOn && 'номера и даты', !scanned && 'скана подписанного'].filter(Boolean);
		const called = one.datedOn
			? `${one.title}, ${[one.number && `№ ${one.number}`, `от ${showDate(one.datedOn)}`].filter(Boolean).join(' ')}`
			: one.title;
		return lacks.length > 0 ? [`${called}: нет ${lacks.join(' и ')}`] : [];
	});
}
