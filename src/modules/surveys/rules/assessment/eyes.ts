import type { Candidate } from '../audience';

/** As whom somebody looks at the one who is assessed. */
export const eyes = {
	self: 'сам о себе',
	mentor: 'наставник',
	mentee: 'наставляемый',
	director: 'руководитель',
	psychologist: 'педагог-психолог',
	observer: 'со стороны'
} as const;
export type Eyes = keyof typeof eyes;

/** Who is assessed: everybody of a side, or by name. */
export const sides = { mentees: 'Наставляемые', mentors: 'Наставники' } as const;
export type Side = keyof typeof sides;
export const allSides = Object.keys(sides) as Side[];

const roleOf = { mentees: 'mentee', mentors: 'mentor' } as const;

/** Those who stand in the register of a side, or hold its role. */
export const ofSide = (staff: readonly Candidate[], side: Side) =>
	staff.filter(({ roles, registers }) => roles.includes(roleOf[side]) || registers.includes(side));

/** A mentee and the mentor they work with today, by the registers. */
export type Pair = { menteeId: string; mentorId: string };

export type WhoLooks = {
	sides: readonly Side[];
	people: readonly string[]; // assessed by name
	self: boolean;
	pair: boolean; // the other of the pair
	observers: readonly string[]; // each looks at every one assessed
};

export type Look = { personId: string; aboutId: string | null; eyes: Eyes };

export const subjectsOf = (
	{ sides: chosen, people }: Pick<WhoLooks, 'sides' | 'people'>,
	staff: readonly Candidate[]
) => {
	const ids = new Set([...chosen.flatMap((side) => ofSide(staff, side).map(({ id }) => id)), ...people]);
	return staff.filter(({ id }) => ids.has(id));
};

/** Every sheet that is to be filled: one looks at one, once; nobody looks at oneself from beside. */
export function looksOf(who: WhoLooks, staff: readonly Candidate[], pairs: readonly Pair[]): Look[] {
	const here = new Map(staff.map((one) => [one.id, one]));
	const looks = subjectsOf(who, staff).flatMap(({ id }): Look[] => [
		...(who.self ? [{ personId: id, aboutId: null, eyes: 'self' } as const] : []),
		...(who.pair ? othersOfPair(id, pairs) : []),
		...who.observers.map((observer) => ({ personId: observer, aboutId: id, eyes: eyesOf(here.get(observer)) }))
	]);
	const once = new Map<string, Look>();
	for (const look of looks) {
		const key = `${look.personId}:${look.aboutId ?? ''}`;
		if (look.personId !== look.aboutId && here.has(look.personId) && !once.has(key)) once.set(key, look);
	}
	return [...once.values()];
}

const othersOfPair = (id: string, pairs: readonly Pair[]): Look[] => [
	...pairs
		.filter(({ menteeId }) => menteeId === id)
		.map(({ mentorId }) => ({ personId: mentorId, aboutId: id, eyes: 'mentor' as const })),
	...pairs
		.filter(({ mentorId }) => mentorId === id)
		.map(({ menteeId }) => ({ personId: menteeId, aboutId: id, eyes: 'mentee' as const }))
];

const eyesOf = (observer: Candidate | undefined): Eyes =>
	observer?.roles.includes('director')
		? 'director'
		: observer?.roles.includes('psychologist')
			? 'psychologist'
			: 'observer';

/** Those of whom no pair is known: their mentor is added by name. */
export const withoutPair = (subjects: readonly Candidate[], pairs: readonly Pair[]) =>
	subjects.filter(({ id }) => !pairs.some(({ menteeId, mentorId }) => menteeId === id || mentorId === id));
