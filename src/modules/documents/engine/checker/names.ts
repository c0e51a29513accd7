import { plain } from '../../../../core/plain';
import type { KnownPerson } from '../../rules/checker/paper';
import { type Case, type Cases, caseNames } from '../grammar/cases';
import { declinePart } from '../grammar/person';

type Declined = { person: KnownPerson; familyName: Cases; givenName: Cases; patronymic: Cases };

/** People by every form their surname can have. */
export type NameIndex = ReadonlyMap<string, readonly Declined[]>;

export function indexOf(people: readonly KnownPerson[]): NameIndex {
	const index = new Map<string, Declined[]>();
	for (const person of people) {
		const of = (part: 'familyName' | 'givenName' | 'patronymic') => declinePart(person, part);
		const declined = { person, familyName: of('familyName'), givenName: of('givenName'), patronymic: of('patronymic') };
		for (const form of new Set(declined.familyName.map(plain))) index.set(form, [...(index.get(form) ?? []), declined]);
	}
	return index;
}

const casesOf = (cases: Cases, written: string): Case[] =>
	caseNames.filter((_, at) => plain(cases[at] ?? '') === plain(written));

/** Somebody named in a text. `cases`: those in which every part may stand; none when the parts disagree. */
export type Mention = {
	person: KnownPerson;
	index: number;
	written: string;
	full: boolean;
	cases: readonly Case[];
	/** The case most parts share: where they disagree, this was meant. */
	meant: Case;
};

const word = /[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)*/gu;
const initialsAfter = /^\s?([А-ЯЁ])\.(?:[-\s]?([А-ЯЁ])\.)?/u;
const initialsBefore = /(?<![А-ЯЁа-яё.])([А-ЯЁ])\.\s?(?:([А-ЯЁ])\.\s?)?$/u;

export const mentionsIn = (text: string, index: NameIndex): Mention[] =>
	[...text.matchAll(word)].flatMap((found) => {
		const known = index.get(plain(found[0]));
		if (!known) return [];
		const [fully, shortly] = [
			known.map((one) => inFull(text, found, one)),
			known.map((one) => inShort(text, found, one))
		];
		return (fully.some(Boolean) ? fully : shortly).filter((one) => one !== undefined);
	});

function inFull(text: string, { 0: family, index }: RegExpExecArray, one: Declined): Mention | undefined {
	const after = text.slice(index + family.length);
	const [, first, gap = '', second] = /^\s([А-ЯЁ][а-яё-]+)(?:(\s)([А-ЯЁ][а-яё-]+))?/u.exec(after) ?? [];
	if (!first || casesOf(one.givenName, first).length === 0) return undefined;
	const patronymic = second && one.person.patronymic && casesOf(one.patronymic, second).length > 0 ? second : '';
	if (
		second &&
		one.person.patronymic &&
		!patronymic &&
		/(?:ич|вн[аыеойу]{1,2}|ичн[аыеойу]{1,2}|ич[аеуом]{1,2})$/u.test(second)
	)
		return undefined; // a namesake with another father
	const parts = [
		casesOf(one.familyName, family),
		casesOf(one.givenName, first),
		...(patronymic ? [casesOf(one.patronymic, patronymic)] : [])
	];
	const written = `${family} ${first}${patronymic && gap + patronymic}`;
	const cases = caseNames.filter((name) => parts.every((part) => part.includes(name)));
	const votes = (name: Case) => parts.filter((part) => part.includes(name)).length;
	const meant = caseNames.toSorted((a, b) => votes(b) - votes(a))[0] ?? 'nominative';
	return { person: one.person, index, written, full: patronymic !== '', cases, meant };
}

function inShort(text: string, { 0: family, index }: RegExpExecArray, one: Declined): Mention | undefined {
	const [after, before] = [text.slice(index + family.length), text.slice(Math.max(0, index - 8), index)];
	const behind = initialsAfter.exec(after);
	const found = behind ?? initialsBefore.exec(before);
	if (!found) return undefined;
	const { givenName, patronymic } = one.person;
	if (found[1] !== givenName[0]?.toLocaleUpperCase('ru')) return undefined;
	if (found[2] && patronymic && found[2] !== patronymic[0]?.toLocaleUpperCase('ru')) return undefined;
	const cases = casesOf(one.familyName, family);
	const start = behind ? index : index - found[0].length;
	const written = behind ? family + behind[0] : found[0] + family;
	return { person: one.person, index: start, written, full: false, cases, meant: cases[0] ?? 'nominative' };
}
