import * as v from 'valibot';
import { day, line, optionalDay, token, version } from '../../core/forms';
import { allKinds, type ConsentKind } from '../consents/rules/kinds';
import { agendaFrom, mostPoints, timeFrom } from './rules/event';
import { kindsFrom, mostKinds } from './rules/kinds';
import { type Cadence, cadences, mostDates } from './rules/series';

export const tokenForm = v.object({ token });

const date = 'ДД.ММ.ГГГГ, например 25.10.2026';
const ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value === 'on')
);
const idOrNone = v.pipe(
	v.optional(v.string(), ''),
	v.transform((typed) => typed || null),
	v.nullable(v.pipe(v.string('Выберите из списка'), v.uuid('Выберите из списка')))
);
/** A whole number, null when left empty. */
const count = (most: number) =>
	v.pipe(
		line(9),
		v.transform((typed) => (typed === '' ? null : Number(typed))),
		v.nullable(
			v.pipe(
				v.number('Напишите число цифрами'),
				v.integer('Напишите целое число'),
				v.minValue(0, 'Меньше нуля не бывает'),
				v.maxValue(most, `Не больше ${most}`)
			)
		)
	);

export const eventForm = v.object({
	token,
	kind: line(200, 'Выберите, что это будет'),
	title: line(300, 'Назовите: о чём соберёмся или что объявим'),
	heldOn: day(`Укажите день: ${date}`),
	startsAt: v.pipe(line(10), v.transform(timeFrom), v.nullable(v.string('Укажите время: 14:30'))),
	lasts: v.pipe(
		count(1440),
		v.transform((minutes) => minutes ?? 60),
		v.minValue(5, 'Не меньше пяти минут')
	),
	place: line(300),
	link: v.pipe(line(500), v.regex(/^$|^https?:\/\/\S+$/, 'Ссылка начинается с https://')),
	ledBy: idOrNone,
	words: line(5000),
	agenda: v.pipe(
		line(8000),
		v.transform(agendaFrom),
		v.maxLength(mostPoints, `Больше ${mostPoints} вопросов за один раз не обсудить. Разделите повестку.`)
	),
	outside: line(200),
	outsideCount: count(100_000),
	acquaints: ticked,
	acquaintBy: optionalDay(`Укажите день: ${date}`),
	callsMentors: ticked,
	legalAct: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{0,80}$/, 'Откройте форму заново'))), // what is given to read
	consents: v.array(v.picklist(allKinds, 'Выберите из списка') as v.GenericSchema<ConsentKind>),
	wave: idOrNone,
	occurrence: idOrNone,
	announce: ticked
});
export type EventInput = v.InferOutput<typeof eventForm>;

export const changedEventForm = v.object({ ...eventForm.entries, version });

export const kindsForm = v.object({
	token,
	version,
	kinds: v.pipe(
		line(8000),
		v.transform(kindsFrom),
		v.minLength(1, 'Нужна хотя бы одна строка'),
		v.maxLength(mostKinds, `Больше ${mostKinds} видов не запомнить. Сократите список.`)
	)
});

export const cancelForm = v.object({
	token,
	reason: line(500, 'Напишите, почему отменяется: это прочтут те, кого позвали')
});

export const attendanceForm = v.object({ token, outcome: line(1000), outsideCount: count(100_000) });
export const sheetForm = v.object({
	token,
	on: day(`Укажите день: ${date}`),
	person: v.pipe(
		v.array(v.pipe(v.string(), v.uuid('Откройте список заново'))),
		v.minLength(1, 'Отметьте тех, кто расписался'),
		v.maxLength(10_000)
	)
});

export const undoSheetForm = v.object({ token, person: v.pipe(v.string(), v.uuid()) });

export const replyForm = v.object({ token, reply: line(1000) });

export const minutesForm = v.object({
	token,
	version,
	number: line(20),
	chair: line(200),
	secretary: line(200),
	guests: line(500),
	present: count(100_000),
	invited: count(100_000),
	signedOn: optionalDay(`Укажите день: ${date}`)
});

const cadence = v.picklist(Object.keys(cadences) as Cadence[], 'Выберите, как часто');
const said = {
	kind: eventForm.entries.kind,
	title: eventForm.entries.title,
	from: day(`Укажите первый день: ${date}`),
	to: day(`Укажите последний день: ${date}`),
	every: cadence,
	skip: ticked
};

/** The first step of a series: what the days are reckoned from. */
export const seriesDaysForm = v.object(said);

export const seriesForm = v.object({
	token,
	...said,
	date: v.pipe(
		v.array(v.pipe(v.string(), v.isoDate('Откройте список дней заново'))),
		v.minLength(1, 'Отметьте хотя бы один день'),
		v.maxLength(mostDates, `Больше ${mostDates} встреч за один раз не завести`)
	),
	startsAt: eventForm.entries.startsAt,
	place: eventForm.entries.place,
	words: eventForm.entries.words,
	agenda: eventForm.entries.agenda,
	occurrence: idOrNone,
	announce: ticked
});

export const newPromotionForm = v.object({
	token,
	title: line(300, 'Назовите программу'),
	from: day(`Укажите первый день: ${date}`)
});

export const promotionForm = v.object({
	token,
	version,
	title: line(300, 'Назовите программу'),
	goal: line(1000),
	on: optionalDay(`Укажите день: ${date}`)
});
