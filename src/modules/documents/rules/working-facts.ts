import type { MinutesItem, Present } from '../../events/rules/minutes';
import type { Category } from '../../registry/rules/registers';
import type { TopicNames } from '../../registry/rules/topics';

/** What is known of one person who takes part: requests and difficulties of a mentee, the offer of a mentor. */
export type PersonKnown = {
	teachingSince: string | null;
	employedSince: string | null;
	requests: { words: string; format: string }[];
	deficits: { topic: string; level: number }[]; // the strongest first
	category: Category;
	achievements: string;
};

/** Minutes that were drafted or signed, with the day they are of. */
export type MinutesKnown = {
	id: string;
	heldOn: string;
	body: string;
	number: string;
	chair: string;
	secretary: string;
	present: number | null;
	invited: number | null;
	guests: string;
	items: MinutesItem[];
	people: Present[];
};

/** What papers of work are made of besides the organisation and its pairs. */
export type WorkingKnown = {
	people: ReadonlyMap<string, PersonKnown>;
	topics: TopicNames;
	minutes: readonly MinutesKnown[];
	/** Of whom nobody in pairs is the mentee yet: what they need. */
	looking: { people: number; topics: readonly { topic: string; count: number }[] };
	/** Last days of the times a pair should have met by, within a term. */
	meetingDays: (from: string, to: string) => string[];
};
