import type { PlainTable } from './columns';
import type { Register } from './registers';

/** A register as it was approved: its words as they stood, never recounted. */
export type EditionContents = PlainTable & { people: { id: string; name: string }[]; organisation: string };

export const actKinds = {
	'': 'без акта',
	order: 'приказом',
	directive: 'распоряжением',
	protocol: 'протоколом'
} as const;
export type ActKind = keyof typeof actKinds;

export type EditionAct = { actKind: ActKind; actNumber: string; actDate: string | null };

/** «утверждён приказом от 05.09.2026 № 12-о»; empty without an act. */
export function actText({ actKind, actNumber, actDate }: EditionAct, shown: (day: string) => string) {
	if (!actKind) return '';
	return [`утверждён ${actKinds[actKind]}`, actDate && `от ${shown(actDate)}`, actNumber && `№ ${actNumber}`]
		.filter(Boolean)
		.join(' ');
}

export type EditionDifference = { added: string[]; gone: string[]; changed: { name: string; headings: string[] }[] };

/** What stands otherwise than in the edition before. */
export function differenceOf(now: EditionContents, before: EditionContents | null): EditionDifference {
	if (!before) return { added: now.people.map(({ name }) => name), gone: [], changed: [] };
	const old = new Map(before.people.map(({ id }, at) => [id, before.rows[at] ?? []]));
	const cell = (contents: EditionContents, row: readonly string[], heading: string) =>
		row[contents.headings.indexOf(heading)] ?? '';
	return {
		added: now.people.filter(({ id }) => !old.has(id)).map(({ name }) => name),
		gone: before.people.filter(({ id }) => !now.people.some((one) => one.id === id)).map(({ name }) => name),
		changed: now.people.flatMap(({ id, name }, at) => {
			const was = old.get(id);
			const headings = was
				? now.headings.filter(
						(heading) => heading !== '№' && cell(now, now.rows[at] ?? [], heading) !== cell(before, was, heading)
					)
				: [];
			return headings.length > 0 ? [{ name, headings }] : [];
		})
	};
}

export const editionTitle = (register: Register, number: number) =>
	`${register === 'mentors' ? 'Банк наставников' : 'Банк наставляемых'}, редакция ${number}`;
