import { plain } from '../../../../core/plain';
import type { Columns } from '../../../people/rules/staff-import/headers';
import { dayFromList, type ListRow, readRow } from '../../../people/rules/staff-import/rows';
import { type Category, categories, formats, type ProgrammeOutcome, programmeOutcomes } from '../registers';
import type { TopicNames } from '../topics';
import type { ForeignColumns } from './columns';

export type ToldProgramme = {
	from: string;
	to: string | null;
	partner: string;
	form: string;
	outcome: ProgrammeOutcome | null;
	results: string;
	caseUrl: string;
};
/** What a row says a mentor offers; what it does not say is not there. */
export type ToldOffer = Partial<{
	competences: string[];
	otherCompetences: string;
	achievements: string;
	interests: string;
	freeTime: string;
	capacity: number;
	formats: string[];
	wishes: string;
	category: Category;
}>;

/** A row of a foreign table as it was understood. */
export type ForeignRow = {
	list: ListRow; // who it is, as a staff list would say
	birthYear: number | null;
	since: string | null;
	basis: string;
	request: string;
	deficits: { topic: string; level: number | null }[]; // null: named without a level
	offer: ToldOffer;
	programmes: ToldProgramme[];
	problems: string[];
	remarks: string[]; // not loaded, and why
};

const virtual = ['phone', 'email'] as const;

/** Our fields under the names by which a staff list knows them. */
const asStaff: Record<string, Columns[number]> = {
	name: 'fullName',
	short: 'fullName',
	family: 'familyName',
	given: 'givenName',
	patronymic: 'patronymic',
	phone: 'phone',
	email: 'email',
	post: 'post',
	subjects: 'subjects',
	tenure: 'teachingSince',
	birthYear: 'bornOn'
};

const words = (text: string) => text.replace(/^'/, '').replace(/\s+/g, ' ').trim();
const blank = (text: string) => text === '' || /^[-–—]$/.test(text);

/** One row under its columns. `names`: topics of the school by key. */
export function readForeignRow(
	cells: readonly string[],
	columns: ForeignColumns,
	number: number,
	{ today, names }: { today: string; names: TopicNames }
): ForeignRow {
	const cell = (field: string) => {
		const at = columns.indexOf(field);
		const text = at < 0 ? '' : words(cells[at] ?? '');
		return blank(text) ? '' : text;
	};
	const problems: string[] = [];
	const remarks: string[] = [];
	const day = (text: string, what: string) => {
		const found = text ? dayFromList(text, today) : null;
		if (found === undefined) problems.push(`${what}: день «${text.slice(0, 40)}» не разобран, напишите ДД.ММ.ГГГГ`);
		return found ?? null;
	};

	const deficits = topicsIn(cell('deficits'), names);
	if (deficits.rest.length > 0)
		remarks.push(`Затруднения не из вашего списка не загружены: ${deficits.rest.join(', ').slice(0, 200)}`);
	return {
		list: whoIn(cells, columns, number, today, cell('contacts')),
		birthYear: Number(/(19|20)\d\d/.exec(cell('birthYear'))?.[0]) || null,
		since: day(cell('since'), 'Дата внесения в банк'),
		basis: cell('basis').slice(0, 500),
		request: cell('request').slice(0, 2000),
		deficits: deficits.found,
		offer: offerIn(cell, names, problems),
		programmes: programmesIn(cell, day, problems, remarks),
		problems,
		remarks
	};
}

/** Who the row is about, read by the reader of staff lists; contacts in one cell are taken apart for it. */
function whoIn(cells: readonly string[], columns: ForeignColumns, number: number, today: string, contacts: string) {
	const email = /[^\s,;@]+@[^\s,;@]+\.[^\s,;@]+/.exec(contacts)?.[0] ?? '';
	const phone = contacts.replace(email, '').replace(/^[\s,;]+|[\s,;]+$/g, '');
	const staff = columns.map((field) => (field === null ? null : (asStaff[field] ?? null)));
	const apart = virtual.map((field) => (staff.includes(field) ? null : field));
	return readRow([...columns.map((_, at) => cells[at] ?? ''), phone, email], [...staff, ...apart], number, today);
}

/** Names of topics written in one cell: they have commas of their own, so that the longest known name is taken first. */
export function topicsIn(text: string, names: TopicNames) {
	const known = [...names]
		.map(([topic, name]) => ({ topic, name: plain(name) }))
		.sort((a, b) => b.name.length - a.name.length);
	const found: { topic: string; level: number | null }[] = [];
	const rest: string[] = [];
	let left = text.trim();
	while (left) {
		const low = plain(left);
		const met = known.find(({ name }) => low.startsWith(name) && /^\s*([,;(]|$)/.test(low.slice(name.length)));
		if (met) {
			const [tail = '', level] = /^\s*(?:\(([0-3])\))?\s*[,;]?\s*/.exec(left.slice(met.name.length)) ?? [];
			found.push({ topic: met.topic, level: level === undefined ? null : Number(level) });
			left = left.slice(met.name.length + tail.length);
			continue;
		}
		const [part = left] = /^[^,;]+/.exec(left) ?? [];
		if (part.trim()) rest.push(part.trim());
		left = left.slice(part.length).replace(/^[,;\s]+/, '');
	}
	return { found, rest };
}

function offerIn(cell: (field: string) => string, names: TopicNames, problems: string[]): ToldOffer {
	const competences = topicsIn(cell('competences'), names);
	const time = /^(.*?)(?:[;,]?\s*наставляемых не больше (\d+))?$/.exec(cell('time'));
	const capacity = cell('capacity') || time?.[2] || '';
	if (capacity && !/^([1-9]|1\d|20)$/.test(capacity))
		problems.push(`Сколько наставляемых: «${capacity.slice(0, 40)}» – нужно число от 1 до 20`);
	const category = categoryIn(cell('category'));
	if (category === undefined)
		problems.push(
			`Категория «${cell('category').slice(0, 40)}» не понята: первая, высшая, педагог-методист, педагог-наставник`
		);
	const freeTime = (cell('freeTime') || time?.[1] || '').trim();
	return {
		...(competences.found.length + competences.rest.length > 0 && {
			competences: competences.found.map(({ topic }) => topic),
			otherCompetences: competences.rest.join(', ').slice(0, 1000)
		}),
		...(cell('achievements') && { achievements: cell('achievements').slice(0, 2000) }),
		...(cell('interests') && { interests: cell('interests').slice(0, 1000) }),
		...(freeTime && { freeTime: freeTime.slice(0, 500) }),
		...(capacity && { capacity: Number(capacity) }),
		...(cell('formats') && { formats: cell('formats').split(/;\s*/).filter(Boolean).map(formatIn) }),
		...(cell('wishes') && { wishes: cell('wishes').slice(0, 1000) }),
		...(category && { category })
	};
}

const keyOf = <T extends string>(known: Record<T, string>, text: string) =>
	(Object.keys(known) as T[]).find((key) => plain(known[key]) === plain(text));
const formatIn = (text: string): string => keyOf(formats, text) ?? text.slice(0, 100);

/** Undefined: not understood. */
function categoryIn(text: string): Category | undefined {
	const low = plain(text);
	if (!low || low === categories['']) return '';
	if (/методист/.test(low)) return 'methodist';
	if (/наставник/.test(low)) return 'mentor';
	if (/высш/.test(low)) return 'highest';
	if (/перв|^1|^i( |$)/.test(low)) return 'first';
	return /без|нет|соответств|сзд/.test(low) ? 'none' : undefined;
}

function programmesIn(
	cell: (field: string) => string,
	day: (text: string, what: string) => string | null,
	problems: string[],
	remarks: string[]
): ToldProgramme[] {
	const begun = cell('begun');
	const partners = cell('mentor') || cell('mentees');
	if (!begun) {
		if (partners || cell('ended') || cell('results'))
			remarks.push('Работа в программе не загружена: нет даты вхождения в программу');
		return [];
	}
	const days = begun.split(/;\s*/).filter(Boolean);
	const parts = (text: string, what: string): string[] => {
		if (days.length === 1) return [text];
		const each = text ? text.split(/;\s*/).map((one) => (blank(one) ? '' : one)) : [];
		if (each.length > 0 && each.length !== days.length)
			problems.push(`«${what}»: значений ${each.length}, а дат вхождения в программу ${days.length}`);
		return days.map((_, at) => each[at] ?? '');
	};
	const columns = {
		ended: parts(cell('ended'), 'Дата завершения'),
		partner: parts(partners, 'ФИО второго в паре'),
		form: parts(cell('form'), 'Форма'),
		passed: parts(cell('passed'), 'Отметка о прохождении'),
		results: parts(cell('results'), 'Результаты'),
		caseUrl: parts(cell('caseUrl'), 'Ссылка')
	};
	return days.flatMap((text, at) => {
		const from = day(text, 'Дата вхождения в программу');
		if (!from) return [];
		const to = columns.ended[at] ? day(columns.ended[at] ?? '', 'Дата завершения программы') : null;
		if (to && to < from) problems.push('Программа завершена раньше, чем начата: проверьте обе даты');
		const url = columns.caseUrl[at] ?? '';
		if (url && !/^https?:\/\/\S+$/.test(url)) problems.push('Ссылка начинается с https:// или http://');
		return [
			{
				from,
				to,
				partner: (columns.partner[at] ?? '').slice(0, 300),
				form: formatIn(columns.form[at] ?? ''),
				outcome: to ? outcomeIn(columns.passed[at] ?? '') : null,
				results: (columns.results[at] ?? '').slice(0, 3000),
				caseUrl: url.slice(0, 500)
			}
		];
	});
}

const outcomeIn = (text: string): ProgrammeOutcome =>
	keyOf(programmeOutcomes, text) ?? (/прекращ|не прош|^нет|^0$|^[–-]$/.test(plain(text)) ? 'stopped' : 'completed');
