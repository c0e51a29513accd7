import type { Actor } from '../src/core/actor';
import { asRange } from '../src/core/dates';
import type { Coverage, DeadlineKind, ResponsibleKind } from '../src/modules/roadmap/rules/understanding';
import { id, now, type TestDatabase } from './stories';

type Time = {
	kind?: 'deadline' | 'review' | 'on-demand' | 'awaited';
	from?: string;
	to?: string;
	dueOn?: string;
};

export type PlannedActivity = {
	title: string;
	number?: string;
	deadline?: string;
	kind?: DeadlineKind;
	capability?: string;
	coverage?: Coverage;
	awaited?: boolean;
	times?: readonly Time[];
	responsible?: readonly { text: string; kind?: ResponsibleKind; person?: Actor }[];
	results?: readonly string[];
};

type Plan = {
	title?: string;
	period?: { from: string; to: string } | null;
	acceptedOn?: string;
	stages: readonly { title: string; number?: string; activities: readonly PlannedActivity[] }[];
};

/** A plan at work, as accepting a roadmap leaves it. Answers with its id and, by title, those of activities and their occurrences. */
export async function aPlan(
	{ owner }: TestDatabase,
	by: Actor,
	{ title = 'Дорожная карта наставничества', period, acceptedOn = '2026-09-01', stages }: Plan
) {
	const organisation_id = by.organisationId;
	const roadmap_id = id();
	await owner
		.insertInto('roadmaps')
		.values({
			organisation_id,
			id: roadmap_id,
			title,
			period: period === null ? null : asRange(period ?? { from: '2026-09-01', to: '2027-08-31' }),
			accepted_on: acceptedOn,
			accepted_at: now.at,
			accepted_by: by.personId
		})
		.execute();

	const activities: Record<string, { id: string; occurrences: string[] }> = {};
	let position = 0;
	for (const [index, stage] of stages.entries()) {
		const stage_id = id();
		const mine = { organisation_id, roadmap_id };
		await owner
			.insertInto('stages')
			.values({ ...mine, id: stage_id, position: index, number: stage.number ?? null, title: stage.title })
			.execute();
		for (const one of stage.activities) {
			const activity_id = id();
			const occurrences = await insertActivity(
				{ owner },
				{ ...mine, stage_id, position, activity_id },
				one,
				acceptedOn
			);
			activities[one.title] = { id: activity_id, occurrences };
			position += 1;
		}
	}
	return { id: roadmap_id, activities };
}

type Place = {
	organisation_id: string;
	roadmap_id: string;
	stage_id: string;
	position: number;
	activity_id: string;
};

async function insertActivity(
	{ owner }: Pick<TestDatabase, 'owner'>,
	place: Place,
	activity: PlannedActivity,
	added_on: string
) {
	const { organisation_id, activity_id, ...rest } = place;
	const { title, number, deadline, kind = 'windows', capability, coverage, awaited = false } = activity;
	await owner
		.insertInto('activities')
		.values({
			organisation_id,
			id: activity_id,
			...rest,
			title,
			number: number ?? null,
			deadline_text: deadline ?? null,
			deadline_kind: kind,
			capability: capability ?? null,
			coverage: coverage ?? null,
			awaited
		})
		.execute();
	const mine = { organisation_id, activity_id };
	const responsible = (activity.responsible ?? []).map(({ text, kind: of = 'role', person }, position) => ({
		...mine,
		position,
		text,
		kind: of,
		person_id: person?.personId ?? null
	}));
	const results = (activity.results ?? []).map((text, position) => ({ ...mine, position, text }));
	const times = (activity.times ?? []).map(({ kind: of = 'deadline', from, to, dueOn }) => ({
		...mine,
		id: id(),
		kind: of,
		period: from && to ? asRange({ from, to }) : null,
		added_on,
		due_on: dueOn ?? (of === 'deadline' ? (to ?? null) : null)
	}));
	if (responsible.length > 0) await owner.insertInto('activity_responsible').values(responsible).execute();
	if (results.length > 0) await owner.insertInto('activity_results').values(results).execute();
	if (times.length > 0) await owner.insertInto('occurrences').values(times).execute();
	return times.map((time) => time.id);
}
