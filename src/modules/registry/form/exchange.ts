import * as v from 'valibot';
import { day, line, optionalDay, token, version } from '../../../core/forms';
import { fieldsOf } from '../rules/columns';
import { type ForeignColumns, takenFields } from '../rules/exchange/columns';
import {
	type DayForm,
	type Delimiter,
	dayForms,
	delimiters,
	type Encoding,
	encodings,
	mostColumns,
	type WithoutConsent,
	withoutConsent,
	type YesForm,
	yesForms
} from '../rules/exchange/mapping';
import type { Register } from '../rules/registers';

const choice = <T extends string>(known: Record<T, unknown>, message: string) =>
	v.picklist(Object.keys(known) as T[], message);
const ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((sent) => sent === 'on')
);
const place = v.pipe(
	line(3),
	v.regex(/^\d{0,2}$/, 'Номер столбца – число: 1, 2, 3…'),
	v.transform((typed) => Number(typed) || 0)
);

/** Every field with its place in the file (`place-name`) and its heading there (`heading-name`); a place left empty is no column. */
export const mappingForm = (register: Register) => {
	const fields = Object.keys(fieldsOf[register]);
	return v.pipe(
		v.object({
			token,
			version,
			name: line(80, 'Назовите, для кого этот файл: «АСУ РСО», «РЦ, ноябрь»'),
			days: choice<DayForm>(dayForms, 'Выберите, как писать даты'),
			yes: choice<YesForm>(yesForms, 'Выберите, как писать «да» и «нет»'),
			encoding: choice<Encoding>(encodings, 'Выберите кодировку'),
			delimiter: choice<Delimiter>(delimiters, 'Выберите разделитель'),
			consent: choice<WithoutConsent>(withoutConsent, 'Выберите, что делать с теми, у кого нет согласия'),
			numbered: ticked,
			...Object.fromEntries(fields.map((field) => [`place-${field}`, place])),
			...Object.fromEntries(fields.map((field) => [`heading-${field}`, line(150)]))
		}),
		v.transform(({ token: sent, version: on, name, days, yes, encoding, delimiter, consent, numbered, ...rest }) => {
			const typed = rest as Record<string, unknown>;
			const columns = fields
				.map((field) => ({
					field,
					place: Number(typed[`place-${field}`]),
					heading: String(typed[`heading-${field}`] ?? '') || (fieldsOf[register][field]?.heading ?? '')
				}))
				.filter((column) => column.place > 0)
				.sort((a, b) => a.place - b.place)
				.slice(0, mostColumns + 1)
				.map(({ field, heading }) => ({ field, heading }));
			const form = { days, yes, encoding, delimiter, consent, numbered };
			return { token: sent, version: on, name, columns, form };
		})
	);
};

/** A file or a pasted table; `mapping`: the saved order of columns it was made by. */
export const foreignUploadForm = v.object({
	token,
	mapping: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.uuid('Выберите из списка'))]), ''),
	pasted: v.pipe(v.optional(v.string(), ''), v.maxLength(1_000_000, 'Вставлено слишком много: загрузите файл'))
});

/** What each column holds: `column-0`, `column-1` …; an empty choice is not loaded. */
export const foreignColumnsForm = (register: Register, width: number) =>
	v.pipe(
		v.object({
			token,
			...Object.fromEntries(
				Array.from({ length: width }, (_, at) => [
					`column-${at}`,
					v.optional(v.picklist(['', ...Object.keys(takenFields(register))], 'Выберите из списка'), '')
				])
			)
		}),
		v.transform(({ token: sent, ...chosen }) => {
			const typed = chosen as Record<string, string>;
			const columns: ForeignColumns = Array.from({ length: width }, (_, at) => typed[`column-${at}`] || null);
			return { token: sent, columns };
		})
	);

/** A row put right: its cells (`cell-0` …) and whose it is. */
export const foreignRowForm = (columns: readonly number[]) =>
	v.pipe(
		v.object({
			token,
			decision: v.optional(
				v.union([v.picklist(['', 'new', 'skip']), v.pipe(v.string(), v.uuid('Выберите из списка'))]),
				''
			),
			...Object.fromEntries(columns.map((at) => [`cell-${at}`, line(2000)]))
		}),
		v.transform(({ token: sent, decision, ...rest }) => {
			const typed = rest as Record<string, string>;
			const cells = columns.map((at) => ({ at, text: typed[`cell-${at}`] ?? '' }));
			return { token: sent, decision, cells };
		})
	);

export const foreignAcceptanceForm = v.object({
	token,
	expected: v.pipe(v.string('Откройте файл заново'), v.maxLength(200)),
	since: day('Укажите, с какого дня они в банке: ДД.ММ.ГГГГ'),
	employedOn: optionalDay('Укажите день: ДД.ММ.ГГГГ'),
	withoutRest: ticked
});
