import type { Grid } from './table';

/** What a column of a staff list may hold. */
export const fieldLabels = {
	fullName: 'ФИО',
	familyName: 'Фамилия',
	givenName: 'Имя',
	patronymic: 'Отчество',
	sex: 'Пол',
	bornOn: 'Дата рождения',
	post: 'Должность',
	subjects: 'Предметы',
	teachingSince: 'Стаж педагогический',
	employedOn: 'Дата приёма',
	email: 'Электронная почта',
	phone: 'Телефон'
} as const;
export type Field = keyof typeof fieldLabels;
export const fields = Object.keys(fieldLabels) as Field[];

/** What each column holds; null: not loaded. */
export type Columns = (Field | null)[];

const plain = (text: string) =>
	text
		.toLowerCase()
		.replaceAll('ё', 'е')
		.replace(/[^\p{L}\d]+/gu, ' ')
		.trim();

/** Headings that resemble ours and are something else: looked at first. */
const others =
	/^(№|n|no|п п|пп|номер)|общ\S* (трудов\S* )?стаж|стаж (работы )?общ|общий$|трудовой стаж|стаж\S* руковод|дата (увольнения|окончания|присвоения|аттестации|выдачи|прохождения)|категори|паспорт|снилс|инн|образовани|вуз|диплом|курсы|повышени|квалификаци|наград|звани|степен|адрес (проживания|регистрации)|место жительства|ставк|нагрузк|оклад|класс(ы|ное)?$/;

const spellings: readonly (readonly [Field, RegExp])[] = [
	[
		'fullName',
		/^(фио|ф и о|фамилия имя( и)? отчество|фамилия имя|сотрудник|работник|педагог|учитель|воспитатель|преподаватель|полное имя)( |$)/
	],
	['bornOn', /(дата|день|год) рожд|^(д р|др|рожден)/],
	['email', /e ?mail|почт|эл адрес|электронн\S* адрес/],
	['phone', /телефон|^(тел|моб|сот\S*)( |$)/],
	[
		'teachingSince',
		/пед\S* (стаж|работ\S*)|стаж\S* (работы )?(педагог|пед( |$)|по специальности|в образовании)|педагогическ\S*( стаж)?( лет)?$|начал\S* педагогическ|^пед стаж|^педстаж|^пед$/
	],
	[
		'employedOn',
		/дата (прием|поступлен|начала работы|трудоустр)|принят|дата приема|работает (в|с|у)|в (этой|данной|нашей) (организации|школе|оо|доу)|прием на работу/
	],
	['subjects', /предмет|дисциплин|что преподает|преподаваем/],
	['post', /должност|^кем работает|специальность по штат/],
	['sex', /^пол$/],
	['familyName', /^фамилия/],
	['givenName', /^имя/],
	['patronymic', /^отчество/]
];

/** What a heading means; null: something we do not load; undefined: not understood. A bare «Стаж» is the pedagogical one. */
export function fieldOf(heading: string): Field | null | undefined {
	const text = plain(heading);
	if (!text) return undefined;
	if (others.test(text)) return null;
	const found = spellings.find(([, pattern]) => pattern.test(text))?.[0];
	if (found) return found;
	return /^стаж( работы)?( лет)?$/.test(text) ? 'teachingSince' : undefined;
}

/** Where the table begins: `row` holds the headings (and `height` rows of them), what follows are people. */
export type Header = { row: number; height: 1 | 2; columns: Columns };

const searched = 30;

/** The row that names the most columns, a name among them; undefined when there is none. */
export function findHeader(grid: Grid): Header | undefined {
	const candidates = grid.slice(0, searched).flatMap((row, index): Header[] => {
		const one: Header = { row: index, height: 1, columns: columnsOf(row) };
		const below = grid[index + 1] ?? [];
		if (!isLowerStorey(below, one.columns)) return [one];
		return [one, { row: index, height: 2, columns: columnsOf(joined(row, below)) }];
	});
	const possible = candidates.filter(({ columns }) => hasName(columns) && known(columns) >= 2);
	return possible.reduce<Header | undefined>(
		(best, next) => (!best || known(next.columns) > known(best.columns) || isTaller(next, best) ? next : best),
		undefined
	);
}

/** A second row of headings says nothing under the name; a person's line begins there. */
const isLowerStorey = (below: readonly string[], columns: Columns) =>
	below.some((cell) => cell !== '') &&
	hasName(columns) &&
	columns.every((field, index) => !isName(field) || (below[index] ?? '') === '');

const isTaller = (next: Header, best: Header) =>
	next.row === best.row && next.height > best.height && known(next.columns) === known(best.columns);

const isName = (field: Field | null) => field === 'fullName' || field === 'familyName' || field === 'givenName';

export const hasName = (columns: Columns) =>
	columns.includes('fullName') || (columns.includes('familyName') && columns.includes('givenName'));

const known = (columns: Columns) => columns.filter(Boolean).length;

/** Each field once: of two columns that look alike the first is taken. */
function columnsOf(headings: readonly string[]): Columns {
	const taken = new Set<Field>();
	return headings.map((heading) => {
		const field = heading.length > 120 ? undefined : fieldOf(heading);
		if (!field || taken.has(field)) return null;
		taken.add(field);
		return field;
	});
}

/** «Стаж» merged over «общий | педагогический»: the upper heading goes on to the right over blank cells that have one below. */
function joined(upper: readonly string[], lower: readonly string[]): string[] {
	let over = '';
	return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
		const [above = '', below = ''] = [upper[index], lower[index]];
		if (above) over = above;
		else if (!below) over = '';
		return below ? `${over} ${below}`.trim() : above;
	});
}
