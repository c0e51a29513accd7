import { plain } from '../../../core/plain';
import { type Register, registers } from './registers';

/** Out of whom somebody is chosen for a register. */
export type EnterFilter = 'survey' | 'fits' | 'role' | 'teachers' | 'everybody' | `group-${string}`;
type Candidate = {
	name: string;
	post: string;
	teaches: boolean;
	roles: readonly string[];
	fits: readonly string[];
	reasons: readonly string[]; // in what they answered
	groups: readonly { id: string; code: string; name: string }[];
	inSince: string | null;
};

export const enterAddress = (register: Register, filter: EnterFilter, q: string) =>
	`/registry/${register}/new?${new URLSearchParams({ filter, ...(q && { q }) })}`;

/** Those who are not in the register yet, by filter, with how many each shows. The first filter that shows anybody is the usual one. */
export function choiceOf<C extends Candidate>(
	candidates: readonly C[],
	register: Register,
	wanted: string | undefined,
	q: string
) {
	const words = plain(q).split(/\s+/).filter(Boolean);
	const free = candidates.filter(
		({ inSince, name, post }) => !inSince && words.every((word) => plain(`${name} ${post}`).includes(word))
	);
	const groups = [...new Map(candidates.flatMap((one) => one.groups.map((group) => [group.id, group]))).values()];
	const { role } = registers[register];
	const filters: { filter: EnterFilter; label: string; shows: (one: C) => boolean }[] = [
		{ filter: 'survey', label: 'по анкетам', shows: ({ reasons }) => reasons.length > 0 },
		{ filter: 'fits', label: 'подсказаны группами', shows: ({ fits }) => fits.length > 0 },
		{
			filter: 'role',
			label: role === 'mentor' ? 'с ролью наставника' : 'с ролью наставляемого',
			shows: ({ roles }) => roles.includes(role)
		},
		{ filter: 'teachers', label: 'педагоги', shows: ({ teaches }) => teaches },
		{ filter: 'everybody', label: 'все сотрудники', shows: () => true },
		...groups.map(({ id, code }) => ({
			filter: `group-${id}` as const,
			label: code,
			shows: (one: C) => one.groups.some((group) => group.id === id)
		}))
	];
	const counted = filters.map((one) => ({ ...one, people: free.filter(one.shows) }));
	const chosen =
		counted.find(({ filter }) => filter === wanted) ??
		counted.find(({ people }) => people.length > 0) ??
		(counted[0] as (typeof counted)[number]);
	return {
		filter: chosen.filter,
		candidates: chosen.people,
		filters: counted.map(({ filter, label, people }) => ({ filter, label, count: people.length }))
	};
}
