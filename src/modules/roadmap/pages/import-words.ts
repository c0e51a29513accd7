import type { Forms } from '../../../ui/text';
import { counted } from '../../../ui/text';
import { type Draft, kept } from '../rules/draft';
import type { ResponsibleKind } from '../rules/understanding';

export const rowForms: Forms = ['мероприятие', 'мероприятия', 'мероприятий'];
const stageForms: Forms = ['этап', 'этапа', 'этапов'];

export const kindNames: Record<ResponsibleKind, string> = {
	person: 'человек',
	role: 'должность',
	group: 'группа',
	organisation: 'другая организация'
};

/** «28 мероприятий, 9 этапов, 6 ждут РЦ». */
export function headline(draft: Draft, awaited: number) {
	const rows = kept(draft);
	return [
		counted(rows.length, rowForms),
		draft.stages.length > 0 && counted(draft.stages.length, stageForms),
		awaited > 0 && `${awaited} ${awaited % 10 === 1 && awaited % 100 !== 11 ? 'ждёт' : 'ждут'} других организаций`
	]
		.filter(Boolean)
		.join(', ');
}
