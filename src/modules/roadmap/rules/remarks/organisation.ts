import type { OrganisationKind } from '../../../../core/actor';
import type { Draft } from '../draft';
import { type Home, type Remark, remark, spotsOnce, wordsOf } from './remark';

const form =
	'(?:М[АБК]?Д?ОУ|М[АБК]ОУ|М[АБК]У|Г[АБК]?П?ОУ|ГБДОУ|ОГ\\S{0,4}ОУ|БОУ|СОШ|ООШ|НОШ|школ[аеуы]|гимнази[яию]|лице[йяюе]|детск\\S+\\s+сад\\S{0,2}|колледж\\S{0,2}|техникум\\S{0,2})';
/** «МБОУ СОШ № 12», «гимназии № 3», «МАОУ «СОШ № 5»»: an organisation with its number. */
const numbered = new RegExp(`(?<![А-ЯЁа-яё-])${form}(?:[\\s«"]+${form})*\\s*№\\s*(\\d{1,4})[»"]{0,2}`, 'gu');

/** Levels above speak of many schools in their plans. */
const above: readonly OrganisationKind[] = ['resource-centre', 'authority', 'region'];

/** Where another school may well be meant: partners, neighbours, places where something is held. */
const partners =
	/партн[её]р|сетев|сотрудничеств|соглашени|взаимодейств|совместн|обмен|на базе|экскурси|преемственн|кластер|консорциум|наставник[аи]?\s+из|методическ\S+ день/iu;

/** «№ 5» in the names of an organisation. */
export const numbersIn = (names: string) => [...names.matchAll(/№\s*(\d{1,4})/g)].map(([, number = '']) => number);

/**
 * «МБОУ СОШ № 12» in the plan of school № 5: its name stayed from a sample. Only an organisation that has a number itself can
 * tell, and only where no partner is meant.
 */
export function foreignOrganisation(draft: Draft, { self }: Home): Remark[] {
	const own = numbersIn(`${self.name} ${self.fullName ?? ''}`);
	if (own.length === 0 || above.includes(self.kind)) return [];
	const found = wordsOf(draft).flatMap((words) => foreignIn(words, own));
	const byNumber = Map.groupBy(found, ({ number }) => number);
	return [...byNumber].map(([number, places]) =>
		remark('foreign-organisation', `№ ${number}`, {
			sentence: `В плане названа другая организация: «${places[0]?.written}», а вы – «${bare(self.name)}».`,
			spots: spotsOnce(places.map(({ spot }) => spot)),
			mend: {
				act: 'replace',
				words: [...new Map(places.map(({ written }) => [written, renumbered(written, own[0] ?? '')] as const))]
			}
		})
	);
}

const bare = (name: string) => name.replace(/[«»"]/g, '').replace(/\s+/g, ' ');

/** The words stay as they are declined; what is another school's is its number. */
const renumbered = (written: string, number: string) => written.replace(/№\s*\d+/, `№ ${number}`);

/** Organisations of another number, where no partner is meant. */
export function foreignIn<W extends { text: string }>(words: W, own: readonly string[]) {
	if (partners.test(words.text)) return [];
	return [...words.text.matchAll(numbered)]
		.filter(([, number = '']) => !own.includes(number))
		.map(({ 0: written, 1: number = '', index }) => ({ ...words, written, number, index }));
}
