import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { CapabilityCode } from '../../src/modules/roadmap/rules/capabilities';
import type { DeadlineKind, Period, Responsible } from '../../src/modules/roadmap/rules/understanding';
import type { ColumnRole, Invented } from './truth';

type Expected = {
	title: string | null;
	period: Period | null;
	stages: { number: string | null; title: string }[];
	activities: {
		stage: number | null;
		title: string;
		deadline: { text: string | null; kind: DeadlineKind; windows: Period[]; to_only?: boolean };
		responsible: Responsible[];
		results: string[];
		capability: CapabilityCode[];
	}[];
};

const folder = '../shared/acceptance/seeds';

/** The roadmaps the project began with, as what is to be understood of them: none where the folder is absent. */
export const knownPlans = (): Invented[] =>
	existsSync(folder)
		? readdirSync(folder)
				.filter((name) => name.endsWith('.expected.json'))
				.sort()
				.map((name, seed) => planOf(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Expected, seed))
		: [];

/** Written down again from its understanding: a row for each activity, the stage beside its first. */
function planOf({ title, period, stages, activities }: Expected, seed: number): Invented {
	const columns: ColumnRole[] = [
		'number',
		...(stages.length ? (['stage'] as const) : []),
		'activity',
		'deadline',
		'responsible',
		'results'
	];
	const heads = {
		number: '№',
		stage: 'Этап',
		activity: 'Мероприятие',
		deadline: 'Срок',
		responsible: 'Ответственный',
		results: 'Результат',
		mark: ''
	};
	const rows = activities.map((activity, at) => {
		const begins = activity.stage !== null && activity.stage !== activities[at - 1]?.stage;
		const stage = begins ? stages[activity.stage ?? 0] : undefined;
		const cells: Record<ColumnRole, string> = {
			number: String(at + 1),
			stage: stage ? `${stage.number ? `${stage.number}. ` : ''}${stage.title}` : '',
			activity: activity.title,
			deadline: activity.deadline.text ?? '',
			responsible: activity.responsible.map(({ text }) => text).join('\n'),
			results: activity.results.join(';\n'),
			mark: ''
		};
		return { cells: columns.map((role) => cells[role]) };
	});
	return {
		seed,
		before: [title ?? ''],
		columns,
		head: columns.map((role) => heads[role]),
		rows,
		after: [],
		truth: {
			title: title ?? '',
			period,
			stages: stages.map((stage) => stage.title),
			activities: activities.map(({ capability, deadline, ...activity }) => ({
				...activity,
				deadline: { ...deadline, text: deadline.text ?? '', untilOnly: deadline.to_only === true },
				does: capability
			}))
		},
		traits: []
	};
}
