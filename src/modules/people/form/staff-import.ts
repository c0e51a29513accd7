import * as v from 'valibot';
import { optionalDay, token } from '../../../core/forms';
import { type Field, fields } from '../rules/staff-import/headers';
import { limits } from '../rules/staff-import/table';

/** A file, or a table pasted from Excel or Word; the file itself is read apart. */
export const uploadForm = v.object({
	token,
	pasted: v.pipe(v.optional(v.string(), ''), v.maxLength(1_000_000, 'Вставлено слишком много: загрузите файл'))
});

/** What each column means, by its number: `column-0`, `column-1` …; an empty choice is not loaded. */
export const columnsForm = (width: number) =>
	v.pipe(
		v.object({
			token,
			...Object.fromEntries(
				Array.from({ length: Math.min(width, limits.columns) }, (_, index) => [
					`column-${index}`,
					v.optional(v.picklist(['', ...fields], 'Выберите из списка'), '')
				])
			)
		}),
		v.transform(({ token, ...chosen }) => {
			const sent = chosen as Record<string, string>;
			const columns = Array.from({ length: width }, (_, index) => (sent[`column-${index}`] || null) as Field | null);
			return { token, columns };
		})
	);

export const acceptanceForm = v.object({
	token,
	expected: v.pipe(v.string('Откройте список заново'), v.maxLength(200)),
	employedOn: optionalDay('Укажите день: ДД.ММ.ГГГГ'),
	withoutErrors: v.pipe(
		v.optional(v.string(), ''),
		v.transform((sent) => sent === 'on')
	)
});
