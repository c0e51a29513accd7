import type { ConsentKind } from '../../consents/rules/kinds';
import type { Category, DeficitSource, LeavingReason, Priority, ProgrammeOutcome, Source } from './registers';

export type Entry = {
	id: string;
	from: string;
	to: string | null;
	basis: string;
	leftReason: LeavingReason | null;
	leftNote: string;
};
export type Deficit = { topic: string; source: DeficitSource; level: number };
export type RequestBrief = {
	id: string;
	words: string;
	priority: Priority;
	format: string;
	source: Source;
	saidOn: string;
	confirmed: boolean;
	taken: boolean;
	deficits: Deficit[];
};
export type OfferBrief = {
	id: string;
	competences: string[];
	otherCompetences: string;
	achievements: string;
	interests: string;
	formats: string[];
	capacity: number;
	freeTime: string;
	wishes: string;
	category: Category;
	saidOn: string;
	until: string | null;
	confirmed: boolean;
};
export type Programme = {
	id: string;
	from: string;
	to: string | null;
	partner: string; // a name, or words
	form: string;
	outcome: ProgrammeOutcome | null;
	results: string;
	caseUrl: string;
	version: number;
	mirrored: boolean; // written of the partner from the other register
	mentorship: string | null; // the pair that keeps it
};
export type Decision = { decision: 'yes' | 'no' | 'later'; reason: string; on: string };

/** One person of a register with everything its columns say. */
export type RegisterLine = {
	personId: string;
	name: string;
	post: string;
	subjects: string[];
	phone: string;
	email: string;
	birthYear: number | null;
	teachingSince: string | null;
	employedSince: string | null;
	worksHere: boolean;
	groups: { id: string; code: string }[];
	entry: Entry;
	consents: ConsentKind[];
	requests: RequestBrief[]; // open ones, the most urgent first; empty for mentors
	offer: OfferBrief | null;
	offerWaits: boolean; // the last offer is a draft, to be looked at
	programmes: Programme[]; // of this entry, the latest first
	decision: Decision | null;
	marks: Record<string, boolean>; // criteria marked by hand
};

/** Goes on today. */
export const isIn = ({ entry: { from, to } }: Pick<RegisterLine, 'entry'>, today: string) =>
	from <= today && (!to || to >= today);
export const programmeNow = ({ programmes }: Pick<RegisterLine, 'programmes'>, today: string) =>
	programmes.find(({ from, to }) => from <= today && (!to || to >= today)) ?? null;

/** The strongest level said of each topic over all open requests that were looked at. */
export function deficitsOf({ requests }: Pick<RegisterLine, 'requests'>) {
	const strongest = new Map<string, number>();
	for (const { deficits, confirmed } of requests)
		for (const { topic, level } of confirmed ? deficits : [])
			strongest.set(topic, Math.max(level, strongest.get(topic) ?? 0));
	return [...strongest].filter(([, level]) => level > 0).sort((a, b) => b[1] - a[1]);
}
