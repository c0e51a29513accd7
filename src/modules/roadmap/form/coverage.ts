import * as v from 'valibot';
import { day, line, type Submitted, token } from '../../../core/forms';
import type { Covered } from '../rules/coverage';
import { namesIn, type UnitKind } from '../rules/units';
import { link } from './completion';

/** For whom of the many it was done; `who` all: for everybody who is left. `ones` comes many times. */
export const coverForm = v.object({
	token,
	who: v.optional(v.picklist(['all', 'chosen', 'excused'], 'Выберите, кого отметить'), 'chosen'),
	ones: v.array(v.string()),
	coveredOn: day('Укажите день: ДД.ММ.ГГГГ, например 25.09.2026'),
	note: line(1000),
	url: link
}) satisfies v.GenericSchema<unknown, Submitted<Covered>>;

/** `together`: all that was said in the same act. */
export const uncoverForm = v.object({
	token,
	together: v.pipe(
		v.optional(v.string(), ''),
		v.transform((sent) => sent === 'on')
	)
});

/** Pairs or groups, a line each. */
export const unitsForm = v.object({
	token,
	kind: v.picklist(['pair', 'group'], 'Выберите: пары или группы'),
	names: v.pipe(line(100_000, 'Напишите хотя бы одно название'), v.transform(namesIn))
}) satisfies v.GenericSchema<unknown, Submitted<{ kind: UnitKind; names: string[] }>>;

export const commentForm = v.object({
	token,
	text: line(4000, 'Напишите, что хотите сказать')
});
