import { createHmac } from 'node:crypto';
import { addDays, type Span } from '../../../core/dates';
import type { Outcome } from '../../roadmap/rules/activity-state';

/** One day in a calendar: the last day of one time an activity is to be done. */
export type FeedEvent = {
	id: string; // of the occurrence: a moved term stays the same event
	activityId: string;
	title: string;
	dueOn: string;
	outcome: Outcome | null;
	sequence: number; // rises with every change a calendar program must take over (RFC 5545, 3.8.7.4)
	changedAt: string; // ISO 8601: acceptance, other words, move or mark, the latest
	plan: string;
};

/** A meeting in a calendar, at its hour; a whole day where no hour is named. */
export type FeedMeeting = {
	id: string;
	title: string;
	kind: string;
	heldOn: string;
	startsAt: string | null; // by the organisation's clock
	lasts: number; // minutes
	place: string;
	link: string;
	cancelled: boolean;
	version: number;
	changedAt: string;
	href?: string; // where it opens; of an event when not given
};

/**
 * The secret of an address follows from the session of the one who made it and the feed's id (like an invitation's): it may
 * be shown again while that session lives, and the database knows only its hash.
 */
export const feedToken = (sessionSecret: string, feedId: string) =>
	createHmac('sha256', sessionSecret).update(`calendar feed ${feedId}`).digest().subarray(0, 24).toString('base64url');

/** A quarter back, so that a late deadline does not vanish; a good year ahead. */
export const feedSpan = (today: string): Span => ({ from: addDays(today, -92), to: addDays(today, 400) });

/** «✓ Приказ о наставниках»: what is done stays on its day and no longer calls. */
export const summaryOf = ({ title, outcome }: Pick<FeedEvent, 'title' | 'outcome'>) =>
	outcome === 'not-done' ? `✗ ${title}` : outcome ? `✓ ${title}` : title;

/** How often a calendar program should ask, in hours: a deadline is a matter of days. */
export const hoursBetweenLooks = 6;
