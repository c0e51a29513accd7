/** Who is matched and on what terms. Indices are places in the arrays; scores are whole points, 0…1000. */
export type MatchingInput = {
	mentors: readonly MentorInput[];
	mentees: readonly MenteeInput[];
	candidates: Candidates;
	/** Pairs that stand already: kept whatever it costs, even if they are no candidates (then they score 0). */
	locked?: readonly Pair[];
	/** Pairs that may not be. */
	forbidden?: readonly Pair[];
	/** Today's pairs: with equal scores they are kept. */
	current?: readonly Pair[];
	/** How much keeping a pair of today weighs against one step of load; 1 unless told. */
	stayBonus?: number;
	/** Why a pair is no candidate: names of the hard rules it fails; `role`: in this role of the mentee. */
	missing?: readonly { mentee: number; mentor: number; filters: readonly string[]; role?: number }[];
	/** The candidates of those who need somebody in roles: each role has a list and points of its own. */
	roleCandidates?: RoleCandidates;
};

/** `capacity`: mentees at once. `slotCosts[k]`: cost of the k-th mentee, never falling; 0, 1, 2… unless told.
 * `smallest`: a group opens with at least so many mentees, or not at all. */
export type MentorInput = { id: string; capacity: number; slotCosts?: readonly number[]; smallest?: number };

/** `priority`: the higher the earlier served. `needs`: mentors wanted. `together`: both of the two, or none.
 * `roles`: as what each of them is wanted; different people. `alongside`: made by roles/expand.ts alone. */
export type MenteeInput = {
	id: string;
	priority: number;
	needs: 1 | 2;
	together?: boolean;
	roles?: readonly string[];
	alongside?: number;
};

/** `role`: place in the mentee's roles, where there are any. */
export type Pair = readonly [mentee: number, mentor: number, role?: number];

/** Pairs that may be, as three columns of one length. */
export type Candidates = { mentee: Int32Array; mentor: Int32Array; score: Int32Array };
export type RoleCandidates = Candidates & { role: Int32Array };

export const mostScore = 1000;
export const mostCapacity = 100_000;
export const mostPriority = 1_000_000;
export const mostSlotCost = 1000;

export const whole = (value: unknown, from: number, to: number): value is number =>
	Number.isSafeInteger(value) && (value as number) >= from && (value as number) <= to;

/** What is wrong with people and pairs, as one Russian sentence; nothing when all is well. Candidates have a check of their own. */
export function wrongPeople(input: MatchingInput): string | undefined {
	return (
		wrongIds(input.mentors, 'Наставник') ??
		wrongIds(input.mentees, 'Наставляемый') ??
		first(input.mentors, wrongMentor) ??
		first(input.mentees, wrongMentee) ??
		wrongPairs(input, input.locked, 'Закреплённая пара') ??
		wrongPairs(input, input.forbidden, 'Запрещённая пара') ??
		wrongPairs(input, input.current, 'Нынешняя пара') ??
		wrongPairs(
			input,
			input.missing?.map(({ mentee, mentor, role = -1 }) => [mentee, mentor, role] as const),
			'Отсеянная пара',
			true
		) ??
		wrongStay(input.stayBonus) ??
		wrongLocks(input)
	);
}

function first<T>(list: readonly T[], wrong: (one: T, number: number) => string | undefined): string | undefined {
	for (const [index, one] of list.entries()) {
		const said = wrong(one, index + 1);
		if (said) return said;
	}
	return undefined;
}

function wrongIds(people: readonly { id: string }[], who: string): string | undefined {
	const seen = new Set<string>();
	return first(people, ({ id }, number) => {
		if (typeof id !== 'string' || id === '') return `${who} № ${number}: нет обозначения (id), нужна непустая строка.`;
		if (seen.has(id)) return `${who} № ${number}: обозначение «${id}» уже есть, у каждого человека оно своё.`;
		seen.add(id);
		return undefined;
	});
}

function wrongMentor({ id, capacity, slotCosts, smallest }: MentorInput): string | undefined {
	if (!whole(capacity, 0, mostCapacity))
		return `Наставник «${id}»: не указано, скольких он может вести (capacity), нужно целое число от 0 до ${mostCapacity}.`;
	if (slotCosts) {
		const bad = slotCosts.findIndex((cost, at) => !whole(cost, 0, mostSlotCost) || cost < (slotCosts[at - 1] ?? 0));
		if (bad >= 0)
			return `Наставник «${id}»: цена места № ${bad + 1} (slotCosts) должна быть целой, от 0 до ${mostSlotCost}, и не меньше предыдущей.`;
		if (slotCosts.length < capacity)
			return `Наставник «${id}»: цен мест (slotCosts) ${slotCosts.length}, а мест ${capacity}.`;
	}
	if (smallest !== undefined && !whole(smallest, 0, capacity))
		return `Наставник «${id}»: наименьший размер группы (smallest) должен быть целым числом от 0 до числа мест (${capacity}).`;
	return undefined;
}

function wrongMentee({ id, priority, needs, together }: MenteeInput): string | undefined {
	if (!whole(priority, 0, mostPriority))
		return `Наставляемый «${id}»: очередь (priority) должна быть целым числом от 0 до ${mostPriority}.`;
	if (needs !== 1 && needs !== 2) return `Наставляемый «${id}»: наставников (needs) может быть нужно 1 или 2.`;
	if (together !== undefined && typeof together !== 'boolean')
		return `Наставляемый «${id}»: «оба или никто» (together) – это true или false.`;
	return undefined;
}

function wrongPairs(
	input: MatchingInput,
	pairs: readonly Pair[] | undefined,
	what: string,
	byRole = false
): string | undefined {
	const seen = new Set<string>();
	return first(pairs ?? [], ([mentee, mentor, role], number) => {
		const said = wrongPair(input, mentee, mentor);
		if (said) return `${what} № ${number}: ${said}`;
		const key = byRole ? `${mentee} ${mentor} ${role}` : `${mentee} ${mentor}`;
		if (seen.has(key)) return `${what} № ${number}: она уже названа.`;
		seen.add(key);
		return undefined;
	});
}

export function wrongPair({ mentors, mentees }: MatchingInput, mentee: number, mentor: number): string | undefined {
	if (!whole(mentee, 0, mentees.length - 1))
		return `наставляемого с номером ${mentee} нет, их ${mentees.length}, счёт с 0.`;
	if (!whole(mentor, 0, mentors.length - 1))
		return `наставника с номером ${mentor} нет, их ${mentors.length}, счёт с 0.`;
	if (mentees[mentee]!.id === mentors[mentor]!.id)
		return `«${mentees[mentee]!.id}» – один и тот же человек, сам себе он наставником не бывает.`;
	return undefined;
}

const wrongStay = (bonus: number | undefined) =>
	bonus === undefined || whole(bonus, 0, mostSlotCost)
		? undefined
		: `Вес нынешней пары (stayBonus) должен быть целым числом от 0 до ${mostSlotCost}.`;

/** Locked pairs that cannot stand together. */
function wrongLocks({ mentors, mentees, locked = [], forbidden = [] }: MatchingInput): string | undefined {
	const taken = new Int32Array(mentors.length);
	const given = new Int32Array(mentees.length);
	const apart = new Set(forbidden.map(([mentee, mentor]) => `${mentee} ${mentor}`));
	for (const [mentee, mentor] of locked) {
		taken[mentor]! += 1;
		given[mentee]! += 1;
		const [who, whose] = [mentees[mentee]!, mentors[mentor]!];
		if (apart.has(`${mentee} ${mentor}`))
			return `Пара «${who.id}» – «${whose.id}» и закреплена, и запрещена. Оставьте что-то одно.`;
		if (taken[mentor]! > whose.capacity)
			return `За наставником «${whose.id}» закреплено больше людей, чем у него мест (${whose.capacity}).`;
		if (given[mentee]! > who.needs)
			return `За наставляемым «${who.id}» закреплено больше наставников, чем ему нужно (${who.needs}).`;
	}
	return undefined;
}

/** What is wrong with the candidates: one pass, the first thing found. Doubles are found when they are put in order. */
export function wrongCandidates(input: MatchingInput): string | undefined {
	const { mentee, mentor, score } = input.candidates;
	if (mentee.length !== mentor.length || mentee.length !== score.length) return 'Столбцы кандидатов разной длины.';
	const self = ownNumbers(input);
	const mentors = input.mentors.length;
	for (let at = 0; at < mentee.length; at++) {
		const i = mentee[at]!;
		const j = mentor[at]!;
		const points = score[at]!;
		const isPair = i >= 0 && i < self.length && j >= 0 && j < mentors && self[i] !== j;
		if (isPair && points >= 0 && points <= mostScore) continue;
		return `Кандидат № ${at + 1}: ${wrongPair(input, i, j) ?? wrongScore(points)}`;
	}
	return undefined;
}

/** Which mentor each mentee is as well, −1 for none: names are compared once, not for every candidate. */
function ownNumbers({ mentors, mentees }: MatchingInput): Int32Array {
	const at = new Map<string, number>();
	for (let j = 0; j < mentors.length; j++) at.set(mentors[j]!.id, j);
	const own = new Int32Array(mentees.length);
	for (let i = 0; i < own.length; i++) own[i] = at.get(mentees[i]!.id) ?? -1;
	return own;
}

/** A sentence about a score that is none, for readers of numbers before they become whole. */
export function wrongScore(score: unknown): string | undefined {
	return whole(score, 0, mostScore)
		? undefined
		: `оценка должна быть целым числом от 0 до ${mostScore}, а здесь ${String(score)}.`;
}
