import type { PersonName } from '../../../../core/names';
import { nameParts } from '../../rules/name-forms';
import { sexOf } from '../../rules/sex';
import { type Case, type Cases, inCase, unchanged } from './cases';
import { declineGiven, declinePatronymic } from './names';
import { declineSurname, type Sex } from './surname';

/** How one person's own name changes, where it is known better than by rules: all six forms, or «не склоняется». */
export type OwnForms = Partial<Record<keyof PersonName, Cases | 'unchanged'>>;
export type NamedPerson = PersonName & { sex: Sex | null; own?: OwnForms };

const rules = { familyName: declineSurname, givenName: declineGiven, patronymic: declinePatronymic };

/** One part of a name in all cases. Where nothing tells the sex, nothing is changed: the checker says so. */
export function declinePart(person: NamedPerson, part: keyof PersonName): Cases {
	const own = person.own?.[part];
	const word = person[part];
	if (own) return own === 'unchanged' ? unchanged(word) : own;
	const sex = sexOf(person);
	return sex && word ? rules[part](word, sex) : unchanged(word);
}

/** «Петровой Анне Ивановне» */
export const fullNameIn = (person: NamedPerson, name: Case) =>
	nameParts
		.map((part) => inCase(declinePart(person, part), name))
		.filter(Boolean)
		.join(' ');

const initial = (name: string) =>
	name
		.split('-')
		.map((one) => `${one[0]?.toUpperCase() ?? ''}.`)
		.join('-');

/** «А. И.», «А.-М. П.»; no line ends inside. */
export const initialsOf = ({ givenName, patronymic }: PersonName) =>
	[givenName, patronymic.split(' ')[0] ?? ''].filter(Boolean).map(initial).join('\u00a0');

/** «Петровой А. И.»: in lists and tables. */
export const shortNameIn = (person: NamedPerson, name: Case) =>
	[inCase(declinePart(person, 'familyName'), name), initialsOf(person)].filter(Boolean).join('\u00a0');

/** «А. И. Петрова»: under a signature (ГОСТ Р 7.0.97). */
export const signatureOf = (person: NamedPerson) =>
	[initialsOf(person), person.familyName].filter(Boolean).join('\u00a0');
