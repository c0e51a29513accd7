import { type Draft, type DraftActivity, type DraftStage, kept, sections } from './draft';

export type RowOrder = 'doubtful' | 'document';

/** As many as a page shows quickly; a longer plan is looked through part by part. */
export const rowsInPart = 500;

/** What an address asks for; `at`: the key of a row or a stage that is to stand on the page, wherever it stands by now. */
export type AskedPart = { order?: string | undefined; page?: string | undefined; at?: string | undefined };

export type RowsPart = {
	order: RowOrder;
	part: number;
	parts: number;
	/** Asked to stand first; empty in the order of the document. */
	doubtful: DraftActivity[];
	/** The others, stage by stage. */
	sections: { stage: DraftStage | null; rows: DraftActivity[] }[];
	/** Keys of the rows and stages that stand on this part. */
	keys: ReadonlySet<string>;
};

const isDoubtful = ({ doubts }: DraftActivity) => doubts.length > 0;

/** Doubtful rows first, unless somebody asks for the order of the document, or for a stage that has no others. */
function orderOf(draft: Draft, { order, at }: AskedPart): RowOrder {
	const ofStage = kept(draft).filter(({ stage }) => stage === at);
	const hidden = ofStage.length > 0 && ofStage.every(isDoubtful);
	return order === 'document' || hidden ? 'document' : 'doubtful';
}

/** One part of the rows that are kept, in the order asked for. A stage whose rows all stand elsewhere is left out; one without rows stands on the last part. */
export function rowsPart(draft: Draft, asked: AskedPart): RowsPart {
	const order = orderOf(draft, asked);
	const first = (row: DraftActivity) => order === 'doubtful' && isDoubtful(row);
	const laid = sections(draft).map(({ stage, rows }) => ({ stage, rows: rows.filter(({ removed }) => !removed) }));
	const inOrder = laid.flatMap(({ rows }) => rows);
	const all = [...inOrder.filter(first), ...inOrder.filter((row) => !first(row))];
	const parts = Math.max(1, Math.ceil(all.length / rowsInPart));
	const place = all.findIndex((row) => row.key === asked.at || (row.stage === asked.at && !first(row)));
	const atTheEnd = [...draft.activities, ...draft.stages].some(({ key }) => key === asked.at);
	const partAt = place >= 0 ? Math.floor(place / rowsInPart) + 1 : atTheEnd ? parts : 1;
	const wanted = asked.at ? partAt : Math.trunc(Number(asked.page)) || 1;
	const part = Math.min(Math.max(1, wanted), parts);
	const here = new Set(all.slice((part - 1) * rowsInPart, part * rowsInPart));
	const shown = laid
		.map(({ stage, rows }) => ({
			stage,
			rows: rows.filter((row) => here.has(row) && !first(row)),
			none: rows.length === 0
		}))
		.filter(({ rows, none }) => rows.length > 0 || (none && part === parts));
	return {
		order,
		part,
		parts,
		doubtful: all.filter((row) => first(row) && here.has(row)),
		sections: shown.map(({ stage, rows }) => ({ stage, rows })),
		keys: new Set([...[...here].map(({ key }) => key), ...shown.flatMap(({ stage }) => stage?.key ?? [])])
	};
}

/** Said in every address that keeps the order of the document. */
const inOrder = (order: RowOrder) => (order === 'document' ? '&order=document' : '');

export const pageAddress = (list: string, order: RowOrder, page: number) => `${list}?page=${page}${inOrder(order)}`;

/** From anywhere to a row or a stage on «Что понято»: the page finds the part on which it stands. */
export const rowAddress = (
	list: string,
	key: string,
	{ order = 'doubtful', saved }: { order?: RowOrder | undefined; saved?: string | undefined } = {}
) => `${list}?${saved ? `saved=${saved}&` : ''}at=${key}${inOrder(order)}#${key}`;

/** The same from one part of «Что понято»: what stands on it is a step away. */
export const wayTo =
	(list: string, { keys, order }: RowsPart) =>
	(key: string) =>
		keys.has(key) ? `#${key}` : rowAddress(list, key, { order });

/** The page on which a row is corrected; it leads back in the order it was come from. */
export const rowPage = (list: string, key: string, order: RowOrder, saved?: string) => {
	const said = [saved && `saved=${saved}`, order === 'document' && 'order=document'].filter(Boolean).join('&');
	return `${list}/activities/${key}${said && `?${said}`}`;
};
