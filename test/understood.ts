import type { Activity, Stage, Understanding } from '../src/modules/roadmap/rules/understanding';

const nothing = { annex: null, number: null, date: null, text: null };

/** A row as the reader would answer it; `title` is enough. */
export const aRow = (row: Partial<Activity> & { title: string }): Activity => ({
	stage: null,
	number: null,
	lead: null,
	deadline: { text: null, kind: 'none', windows: [] },
	responsible: [],
	responsibleText: null,
	results: [],
	resultText: null,
	capability: null,
	capabilityBecause: null,
	coverage: null,
	norm: null,
	pieces: [],
	...row
});

export const aStage = (title: string, number: string | null = null): Stage => ({ title, number, goal: null });

/** What the reader would answer for a small plan. */
export const anUnderstanding = (parts: Partial<Understanding> = {}): Understanding => ({
	title: 'Дорожная карта наставничества',
	period: { from: '2026-09-01', to: '2027-08-31' },
	organisation: null,
	document: nothing,
	approvals: [],
	goal: null,
	tasks: [],
	stages: [],
	activities: [],
	doubts: [],
	remarks: [],
	warnings: [],
	pieces: [],
	source: { name: 'план.docx', format: 'docx', encoding: null, tables: 1 },
	...parts
});
