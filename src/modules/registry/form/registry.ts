import * as v from 'valibot';
import { day, line, optionalDay, token, version } from '../../../core/forms';
import {
	type Category,
	categories,
	type LeavingReason,
	leavingReasons,
	type ProgrammeOutcome,
	programmeOutcomes,
	type RequestEvent,
	requestEvents,
	type Source,
	sources
} from '../rules/registers';

export const tokenForm = v.object({ token });

const choice = <T extends string>(known: Record<T, unknown>, message: string) =>
	v.picklist(Object.keys(known) as T[], message);
const people = v.pipe(
	v.array(v.pipe(v.string(), v.uuid('Выберите людей из списка'))),
	v.minLength(1, 'Отметьте хотя бы одного человека'),
	v.maxLength(1000, 'За один раз не больше 1000 человек')
);
const date = day('Укажите день, ДД.ММ.ГГГГ');
const personOrNone = v.pipe(
	v.optional(v.string(), ''),
	v.transform((typed) => typed || null),
	v.nullable(v.pipe(v.string(), v.uuid('Выберите человека из списка')))
);

export const entriesForm = v.object({ token, person: people, from: date, basis: line(500) });

/** The bar under a register: the act tells itself by its button. */
export const leavingForm = v.object({
	token,
	person: people,
	on: date,
	reason: choice<LeavingReason>(leavingReasons, 'Выберите причину'),
	note: line(500)
});

const withWhom = { partner: personOrNone, partnerNote: line(300), form: line(100) };
export const programmeForm = v.object({ token, from: date, ...withWhom });
export const programmeChangeForm = v.object({ token, version, ...withWhom });

export const programmeEndForm = v.object({
	token,
	version,
	on: date,
	outcome: choice<ProgrammeOutcome>(programmeOutcomes, 'Отметьте, чем закончилось'),
	results: line(3000),
	caseUrl: v.pipe(
		line(500),
		v.check((typed) => typed === '' || /^https?:\/\/[^\s]+$/.test(typed), 'Ссылка начинается с https:// или http://')
	)
});

const levelsIn = v.pipe(
	v.record(v.string(), v.string()),
	v.transform((levels) =>
		Object.entries(levels).flatMap(([name, value]) => {
			const [, source, topic] = /^level-(self|mentor|curator)-([a-z0-9-]{1,40})$/.exec(name) ?? [];
			return source && topic && /^[0-3]$/.test(value)
				? [{ source: source as 'self' | 'mentor' | 'curator', topic, level: Number(value) }]
				: [];
		})
	)
);

/** A request; the levels of deficits are read beside it (`levelsOf`): their names hold the topic. */
export const requestForm = v.object({
	token,
	version,
	words: line(3000, 'Запишите запрос словами самого человека'),
	priority: v.pipe(
		v.picklist(['1', '2', '3'], 'Выберите, насколько срочно'),
		v.transform((typed) => Number(typed) as 1 | 2 | 3)
	),
	format: line(1000), // a form of work, or the words of a questionnaire
	source: choice<Source>(sources, 'Выберите, откуда запрос'),
	sourceNote: line(300),
	saidOn: date
});
export const levelsOf = (values: Partial<Record<string, string>>) => v.parse(levelsIn, { ...values });

export const eventForm = v.object({
	token,
	what: choice<RequestEvent>(requestEvents, 'Выберите, что с запросом'),
	on: date,
	note: line(500)
});

export const offerForm = v.object({
	token,
	version,
	competences: v.array(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/, 'Откройте форму заново'))),
	otherCompetences: line(1000),
	achievements: line(2000),
	interests: line(1000),
	formats: v.array(v.pipe(v.string(), v.maxLength(500, 'Не длиннее 500 знаков'))),
	capacity: v.pipe(
		line(2, 'Укажите, сколько наставляемых может вести'),
		v.regex(/^\d{1,2}$/, 'Укажите число: 1, 2, 3…'),
		v.transform(Number),
		v.minValue(1, 'Хотя бы одного'),
		v.maxValue(20, 'Больше двадцати один человек не поведёт: проверьте число')
	),
	freeTime: line(500),
	wishes: line(1000),
	category: choice<Category>(categories, 'Выберите категорию'),
	source: choice<Source>(sources, 'Выберите, откуда предложение'),
	sourceNote: line(300),
	saidOn: date,
	until: optionalDay('Укажите день, ДД.ММ.ГГГГ, или оставьте пустым')
});

export const offerEndForm = v.object({ token, on: date, note: line(500) });

export const graduatesForm = v.object({ token, person: people, from: date });

export const topicsForm = v.object({ token, topics: line(20_000, 'Список не может быть пустым') });
