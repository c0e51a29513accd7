import type { Facts } from './people';

/** Pairs to be looked at, mentees × mentors: so many (some tens of milliseconds) are reckoned in the request itself, more of them aside. The one place that says so. */
export const mostAtOnce = 20_000;
export const isLarge = ({ mentees, mentors }: Pick<Facts, 'mentees' | 'mentors'>) =>
	mentees.length * mentors.length > mostAtOnce;
