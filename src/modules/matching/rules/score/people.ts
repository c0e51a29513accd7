import type { Outcome } from '../../../interviews/rules/questions';
import type { Priority } from '../../../registry/rules/registers';
import type { Role } from './roles';

/** Whom somebody teaches; a mentor of another age knows the trade, not the class. */
export const ages = {
	preschool: 'дошкольники',
	primary: 'начальные классы',
	school: 'средние и старшие классы',
	extra: 'дополнительное образование'
} as const;
export type Age = keyof typeof ages;

/** What is told of both sides. People are known by their ids alone: a saved run holds no names. */
type Either = {
	id: string;
	subjects: readonly string[];
	age: Age | null;
	/** Whole months of teaching; null: nobody wrote it down. */
	months: number | null;
	building: string;
	hours: readonly string[];
	/** Whom they named after the group meeting, the first one first; null: they were not asked. */
	named: readonly string[] | null;
	interview: Outcome | null;
	/** Consents the school asks of them and has not got; empty where it is not strict. */
	lacks: readonly string[];
	managerId: string | null;
};

export type MentorFacts = Either & {
	/** Empty and `offered` false: nothing was offered yet. */
	competences: readonly string[];
	offered: boolean;
	formats: readonly string[];
	/** Mentees at once, as offered. */
	capacity: number;
	smallest: number;
	/** Of another organisation. */
	outside: string;
	/** The selection said no. */
	rejected: boolean;
	/** By their post: rules of registry/rules/pairing.ts. */
	head?: true;
	/** In which roles only; absent: in any. */
	worksAs?: readonly Role[];
};

export type Need = { topic: string; level: number; priority: Priority };

export type MenteeFacts = Either & {
	needs: readonly Need[];
	/** What they wish; empty: does not matter. */
	formats: readonly string[];
	/** Mentors wanted. */
	mentors: 1 | 2;
	bothOrNone: boolean;
	/** As what each of the two is wanted; absent: no matter. */
	roles?: readonly Role[];
	/** The higher the earlier served. */
	queue: number;
};

export type Tie = { mentee: string; mentor: string; kind: 'lock' | 'apart' };

/** Everything a run reckons from, besides the terms. */
export type Facts = {
	mentors: readonly MentorFacts[];
	mentees: readonly MenteeFacts[];
	ties: readonly Tie[];
	/** Pairs that work today. */
	current: readonly { mentee: string; mentor: string }[];
	/** Names of topics as they were. */
	topics: Readonly<Record<string, string>>;
};

/** By the post as it is written, «учитель начальных классов», «воспитатель». */
export function ageOf(post: string): Age | null {
	const words = post.toLocaleLowerCase('ru');
	if (/дополнительн|тренер|концертмейстер/.test(words)) return 'extra';
	if (/начальн/.test(words)) return 'primary';
	if (/воспитател|музыкальн\S* руковод|дошкольн/.test(words)) return 'preschool';
	return /учител|преподавател/.test(words) ? 'school' : null;
}

/** Who comes first (school-year: молодые специалисты): the first year of work, then up to three, then an urgent request. */
export function queueOf({
	wish,
	months,
	needs
}: {
	wish: '' | 'first' | 'last';
	months: number | null;
	needs: readonly Need[];
}): number {
	if (wish === 'first') return 5;
	if (wish === 'last') return 0;
	if (months !== null && months < 12) return 4;
	if (months !== null && months < 36) return 3;
	return needs.some(({ priority }) => priority === 1) ? 2 : 1;
}

export const queues = [
	'в последнюю очередь',
	'обычная очередь',
	'срочный запрос',
	'стаж до трёх лет',
	'первый год работы',
	'в первую очередь'
] as const;
