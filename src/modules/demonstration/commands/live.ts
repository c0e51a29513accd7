import { randomUUID } from 'node:crypto';
import type { Progress, SeedRoadmap } from '../../../../db/seeds/story';
import { type Actor, roleName } from '../../../core/actor';
import { type Now, nowIn } from '../../../core/dates';
import type { Result } from '../../../core/forms';
import { asActor, type Tx } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import { applyPreset } from '../../calendar/commands/set-terms';
import { presetsFor } from '../../calendar/rules/presets';
import { acceptImport } from '../../roadmap/commands/accept-import';
import { recordCompletion } from '../../roadmap/commands/complete';
import { cover } from '../../roadmap/commands/cover';
import { confirmPeople } from '../../roadmap/commands/decide-people';
import { importRoadmap } from '../../roadmap/commands/import-roadmap';
import { publishTemplate } from '../../roadmap/commands/publish-template';
import { type PlanOccurrence, planActivities } from '../../roadmap/queries/activities';
import { listColleagues } from '../../roadmap/queries/import-people';
import { findImport } from '../../roadmap/queries/imports';
import { findPlan } from '../../roadmap/queries/plans';
import { namedIn, nobodyNamed } from '../../roadmap/rules/draft';
import type { Approval } from '../../roadmap/rules/edition';
import { suggestion } from '../../roadmap/rules/known-people';
import { dayDone, yearOf } from '../rules';
import { workbookOf } from './workbook';

/** Reads an import in a process of its own, as the queue would. */
export type ReadImport = (author: Actor, importId: string, at: Now) => Promise<void>;

/** The middle of a day, so many minutes into the work: the hands of the clock are turned, nothing else. */
export const noon = (actor: Actor, day: string, minutes = 0): Now =>
	nowIn(actor.timeZone, new Date(Date.parse(`${day}T06:00:00Z`) + minutes * 60_000));

/** One act in one transaction. A story that is refused something is a mistake of ours. */
export async function act<T>(db: Db, actor: Actor, what: (tx: Tx) => Promise<Result<T>>): Promise<T> {
	const result = await asActor(db, actor, 'read write', what);
	if (!result.ok) throw new Error(`the story was refused: ${Object.values(result.problems).join(' ')}`);
	return result.value;
}

/** The school year's order, by the pattern its kind most often lives by. */
export async function fillCalendar(db: Db, actor: Actor, today: string) {
	const { begins, calendarOn } = yearOf(today);
	const [preset = 'quarters'] = presetsFor(actor.organisation.kind);
	const now = noon(actor, calendarOn);
	await act(db, actor, (tx) => applyPreset(tx, actor, begins, { token: randomUUID(), preset }, now));
}

/** From the Excel file of the school to a plan at work: every step is the one a curator takes. Answers with the plan's id. */
export async function takeToWork(db: Db, actor: Actor, roadmap: SeedRoadmap, read: ReadImport, today: string) {
	const at = (minutes: number) => noon(actor, yearOf(today).acceptedOn, minutes);
	const file = { name: roadmap.fileName, bytes: await workbookOf(roadmap, today) };
	const source = { token: randomUUID(), source: { file } };
	const id = await act(db, actor, (tx) => importRoadmap(tx, actor, source, at(0)));
	await read(actor, id, at(1));
	await act(db, actor, (tx) => confirmSuggestions(tx, actor, id, at(6)));
	return act(db, actor, async (tx) => {
		const version = (await findImport(tx, actor, id))?.version ?? 0;
		const accepted = { token: randomUUID(), version, past: 'keep', earlier: 'later' } as const;
		return acceptImport(tx, actor, id, { ...accepted, approval: orderOf(actor, today) }, at(9));
	});
}

/** Every plan of the story was approved by an order of the first days of the year. */
const orderOf = (actor: Actor, today: string): Approval => {
	const { acceptedOn: day } = yearOf(today);
	const post = roleName('director', actor.organisation.kind);
	const stamp = {
		kind: 'УТВЕРЖДЕНО',
		post: post[0]?.toUpperCase() + post.slice(1),
		name: '',
		paper: 'приказ № 112-О',
		day
	} as const;
	return { orderNumber: '112-О', orderDay: day, paper: { layout: 'usual', annex: '', stamps: [null, null, stamp] } };
};

/** The plan given to those below, once it has been at work for a while. */
export const publish = (db: Db, actor: Actor, planId: string, note: string, today: string) =>
	act(db, actor, async (tx) => {
		const now = noon(actor, yearOf(today).acceptedOn, 15);
		const plan = await findPlan(tx, actor, planId);
		if (!plan) throw new Error('the story publishes a plan that is not there');
		return publishTemplate(tx, actor, plan, { token: randomUUID(), note, closes: [] }, now);
	});

async function confirmSuggestions(tx: Tx, actor: Actor, id: string, now: Now) {
	const draft = (await findImport(tx, actor, id))?.draft;
	if (!draft) throw new Error(`the story's plan could not be read: ${actor.organisation.name}`);
	const colleagues = await listColleagues(tx, actor, now.today);
	const people = Object.fromEntries(
		namedIn(draft).flatMap((named) => {
			const colleague = suggestion(named, colleagues);
			return colleague ? [[named.words, colleague.id]] : [];
		})
	);
	const entrusted = nobodyNamed(draft) ? actor.personId : '';
	return confirmPeople(tx, actor, id, { token: randomUUID(), people, entrusted }, now);
}

/** What has been done of the plan by `today`, each on its own day, in the order of the days. */
export async function carryOut(db: Db, actor: Actor, plan: string, progress: readonly Progress[], today: string) {
	const { acceptedOn } = yearOf(today);
	const { value: activities } = await asActor(db, actor, 'read only', async (tx) => ({
		ok: true,
		value: await planActivities(tx, actor, plan, today)
	}));
	const done = progress.flatMap((step) => {
		const activity = activities.find(({ title }) => title.startsWith(step.activity));
		const occurrence = activity?.occurrences[0];
		if (!activity || !occurrence) throw new Error(`the story's plan has no activity «${step.activity}»`);
		const day = dayDone(occurrence, step.doneAfter ?? 20, acceptedOn, today);
		return day ? [{ step, activity, occurrence, day }] : [];
	});
	const inOrder = done.sort((a, b) => a.day.localeCompare(b.day)).entries();
	for (const [index, { step, activity, occurrence, day }] of inOrder) {
		const of = { activity, occurrence };
		const now = noon(actor, day, 20 + index);
		const { covered } = step;
		await act(db, actor, (tx) =>
			covered
				? cover(
						tx,
						actor,
						of,
						{ ...said(step), outcome: 'done', coveredOn: day, ones: firstOf(occurrence, covered) },
						now
					)
				: recordCompletion(tx, actor, of, { ...said(step), doneOn: day }, now)
		);
	}
}

const firstOf = ({ coverage }: PlanOccurrence, count: number) =>
	coverage?.left.slice(0, count).map(({ id }) => id) ?? [];

const said = ({ note = '', noted, evidence, link }: Progress) => ({
	token: randomUUID(),
	outcome: noted ? ('noted' as const) : ('done' as const),
	note: noted ?? note,
	url: link?.url ?? '',
	files: evidence ? [{ name: evidence.name, bytes: new TextEncoder().encode(evidence.text) }] : []
});
