import type { OrganisationKind } from '../../../../core/actor';
import { foreignKindsIn, type KindName } from '../../../roadmap/rules/remarks/kinds';
import { foreignIn, numbersIn } from '../../../roadmap/rules/remarks/organisation';
import { around, type Finding, type PaperHome, type Piece } from './paper';

/** The word of a kind of organisation in its papers; levels above and clubs name all of them. */
const ownKinds: Partial<Record<OrganisationKind, KindName>> = {
	school: 'школа',
	gymnasium: 'гимназия',
	lyceum: 'лицей',
	kindergarten: 'детский сад',
	college: 'колледж',
	'boarding-school': 'интернат'
};

/** «техникум» in a gymnasium's paper, and the number or the name of somebody else's organisation. */
export function organisationsIn(pieces: readonly Piece[], home: PaperHome): Finding[] {
	return [...kindsIn(pieces, home), ...numbered(pieces, home), ...named(pieces, home), ...headsIn(pieces, home)];
}

function kindsIn(pieces: readonly Piece[], { kind, names }: PaperHome): Finding[] {
	const own = ownKinds[kind];
	if (!own) return [];
	return foreignKindsIn(pieces, own, names.join(' ')).map(({ text, index, written, by, place }) => ({
		kind: 'kind' as const,
		place,
		written: around(text, index, written.length),
		reason: `«${written}» – а у вас другая организация: похоже, слово осталось от образца.`,
		mend: by
	}));
}

function numbered(pieces: readonly Piece[], { names }: PaperHome): Finding[] {
	const own = numbersIn(names.join(' '));
	if (own.length === 0) return [];
	return pieces.flatMap((piece) =>
		foreignIn(piece, own).map(({ written, index }) => ({
			kind: 'organisation' as const,
			place: piece.place,
			written: around(piece.text, index, written.length),
			reason: `Названа другая организация: «${written}».`,
			mend: names[0] ?? null
		}))
	);
}

const legal =
	'М[АБК]?Д?О?У(?:\\s?ДО)?|М[АБК]ОУ|Г[АБК]?П?ОУ|ГБДОУ|МБДОУ|МАДОУ|ГБПОУ|ГАПОУ|ГБОУ|ГАОУ|МБУ\\s?ДО|МАУ\\s?ДО';
const quoted = new RegExp(`(?<![А-ЯЁа-яё])(?:${legal})\\s+(?:(?:СОШ|ООШ|НОШ)\\s+)?«([^»\\n]{3,80})»?`, 'gu');
const partners = /партн[её]р|сетев|сотрудничеств|взаимодейств|совместн|с одной стороны|с другой стороны|учредител/iu;
const plainName = (text: string) =>
	text
		.toLocaleLowerCase('ru')
		.replace(/ё/g, 'е')
		.replace(/[^а-яa-z\d]+/gi, ' ')
		.trim();

function named(pieces: readonly Piece[], { names }: PaperHome): Finding[] {
	const own = names.map(plainName);
	if (own.every((name) => name.length < 4) || !names.some((name) => name.includes('«'))) return [];
	// two organisations sign it: their names are both at home
	if (pieces.some(({ text }) => /с одной стороны/iu.test(text))) return [];
	return pieces.flatMap(({ place, text }) =>
		partners.test(text)
			? []
			: [...text.matchAll(quoted)].flatMap(({ index, 0: written, 1: name = '' }) =>
					own.some((one) => one.includes(plainName(name))) || /№\s*\d/.test(name)
						? []
						: [
								{
									kind: 'organisation' as const,
									place,
									written: around(text, index, written.length),
									reason: `Названа другая организация: «${name}».`,
									mend: names[0] ?? null
								}
							]
				)
	);
}

const heads: readonly { name: RegExp; words: RegExp; isPost: RegExp }[] = [
	{
		name: /^директор/i,
		words: /(?<![а-яё-])директор(?:а|у|ом|е)?(?![а-яё])/giu,
		isPost: /(?:заместител[а-яё]*|зам\.|замов|помощник[а-яё]*|министр|и\.\s?о\.)\s*$/iu
	},
	{
		name: /^заведующ/i,
		words: /(?<![а-яё-])заведующ(?:ий|ая|его|ему|ей|им|ую)(?=\s*(?:М[АБ]ДОУ|ДОУ|детск|[,.;]|$))/giu,
		isPost: /(?:заместител[а-яё]*|зам\.)\s*$/iu
	}
];

/** «директор» in a kindergarten's paper: whoever heads this organisation is called otherwise. */
function headsIn(pieces: readonly Piece[], { head }: PaperHome): Finding[] {
	const own = heads.find(({ name }) => name.test(head));
	if (!own) return [];
	return heads
		.filter((other) => other !== own)
		.flatMap(({ words, isPost }) =>
			pieces.flatMap(({ place, text }) =>
				partners.test(text)
					? []
					: [...text.matchAll(words)]
							.filter(({ index }) => !isPost.test(text.slice(0, index)))
							.map(({ index, 0: written }) => ({
								kind: 'kind' as const,
								place,
								written: around(text, index, written.length),
								reason: `«${written}» – а вашу организацию возглавляет ${head}.`,
								mend: null
							}))
			)
		);
}
