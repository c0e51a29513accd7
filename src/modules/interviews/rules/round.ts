import type { Outcome } from './questions';

/** A finished round as it stood: everybody of the register, with the last talk since its beginning. */
export type RoundContents = {
	people: { id: string; name: string; post: string; heldOn: string | null; outcome: Outcome | null; who: string }[];
	organisation: string;
};

export const queueFilters = { waiting: 'ждут', talked: 'поговорили', all: 'все' } as const;
export type QueueFilter = keyof typeof queueFilters;

export const roundTitle = (register: 'mentors' | 'mentees', finishedOn: string) =>
	`Собеседования с ${register === 'mentors' ? 'наставниками' : 'наставляемыми'}, ${finishedOn}`;
