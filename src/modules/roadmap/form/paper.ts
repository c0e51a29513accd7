import * as v from 'valibot';
import { formOf, line, optionalDay, type Problems, readForm } from '../../../core/forms';
import {
	type PaperChoice,
	type PaperLayout,
	paperLayouts,
	problemsWithStamp,
	type Sheet,
	sheets,
	stampKinds
} from '../rules/paper';

/** The places for stamps, from the left edge of the page to the right. */
export const stampPlaces = [1, 2, 3] as const;

const day = optionalDay('Напишите день так: ДД.ММ.ГГГГ, например 28.08.2026');
const stampFields = (place: number) => ({
	[`kind${place}`]: v.optional(v.picklist(['', ...stampKinds], 'Выберите гриф из списка'), ''),
	[`post${place}`]: line(300),
	[`name${place}`]: line(100),
	[`paper${place}`]: line(100),
	[`day${place}`]: day
});

const paperForm = v.object({
	layout: v.optional(v.picklist(Object.keys(paperLayouts) as PaperLayout[], 'Выберите порядок столбцов'), 'usual'),
	sheet: v.optional(v.picklist(Object.keys(sheets) as Sheet[], 'Выберите, как лежит лист'), 'landscape'),
	annex: line(300),
	...Object.assign({}, ...stampPlaces.map(stampFields))
});

/** What was chosen for the plan on paper; nothing chosen is the usual table without stamps. */
export function readPaperForm(query: Record<string, string>) {
	const form = readForm(formOf(query), paperForm);
	if (!form.ok) return form;
	const fields: Record<string, string | null> = form.value;
	const of = (place: number) => ({
		kind: fields[`kind${place}`] ?? '',
		post: fields[`post${place}`] ?? '',
		name: fields[`name${place}`] ?? '',
		paper: fields[`paper${place}`] ?? '',
		day: fields[`day${place}`] ?? null
	});
	const problems: Problems = Object.assign({}, ...stampPlaces.map((place) => problemsWithStamp(place, of(place))));
	if (Object.keys(problems).length > 0) return { ok: false as const, problems, values: form.values };
	const stamps = stampPlaces.map(of).map(({ kind, ...rest }) => {
		const known = stampKinds.find((one) => one === kind);
		return known ? { kind: known, ...rest } : null;
	});
	const value: PaperChoice = { layout: form.value.layout, sheet: form.value.sheet, annex: form.value.annex, stamps };
	return { ok: true as const, value, values: form.values };
}
