import type { OrganisationKind } from '../../../../core/actor';
import { addYears, schoolYearOf } from '../../../../core/dates';
import type { Word, WordName } from '../../../organisations/rules/words';
import type { CapabilityCode } from '../capabilities';
import { yearInWork } from '../plan-years';
import type { Period } from '../understanding';

/**
 * The families of plans a starter follows.
 * `pedagogues`: письмо Минпросвещения и Профсоюза от 21.12.2021 № АЗ-1128/08/657; `methodology`: распоряжение от
 * 25.12.2019 № Р-145; `regional`: a programme of several levels with groups of all staff.
 */
export type Model = 'pedagogues' | 'methodology' | 'regional';

/** What is done, by when, who answers, what proves it, and which capability carries it out (checked by the test). */
export type StarterRow = readonly [
	title: string,
	deadline: string,
	responsible: string,
	result: string,
	CapabilityCode
];

export type StarterStage = { title: string; rows: readonly StarterRow[] };

/** A plan to begin with, in our own words; `{teachers}` and the like become the organisation's own. One stage without a title: a flat list. */
export type Starter = {
	code: string;
	name: string;
	about: string; // whom it suits, in a sentence
	model: Model | null;
	kinds: readonly OrganisationKind[];
	heading: string; // the title of the plan, up to its years
	stages: readonly StarterStage[];
};

export type Words = Record<WordName | 'place', Word>;

/** The forms a starter may ask for: `{teacher.ofMany}`; `{Head}` begins a sentence. */
export function fill(text: string, words: Words) {
	return text.replace(/\{([A-Za-z]+)(?:\.([A-Za-z]+))?\}/g, (_, name: string, form: keyof Word = 'one') => {
		const found = words[name.toLowerCase() as keyof Words]?.[form];
		if (found === undefined) throw new Error(`no word for {${name}.${form}}`);
		return /^[A-Z]/.test(name) ? found.charAt(0).toUpperCase() + found.slice(1) : found;
	});
}

const columns = ['№', 'Мероприятие', 'Срок', 'Ответственный', 'Результат'];

/** «2026–2027 учебный год» */
export const schoolYearText = ({ from, to }: Period) => `${from.slice(0, 4)}–${to.slice(0, 4)} учебный год`;

/** The starter in an organisation's own words. */
export const inWords = (starter: Starter, words: Words): Starter => ({
	...starter,
	heading: fill(starter.heading, words),
	stages: starter.stages.map(({ title, rows }) => ({
		title: fill(title, words),
		rows: rows.map(
			([title, deadline, responsible, result, capability]): StarterRow => [
				fill(title, words),
				deadline,
				fill(responsible, words),
				fill(result, words),
				capability
			]
		)
	}))
});

/** A starter in its words as a table by tabs, as though copied out of a document: it is read the way every plan is. */
export function starterText({ heading, stages }: Starter, { name, year }: { name: string; year: Period }) {
	const lines = [name, '', `${heading} на ${schoolYearText(year)}`, '', columns.join('\t')];
	let number = 0;
	stages.forEach(({ title, rows }, index) => {
		if (title) lines.push(`Этап ${index + 1}. ${title}`);
		for (const row of rows) lines.push([++number, ...row.slice(0, 4)].join('\t'));
	});
	return lines.join('\n');
}

export const rowsIn = ({ stages }: Starter) => stages.reduce((sum, { rows }) => sum + rows.length, 0);

/** The school years a plan may begin with, the one people prepare for first. */
export function yearsToStart(today: string): readonly [Period, Period] {
	const inWork = yearInWork(today);
	const current = schoolYearOf(today);
	return [inWork, inWork.from === current.from ? schoolYearOf(addYears(current.from, 1)) : current];
}
