import { type Placed, type Standing, standingOf, tableOf } from './board';
import type { MatchingInput } from './input';

/** A run or a proposal, to be laid beside another. */
export type Variant = { id: string; title: string; href: string; pairs: readonly Placed[]; problem: MatchingInput };

/** One mentee in both: with whom, and for how many points. */
export type VariantLine = { mentee: string; first: Worth[]; second: Worth[]; same: boolean };
export type Worth = { mentor: string; points: number };
export type MentorLoad = { mentor: string; places: number; first: number; second: number };
export type VariantsBeside = {
	lines: VariantLine[];
	loads: MentorLoad[];
	standings: readonly [first: Standing, second: Standing];
};

/** Pair by pair, those first who would have another mentor. */
export function beside(first: Variant, second: Variant): VariantsBeside {
	const [one, other] = [first, second].map(({ problem }) => tableOf(problem)) as [
		ReturnType<typeof tableOf>,
		ReturnType<typeof tableOf>
	];
	const of = ({ pairs }: Variant, table: typeof one) =>
		Map.groupBy(
			pairs.map((pair) => ({ ...pair, points: table.points(pair) })),
			({ mentee }) => mentee
		);
	const [before, after] = [of(first, one), of(second, other)];
	const everybody = [first, second].flatMap(({ problem, pairs }) => [
		...problem.mentees.map(({ id }) => id),
		...pairs.map(({ mentee }) => mentee)
	]);
	const worth = (list: readonly (Placed & { points: number })[] = []): Worth[] =>
		list.map(({ mentor, points }) => ({ mentor, points })).sort((a, b) => (a.mentor < b.mentor ? -1 : 1));
	const names = (list: Worth[]) => list.map(({ mentor }) => mentor).join();
	const lines = [...new Set(everybody)].map((mentee) => {
		const [a, b] = [worth(before.get(mentee)), worth(after.get(mentee))];
		return { mentee, first: a, second: b, same: names(a) === names(b) };
	});
	return {
		lines: lines.sort((a, b) => Number(a.same) - Number(b.same)),
		loads: loadsOf(first, second),
		standings: [standingOf(first.problem, one, first.pairs), standingOf(second.problem, other, second.pairs)]
	};
}

function loadsOf(first: Variant, second: Variant): MentorLoad[] {
	const load = ({ pairs }: Variant) => Map.groupBy(pairs, ({ mentor }) => mentor);
	const [before, after] = [load(first), load(second)];
	const places = new Map(
		[first, second].flatMap(({ problem }) => problem.mentors.map((one) => [one.id, one.capacity]))
	);
	return [...new Set([...places.keys(), ...before.keys(), ...after.keys()])]
		.map((mentor) => ({
			mentor,
			places: places.get(mentor) ?? 0,
			first: before.get(mentor)?.length ?? 0,
			second: after.get(mentor)?.length ?? 0
		}))
		.filter((one) => one.first + one.second > 0);
}

/** The first variant, with these mentees as they are in the second. */
export function joined(first: Variant, second: Variant, taken: ReadonlySet<string>): Placed[] {
	return [
		...first.pairs.filter(({ mentee }) => !taken.has(mentee)),
		...second.pairs.filter(({ mentee }) => taken.has(mentee))
	].map(({ mentee, mentor, role = '' }) => ({ mentee, mentor, role }));
}
