import type { CapabilityCode } from './capabilities';

/** What rows were before a change of many at once: putting it back undoes the change. Only what changed is named. */
export type Before = {
	activities?: readonly {
		id: string;
		stageId: string | null;
		position: number;
		capability: string | null;
		removedAt: string | null;
	}[];
	stages?: readonly StageRow[];
	occurrences?: readonly {
		id: string;
		kind: string;
		from: string | null;
		to: string | null;
		dueOn: string | null;
		addedOn: string;
	}[];
	/** Who was put behind written words (`added` false), or on a line of their own. */
	entrusted?: readonly { activityId: string; position: number; added: boolean }[];
	completions?: readonly string[]; // marks to be withdrawn
	moves?: readonly string[]; // records of moved terms, to be taken back
};

export type StageRow = { id: string; position: number; number: string | null; title: string; removedAt: string | null };

type Placed = { id: string; position: number };

/**
 * Rows put back where they stood. Where a place has been given to another row meanwhile, that one steps behind, and so do those after it.
 * Answers with the rows that have to be written.
 */
export function putBack<R extends Placed>(all: readonly R[], back: readonly R[]): R[] {
	const again = new Map(back.map((row) => [row.id, row]));
	const places = new Set(back.map(({ position }) => position));
	if (!all.some(({ id, position }) => !again.has(id) && places.has(position))) return [...back];
	const had = new Map(all.map(({ id, position }) => [id, position]));
	return all
		.map((row) => again.get(row.id) ?? row)
		.toSorted((a, b) => a.position - b.position || Number(again.has(b.id)) - Number(again.has(a.id)))
		.map((row, position) => ({ ...row, position }))
		.filter(({ id, position }) => again.has(id) || had.get(id) !== position);
}

/** What may be said of all chosen rows at once. */
export type BulkEdit =
	| { what: 'stage'; stage: string | null }
	| { what: 'capability'; capability: CapabilityCode | null }
	| { what: 'term'; toDay: string }
	| { what: 'removal' };

/** «stage:<id>», «capability:<code>», «term», «removal»: as the one list of the form says it; undefined: none of these. */
export function readEdit(
	choice: string,
	toDay: string | null,
	isCode: (code: string) => code is CapabilityCode
): BulkEdit | undefined {
	const [what, value = ''] = choice.split(':');
	if (what === 'stage') return { what, stage: value || null };
	if (what === 'capability' && (value === '' || isCode(value)))
		return { what, capability: value === '' ? null : value };
	if (what === 'term' && toDay) return { what, toDay };
	if (what === 'removal') return { what };
	return undefined;
}
