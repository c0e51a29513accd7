import type { MatchingInput, Pair } from '../input';
import { notGathered, type RoleUnmatched, type Unlock, type Unmatched } from '../why-unmatched';
import { noRoleCandidates } from './check';
import type { RoleMatching } from './fold';
import { withUnlockInRole } from './unlock';

/** How many candidates may be gone through for all advice together: every trial is a matching made anew. */
const mostForAdvice = 3_000_000;
const mostUnlocks = 5;
const mostTrials = 6;
const mostRivals = 200;

type Solve = (input: MatchingInput) => readonly Pair[];
type Missing = NonNullable<MatchingInput['missing']>[number];
/** Of one mentee in one role (−1: without roles): who might be had, and for how many points. */
type Wish = { mentee: number; role: number; mentors: Map<number, number> };

/** Why somebody lacks a mentor, role by role, and what would help: each piece of advice is tried by a matching made anew. */
export function whyInRoles(input: MatchingInput, { pairs, certificate }: RoleMatching, solve: Solve): Unmatched[] {
	const { mentees, mentors, locked = [], missing = [] } = input;
	const wishes = wishesOf(input);
	const dropped = new Set(certificate.decided?.drop);
	const closed = new Set(certificate.decided?.close);
	const ofMentee = Map.groupBy(pairs, ([i]) => i);
	const ofMentor = Map.groupBy(pairs, ([, j]) => j);
	const kept = new Set(locked.map(([i, j]) => `${i} ${j}`));
	const free = mentors.map(({ capacity }, j) =>
		closed.has(j) ? 0 : capacity - locked.filter((pair) => pair[1] === j).length
	);
	const roleWith = new Map(pairs.flatMap(([i, j, role]) => (role === undefined ? [] : [[`${i} ${j}`, role] as const])));
	let left = mostForAdvice;
	const size = 1 + input.candidates.score.length + (input.roleCandidates?.score.length ?? 0);

	const why = (i: number, role: number): RoleUnmatched => {
		const has = new Set((ofMentee.get(i) ?? []).map(([, j]) => j));
		const wish = wishes.get(`${i} ${role}`) ?? { mentee: i, role, mentors: new Map<number, number>() };
		const sifted = missing.filter((one) => one.mentee === i && (one.role ?? role) === role);
		const failed = sifted.length > 0 ? { failed: countFilters(sifted) } : {};
		const others = [...wish.mentors.keys()].filter((j) => !has.has(j));
		const advice = () => adviceFor(wish, others, sifted);
		if (dropped.has(i))
			return {
				role,
				kind: 'whole',
				reason: 'Нужны оба или ни одного, а двух мест сразу не нашлось.',
				wouldUnlock: [],
				...failed
			};
		if (others.length === 0)
			return {
				role,
				kind: 'no-candidate',
				reason: noCandidate(wish.mentors.size > 0, failed.failed),
				wouldUnlock: advice(),
				...failed
			};
		const groups = notGathered(others.filter((j) => closed.has(j)).length);
		if (others.every((j) => free[j]! <= 0)) {
			const reason =
				groups || `У подходящих наставников (${others.length}) нет свободных мест: мест нет вовсе или они закреплены.`;
			return { role, kind: groups ? 'whole' : 'no-places', reason, wouldUnlock: advice(), ...failed };
		}
		const shortage = competition(wish);
		const taken = shortage.more
			? `Мест не хватает во всей округе: за места подходящих наставников спорят больше ${shortage.rivals.length} человек.`
			: `Места заняты: подходящих наставников – ${shortage.mentors.length}, мест у них – ${shortage.places}, а желающих, кроме этого человека, – ${shortage.rivals.length}.`;
		const reason = `${taken}${groups && ` ${groups}`}`;
		return { role, kind: 'shortage', reason, wouldUnlock: advice(), shortage, ...failed };
	};

	/** Everybody who has a place of these mentors, or of those who might take them instead. */
	function competition(wish: Wish): NonNullable<Unmatched['shortage']> {
		const reached = new Set<number>();
		const rivals = new Set<number>([wish.mentee]);
		const open = [wish];
		for (const one of open) {
			if (rivals.size > mostRivals) break;
			for (const j of one.mentors.keys()) {
				const ownRole = roleWith.get(`${one.mentee} ${j}`);
				if (ownRole !== undefined) {
					// Their own mentor in the other role: only that role could make way.
					const other = wishes.get(`${one.mentee} ${ownRole}`);
					if (other && !open.includes(other)) open.push(other);
					continue;
				}
				if (reached.has(j) || free[j]! <= 0) continue;
				reached.add(j);
				for (const [i, , role = -1] of ofMentor.get(j) ?? []) {
					if (kept.has(`${i} ${j}`)) continue;
					rivals.add(i);
					open.push(wishes.get(`${i} ${role}`)!);
				}
			}
		}
		rivals.delete(wish.mentee);
		const list = [...reached].sort((one, other) => one - other);
		return {
			rivals: [...rivals].sort((one, other) => one - other),
			mentors: list,
			places: list.reduce((sum, j) => sum + free[j]!, 0),
			more: rivals.size > mostRivals
		};
	}

	function adviceFor(
		{ mentee, role, mentors: points }: Wish,
		others: readonly number[],
		sifted: readonly Missing[]
	): Unlock[] {
		const got = ofMentee.get(mentee)?.length ?? 0;
		const inRole = role < 0 ? {} : { role };
		const helps = (unlock: Unlock) => {
			left -= size;
			return left > 0 && solve(withUnlockInRole(input, mentee, unlock)).filter(([i]) => i === mentee).length > got;
		};
		const nearest = others
			.toSorted((one, other) => points.get(other)! - points.get(one)! || one - other)
			.slice(0, mostTrials);
		const places = nearest.map((mentor): Unlock => ({ kind: 'place', mentor, ...inRole }));
		const enough = places.filter(helps);
		const forThem =
			enough.length > 0 ? enough : places.map((one): Unlock => ({ ...one, kept: true }) as Unlock).filter(helps);
		const waived = sifted
			.toSorted((one, other) => one.filters.length - other.filters.length || one.mentor - other.mentor)
			.slice(0, mostTrials)
			.map(({ mentor, filters }): Unlock => ({ kind: 'filters', mentor, filters: [...filters], ...inRole }))
			.filter(helps);
		return [...forThem, ...waived].slice(0, mostUnlocks);
	}

	return mentees.flatMap(({ needs, roles }, mentee): Unmatched[] => {
		const own = ofMentee.get(mentee) ?? [];
		if (own.length >= needs) return [];
		const base = { mentee, got: own.length, needs };
		const half = own.length > 0 ? 'Найден один наставник из двух. ' : '';
		if (!roles) {
			const { role: _, ...told } = why(mentee, -1);
			return [{ ...base, ...told, reason: `${half}${told.reason}` }];
		}
		const lacking = [...roles.keys()].filter((role) => !own.some((pair) => pair[2] === role));
		const byRole = lacking.map((role) => why(mentee, role));
		const [first] = byRole;
		return [
			{
				...base,
				kind: first!.kind,
				reason: `${half}${byRole.map(({ role, reason }) => `${firstUpper(roles[role]!)}: ${reason}`).join(' ')}`,
				wouldUnlock: byRole.flatMap(({ wouldUnlock }) => wouldUnlock).slice(0, mostUnlocks),
				byRole
			}
		];
	});
}

const firstUpper = (text: string) => text.charAt(0).toLocaleUpperCase('ru') + text.slice(1);

/** Who might be had by whom in which role. */
function wishesOf({
	candidates,
	roleCandidates = noRoleCandidates(),
	forbidden = []
}: MatchingInput): Map<string, Wish> {
	const apart = new Set(forbidden.map(([i, j]) => `${i} ${j}`));
	const wishes = new Map<string, Wish>();
	const note = (mentee: number, mentor: number, role: number, score: number) => {
		if (apart.has(`${mentee} ${mentor}`)) return;
		const wish = wishes.get(`${mentee} ${role}`) ?? { mentee, role, mentors: new Map() };
		wish.mentors.set(mentor, score);
		wishes.set(`${mentee} ${role}`, wish);
	};
	for (const [at, i] of candidates.mentee.entries()) note(i, candidates.mentor[at]!, -1, candidates.score[at]!);
	for (const [at, i] of roleCandidates.mentee.entries())
		note(i, roleCandidates.mentor[at]!, roleCandidates.role[at]!, roleCandidates.score[at]!);
	return wishes;
}

function countFilters(missing: readonly Missing[]): Record<string, number> {
	const failed: Record<string, number> = {};
	for (const { filters } of missing) for (const filter of new Set(filters)) failed[filter] = (failed[filter] ?? 0) + 1;
	return failed;
}

function noCandidate(hasOther: boolean, failed: Record<string, number> = {}): string {
	const told = Object.entries(failed)
		.map(([filter, many]) => `${filter} – ${many}`)
		.join(', ');
	const head = hasOther
		? 'единственный подходящий уже занят в другой роли, а нужны разные люди'
		: 'подходящего наставника нет';
	return `${head}${told ? `; сколько наставников и по какой причине не подходят: ${told}` : ''}.`;
}
