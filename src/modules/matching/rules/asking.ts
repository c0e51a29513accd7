/** A matching asked for aside: how far it is, or how it ended. */
export type AskingTimes = {
	askedAt: string;
	begunAt: string | null;
	notedAt: string | null;
	outcome: 'made' | 'stopped' | 'refused' | 'interrupted' | null;
};

/** The work gives a sign of life every second or so; silent for so long, whoever did it is gone. */
const silence = 60_000;

/** «waits»: nobody has begun yet (another large one goes first); «interrupted»: begun, and whoever did it is gone with their server. */
export function standingOf({ askedAt, begunAt, notedAt, outcome }: AskingTimes, at: string) {
	if (outcome) return outcome;
	if (!begunAt) return 'waits';
	const heard = Date.parse(notedAt ?? begunAt ?? askedAt);
	return Date.parse(at) - heard > silence ? 'interrupted' : 'goes';
}
export type AskingStanding = ReturnType<typeof standingOf>;
