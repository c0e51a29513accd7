import { sameWords } from './draft';

// Russian names as plans write them: a slip in the initials, a name and a post in the dative of an order.

const surname = '[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?';
const slips = new RegExp(`(${surname})(\\s*),?\\s+([А-ЯЁ])(\\s?)([.,]{1,2})\\s?([А-ЯЁ])(?![а-яё])([.,]{0,3})`, 'u');

/** «Шишкину А,В» and «Титова С.В..» with the points where they belong; as it is when nothing is wrong with them. */
export function withInitials(text: string) {
	return text.replace(
		slips,
		(written, family: string, _space, first: string, _gap, between: string, second: string, end: string) =>
			between === '.' && (end === '.' || end === '.,') ? written : `${family} ${first}.${second}.`
	);
}

/** Posts in the dative with which an order begins, and how a plan names them. */
const posts: Readonly<Record<string, string>> = {
	директору: 'директор',
	заместителю: 'заместитель',
	куратору: 'куратор',
	администратору: 'администратор',
	координатору: 'координатор',
	учителю: 'учитель',
	преподавателю: 'преподаватель',
	воспитателю: 'воспитатель',
	руководителю: 'руководитель',
	председателю: 'председатель',
	секретарю: 'секретарь',
	методисту: 'методист',
	специалисту: 'специалист',
	психологу: 'психолог',
	педагогу: 'педагог',
	логопеду: 'логопед',
	завучу: 'завуч',
	советнику: 'советник',
	начальнику: 'начальник',
	наставнику: 'наставник',
	организатору: 'организатор',
	инструктору: 'инструктор',
	мастеру: 'мастер',
	тренеру: 'тренер',
	заведующему: 'заведующий',
	заведующей: 'заведующая',
	старшему: 'старший',
	главному: 'главный',
	социальному: 'социальный',
	классному: 'классный',
	ответственному: 'ответственный',
	ответственной: 'ответственная',
	школьному: 'школьный',
	муниципальному: 'муниципальный'
};

const inNominative = (word: string) => {
	const parts = word.split('-').map((part) => posts[part.toLocaleLowerCase('ru')]);
	if (parts.some((part) => part === undefined)) return undefined;
	const named = parts.join('-');
	return /^[А-ЯЁ]/.test(word) ? `${named[0]?.toLocaleUpperCase('ru')}${named.slice(1)}` : named;
};

/** The nominative of a surname in the dative; as it is when it has one form («Заборских»); null when that cannot be told. */
export function surnameInNominative(written: string): string | null {
	if (written.includes('-')) {
		const parts = written.split('-').map(surnameInNominative);
		return parts.includes(null) ? null : parts.join('-');
	}
	if (/(?:[оеё]ву|[иы]ну)$/.test(written)) return written.slice(0, -1);
	if (/(?:[оеё]в|[иы]н)ой$/.test(written)) return `${written.slice(0, -2)}а`;
	if (/[сц]кому$/.test(written)) return `${written.slice(0, -3)}ий`;
	if (/[сц]кой$/.test(written)) return `${written.slice(0, -2)}ая`;
	if (/[ое]му$/.test(written)) return null; // «Луговому» is Луговой, «Белому» is Белый
	if (/(?:[иы]х|[оеи]|ко)$/.test(written)) return written;
	return /[бвгджзклмнпрстфхцчшщ]у$/.test(written) ? written.slice(0, -1) : null;
}

/**
 * One letter apart, and not in the ending: «Петрова» and «Петорва», but never «Ершов» and «Ершова». A surname of five letters
 * at least that begins with the same letter; two letters changed places count as one slip.
 */
export function differByASlip(a: string, b: string) {
	const [one, other] = [sameWords(a), sameWords(b)];
	if (one === other || one[0] !== other[0] || Math.abs(one.length - other.length) > 1) return false;
	let head = 0;
	while (one[head] === other[head]) head++;
	let tail = 0;
	while (tail < Math.min(one.length, other.length) - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
	const [x, y] = [one.slice(head, one.length - tail), other.slice(head, other.length - tail)];
	const swapped = x.length === 2 && y.length === 2 && x === `${y[1]}${y[0]}`;
	return tail >= 2 && (swapped || Math.max(x.length, y.length) === 1);
}

const name = new RegExp(`(${surname})(?=\\s+[А-ЯЁ]\\.)|(?<=[А-ЯЁ]\\.\\s?)(${surname})$`, 'u');

/** «заместителю директора по УВР» → «заместитель директора по УВР»; null when the words begin with no post in the dative. */
export function postInNominative(text: string): string | null {
	const words = text.split(' ');
	const other = words.findIndex((word) => inNominative(word) === undefined);
	const posted = other < 0 ? words.length : other;
	return posted === 0 ? null : [...words.slice(0, posted).map(inNominative), ...words.slice(posted)].join(' ');
}

/**
 * «Заместителю директора Заборских Д.В.» → «Заместитель директора Заборских Д.В.». Null when the words are no dative of an
 * order, or the nominative of the name cannot be told. A surname alone in the dative is left: «Луговой» may be a nominative.
 */
export function nominative(text: string): string | null {
	const posted = postInNominative(text);
	const found = name.exec(text);
	const written = found?.[1] ?? found?.[2];
	if (posted === null || !written) return null;
	const family = surnameInNominative(written);
	return family === null ? null : posted.replace(written, family);
}
