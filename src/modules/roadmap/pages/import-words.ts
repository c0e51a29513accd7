import type { Forms } from '../../../ui/text';
import { counted } from '../../../ui/text';
import { type Draft, type DraftActivity, kept } from '../rules/draft';
import { type DraftWarning, warningsOf } from '../rules/draft-warnings';
import { asksEveryYear } from '../rules/every-year';
import { isOnlyNoted, type Remark } from '../rules/remarks/remark';
import type { ResponsibleKind } from '../rules/understanding';

export const rowForms: Forms = ['мероприятие', 'мероприятия', 'мероприятий'];
const stageForms: Forms = ['этап', 'этапа', 'этапов'];

export const kindNames: Record<ResponsibleKind, string> = {
	person: 'человек',
	role: 'должность',
	group: 'группа',
	organisation: 'организация'
};

/** «28 мероприятий, 9 этапов, в 10 ждём других: РЦ, ЮЗУ». `awaited`: rows for which only others answer. */
export function headline(draft: Draft, awaited: readonly DraftActivity[]) {
	const rows = kept(draft);
	const others = [...new Set(awaited.flatMap(({ responsible }) => responsible.map(({ text }) => text)))];
	return [
		counted(rows.length, rowForms),
		draft.stages.length > 0 && counted(draft.stages.length, stageForms),
		awaited.length > 0 && `в ${awaited.length} ждём других: ${others.slice(0, 3).join(', ')}`
	]
		.filter(Boolean)
		.join(', ');
}

const lacking: Record<DraftWarning, string> = {
	title: 'названия',
	period: 'периода',
	deadlines: 'сроков',
	responsible: 'ответственных'
};

type Standing = { doubtful: number; remarks: readonly Remark[]; draft: Draft };

/** How far the plan is from being accepted with an easy heart: everything that waits for a person's eye is counted. */
export function standing({ doubtful, remarks, draft }: Standing) {
	const noted = remarks.filter(isOnlyNoted).length;
	const said = remarks.length - noted;
	const waiting = [
		doubtful > 0 && counted(doubtful, ['неясное мероприятие', 'неясных мероприятия', 'неясных мероприятий']),
		said > 0 && `${counted(said, ['замечание', 'замечания', 'замечаний'])} к самому плану`,
		noted > 0 && `${counted(noted, ['срок', 'срока', 'сроков'])} в выходной или праздник`,
		asksEveryYear(draft) && 'вопрос о сроках без года'
	].filter((one) => one !== false);
	const missing = warningsOf(draft).map((warning) => lacking[warning]);
	const rest = waiting.length + missing.length > 0;
	return [
		missing.length > 0 && `В файле нет ${listed(missing)}.`,
		waiting.length > 0 && `Взгляните: ${listed(waiting)}.`,
		rest ? 'Остальное понято.' : 'Неясных мест и замечаний нет.'
	]
		.filter(Boolean)
		.join(' ');
}

const listed = (words: readonly string[]) => new Intl.ListFormat('ru').format(words);
