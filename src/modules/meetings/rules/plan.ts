import { type Meeting, meetingStanding } from './meeting';

/** What a new plan takes the place of: days to come that nobody has marked. */
export const planOf = (meetings: readonly Meeting[], today: string) =>
	meetings.filter(
		(one) => ['planned', 'today'].includes(meetingStanding(one, today)) && ['regular', 'final'].includes(one.kind)
	);

/** What the plan was when the form was opened: somebody else's change is seen by it. */
export const seenOf = (plan: readonly Pick<Meeting, 'id' | 'version'>[]) =>
	plan
		.map(({ id, version }) => `${id.slice(-8)}${version}`)
		.join(' ')
		.slice(0, 2000);
