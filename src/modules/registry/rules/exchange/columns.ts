import { plain } from '../../../../core/plain';
import type { Grid } from '../../../people/rules/staff-import/table';
import { UnreadableTable } from '../../../people/rules/staff-import/table';
import { fieldsOf } from '../columns';
import type { Register } from '../registers';
import type { Mapping } from './mapping';

/** What each column of a foreign table holds; null: not loaded. */
export type ForeignColumns = (string | null)[];

/** What an import never takes from a file: it is reckoned here, or lies on paper. */
const notTaken = new Set([
	'workplace',
	'mentorWorkplace',
	'menteeWorkplace',
	'group',
	'leftOn',
	'working',
	'transfer',
	'consent'
]);

/** Fields a column of a foreign table may be, by our names. */
export const takenFields = (register: Register): Record<string, string> =>
	Object.fromEntries(
		Object.entries(fieldsOf[register])
			.filter(([field]) => !notTaken.has(field))
			.map(([field, { heading }]) => [field, heading])
	);

const bare = (text: string) =>
	plain(text)
		.replace(/[^\p{L}\d]+/gu, ' ')
		.trim();

/** Headings as others write them; looked at after the saved mapping and our own names. */
const spellings: readonly (readonly [field: string, pattern: RegExp])[] = [
	['birthYear', /(год|дата|день) рожд/],
	['email', /e ?mail|почт|электронн\S* адрес/],
	['phone', /^(телефон|тел|моб|сот\S*)( |$)|номер телефона/],
	['contacts', /контакт/],
	['mentor', /наставник(а)?( фио)?$|^фио наставника|^наставник( |$)|закрепленн\S* наставник/],
	['mentees', /^(фио )?наставляем\S*( фио)?$|подопечн/],
	['begun', /вхождени|начал\S* (работы|программы|наставничества)|дата начала|вош(ел|ла) в программу/],
	['ended', /дата (завершения|окончания)|завершен\S* программ|окончани\S* программ/],
	['since', /внесен|включен\S* в (банк|базу|реестр)|в банке с|дата регистрации/],
	['basis', /основани/],
	['form', /форма( |$)/],
	['passed', /отметка|прошел программу|прохождени/],
	['results', /результат|итог/],
	['caseUrl', /ссылк|отзыв|кейс/],
	['request', /запрос|проблем|чем нужна помощь/],
	['deficits', /затруднен|дефицит/],
	['competences', /компетенц|сильные стороны|чем (могу|может) помочь/],
	['achievements', /достижени|наград|заслуг/],
	['interests', /интерес|хобби/],
	['time', /ресурс времени|сколько времени/],
	['freeTime', /свободное время|время для встреч/],
	['capacity', /сколько наставляемых|число наставляемых|количество наставляемых/],
	['wishes', /пожелани/],
	['category', /категори/],
	['tenure', /стаж/],
	['subjects', /предмет|дисциплин/],
	['post', /должност/],
	['family', /^фамилия$/],
	['given', /^имя$/],
	['patronymic', /^отчество$/],
	['name', /^(фио|ф и о|фамилия имя( и)? отчество|полное имя|сотрудник|педагог|участник)( |$)/]
];

/** «ФИО наставляемого» heads the base of mentees, and names the other side in the base of mentors. */
const whose: Record<Register, RegExp> = {
	mentees: /^(фио|ф и о) (наставляем\S*|участника|педагога)$/,
	mentors: /^(фио|ф и о) (наставника|педагога)$/
};

function fieldOf(heading: string, register: Register, mapping: Pick<Mapping, 'columns'> | undefined) {
	const text = bare(heading);
	if (!text || heading.length > 150) return null;
	const saved = mapping?.columns.find((column) => bare(column.heading) === text)?.field;
	if (saved) return notTaken.has(saved) ? null : saved;
	const ours = Object.entries(fieldsOf[register]).find(([, field]) => bare(field.heading) === text)?.[0];
	if (ours) return notTaken.has(ours) ? null : ours;
	if (whose[register].test(text)) return 'name';
	if (/место (работы|учебы)|согласи|групп/.test(text)) return null;
	const found = spellings.find(([field, pattern]) => field in fieldsOf[register] && pattern.test(text))?.[0];
	return found ?? null;
}

/** Each field once: of two columns that look alike the first is taken. */
export function guessColumns(
	headings: readonly string[],
	register: Register,
	mapping?: Pick<Mapping, 'columns'>
): ForeignColumns {
	const taken = new Set<string>();
	return headings.map((heading) => {
		const field = fieldOf(heading, register, mapping);
		if (!field || taken.has(field)) return null;
		taken.add(field);
		return field;
	});
}

export const hasName = (columns: ForeignColumns) =>
	columns.includes('name') || columns.includes('short') || (columns.includes('family') && columns.includes('given'));

/** What is kept between an upload and its acceptance. `decisions`: by row of the file, «new», «skip», or whose row it is. */
export type ForeignDraft = {
	grid: Grid;
	header: number; // the row of headings, from 0
	columns: ForeignColumns;
	decisions: Record<string, string>;
};

const searched = 30;

/** The sheet and the row whose headings name the most columns, a name among them. */
export function foreignDraft(
	sheets: readonly Grid[],
	register: Register,
	mapping?: Pick<Mapping, 'columns'>
): ForeignDraft {
	const found = sheets.flatMap((grid) =>
		grid.slice(0, searched).map((row, header) => ({ grid, header, columns: guessColumns(row, register, mapping) }))
	);
	const known = ({ columns }: { columns: ForeignColumns }) => columns.filter(Boolean).length;
	const [best] = found.filter(({ columns }) => hasName(columns)).sort((a, b) => known(b) - known(a));
	if (!best)
		throw new UnreadableTable(
			'Не найдены заголовки столбцов. В таблице должна быть строка с заголовками: ФИО (или Фамилия, Имя, Отчество) и другие. Возьмите за образец наш файл: скачайте банк и сравните.'
		);
	return { ...best, decisions: {} };
}

export const headingsOf = ({ grid, header }: Pick<ForeignDraft, 'grid' | 'header'>) => {
	const width = Math.max(0, ...grid.slice(header).map((row) => row.length));
	return Array.from({ length: width }, (_, at) => grid[header]?.[at] ?? '');
};
