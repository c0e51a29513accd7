/** Failures older than this are forgotten. */
export const rememberedFor = 60 * 60; // seconds

/** Nobody mistypes slower than this hurts; only the login and the place it came from are slowed, never the owner elsewhere. */
const freeFailures = 5;
const [firstWait, longestWait] = [30, 15 * 60]; // seconds

/** A whole school sits behind one address; five hundred failures an hour are no school. */
export const failuresOfOneAddress = 500;
const addressWait = 60;

/** Wrong codes of printed slips, an hour and address. */
export const wrongCodesOfOneAddress = 60;

export type Failures = { failures: number; lastFailedAt: string | null; sourceFailures: number };

/** Seconds until the next password is looked at; 0: at once. Doubles with each failure after the fifth. */
export function waitBefore({ failures, lastFailedAt, sourceFailures }: Failures, at: string) {
	if (sourceFailures >= failuresOfOneAddress) return addressWait;
	if (failures < freeFailures || !lastFailedAt) return 0;
	const wait = Math.min(longestWait, firstWait * 2 ** (failures - freeFailures));
	return Math.max(0, Math.ceil(wait - (Date.parse(at) - Date.parse(lastFailedAt)) / 1000));
}
