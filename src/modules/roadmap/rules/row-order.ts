import { type Draft, type DraftActivity, type DraftStage, kept, sections } from './draft';

export type RowOrder = 'doubtful' | 'document';

/** As many as a page shows quickly; a longer plan is looked through part by part. */
export const rowsInPart = 500;

export type RowsPart = {
	order: RowOrder;
	part: number;
	parts: number;
	/** Asked to stand first; empty in the order of the document. */
	doubtful: DraftActivity[];
	/** The others, stage by stage. */
	sections: { stage: DraftStage | null; rows: DraftActivity[] }[];
};

/** Doubtful rows first where there are any, unless somebody asks for the order of the document. */
export const orderOf = (draft: Draft, asked: string | undefined): RowOrder =>
	asked !== 'document' && kept(draft).some(({ doubts }) => doubts.length > 0) ? 'doubtful' : 'document';

/** One part of the rows that are kept, in the order asked for. A stage whose rows all stand elsewhere is left out; one without rows stands on the last part. */
export function rowsPart(draft: Draft, order: RowOrder, asked: number): RowsPart {
	const first = (row: DraftActivity) => order === 'doubtful' && row.doubts.length > 0;
	const laid = sections(draft).map(({ stage, rows }) => ({ stage, rows: rows.filter(({ removed }) => !removed) }));
	const inOrder = laid.flatMap(({ rows }) => rows);
	const all = [...inOrder.filter(first), ...inOrder.filter((row) => !first(row))];
	const parts = Math.max(1, Math.ceil(all.length / rowsInPart));
	const part = Math.min(Math.max(1, asked), parts);
	const here = new Set(all.slice((part - 1) * rowsInPart, part * rowsInPart));
	return {
		order,
		part,
		parts,
		doubtful: all.filter((row) => first(row) && here.has(row)),
		sections: laid
			.map(({ stage, rows }) => ({
				stage,
				rows: rows.filter((row) => here.has(row) && !first(row)),
				none: rows.length === 0
			}))
			.filter(({ rows, none }) => rows.length > 0 || (none && part === parts))
	};
}
