import { createHash } from 'node:crypto';

/** Keys in one order, whatever order they came in. */
const ordered = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(ordered);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).filter(([, each]) => each !== undefined);
	return Object.fromEntries(
		entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, ordered(each)])
	);
};

/** The same wording has the same hash. */
export const hashOf = (value: unknown) =>
	createHash('sha256')
		.update(JSON.stringify(ordered(value)))
		.digest();

/** Short enough for a hidden field: by it a form knows whether what it was opened on still stands. */
export const markOf = (value: unknown) => hashOf(value).toString('hex').slice(0, 16);
