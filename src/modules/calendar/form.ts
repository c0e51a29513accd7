import * as v from 'valibot';
import { day, line, optionalDay, token, version } from '../../core/forms';
import { type DayOffKind, dayOffKinds } from './rules/calendar';
import type { NewTerm } from './rules/changes';
import { type PresetName, presetNames } from './rules/presets';

/** A press of a button. */
export const tokenForm = v.object({ token });

/** A change is taken back on the page of a year, and leads back there. */
export const undoForm = v.object({
	token,
	year: v.pipe(
		v.string('Откройте календарь заново'),
		v.regex(/^20\d\d$/, 'Откройте календарь заново'),
		v.transform(Number)
	)
});

export const presetForm = v.object({
	token,
	preset: v.picklist(Object.keys(presetNames) as PresetName[], 'Выберите порядок учебного года')
});

/** One day is enough: the last day left empty is the first one. */
export const daysOffForm = v.pipe(
	v.object({
		token,
		kind: v.picklist(Object.keys(dayOffKinds) as DayOffKind[], 'Выберите, что это за дни'),
		name: line(100),
		from: day('Укажите первый день, ДД.ММ.ГГГГ'),
		to: optionalDay('Укажите последний день, ДД.ММ.ГГГГ, или оставьте пустым')
	}),
	v.transform(({ to, name, ...days }) => ({ ...days, to: to ?? days.from, name: name || defaultNames[days.kind] }))
);

const defaultNames: Record<DayOffKind, string> = {
	vacation: 'Каникулы',
	quarantine: 'Карантин',
	'day-off': 'Нерабочий день',
	'working-day': 'Рабочий день'
};

/** Rows the terms' form offers: six terms are more than any school has. */
export const termRows = 6;
const rows = Array.from({ length: termRows }, (_, row) => row);

const dayMessage = 'Укажите день так: 01.09.2026';

export const termsForm = v.pipe(
	v.object({
		token,
		version,
		...Object.fromEntries(
			rows.flatMap((row) => [
				[`name-${row}`, line(60)],
				[`from-${row}`, optionalDay(dayMessage)],
				[`to-${row}`, optionalDay(dayMessage)]
			])
		)
	}),
	v.transform((typed) => {
		const { token, version, ...cells } = typed as { token: string; version: number } & Record<string, string | null>;
		const terms = rows.map(
			(row): NewTerm => ({
				name: cells[`name-${row}`] ?? '',
				from: cells[`from-${row}`] ?? null,
				to: cells[`to-${row}`] ?? null
			})
		);
		return { token, version, terms };
	})
);
