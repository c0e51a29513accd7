import * as v from 'valibot';
import { addDays, parseDate } from '../../../core/dates';
import { line, optionalDay, token } from '../../../core/forms';
import { earlierChoices, pastChoices } from '../rules/acceptance';
import { type CapabilityCode, capabilityCodes } from '../rules/capabilities';
import { bareNumber } from '../rules/edition';
import { maxPastedLength, maxPastedTable } from '../rules/imports';

/** What the database cannot keep (the null character) goes; what Word puts between lines becomes a line. */
const tidy = (text: string) => text.replaceAll('\0', '').replaceAll('\v', '\n').replace(/\r\n?/g, '\n').toWellFormed();

const text = (max: number, required?: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform(tidy),
		v.trim(),
		v.minLength(required ? 1 : 0, required ?? ''),
		v.maxLength(max, `Не длиннее ${max} знаков`)
	);

export const onlyToken = v.object({ token });

export const uploadForm = v.object({
	token,
	/** The plan at work that this is a newer version of. */
	renews: v.optional(v.pipe(v.string(), v.maxLength(36)), ''),
	text: text(maxPastedLength),
	/** The same table as the clipboard holds it, when it was pasted out of Word or Excel. */
	table: v.pipe(
		v.optional(v.string(), ''),
		v.transform(tidy),
		v.transform((html) => (html.length > maxPastedTable ? '' : html))
	)
});

/** The version of the import that the page was drawn from: what has changed since is not overwritten. */
const version = v.pipe(v.optional(v.string(), ''), v.regex(/^\d{1,9}$/, 'Откройте форму заново'), v.transform(Number));

/** Keys are ours; a made-up one is found nowhere. */
const key = v.pipe(v.optional(v.string(), ''), v.regex(/^[as]\d{1,6}$|^$/, 'Выберите из списка'));

const lines = (max: number) =>
	v.pipe(
		text(max),
		v.transform((typed) =>
			typed
				.split('\n')
				.map((one) => one.trim())
				.filter(Boolean)
		)
	);

export const rowForm = v.object({
	token,
	version,
	title: text(2000, 'Напишите, что нужно сделать'),
	stage: key,
	after: v.optional(key, ''),
	deadline: text(500),
	responsible: lines(3000),
	results: lines(5000),
	capability: v.union(
		[v.literal(''), v.picklist(capabilityCodes as [CapabilityCode, ...CapabilityCode[]])],
		'Выберите из списка'
	)
});
export type RowForm = v.InferOutput<typeof rowForm>;

export const splitForm = v.object({
	token,
	version,
	titles: v.pipe(
		lines(5000),
		v.minLength(2, 'Напишите каждое мероприятие с новой строки: нужно хотя бы две'),
		v.maxLength(50, 'Не больше 50 строк за раз')
	)
});

const date = v.pipe(
	text(10),
	v.transform((typed) => (typed === '' ? null : parseDate(typed))),
	v.union([v.null(), v.string()], 'Напишите день так: 01.09.2026')
);

export const headingForm = v.pipe(
	v.object({
		token,
		version,
		title: text(1000, 'Напишите название плана'),
		from: date,
		to: date,
		goal: text(3000)
	}),
	v.forward(
		v.check(({ from, to }) => (from === null) === (to === null), 'Укажите оба дня или ни одного'),
		['to']
	),
	v.forward(
		v.check(({ from, to }) => !from || !to || from <= to, 'Конец раньше начала: проверьте даты'),
		['to']
	),
	v.forward(
		v.check(
			({ from, to }) => !from || !to || to <= addDays(from, 3660),
			'План не длится больше десяти лет: проверьте годы'
		),
		['to']
	)
);
export type HeadingForm = v.InferOutput<typeof headingForm>;

export const stageForm = v.object({
	token,
	version,
	number: text(20),
	title: text(1000, 'Напишите название этапа'),
	goal: text(3000),
	first: v.optional(key, '')
});
export type StageForm = v.InferOutput<typeof stageForm>;

export const newStageForm = v.object({
	token,
	stageTitle: text(1000, 'Напишите название этапа'),
	row: key
});

/** Which remark; what it says is found anew in the draft. */
export const remarkForm = v.object({ token, remark: text(400, 'Откройте страницу заново') });
export type RemarkForm = v.InferOutput<typeof remarkForm>;

export const everyYearForm = v.object({ token, answer: v.picklist(['yes', 'no'], 'Выберите ответ') });

export const selectionForm = v.object({
	token,
	act: v.picklist(['remove', 'put-back', 'merge', 'move'], 'Выберите, что сделать'),
	stage: v.optional(key, '')
});

export const peopleForm = v.object({
	token,
	entrust: v.optional(v.picklist(['me', 'other', 'nobody'], 'Выберите ответ'), 'nobody'),
	entrusted: v.optional(v.string(), '')
});

export const acceptanceForm = v.object({
	token,
	version,
	past: v.optional(v.picklist(pastChoices, 'Выберите, что сделать с планом прошлых лет'), 'keep'),
	earlier: v.optional(v.picklist(earlierChoices, 'Выберите, что стало с прошедшими делами'), 'later'),
	/** The file is what an order has approved: then it is the first edition. */
	approved: v.optional(v.string(), ''),
	orderNumber: v.pipe(line(60), v.transform(bareNumber)),
	orderDay: optionalDay('Напишите день приказа: ДД.ММ.ГГГГ, например 28.08.2026')
});
