import type { PersonName } from '../../../core/names';

export type Sex = 'female' | 'male';

const tidy = (text: string) =>
	text
		.normalize('NFC')
		.replace(/[\u00a0\s]+/g, ' ')
		.replace(/\s*[-–—]\s*/g, '-')
		.replace(/(\p{Lu})\.(?=\p{Lu}\.?(\s|$))/gu, '$1. ') // «А.С.» are two initials
		.trim();

/** «ИВАНОВА» and «иванова» are Иванова; «де Ла Крус» and «Магомедовна кызы» keep what was written in both cases. */
function capital(word: string) {
	const shouting = word.length > 1 && word === word.toUpperCase();
	const plain = shouting ? word.toLowerCase() : word;
	return plain.replace(/(^|-)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

const withoutCapital = /^(оглы|оглу|кызы|гызы|улы|уулу)$/i;
const capitals = (text: string) =>
	tidy(text)
		.split(' ')
		.map((part) => (withoutCapital.test(part) ? part.toLowerCase() : capital(part)))
		.join(' ');

/** «ИВАНОВА-ПЕТРОВА мария ивановна» → three names as they are written; undefined when there is no given name. */
export function parseName(text: string): PersonName | undefined {
	const [familyName, givenName, ...rest] = capitals(text).split(' ');
	if (!familyName || !givenName || rest.length > 3) return undefined;
	return { familyName, givenName, patronymic: rest.join(' ') };
}

/** Names typed one by one, tidied in the same way. */
export const tidyName = ({ familyName, givenName, patronymic }: PersonName): PersonName => ({
	familyName: capitals(familyName),
	givenName: capitals(givenName),
	patronymic: capitals(patronymic)
});

/** The same person is found by it whether or not somebody writes ё. */
export const nameKey = ({ familyName, givenName, patronymic }: PersonName) =>
	[familyName, givenName, patronymic].join(' ').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();

/** What can be in a name at all. */
export const isNameLike = (text: string) => /^[\p{L}][\p{L}\p{M} .'’-]*$/u.test(text);

/** From the patronymic, where it tells; otherwise it is asked. */
export function sexFrom({ patronymic }: Pick<PersonName, 'patronymic'>): Sex | null {
	if (/(вна|чна|кызы|гызы)$/i.test(patronymic)) return 'female';
	if (/(ич|оглы|оглу|улы|уулу)$/i.test(patronymic)) return 'male';
	return null;
}
