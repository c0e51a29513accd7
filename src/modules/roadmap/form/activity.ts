import * as v from 'valibot';
import { day, line, optionalDay, type Submitted, token, version } from '../../../core/forms';
import { type CapabilityCode, capabilityCodes } from '../rules/capabilities';
import { type ActivityWords, type AddedActivity, linesOf, type Move } from '../rules/change';

export const activityForm = v.object({
	token,
	version,
	title: line(1000, 'Напишите, что нужно сделать'),
	results: v.pipe(line(4000), v.transform(linesOf)),
	capability: v.pipe(
		v.optional(v.picklist(['', ...capabilityCodes], 'Выберите из списка'), ''),
		v.transform((code) => (code === '' ? null : (code as CapabilityCode)))
	),
	awaited: v.pipe(
		v.optional(v.string(), ''),
		v.transform((ticked) => ticked === 'on')
	)
}) satisfies v.GenericSchema<unknown, Submitted<ActivityWords & { version: number }>>;

export const addedForm = v.object({
	token,
	title: line(1000, 'Напишите, что нужно сделать'),
	stage: line(36),
	from: optionalDay('Укажите день: ДД.ММ.ГГГГ, например 01.10.2026'),
	to: optionalDay('Укажите день: ДД.ММ.ГГГГ, например 25.10.2026'),
	results: v.pipe(line(4000), v.transform(linesOf))
}) satisfies v.GenericSchema<unknown, Submitted<AddedActivity>>;

export const moveForm = v.object({
	token,
	toDay: day('Укажите день: ДД.ММ.ГГГГ, например 25.10.2026'),
	reason: line(1000)
}) satisfies v.GenericSchema<unknown, Submitted<Move>>;

/** The day of the event that a term is counted from. */
export const eventForm = v.object({
	token,
	eventOn: day('Укажите день события: ДД.ММ.ГГГГ, например 25.10.2026')
});
