import * as v from 'valibot';
import { day, line, optionalDay, token, version } from '../../../core/forms';
import { timeFrom } from '../../events/rules/event';
import { mostPlanned } from '../rules/cadence';
import { answers, goals, meetingFormats, missedReasons, type OwnKind, ownKinds } from '../rules/words';

const date = 'ДД.ММ.ГГГГ, например 25.10.2026';
export const time = v.pipe(line(10), v.transform(timeFrom), v.nullable(v.string('Укажите время: 14:30')));
const ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value === 'on')
);
const oneOf = <T extends string>(known: Record<T, unknown>, message: string) =>
	v.picklist(Object.keys(known) as T[], message);
const oneOrNone = <T extends string>(known: Record<T, unknown>) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => typed || null),
		v.nullable(v.picklist(Object.keys(known) as T[], 'Выберите из списка'))
	);
const yesOrNo = v.pipe(
	v.optional(v.string(), ''),
	v.transform((typed) => (typed === 'yes' ? true : typed === 'no' ? false : null))
);
const minutes = v.pipe(
	line(4),
	v.transform((typed) => (typed === '' ? 45 : Number(typed))),
	v.number('Напишите, сколько минут, цифрами'),
	v.integer('Целое число минут'),
	v.minValue(5, 'Не меньше пяти минут'),
	v.maxValue(1440, 'Не больше суток')
);
const person = v.pipe(v.string(), v.uuid('Откройте форму заново'));

/** «Записать встречу»: under a minute on a phone. */
export const recordForm = v.object({
	token,
	version: v.optional(version),
	held: v.pipe(
		v.picklist(['yes', 'no'], 'Отметьте, встретились или нет'),
		v.transform((said) => said === 'yes')
	),
	kind: oneOf<OwnKind>(ownKinds, 'Выберите, какая это встреча'),
	heldOn: day(`Укажите день: ${date}`),
	format: oneOf(meetingFormats, 'Выберите, как встречались'),
	lasts: minutes,
	place: line(300),
	topic: line(300),
	works: line(4000),
	difficulty: line(2000),
	nextStep: line(2000),
	missed: oneOrNone(missedReasons),
	nextOn: optionalDay(`Укажите день: ${date}, или оставьте пустым`),
	nextAt: time,
	answer: oneOrNone(answers),
	ready: yesOrNo,
	goal: oneOrNone(goals),
	confidence: line(4000),
	absent: v.array(person)
});

export const feedbackForm = v.object({
	token,
	person: v.optional(person),
	answer: oneOf(answers, 'Выберите один из трёх ответов'),
	words: line(2000),
	ready: yesOrNo,
	shared: ticked
});

export const moveForm = v.object({
	token,
	version,
	plannedOn: day(`Укажите день: ${date}`),
	startsAt: time,
	lasts: minutes,
	place: line(300),
	topic: line(300)
});

export const versionForm = v.object({ token, version });
export const undoForm = v.object({ token, act: person });

/** The plan: days as they were left, the empty ones are not wanted. */
export const planForm = v.object({
	token,
	day: v.pipe(
		v.array(optionalDay(`Все дни пишут так: ${date}. Пустая строка – без встречи`)),
		v.transform((all) => [...new Set(all.filter((one) => one !== null))].sort()),
		v.minLength(1, 'Нужен хотя бы один день'),
		v.maxLength(mostPlanned, `Больше ${mostPlanned} встреч за год не запланировать`)
	),
	startsAt: time,
	lasts: minutes,
	place: line(300),
	seen: line(2000)
});

export const nudgeForm = v.object({
	token,
	about: v.picklist(['quiet', 'feedback', 'readiness', 'plan'], 'Откройте список заново')
});
export const cadenceForm = v.object({
	token,
	version,
	cadence: v.pipe(v.picklist(['7', '14', '21', '28'], 'Выберите, как часто'), v.transform(Number))
});

export const groupFinalForm = v.object({
	token,
	heldOn: day(`Укажите день: ${date}`),
	place: line(300),
	works: line(4000, 'Одной фразой: к чему пришли.'),
	mentorship: v.pipe(v.array(person), v.minLength(1, 'Отметьте пары, которые были'), v.maxLength(1000))
});
