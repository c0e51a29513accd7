import * as v from 'valibot';
import { day, line, optionalDay, token, version } from '../../../core/forms';
import { type Role, roles } from '../../matching/rules/score/roles';
import { formats } from '../../registry/rules/registers';
import {
	type ActKind,
	actKinds,
	type ChangeReason,
	changeReasons,
	type DeclineReason,
	declineReasons,
	type EndReason,
	endReasons,
	type Kind,
	type PauseReason,
	pauseReasons,
	type Series,
	series
} from '../rules/words';

export const tokenForm = v.object({ token });

const date = 'ДД.ММ.ГГГГ, например 25.10.2026';
const on = day(`Укажите день: ${date}`);
const noDay = optionalDay(`Укажите день: ${date}, или оставьте пустым`);
export const choice = <T extends string>(known: Record<T, unknown>, message: string) =>
	v.picklist(Object.keys(known) as T[], message);
const ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value === 'on')
);
export const person = (message: string) => v.pipe(v.string(message), v.uuid(message));
const role = v.optional(v.union([v.literal(''), choice<Role>(roles, 'Выберите роль из списка')]), '');
const ids = (message: string) =>
	v.pipe(
		v.array(v.pipe(v.string(), v.uuid('Откройте список заново'))),
		v.minLength(1, message),
		v.maxLength(1000, 'За один раз не больше 1000 пар')
	);
export const confidence = line(2000);

/** «word mentor 0199…»: one line of what is missing. */
const gathered = v.pipe(
	v.array(
		v.pipe(v.string(), v.regex(/^(word|consent|agreement) (mentor|mentee) [0-9a-f-]{36}$/, 'Откройте форму заново'))
	),
	v.minLength(1, 'Отметьте, что собрано'),
	v.transform((all) =>
		all.map((one) => {
			const [code, side, id] = one.split(' ') as ['word' | 'consent' | 'agreement', 'mentor' | 'mentee', string];
			return { code, side, person: id };
		})
	)
);
export const papersForm = v.object({ token, on, need: gathered, number: line(50), pay: line(300) });

export const answerForm = v.object({
	token,
	person: person('Откройте форму заново'),
	answer: v.picklist(['accepted', 'declined'], 'Отметьте, что ответили'),
	reason: v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => typed || null),
		v.nullable(choice<DeclineReason>(declineReasons, 'Выберите причину из списка'))
	),
	confidence
});

const orderFields = {
	actKind: choice<ActKind>(actKinds, 'Выберите: приказ или распоряжение'),
	series: choice<Series>(series, 'Выберите, в какой серии'),
	number: line(50, 'Укажите номер, как его записал секретарь: 16/1-О'),
	signedOn: on
};
export const orderForm = v.object({
	token,
	...orderFields,
	mentorship: ids('Отметьте пары, о которых этот приказ'),
	anyway: ticked
});

/** Nothing ticked: all of them. */
export const orderUndoingForm = v.object({
	token,
	mentorship: v.pipe(v.array(person('Откройте приказ заново')), v.maxLength(1000, 'За один раз не больше 1000 пар'))
});

export const suspensionForm = v.object({
	token,
	on,
	until: noDay,
	reason: choice<PauseReason>(pauseReasons, 'Выберите причину'),
	confidence
});
export const resumptionForm = v.object({ token, on, shift: ticked });
export const extensionForm = v.object({ token, to: on });
export const completionForm = v.object({ token, on, words: line(2000) });
export const endingForm = v.object({
	token,
	on,
	reason: choice<EndReason>(endReasons, 'Выберите причину'),
	noticedOn: noDay,
	words: line(500),
	confidence
});
export const replacementForm = v.object({
	token,
	was: person('Выберите, кого сменяют'),
	person: person('Выберите нового наставника'),
	on,
	until: noDay,
	reason: choice<ChangeReason>(changeReasons, 'Выберите причину'),
	confidence
});
export const joiningForm = v.object({
	token,
	person: person('Выберите, кто присоединяется'),
	side: v.picklist(['mentor', 'mentee'], 'Выберите: наставником или наставляемым'),
	role,
	on
});
export const leavingForm = v.object({
	token,
	person: person('Выберите, кто выходит'),
	on,
	reason: choice<ChangeReason>(changeReasons, 'Выберите причину'),
	confidence
});
export const allowanceForm = v.object({ token, words: line(500, 'Напишите, почему пара работает без приказа') });
export const undoForm = v.object({ token, act: person('Откройте страницу заново') });

/** «Назначить наставника»: an order is written only where its number is given. */
export const assignForm = v.pipe(
	v.object({
		token,
		mentee: person('Выберите наставляемого'),
		mentor: person('Выберите наставника'),
		second: v.pipe(
			v.optional(v.string(), ''),
			v.transform((typed) => typed || null),
			v.nullable(person('Выберите из списка'))
		),
		roles: role, // of the first; the second has the other
		kind: choice<Kind>(formats, 'Выберите вид наставничества'),
		from: on,
		to: on,
		content: line(2000),
		inJobFunction: ticked,
		notEmployee: ticked,
		words: ticked,
		consents: ticked,
		agreement: ticked,
		agreementNumber: line(50),
		pay: line(300),
		papersOn: noDay,
		orderNumber: line(50),
		actKind: v.optional(orderFields.actKind, 'order'),
		series: v.optional(orderFields.series, 'main'),
		signedOn: noDay,
		anyway: ticked
	}),
	v.forward(
		v.check(
			({ roles: told, second }) => !told || !!second,
			'Роли бывают, когда наставников двое: выберите второго или «без ролей»'
		),
		['roles']
	),
	v.forward(
		v.check(({ orderNumber, signedOn }) => !orderNumber || !!signedOn, 'Укажите день приказа'),
		['signedOn']
	),
	v.forward(
		v.check(
			({ words, consents, agreement, papersOn }) => !(words || consents || agreement) || !!papersOn,
			'Укажите день, когда это собрано'
		),
		['papersOn']
	)
);
export type AssignInput = v.InferOutput<typeof assignForm>;

/** The fate of each pair is read beside it, by its id. */
export const nextYearForm = v.object({ token, endOn: on, from: on, to: on });

export const settingsForm = v.object({ token, version, headsForbidden: ticked });
