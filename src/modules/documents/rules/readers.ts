/** Whole groups that may be told at once. */
export const readerGroups = {
	staff: 'весь коллектив',
	teachers: 'все педагоги',
	mentors: 'все наставники',
	mentees: 'все наставляемые'
} as const;
export type ReaderGroup = keyof typeof readerGroups;
export const readerGroupCodes = Object.keys(readerGroups) as ReaderGroup[];

/** Somebody who works here and is not on the list yet, with the groups they are of. */
export type Candidate = { id: string; name: string; post: string; of: ReaderGroup[] };

/** Those who were ticked by name and those of the ticked groups, each once. Whoever is none of these is no reader here. */
export const chosenReaders = (
	candidates: readonly Candidate[],
	{ group, person }: { group: readonly ReaderGroup[]; person: readonly string[] }
): string[] =>
	candidates.filter(({ id, of }) => person.includes(id) || of.some((one) => group.includes(one))).map(({ id }) => id);

export const countIn = (candidates: readonly Candidate[], group: ReaderGroup) =>
	candidates.filter(({ of }) => of.includes(group)).length;
