import * as v from 'valibot';
import { type CapabilityCode, capabilityCodes } from '../rules/capabilities';
import { remarkKinds, type Understanding } from '../rules/understanding';

// What comes back from the reading process is input like any other: its shape and its size are checked before it is stored.

/** The database keeps neither the null character nor half of a pair. */
const text = (max: number) =>
	v.pipe(
		v.string(),
		v.transform((words) => words.replaceAll('\0', '').toWellFormed()),
		v.maxLength(max)
	);
const words = text(20_000);
const day = v.pipe(v.string(), v.isoDate());
const period = v.object({ from: day, to: day });
const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const list = <S extends v.GenericSchema>(of: S, max: number) => v.pipe(v.array(of), v.maxLength(max));
const place = v.object({
	sheet: v.exactOptional(words),
	table: v.exactOptional(index),
	row: v.exactOptional(index),
	column: v.exactOptional(index),
	line: v.exactOptional(index)
});

const cadence = v.object({
	every: v.pipe(v.number(), v.integer(), v.minValue(1)),
	unit: v.picklist(['day', 'week', 'month', 'quarter', 'half-year', 'year']),
	byDay: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31)))
});

const deadline = v.object({
	text: v.nullable(words),
	kind: v.picklist(['windows', 'throughout', 'on-demand', 'cadence', 'external', 'none']),
	windows: list(period, 500),
	yearly: v.exactOptional(v.boolean()),
	until: v.exactOptional(v.boolean()),
	cadence: v.exactOptional(cadence)
});

const activity = v.object({
	stage: v.nullable(index),
	title: v.pipe(words, v.minLength(1)),
	number: v.nullable(words),
	lead: v.nullable(words),
	deadline,
	responsible: list(
		v.object({ text: v.pipe(words, v.minLength(1)), kind: v.picklist(['person', 'role', 'group', 'organisation']) }),
		100
	),
	responsibleText: v.nullable(words),
	results: list(v.pipe(words, v.minLength(1)), 200),
	resultText: v.nullable(words),
	capability: v.nullable(v.picklist(capabilityCodes as [CapabilityCode, ...CapabilityCode[]])),
	capabilityBecause: v.nullable(words),
	coverage: v.nullable(v.picklist(['each-pair', 'each-mentor', 'each-mentee', 'each-teacher', 'each-group'])),
	norm: v.nullable(v.object({ text: words, cadence })),
	pieces: list(index, 2_000)
});

const piece = v.intersect([
	v.object({ text: text(400_000), place }),
	v.variant('use', [
		v.object({
			use: v.literal('activity'),
			activities: list(index, 2_000),
			field: v.picklist(['number', 'title', 'deadline', 'responsible', 'results', 'stage'])
		}),
		v.object({ use: v.literal('stage'), stage: index }),
		v.object({
			use: v.literal('header'),
			what: v.picklist(['title', 'period', 'organisation', 'document', 'approval', 'goal', 'tasks', 'columns', 'note'])
		}),
		v.object({ use: v.literal('ignored'), reason: words })
	])
]);

const remark = v.object({
	kind: v.picklist(remarkKinds),
	sentence: words,
	where: list(
		v.union([
			v.object({ activity: index, field: v.picklist(['title', 'deadline', 'responsible', 'results']) }),
			v.object({ stage: index, field: v.picklist(['title', 'goal']) }),
			v.object({ heading: v.picklist(['title', 'goal', 'organisation', 'document']) })
		]),
		20_000
	),
	pieces: list(index, 100_000),
	mend: v.nullable(
		v.union([
			v.object({ replace: list(v.object({ words, by: words }), 5_000) }),
			v.object({ remove: list(index, 5_000) }),
			v.object({ removeStage: index })
		])
	)
});

export const understandingShape = v.object({
	title: v.nullable(words),
	period: v.nullable(period),
	organisation: v.nullable(words),
	document: v.object({
		annex: v.nullable(words),
		number: v.nullable(words),
		date: v.nullable(day),
		text: v.nullable(words)
	}),
	approvals: list(words, 100),
	goal: v.nullable(words),
	tasks: list(words, 500),
	stages: list(v.object({ number: v.nullable(words), title: words, goal: v.nullable(words) }), 500),
	activities: list(activity, 5_000),
	doubts: list(
		v.object({
			activity: index,
			field: v.picklist(['stage', 'title', 'deadline', 'responsible', 'results', 'capability']),
			why: words
		}),
		20_000
	),
	remarks: list(remark, 2_000),
	warnings: list(words, 3_000),
	pieces: list(piece, 100_000),
	source: v.object({
		name: words,
		format: v.picklist(['txt', 'csv', 'docx', 'xlsx', 'html', 'odt', 'rtf', 'pdf', 'doc', 'pasted']),
		encoding: v.nullable(v.string()),
		tables: index
	})
}) satisfies v.GenericSchema<unknown, Understanding>;
