import * as v from 'valibot';
import { line, optionalDay, token } from '../../../core/forms';
import { type Goal, steps } from '../rules/plan-order';

const id = v.pipe(v.string('Выберите из списка'), v.uuid('Выберите из списка'));

/** Who answers: a person of the organisation, in place of written words (`position`) or beside them (''). */
export const assignmentForm = v.object({
	token,
	personId: id,
	position: v.pipe(line(4), v.regex(/^\d*$/, 'Выберите из списка'))
});

/** Several chosen rows to one person. */
export const bulkAssignmentForm = v.object({ token, personId: id });

export const tokenForm = v.object({ token });

/** A row of the term's review: `outcome-<occurrence>` and `note-<occurrence>`; what is left blank waits. */
export const reviewForm = v.objectWithRest(
	{ token },
	v.pipe(v.string(), v.maxLength(1000, 'Заметка длиннее 1000 знаков: сократите её'))
);

const step = v.picklist(steps, 'Выберите, куда переместить');

/** Where an activity goes: a step, before another one (dragged), or last in a stage ('' outside of stages). */
export const orderForm = v.pipe(
	v.object({
		token,
		activity: id,
		step: v.optional(step),
		before: v.optional(v.pipe(v.string(), v.uuid('Обновите страницу'))),
		stage: v.optional(line(36))
	}),
	v.transform(({ token: sent, activity, step: one, before, stage }) => ({
		token: sent,
		activity,
		goal: (one ? { step: one } : before ? { before } : { stage: stage || null }) as Goal
	}))
);

const title = line(500, 'Напишите название этапа');

export const newStageForm = v.object({ token, title });

/** A stage goes up or down, is taken out, or is called anew. */
export const stageForm = v.variant('act', [
	v.object({ token, stage: id, act: v.picklist([...steps, 'removal']) }),
	v.object({ token, stage: id, act: v.literal('title'), title })
]);

/** The same for all chosen rows: `edit` as rules/plan-changes.ts reads it. */
export const bulkEditForm = v.object({
	token,
	edit: line(60, 'Выберите, что изменить'),
	toDay: optionalDay('Укажите новый последний день: ДД.ММ.ГГГГ')
});

/** The day that a report on how the plan goes is of; today when nothing was typed. */
export const progressForm = v.object({ on: optionalDay('Укажите день: ДД.ММ.ГГГГ, например 01.12.2026') });
