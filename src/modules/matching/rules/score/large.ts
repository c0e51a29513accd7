/** Pairs to be looked at: so many (some tenths of a second) are reckoned at once, more of them aside. The one place that says so. */
export const mostAtOnce = 50_000;
export const isLarge = ({ mentees, mentors }: Record<'mentees' | 'mentors', readonly unknown[]>) =>
	mentees.length * mentors.length > mostAtOnce;
