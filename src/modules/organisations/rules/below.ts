/** Filters and orders of the list of organisations below, as they stand in its address. */
export const belowFilters = { all: 'все', 'at-work': 'работают в программе', silent: 'ещё не вошли' } as const;
export type BelowFilter = keyof typeof belowFilters;

export const belowSorts = ['name', 'staff', 'mentors', 'mentees'] as const;
export type BelowSort = (typeof belowSorts)[number];
