import { purposeOf } from './purpose';
import type { Activity, DocumentLine, Doubt, Period, Responsible, Stage, Understanding } from './understanding';

/** What a person should look at in one row, and why. */
export type RowDoubt = Omit<Doubt, 'activity'>;

/** A stage on its way in. Keys stay as they are whatever is moved, so an address or a form opened earlier still fits. */
export type DraftStage = Stage & { key: string; changed: number };

/**
 * A row on its way in: what was understood, with the curator's corrections. `changed` is the version of the import that
 * last touched the row; a removed row stays, so that it can be put back.
 */
export type DraftActivity = Omit<Activity, 'stage'> & {
	key: string;
	stage: string | null;
	doubts: RowDoubt[];
	changed: number;
	removed: boolean;
};

/** A roadmap between being read and being accepted. Plain JSON: it lies in `roadmap_imports.draft`. */
export type Draft = {
	title: string | null;
	period: Period | null;
	goal: string | null;
	organisation: string | null;
	document: DocumentLine;
	headingChanged: number;
	stages: DraftStage[];
	activities: DraftActivity[];
	/** The answer to «каждый год?» about months written without a year; null: not asked or not answered. */
	everyYear: boolean | null;
	/** Stamps above the plan, and the other lines there (as much as a careful reader would look at); absent in drafts made before 2027. */
	approvals?: string[];
	header?: string[];
	/** Remarks to which somebody said «оставить как есть». */
	leftAsIs?: string[];
	/** Who the written words mean here: words → id of a person, '' when it is nobody of ours. Only what somebody confirmed. */
	people: Record<string, string>;
	nextKey: number;
};

const longHeader = 60;
/** As much as the form that corrects it takes. */
const longestPurpose = 3000;

/** The lines above the table that are no title and no heads of columns. */
const headerOf = ({ pieces }: Understanding) =>
	pieces
		.flatMap((piece) =>
			piece.use === 'header' && ['document', 'note', 'tasks'].includes(piece.what) ? [piece.text] : []
		)
		.slice(0, longHeader)
		.map((text) => text.slice(0, 1000));

/** The draft as it is when nobody has corrected anything yet. */
export function draftOf(understood: Understanding): Draft {
	const stages = understood.stages.map((stage, index) => ({ ...stage, key: `s${index + 1}`, changed: 0 }));
	const doubts = Map.groupBy(understood.doubts, ({ activity }) => activity);
	const activities = understood.activities.map(({ stage, ...activity }, index) => ({
		...activity,
		key: `a${index + 1}`,
		stage: stage === null ? null : (stages[stage]?.key ?? null),
		doubts: (doubts.get(index) ?? []).map(({ field, why }) => ({ field, why })),
		changed: 0,
		removed: false
	}));
	return {
		title: understood.title,
		period: understood.period,
		goal: purposeOf(understood.goal, understood.tasks)?.slice(0, longestPurpose) ?? null,
		organisation: understood.organisation,
		document: understood.document,
		headingChanged: 0,
		stages,
		activities,
		everyYear: null,
		approvals: understood.approvals,
		header: headerOf(understood),
		leftAsIs: [],
		people: {},
		nextKey: Math.max(stages.length, activities.length) + 1
	};
}

/** The rows that will become activities. */
export const kept = (draft: Draft) => draft.activities.filter(({ removed }) => !removed);

/** Rows of one stage in their order; null: those that stand in no stage. */
export const rowsOf = (draft: Draft, stage: string | null) =>
	draft.activities.filter((activity) => activity.stage === stage);

/** Stages with their rows as they are shown: first what stands in no stage, then stage by stage, empty ones too. */
export function sections(draft: Draft) {
	const loose = { stage: null, rows: rowsOf(draft, null) };
	const staged = draft.stages.map((stage) => ({ stage, rows: rowsOf(draft, stage.key) }));
	return loose.rows.length > 0 || staged.length === 0 ? [loose, ...staged] : staged;
}

/** One way of writing for words that differ only in case and spaces: the key of `Draft.people`. */
export function sameWords(text: string) {
	const small = text.toLowerCase().replaceAll('ё', 'е');
	return /[^\S ]| {2}|^ | $/.test(small) ? small.replace(/\s+/g, ' ').trim() : small;
}

/** Everyone named in the rows that are kept, each wording once, with the number of rows that name it; most often first. */
export function namedIn(draft: Draft) {
	const named = new Map<string, Responsible & { words: string; rows: number }>();
	for (const activity of kept(draft)) {
		for (const responsible of activity.responsible) {
			const words = sameWords(responsible.text);
			const known = named.get(words);
			if (known) known.rows += 1;
			else named.set(words, { ...responsible, words, rows: 1 });
		}
	}
	return [...named.values()].sort((a, b) => b.rows - a.rows);
}

/** Nobody is named in any row: one question instead of as many warnings. */
export const nobodyNamed = (draft: Draft) => kept(draft).every(({ responsible }) => responsible.length === 0);
