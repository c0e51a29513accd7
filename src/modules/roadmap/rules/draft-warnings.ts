import { type Draft, type DraftActivity, type DraftStage, kept, nobodyNamed } from './draft';

/** What is to be said of a draft as a whole. It follows from the draft as it stands: what is mended is no longer said. */
export type DraftWarning =
	| { about: 'title' | 'period' | 'deadlines' | 'responsible' }
	| { about: 'empty-stage'; stage: DraftStage }
	| { about: 'outside'; rows: DraftActivity[] };

/** What is done in the months before the school year prepares it: the plan begins with the calendar year it begins in. */
const yearOf = (day: string) => `${day.slice(0, 4)}-01-01`;

export function warningsOf(draft: Draft): DraftWarning[] {
	const rows = kept(draft);
	const { period } = draft;
	const outside = period
		? rows.filter(({ deadline }) =>
				deadline.windows.some(({ from, to }) => to < yearOf(period.from) || from > period.to)
			)
		: [];
	const empty = draft.stages.filter(({ key }) => rows.every(({ stage }) => stage !== key));
	return [
		...(draft.title ? [] : [{ about: 'title' as const }]),
		...(period ? [] : [{ about: 'period' as const }]),
		...(rows.every(({ deadline }) => deadline.text === null) ? [{ about: 'deadlines' as const }] : []),
		...(nobodyNamed(draft) ? [{ about: 'responsible' as const }] : []),
		...empty.map((stage) => ({ about: 'empty-stage' as const, stage })),
		...(outside.length > 0 ? [{ about: 'outside' as const, rows: outside }] : [])
	];
}
