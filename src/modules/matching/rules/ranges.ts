import { type MatchingInput, type MenteeInput, mostScore } from './input';

/** How the parts of a worth are kept from running into each other; all whole and within 2^52. */
export type Ranges = {
	/** More than all scores together: one more person matched outweighs them. */
	readonly person: number;
	/** One step of the third level (load, today's pair) in units of `low`: outweighs all lots together. */
	readonly step: number;
	readonly lotBits: number;
	readonly stay: number;
	/** Outweighs every person: for what is tried by force. */
	readonly force: number;
};

const exact = 2 ** 52;
/** Where a mentor has no costs of their own, the load is felt up to so many mentees; further ones cost as much as this one. */
export const mostOwnStep = 100;
/** People who may join later, reckoned in from the start so that ranges hold for them too. */
const spare = 256;

export const tooManyPeople =
	'Людей и цен мест слишком много, чтобы считать точно. Разделите задачу, например по округам.';

/** What queues weigh (see ranksOf), and how the parts of a worth are kept apart: of all people together, whichever part is solved. */
export function measuresOf(input: MatchingInput): { rankOf: ReadonlyMap<number, number>; ranges: Ranges } | undefined {
	const { mentees, mentors } = input;
	const rankOf = hasWholes(input) ? weightsOf(mentees) : ranksOf(mentees);
	const served = mentees.reduce((sum, one) => sum + one.needs * rankOf.get(weightOf(one))!, 1);
	const ranges = rangesOf({
		needed: mentees.reduce((sum, { needs }) => sum + needs, 0),
		offered: mentors.reduce((sum, { capacity }) => sum + capacity, 0),
		heaviest: Array.from(rankOf.values()).reduce((most, one) => Math.max(most, one), 1),
		served,
		...thirdLevel(input)
	});
	return ranges && { rankOf, ranges };
}

/**
 * Queues as ranks 1, 2, …: of what one mentor for this person weighs, priority / needs, only the order matters (sets of
 * people that can be served form a polymatroid, so the greedy one is best for every weighting of the same order).
 * Priority 0 comes after all others and still counts.
 */
function ranksOf(mentees: readonly Queued[]): ReadonlyMap<number, number> {
	const weights = [...new Set(mentees.map(weightOf))].sort((one, other) => one - other);
	return new Map(weights.map((weight, at) => [weight, at + 1]));
}

/** Where «both or none» or the size of groups plays, sizes matter as well: eighths of the priority itself. */
const weightsOf = (mentees: readonly Queued[]): ReadonlyMap<number, number> =>
	new Map(mentees.map((one) => [weightOf(one), 8 * weightOf(one)]));

/** Whether the input has rules that prices alone cannot keep (whole.ts). */
export const hasWholes = ({ mentors, mentees }: MatchingInput) =>
	mentors.some(({ smallest = 0 }) => smallest > 1) ||
	mentees.some(({ together, alongside }) => together || alongside !== undefined);

type Queued = Pick<MenteeInput, 'priority' | 'needs'>;

/** What one mentor for this person weighs in the first place. */
export const weightOf = ({ priority, needs }: Queued) => (priority || 1 / 4) / needs;

/** The most that one pair may weigh in steps of the third level, and what keeping today's pair weighs. */
function thirdLevel({ mentors, mentees, current, stayBonus = 1 }: MatchingInput) {
	const stay = current?.length ? stayBonus : 0;
	let most = 0;
	for (const { capacity, slotCosts } of mentors)
		most = Math.max(most, slotCosts ? (slotCosts.at(-1) ?? 0) : Math.min(capacity, mentees.length, mostOwnStep));
	return { stay, most: most + stay };
}

function rangesOf(of: {
	needed: number;
	offered: number;
	heaviest: number;
	served: number;
	stay: number;
	most: number;
}): Ranges | undefined {
	const units = Math.min(of.needed, of.offered) + spare;
	const person = mostScore * units + 1;
	const force = person * of.served;
	let lotBits = 30;
	const step = () => units * 2 ** lotBits + 1;
	while (lotBits > 0 && 4 * units * (of.most * step() + 2 ** lotBits) > exact) lotBits--;
	if (lotBits === 0 || 4 * person * (of.heaviest + 1) > exact) return undefined;
	return { person, step: step(), lotBits, stay: of.stay, force: force * 4 > exact ? Number.NaN : force };
}
