import { plainText } from '../../../core/forms';
import type { Sorted } from '../queries/staff';
import type { Group, GroupSet } from './groups';
import { judge } from './rule';

/** What the rules of a set say of one person: the groups they fit, each with its reason. */
export type Suggestion = { group: Group; because: string };

export const suggestionsFor = (
	{ groups }: GroupSet,
	{ periods }: Pick<Sorted, 'periods'>,
	today: string
): Suggestion[] =>
	groups.flatMap((group) => {
		const verdict = judge(group.rule, periods, today);
		return verdict?.fits ? [{ group, because: verdict.because }] : [];
	});

/** What a yearly look finds: whom the rules would add, and who no longer fits the rule they are in by. */
export type Finding = { person: Sorted; group: Group; because: string; membershipId: string | null };

export function findingsOf(set: GroupSet, people: readonly Sorted[], today: string) {
	const [add, drop]: [Finding[], Finding[]] = [[], []];
	for (const person of people) {
		const fitting = suggestionsFor(set, person, today);
		for (const { id, groupId } of person.member) {
			const group = set.groups.find((one) => one.id === groupId);
			const verdict = group && judge(group.rule, person.periods, today);
			if (group && verdict && !verdict.fits) drop.push({ person, group, because: verdict.because, membershipId: id });
		}
		const staying = person.member.filter(({ id }) => !drop.some((finding) => finding.membershipId === id));
		if (set.exclusive && staying.length > 0) continue; // the decision stands: a rule only suggests
		for (const { group, because } of fitting)
			if (!person.member.some(({ groupId }) => groupId === group.id))
				add.push({ person, group, because, membershipId: null });
	}
	return { add, drop };
}

export const sortingFilters = {
	all: 'все педагоги',
	undecided: 'без решения',
	differ: 'мнения расходятся'
} as const;
export type SortingFilter = keyof typeof sortingFilters;
export type SortingWanted = { filter: SortingFilter | `group-${string}`; q: string; page: number };
export const pageSize = 50;

export function wantedFrom({ filter = 'all', q = '', page = '1' }: Record<string, string | undefined>): SortingWanted {
	const known = filter in sortingFilters || filter.startsWith('group-');
	return {
		filter: known ? (filter as SortingWanted['filter']) : 'all',
		q: plainText(q).trim().slice(0, 200),
		page: Math.min(Math.max(1, Number.parseInt(page, 10) || 1), 10_000)
	};
}

/** Where the self-assessment, the observer's view and the decision are not about one group. */
export function differs({ self, observer, member }: Sorted) {
	const said = [self?.groupId, observer?.groupId].filter((id) => id !== undefined);
	if (said.length === 0) return false;
	const decided = member.map(({ groupId }) => groupId);
	return new Set(said).size > 1 || (decided.length > 0 && said.some((id) => id === null || !decided.includes(id)));
}
