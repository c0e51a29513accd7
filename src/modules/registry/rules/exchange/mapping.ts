import { showDate } from '../../../../core/dates';
import { plain } from '../../../../core/plain';
import { type AboutColumns, fieldsOf, officialColumns, tableOf } from '../columns';
import type { RegisterLine } from '../line';
import type { Register } from '../registers';

/** One column of a receiver's table: which of our fields, under which heading. */
export type MappedColumn = { field: string; heading: string };

export const dayForms = {
	'dd.mm.yyyy': '01.09.2026',
	'yyyy-mm-dd': '2026-09-01',
	'dd/mm/yyyy': '01/09/2026'
} as const;
export type DayForm = keyof typeof dayForms;

export const yesForms = { words: ['да', 'нет'], figures: ['1', '0'], signs: ['+', '–'] } as const;
export type YesForm = keyof typeof yesForms;

export const encodings = { 'utf-8': 'UTF-8', 'windows-1251': 'windows-1251 (старые программы)' } as const;
export type Encoding = keyof typeof encodings;
export const delimiters = { ';': 'точка с запятой', ',': 'запятая' } as const;
export type Delimiter = keyof typeof delimiters;

/** What becomes of those who did not agree that their data leave the organisation. */
export const withoutConsent = {
	'left-out': 'в файл не попадают',
	warned: 'попадают, программа предупреждает'
} as const;
export type WithoutConsent = keyof typeof withoutConsent;

/** How a receiver wants values to be written. */
export type FileForm = {
	days: DayForm;
	yes: YesForm;
	encoding: Encoding;
	delimiter: Delimiter;
	numbered: boolean; // «№» as the first column
	consent: WithoutConsent;
};
export const usualForm: FileForm = {
	days: 'dd.mm.yyyy',
	yes: 'words',
	encoding: 'utf-8',
	delimiter: ';',
	numbered: true,
	consent: 'left-out'
};

/** A receiver's table under its name: «АСУ РСО», «РЦ, ноябрь». */
export type Mapping = { register: Register; name: string; columns: MappedColumn[]; form: FileForm };

export const mostColumns = 40;

/** Ready orders to begin from; the school saves its own under the receiver's name. */
export const startingSets = {
	official: 'Столбцы рекомендаций (МР-42/02)',
	apart: 'Фамилия, имя, отчество отдельно – для АИС и АСУ РСО',
	brief: 'Коротко: кто, с кем, с какого дня'
} as const;
export type StartingSet = keyof typeof startingSets;

const partner = { mentees: 'mentor', mentors: 'mentees' } as const;

function fieldsIn(set: StartingSet, register: Register): readonly string[] {
	const official = officialColumns[register].filter((field) => field !== 'consent');
	if (set === 'official') return official;
	if (set === 'apart') return official.flatMap(apart);
	return ['name', 'post', 'since', 'begun', partner[register], 'form', 'ended', 'passed'];
}
const apart = (field: string) => {
	if (field === 'name') return ['family', 'given', 'patronymic', 'birthYear'];
	return field === 'contacts' ? ['phone', 'email'] : [field];
};

/** A mapping to begin from; fields the register does not have are passed over. */
export const startingMapping = (register: Register, set: StartingSet): Omit<Mapping, 'name'> => ({
	register,
	columns: fieldsIn(set, register).flatMap((field) => {
		const heading = fieldsOf[register][field]?.heading;
		return heading ? [{ field, heading }] : [];
	}),
	form: usualForm
});

/** How days are written; what a file writes is read back by `readRow` of the import. */
export const dayWriter = (form: DayForm) => (date: string) => {
	const [year = '', month = '', day = ''] = date.split('-');
	if (form === 'yyyy-mm-dd') return date;
	return form === 'dd/mm/yyyy' ? `${day}/${month}/${year}` : showDate(date);
};
export const yesWriter = (form: YesForm) => (whether: boolean) => yesForms[form][whether ? 0 : 1];

/** Who goes into a file for others and who stays out; a strict school leaves out whoever has not agreed, whatever the mapping says. */
export function chosenFor(lines: readonly RegisterLine[], { consent }: FileForm, strict: boolean) {
	const without = lines.filter(({ consents }) => !consents.includes('transfer'));
	const leftOut = strict || consent === 'left-out';
	return {
		lines: leftOut ? lines.filter(({ consents }) => consents.includes('transfer')) : [...lines],
		without,
		leftOut
	};
}

/** The file as the receiver wants it. */
export const fileOf = (
	{ register, columns, form }: Omit<Mapping, 'name'>,
	lines: readonly RegisterLine[],
	about: AboutColumns
) =>
	tableOf(register, lines, { ...about, day: dayWriter(form.days), yes: yesWriter(form.yes) }, columns, form.numbered);

/** What hinders saving; undefined when nothing does. */
export function problemWithColumns(columns: readonly MappedColumn[]) {
	if (columns.length === 0) return 'Отметьте хотя бы один столбец: поставьте ему номер.';
	if (columns.length > mostColumns) return `Больше ${mostColumns} столбцов никто не прочтёт: уберите лишние.`;
	const named = Map.groupBy(columns, ({ heading }) => plain(heading));
	const twice = [...named.values()].find((same) => same.length > 1)?.[0];
	if (twice) return `Заголовок «${twice.heading}» стоит у двух столбцов: назовите их по-разному.`;
	return undefined;
}
