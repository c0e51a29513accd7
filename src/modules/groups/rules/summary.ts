import { plural } from '../../roadmap/rules/plural';
import type { Sorted } from '../queries/staff';
import type { Group, GroupSet } from './groups';

/** What has been decided of everybody on a day: who is in which group, and of whom nothing is decided. */
export type Summary = {
	all: number;
	groups: readonly { group: Group; people: readonly Sorted[] }[];
	undecided: readonly Sorted[];
};

export const summaryOf = ({ groups }: GroupSet, people: readonly Sorted[]): Summary => ({
	all: people.length,
	groups: groups.map((group) => ({
		group,
		people: people.filter(({ member }) => member.some(({ groupId }) => groupId === group.id))
	})),
	undecided: people.filter(({ member }) => member.length === 0)
});

/** «Распределены 44 из 48 педагогов: А – 12, Б – 20, В – 8, Г – 4»: numbers alone, so that it can be told to anybody. */
export const summaryWords = ({ all, groups, undecided }: Summary) =>
	`Распределены ${all - undecided.length} из ${plural(all, ['педагога', 'педагогов', 'педагогов'])}: ${groups
		.map(({ group, people }) => `${group.code} – ${people.length}`)
		.join(', ')}`;
