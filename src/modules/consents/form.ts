import * as v from 'valibot';
import { day, line, optionalDay, token, version } from '../../core/forms';
import { allKinds, type ConsentKind, type ConsentPart, consentParts } from './rules/kinds';

export const tokenForm = v.object({ token });

const kind = v.picklist(allKinds, 'Выберите вид согласия');
const givenOn = day('Укажите, каким числом подписано, ДД.ММ.ГГГГ');
const validUntil = optionalDay('Укажите последний день, ДД.ММ.ГГГГ, или оставьте пустым: до отзыва');

/** Papers that were handed in, of one kind and one day. `person` may come many times. */
export const recordForm = v.object({
	token,
	kind,
	givenOn,
	validUntil,
	person: v.pipe(
		v.array(v.pipe(v.string(), v.uuid('Выберите людей из списка'))),
		v.minLength(1, 'Отметьте хотя бы одного человека'),
		v.maxLength(1000, 'За один раз не больше 1000 человек')
	),
	file: v.optional(v.any())
});

/** `withdrawn`: the kind; on that page another form already has a `kind`. */
export const withdrawalForm = v.pipe(
	v.object({
		token,
		withdrawn: kind,
		withdrawnOn: day('Укажите, когда согласие отозвано, ДД.ММ.ГГГГ')
	}),
	v.transform(({ withdrawn, ...rest }) => ({ ...rest, kind: withdrawn }))
);

export const ownConsentForm = v.object({
	token,
	kind,
	text: v.pipe(v.string('Откройте страницу заново'), v.uuid('Откройте страницу заново')),
	agree: v.pipe(v.optional(v.string(), ''), v.literal('on', 'Отметьте, что прочитали текст и согласны'))
});

export const ownWithdrawalForm = v.object({ token, kind });

const part = line(4000);

/** A text by its parts; `version` is the number of the wording it was written from. */
export const textForm = v.object({
	token,
	version,
	...(Object.fromEntries(Object.keys(consentParts).map((name) => [name, part])) as Record<ConsentPart, typeof part>)
});

export const settingsForm = v.object({
	token,
	version,
	asked: v.array(v.picklist(allKinds as [ConsentKind, ...ConsentKind[]], 'Выберите виды из списка')),
	strict: v.pipe(
		v.optional(v.string(), ''),
		v.transform((ticked) => ticked === 'on')
	)
});
