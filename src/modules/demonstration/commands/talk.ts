import { randomUUID } from 'node:crypto';
import type { SeedRoadmap } from '../../../../db/seeds/story';
import { type Actor, type Author, type Role, system } from '../../../core/actor';
import { addDays, instantOf, mondayOf, type Now, nowIn } from '../../../core/dates';
import { asActor } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import { changeActivity } from '../../roadmap/commands/change-activity';
import { writeComment } from '../../roadmap/commands/comments';
import { addUnits } from '../../roadmap/commands/units';
import { planActivities } from '../../roadmap/queries/activities';
import { findPlan } from '../../roadmap/queries/plans';
import { yearOf } from '../rules';
import { act, noon } from './live';

/** A morning of an organisation, as the queue would begin it. */
export type WakeUp = (author: Author, morning: Now) => Promise<void>;

/** The pairs of the plan, once the year has come to them. */
export async function pairUp(db: Db, actor: Actor, planId: string, names: readonly string[], today: string) {
	const day = `${yearOf(today).begins}-09-28`;
	if (names.length === 0 || day > today) return;
	const now = noon(actor, day);
	await act(db, actor, async (tx) => {
		const plan = await findPlan(tx, actor, planId);
		if (!plan) throw new Error('the story pairs people up in a plan that is not there');
		return addUnits(tx, actor, plan, { token: randomUUID(), kind: 'pair', names }, now);
	});
}

type Talk = Pick<SeedRoadmap, 'remarks' | 'changes'> & { actorOf: (role: Role) => Actor | undefined };

/** What colleagues have said of the plan, and what the curator has said anew since it was approved. */
export async function talk(db: Db, leader: Actor, planId: string, story: Talk, today: string) {
	const { remarks = [], changes = [], actorOf } = story;
	const { value: activities } = await asActor(db, leader, 'read only', async (tx) => ({
		ok: true,
		value: await planActivities(tx, leader, planId, today)
	}));
	const named = (words: string) => {
		const activity = activities.find(({ title }) => title.startsWith(words));
		if (!activity) throw new Error(`the story's plan has no activity «${words}»`);
		return activity;
	};
	const { acceptedOn } = yearOf(today);
	for (const { activity, by, text, daysAgo } of remarks) {
		const author = actorOf(by) ?? leader;
		const now = noon(author, [addDays(today, -daysAgo), acceptedOn].sort()[1] as string, -60);
		await act(db, author, (tx) => writeComment(tx, author, named(activity), { token: randomUUID(), text }, now));
	}
	for (const { activity, title, results } of changes) {
		const { version, capability, awaited, ...before } = named(activity);
		const words = {
			version,
			capability,
			awaited,
			title: title ?? before.title,
			results: [...(results ?? before.results.map(({ text }) => text))]
		};
		const now = noon(leader, [addDays(today, -1), acceptedOn].sort()[1] as string, -90);
		await act(db, leader, (tx) => changeActivity(tx, leader, named(activity), { token: randomUUID(), ...words }, now));
	}
}

/** The mornings of this week that a letter may come on: everybody finds theirs inside the program. */
export async function wakeUp({ organisationId, timeZone }: Actor, wake: WakeUp, today: string) {
	for (const day of new Set([mondayOf(today), today])) {
		await wake(system(organisationId, timeZone), nowIn(timeZone, new Date(instantOf(day, '07:30', timeZone))));
	}
}
