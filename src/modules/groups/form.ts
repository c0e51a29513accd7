import * as v from 'valibot';
import { day, line, token, version } from '../../core/forms';
import { type PresetName, presets } from './rules/groups';
import { isFact } from './rules/rule';

export const tokenForm = v.object({ token });
export const presetForm = v.object({
	token,
	preset: v.picklist(Object.keys(presets) as PresetName[], 'Выберите, с чего начать')
});

const group = v.pipe(v.string('Выберите группу'), v.uuid('Выберите группу'));
/** «ни одна»: an empty choice. */
const groupOrNone = v.pipe(
	v.optional(v.string(), ''),
	v.transform((typed) => typed || null),
	v.nullable(v.pipe(v.string(), v.uuid('Выберите группу из списка')))
);

export const opinionForm = v.object({ token, group: groupOrNone, note: line(1000) });

/** A decision about many at once. */
export const decisionForm = v.object({
	token,
	group,
	from: day('Укажите, с какого дня, ДД.ММ.ГГГГ'),
	basis: line(500),
	person: v.pipe(
		v.array(v.pipe(v.string(), v.uuid('Выберите людей из списка'))),
		v.minLength(1, 'Отметьте хотя бы одного человека'),
		v.maxLength(1000, 'За один раз не больше 1000 человек')
	)
});

/** Findings of the yearly look that were ticked: «person.group» to add, memberships to end. */
export const reviewForm = v.object({
	token,
	from: day('Укажите, с какого дня, ДД.ММ.ГГГГ'),
	add: v.array(v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}\.[0-9a-f-]{36}$/, 'Откройте страницу заново'))),
	drop: v.array(v.pipe(v.string(), v.uuid('Откройте страницу заново')))
});

const ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value === 'on')
);
const months = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.regex(/^\d{0,3}$/, 'Укажите число месяцев: 36 – это три года'),
	v.transform(Number)
);

/** A group by its words and at most two conditions; an empty fact is no condition. */
export const groupForm = v.pipe(
	v.object({
		token,
		version,
		code: line(10, 'Укажите короткое обозначение: «А»'),
		name: line(100, 'Назовите группу'),
		about: line(500),
		canMentor: ticked,
		canBeMentee: ticked,
		fact1: line(20),
		sign1: line(5),
		months1: months,
		fact2: line(20),
		sign2: line(5),
		months2: months
	}),
	v.transform(({ fact1, sign1, months1, fact2, sign2, months2, ...words }) => ({
		...words,
		rule: [
			{ fact: fact1, under: sign1 !== 'from', months: months1 },
			{ fact: fact2, under: sign2 !== 'from', months: months2 }
		].flatMap(({ fact, ...bound }) => (isFact(fact) && bound.months > 0 ? [{ fact, ...bound }] : []))
	}))
);
