import { type Draft, kept, nobodyNamed } from './draft';

/** What a draft lacks as a whole. It follows from the draft as it stands: what is mended is no longer said. */
export type DraftWarning = 'title' | 'period' | 'deadlines' | 'responsible';

export const warningsOf = (draft: Draft): DraftWarning[] => [
	...(draft.title ? [] : ['title' as const]),
	...(draft.period ? [] : ['period' as const]),
	...(kept(draft).every(({ deadline }) => deadline.text === null) ? ['deadlines' as const] : []),
	...(nobodyNamed(draft) ? ['responsible' as const] : [])
];
