import type { Forms } from '../../../ui/text';
import { counted } from '../../../ui/text';
import { type Draft, type DraftActivity, kept } from '../rules/draft';
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
