import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import type { Problems, Values } from '../../../core/forms';
import type { App } from '../../../http';
import { closedIn } from '../../../ui/closes';
import { MentorshipPage } from '../pages/mentorship';
import { confidencesOf } from '../queries/confidences';
import { findMentorship } from '../queries/mentorships';
import { lineOf } from '../rules/wanted';

export type C = Context<App>;
export type Wrong = { values: Values; problems: Problems; gathered?: readonly string[] };

export const mentorshipIn = async (c: C) =>
	(await findMentorship(c.var.tx, c.var.actor, c.req.param('id') ?? '', c.var.now)) ?? notFound();

/** The card of the mentorship of the address, as it is or with what is wrong. */
export async function showCard(c: C, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const mentorship = lineOf(await mentorshipIn(c), now.today);
	const confidences = await confidencesOf(tx, actor, mentorship.id);
	const closed = closedIn(c.req.query('closed'));
	const shown = wrong ?? { values: { token: crypto.randomUUID() } };
	return c.html(<MentorshipPage {...{ view, mentorship, confidences, closed }} {...shown} />, wrong ? 422 : 200);
}
