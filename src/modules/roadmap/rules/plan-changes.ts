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
	occurrences?: readonly { id: string; kind: string; from: string | null; to: string | null; dueOn: string | null }[];
	/** Who was put behind written words (`added` false), or on a line of their own. */
	entrusted?: readonly { activityId: string; position: number; added: boolean }[];
	completions?: readonly string[]; // marks to be withdrawn
};

export type StageRow = { id: string; position: number; number: string | null; title: string; removedAt: string | null };

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
