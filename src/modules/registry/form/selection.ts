import * as v from 'valibot';
import { day, line, optionalDay, token, version } from '../../../core/forms';
import type { Criterion, SelectionDecision } from '../rules/criteria';
import { type ActKind, actKinds } from '../rules/edition';

export const tokenForm = v.object({ token });

const people = v.pipe(
	v.array(v.pipe(v.string(), v.uuid('Выберите людей из списка'))),
	v.minLength(1, 'Отметьте хотя бы одного человека'),
	v.maxLength(1000, 'За один раз не больше 1000 человек')
);
const date = day('Укажите день, ДД.ММ.ГГГГ');

/** The bar of the selection: the button says what is decided. */
export const decisionForm = v.pipe(
	v.object({
		token,
		person: people,
		act: v.picklist(['yes', 'no', 'later'] satisfies SelectionDecision[], 'Выберите решение'),
		on: date,
		reason: line(1000)
	}),
	v.transform(({ act, ...rest }) => ({ ...rest, decision: act }))
);

export const markForm = v.pipe(
	v.object({
		token,
		person: people,
		act: v.picklist(['met', 'unmet']),
		criterion: line(200, 'Выберите критерий'),
		reason: line(1000)
	}),
	v.transform(({ act, reason, ...rest }) => ({ ...rest, met: act === 'met', note: reason }))
);

const months = v.pipe(
	line(3),
	v.regex(/^\d{0,3}$/, 'Укажите число месяцев: 36 – это три года'),
	v.transform((typed) => Number(typed) || 0)
);
const ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value === 'on')
);

export const criteriaForm = v.pipe(
	v.object({
		token,
		version,
		teaching: months,
		here: months,
		category: v.optional(v.picklist(['', 'first', 'highest'], 'Выберите категорию'), ''),
		wish: ticked,
		consent: ticked,
		manual: line(1500)
	}),
	v.transform(({ token: sent, version: on, teaching, here, category, wish, consent, manual }) => {
		const own = [
			...new Set(
				manual
					.split('\n')
					.map((one) => one.trim().slice(0, 150))
					.filter(Boolean)
			)
		].slice(0, 10);
		const criteria: Criterion[] = [
			...(teaching ? [{ kind: 'teaching' as const, months: teaching }] : []),
			...(here ? [{ kind: 'here' as const, months: here }] : []),
			...(category ? [{ kind: 'category' as const, least: category }] : []),
			...(wish ? [{ kind: 'wish' as const }] : []),
			...(consent ? [{ kind: 'consent' as const }] : []),
			...own.map((name) => ({ kind: 'manual' as const, name }))
		];
		return { token: sent, version: on, criteria };
	})
);

export const gapsForm = v.object({ token, on: date, conclusion: line(5000, 'Напишите вывод хотя бы одной строкой') });

export const requestsReportForm = v.object({
	token,
	/** Asked apart from this program, which keeps the requests of teachers. */
	pupils: v.pipe(
		v.optional(line(5), ''),
		v.regex(/^\d{0,5}$/, 'Укажите число запросов или оставьте пустым'),
		v.transform((typed) => Number(typed) || 0)
	),
	conclusion: line(5000, 'Напишите вывод хотя бы одной строкой')
});

export const approvalForm = v.object({
	token,
	person: people,
	on: date,
	actKind: v.picklist(Object.keys(actKinds) as ActKind[], 'Выберите, чем утверждён'),
	actNumber: line(50),
	actDate: optionalDay('Укажите дату акта, ДД.ММ.ГГГГ, или оставьте пустой'),
	note: line(500),
	/** Which edition the page promised: another one since then is told. */
	number: v.pipe(
		v.optional(line(6), ''),
		v.transform((typed) => Number(typed) || null)
	)
});
