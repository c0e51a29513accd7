import type { Actor } from '../../src/core/actor';
import { id, now, type TestDatabase } from '../stories';
import { unkind } from './understood';

type School = { organisationId: string; curator: Actor; teacher: Actor };

/** A council that was held, to which the teacher was called; its minutes are being written. One event that was taken away. */
export async function someEvents(
	{ owner }: TestDatabase,
	{ organisationId: organisation_id, curator, teacher }: School
) {
	const [event, removed, series, gone, promotion, dropped] = [id(), id(), id(), id(), id(), id()];
	const by = curator.personId;
	const common = {
		organisation_id,
		kind: `Педагогический совет${unkind}`,
		body: `заседания педагогического совета${unkind}`,
		meets: true,
		title: `О внедрении${unkind}`,
		words: `Приходите${unkind}`,
		held_on: '2026-09-04',
		place: unkind,
		agenda: JSON.stringify([{ question: `О Положении${unkind}`, speaker: unkind }]),
		audience: JSON.stringify({ everyone: true, roles: [], groups: [], registers: [], people: [] }),
		acquaints: true,
		calls_mentors: true,
		consents: ['processing'],
		made_at: now.at,
		made_by: by,
		changed_at: now.at,
		announced_at: now.at,
		announced_by: by
	};
	const ofSeries = {
		organisation_id,
		title: `Совет наставников${unkind}`,
		every: 'month' as const,
		made_at: now.at,
		made_by: by
	};
	await owner
		.insertInto('event_series')
		.values([
			{ ...ofSeries, id: series },
			{ ...ofSeries, id: gone, removed_at: now.at }
		])
		.execute();
	const ofPlan = {
		organisation_id,
		title: `Продвижение${unkind}`,
		goal: unkind,
		lines: JSON.stringify([{ on: '2026-10-01', what: unkind, audience: unkind, channel: unkind, responsible: unkind }]),
		made_at: now.at,
		made_by: by
	};
	await owner
		.insertInto('promotion_plans')
		.values([
			{ ...ofPlan, id: promotion },
			{ ...ofPlan, id: dropped, removed_at: now.at }
		])
		.execute();
	await owner
		.insertInto('events')
		.values([
			{ ...common, id: event, attended_at: now.at, attended_by: by },
			{ ...common, id: removed, removed_at: now.at },
			{ ...common, id: id(), series_id: series },
			{ ...common, id: id(), series_id: gone, removed_at: now.at }
		])
		.execute();
	await owner
		.insertInto('event_people')
		.values({
			organisation_id,
			event_id: event,
			person_id: teacher.personId,
			attendance: 'came',
			replied_at: now.at,
			reply: unkind
		})
		.execute();
	await owner
		.insertInto('event_minutes')
		.values({
			organisation_id,
			event_id: event,
			body: common.body,
			school_year: 2026,
			number: '1',
			chair: unkind,
			items: JSON.stringify([
				{
					question: `О Положении${unkind}`,
					speaker: '',
					heard: unkind,
					decisions: [{ text: unkind, responsible: unkind, due: '2026-10-01' }],
					votes: null
				}
			]),
			written_at: now.at,
			written_by: by
		})
		.execute();
	return {
		'/events/:id': event,
		'/events/:id/restoration': removed,
		'/event-series/:id': series,
		'/event-series/:id/restoration': gone,
		'/promotion-plans/:id': promotion,
		'/promotion-plans/:id/restoration': dropped
	};
}
