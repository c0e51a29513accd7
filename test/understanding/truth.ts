import type { CapabilityCode } from '../../src/modules/roadmap/rules/capabilities';
import type { DeadlineKind, Period, Responsible } from '../../src/modules/roadmap/rules/understanding';

/** A deadline's meaning. `untilOnly`: only the ends are compared; `or`: other readings that are right too. */
export type TrueDeadline = {
	text: string;
	kind: DeadlineKind;
	windows: Period[];
	untilOnly?: boolean;
	or?: Period[][];
};

/** Which activity should come out of a document. */
export type TrueActivity = {
	title: string;
	stage: number | null;
	deadline: TrueDeadline;
	responsible: readonly Responsible[];
	results: readonly string[];
	does: readonly CapabilityCode[];
};

export type Truth = {
	title: string;
	period: Period | null;
	stages: string[];
	activities: TrueActivity[];
};

export type ColumnRole = 'number' | 'stage' | 'activity' | 'deadline' | 'responsible' | 'results' | 'mark';

/**
 * A row as it stands in the table; `across`: one cell over the whole width. `afterBreak`: a page begins here.
 * `asAbove`: columns merged with the cell above (written empty where a layout has no merging).
 */
export type DocumentRow = {
	cells: readonly string[];
	across?: boolean;
	afterBreak?: boolean;
	asAbove?: ReadonlySet<number>;
};

/** An invented roadmap before it is written into any format. */
export type Invented = {
	seed: number;
	before: readonly string[];
	columns: readonly ColumnRole[];
	head: readonly string[];
	rows: readonly DocumentRow[];
	after: readonly string[];
	truth: Truth;
	/** What is unusual in it, for reports. */
	traits: readonly string[];
};
