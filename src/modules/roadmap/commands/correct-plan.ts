import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import type { HeadingForm, StageForm } from '../form/imports';
import { beginStage, beginStageWith, editHeading, editStage, removeStage, rowsAtBorder } from '../rules/corrections';
import { answerEveryYear } from '../rules/every-year';
import { inShort, valuesOfHeading, valuesOfStage } from '../rules/row-values';
import { correctImport } from './correct-import';
import { readDeadlinesAnew } from './read-words';

/** Title, period, goal. Another period makes months without a year and «в течение года» mean other days. */
export const correctHeading = (tx: Tx, actor: Actor, id: string, form: HeadingForm, now: Now) =>
	correctImport(
		tx,
		actor,
		id,
		{
			token: form.token,
			what: 'Название и период исправлены.',
			correct(draft, version) {
				if (draft.headingChanged > form.version) {
					return rejected({}, { ...valuesOfHeading(draft), version: String(version - 1) });
				}
				const period = form.from && form.to ? { from: form.from, to: form.to } : null;
				const headed = editHeading(draft, { title: form.title, period, goal: form.goal || null }, version);
				const samePeriod = period?.from === draft.period?.from && period?.to === draft.period?.to;
				return samePeriod ? headed : readDeadlinesAnew(headed, version);
			}
		},
		now
	);

/** Words of a stage, and the row it begins with. */
export const correctStage = (tx: Tx, actor: Actor, id: string, key: string, form: StageForm, now: Now) =>
	correctImport(
		tx,
		actor,
		id,
		{
			token: form.token,
			what: `Этап исправлен: «${inShort(form.title)}».`,
			correct(draft, version) {
				const stage = draft.stages.find((one) => one.key === key) ?? notFound();
				if (stage.changed > form.version) {
					return rejected({}, { ...valuesOfStage(stage), version: String(version - 1) });
				}
				const words = { number: form.number || null, title: form.title, goal: form.goal || null };
				const edited = editStage(draft, key, words, version);
				const first = rowsAtBorder(draft, key).find((row) => row.stage === key && !row.removed)?.key ?? '';
				return form.first && form.first !== first ? beginStageWith(edited, key, form.first, version) : edited;
			}
		},
		now
	);

type Begun = { token: string; stageTitle: string; row: string };

export const addStage = (tx: Tx, actor: Actor, id: string, { token, stageTitle, row }: Begun, now: Now) =>
	correctImport(
		tx,
		actor,
		id,
		{
			token,
			what: `Начат новый этап: «${inShort(stageTitle)}».`,
			correct(draft, version) {
				if (!draft.activities.some(({ key }) => key === row)) notFound();
				return beginStage(draft, row, stageTitle, version);
			}
		},
		now
	);

export const dropStage = (tx: Tx, actor: Actor, id: string, key: string, token: string, now: Now) =>
	correctImport(
		tx,
		actor,
		id,
		{
			token,
			what: 'Этап убран, его мероприятия остались в плане.',
			correct(draft, version) {
				if (!draft.stages.some((stage) => stage.key === key)) notFound();
				return removeStage(draft, key, version);
			}
		},
		now
	);

/** The answer to «каждый год?», for all months without a year at once. */
export const decideEveryYear = (
	tx: Tx,
	actor: Actor,
	id: string,
	{ token, answer }: { token: string; answer: 'yes' | 'no' },
	now: Now
) =>
	correctImport(
		tx,
		actor,
		id,
		{
			token,
			what: answer === 'yes' ? 'Месяцы без года повторяются каждый год.' : 'Месяцы без года – один раз, в первый год.',
			correct: (draft, version) => answerEveryYear(draft, answer === 'yes', version)
		},
		now
	);
