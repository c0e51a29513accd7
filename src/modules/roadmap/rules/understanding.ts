import type { CapabilityCode } from './capabilities';

/** Both ends inclusive, `YYYY-MM-DD`. */
export type Period = { from: string; to: string };

/**
 * What sort of term a deadline is.
 * `windows`: dated; `throughout`: all the time, no due day; `on-demand`: when somebody asks; `cadence`: again and again
 * («1 раз в две недели»); `external`: hangs on somebody else's schedule or on another event; `none`: nothing is written.
 */
export type DeadlineKind = 'windows' | 'throughout' | 'on-demand' | 'cadence' | 'external' | 'none';

/** How often something is to happen: every `count` units. `byDay` = «до 25 числа каждого месяца». */
export type Cadence = {
	every: number;
	unit: 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year';
	byDay?: number;
};

export type Deadline = {
	/** The words as written, white space tidied; null when the cell is empty or there is no such column. */
	text: string | null;
	kind: DeadlineKind;
	/** Dated windows; for `throughout` the whole period (empty when the document names none). */
	windows: Period[];
	/** «ежегодно …»: the windows repeat every year of the plan. */
	yearly?: boolean;
	/** Only the end was written («до 20 мая»): the beginning is ours. */
	until?: boolean;
	/** With `cadence`, when the words say how often. */
	cadence?: Cadence;
};

export type ResponsibleKind = 'person' | 'role' | 'group' | 'organisation';
export type Responsible = { text: string; kind: ResponsibleKind };

/** An activity about each of many is done when it is done for every one of them («8 из 12 пар»). */
export type Coverage = 'each-pair' | 'each-mentor' | 'each-mentee' | 'each-teacher' | 'each-group';

export type Stage = { number: string | null; title: string; goal: string | null };

export type Activity = {
	/** Index in `stages`; null in a flat list. */
	stage: number | null;
	title: string;
	/** The number the document gives to the row («12», «3.4»), without its dot. */
	number: string | null;
	/** The words before a list in the same cell: «Обучение наставников:». */
	lead: string | null;
	deadline: Deadline;
	responsible: Responsible[];
	/** The whole cell as written; null when empty. */
	responsibleText: string | null;
	results: string[];
	resultText: string | null;
	capability: CapabilityCode | null;
	/** The words of the text that told the capability. */
	capabilityBecause: string | null;
	coverage: Coverage | null;
	/** A norm of frequency standing in the title or result («не реже одного раза в две недели»). */
	norm: { text: string; cadence: Cadence } | null;
	/** Indexes in `pieces` this activity was read from: title first. */
	pieces: number[];
};

/** Where in the file something stands; numbers start with 1, as people count. */
export type Place = {
	/** Name of the sheet in a workbook. */
	sheet?: string;
	/** Which table of the document, when in a table. */
	table?: number;
	row?: number;
	column?: number;
	/** Line of a text file or paragraph of a document. */
	line?: number;
};

/** A cell or paragraph of the source and what became of it. Every non-blank one is here exactly once. */
export type Piece = { text: string; place: Place } & (
	| { use: 'activity'; activities: number[]; field: ActivityField }
	| { use: 'stage'; stage: number }
	| { use: 'header'; what: HeaderPart }
	| { use: 'ignored'; reason: string }
);

export type ActivityField = 'number' | 'title' | 'deadline' | 'responsible' | 'results' | 'stage';
export type HeaderPart =
	| 'title'
	| 'period'
	| 'organisation'
	| 'document'
	| 'approval'
	| 'goal'
	| 'tasks'
	| 'columns'
	| 'note';

/** Something a person should look at before accepting: one cell, and why in a Russian sentence. */
export type Doubt = {
	activity: number;
	field: 'stage' | 'title' | 'deadline' | 'responsible' | 'results' | 'capability';
	why: string;
};

/** What a careful colleague may say of a plan (rules/remarks). */
export const remarkKinds = [
	'foreign-kind', // «техникум» in a gymnasium's plan
	'foreign-organisation', // another school's number
	'past-year', // a term before the period
	'outside', // a term after it
	'reversed', // «с 20.05.2027 по 10.09.2026»
	'no-such-day', // «31 ноября»
	'day-off', // a Sunday or a holiday: only noted
	'title-year', // the title says other years than the period
	'approval-year', // so does the stamp
	'left', // somebody who works here no longer
	'empty-stage',
	'misquoted-act', // «145-р»
	'bare-act', // a law without its number
	'repeated',
	'blank', // «____», «[ФИО]»
	'initials', // «Шишкин А,В»
	'dative', // «Заместителю директора …»
	'two-spellings',
	'number-gap',
	'as-before' // corrected so in an earlier plan of the organisation: the reader of files never says it
] as const;
export type RemarkKind = (typeof remarkKinds)[number];
export type RemarkField = 'title' | 'deadline' | 'responsible' | 'results';

/** A remark with its places, and the correction a machine could apply in all of them. */
export type PlanRemark = {
	kind: RemarkKind;
	sentence: string;
	/** Indexes in `activities` and `stages`; `heading` stands for everything above the table. */
	where: (
		| { activity: number; field: RemarkField }
		| { stage: number; field: 'title' | 'goal' }
		| { heading: 'title' | 'goal' | 'organisation' | 'document' }
	)[];
	/** Indexes in `pieces` where the words stand. */
	pieces: number[];
	mend: { replace: { words: string; by: string }[] } | { remove: number[] } | { removeStage: number } | null;
};

/** The order the plan is an annex of, as far as the file tells. */
export type DocumentLine = {
	/** «Приложение 2» → '2'; '' when the annex has no number. */
	annex: string | null;
	/** Number and date of the order: «16/1-О», '2022-08-22'. */
	number: string | null;
	date: string | null;
	/** The lines as written. */
	text: string | null;
};

export type SourceInfo = {
	name: string;
	format: SourceFormat;
	/** Only for text: utf-8, utf-16le, windows-1251 … */
	encoding: string | null;
	/** How many tables (or sheets) the file holds. */
	tables: number;
};
export type SourceFormat = 'txt' | 'csv' | 'docx' | 'xlsx' | 'html' | 'odt' | 'rtf' | 'pdf' | 'doc' | 'pasted';

/** What the program understood of a roadmap: the contract of the importer, and more. Plain JSON. */
export type Understanding = {
	title: string | null;
	period: Period | null;
	organisation: string | null;
	document: DocumentLine;
	/** Stamps «УТВЕРЖДАЮ», «СОГЛАСОВАНО», «ПРИНЯТО» with the lines below them. */
	approvals: string[];
	goal: string | null;
	tasks: string[];
	stages: Stage[];
	activities: Activity[];
	doubts: Doubt[];
	/** What is wrong in the plan itself, with places and mends. */
	remarks: PlanRemark[];
	/** Everything about the document as a whole, Russian sentences; those of the remarks among them. */
	warnings: string[];
	pieces: Piece[];
	source: SourceInfo;
};

/** The file cannot be read; `message` is a Russian sentence that says why and what to do. */
export class Unreadable extends Error {
	override name = 'Unreadable';
}
