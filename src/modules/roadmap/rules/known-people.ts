import { type Role, roleNames } from '../../../core/actor';
import { differByASlip, postInNominative, surnameInNominative } from './names';
import type { Responsible } from './understanding';

/** Somebody who works here, as far as the written words can be compared with. */
export type Colleague = {
	id: string;
	familyName: string;
	givenName: string;
	patronymic: string;
	posts: string[];
	roles: Role[];
};

/** «Петрова А. И.» */
export const shortName = ({
	familyName,
	givenName,
	patronymic
}: Pick<Colleague, 'familyName' | 'givenName' | 'patronymic'>) =>
	[familyName, ...[givenName, patronymic].filter(Boolean).map((name) => `${name[0]}.`)].join(' ');

const plain = (text: string) => text.toLocaleLowerCase('ru').replaceAll('ё', 'е').trim();

const wordsOf = (text: string) => text.match(/[\p{L}-]+/gu) ?? [];

/** A surname without its ending, so that «Петровой А. И.» is still Петрова. */
const stem = (name: string) => plain(name).replace(/(ому|ему|ого|его|ой|ей|ым|им|ую|юю|ая|яя|[аяуюоеыий])$/, '');

/** Letters of the initials or of the given names that stand beside the surname: «Н.А.», «Наталья Андреевна» → ['н', 'а']. */
const initialsIn = (words: readonly string[], surname: number) => {
	const letters = (from: number, step: 1 | -1) => {
		const found: string[] = [];
		for (let at = from; found.length < 2 && /^[А-ЯЁ]/.test(words[at] ?? ''); at += step) {
			found.push(plain(words[at] ?? '')[0] ?? '');
		}
		return step === 1 ? found : found.reverse();
	};
	const after = letters(surname + 1, 1);
	return after.length > 0 ? after : letters(surname - 1, -1);
};

const surnameOf = (text: string, { familyName }: Colleague, same: (word: string, surname: string) => boolean) =>
	wordsOf(text).findIndex((word) => word.length > 2 && same(word, familyName));

const sameStem = (word: string, surname: string) => stem(word) === stem(surname);
const sameLetters = (word: string, surname: string) => plain(word) === plain(surname);
/** «Петорва», and «Петорвой» of an order. */
const aSlipApart = (word: string, surname: string) =>
	differByASlip(word, surname) || differByASlip(surnameInNominative(word) ?? word, surname);

/** The initials and names beside the surname do not speak against it. */
function fits(text: string, at: number, colleague: Colleague) {
	const [given, patronymic] = initialsIn(wordsOf(text), at);
	const first = (name: string) => plain(name)[0];
	if (given && given !== first(colleague.givenName)) return false;
	return !(patronymic && colleague.patronymic && patronymic !== first(colleague.patronymic));
}

function isCalled(colleague: Colleague, text: string) {
	const at = surnameOf(text, colleague, sameStem);
	return at >= 0 && fits(text, at, colleague);
}

/** A surname with a slip is believed only beside both initials. */
function isMisspelt(colleague: Colleague, text: string) {
	const at = surnameOf(text, colleague, aSlipApart);
	return at >= 0 && initialsIn(wordsOf(text), at).length === 2 && fits(text, at, colleague);
}

/** Which role in the program the written post stands for. A deputy is not the director. */
const rolesByWords: readonly (readonly [RegExp, Role])[] = [
	[/куратор/i, 'curator'],
	[/^(директор|заведующ|руководител\S* (образовательной )?(организации|учреждения|оо|доу|школы))/i, 'director'],
	[/психолог/i, 'psychologist'],
	[/кадр/i, 'personnel'],
	[/профсоюз|профком/i, 'trade-union'],
	[/ответственн\S* за (ведение )?сайт|администратор сайта/i, 'site-editor']
];

/** «Директору» of an order is the director of a plan. */
const postOf = (text: string) => postInNominative(text) ?? text;
const roleOf = (text: string) => rolesByWords.find(([words]) => words.test(postOf(text)))?.[1];

const holds = (colleague: Colleague, text: string) => {
	const role = roleOf(text);
	const post = plain(postOf(text));
	return (role && colleague.roles.includes(role)) || colleague.posts.some((title) => plain(title) === post);
};

/** Those whom the words may mean. Groups and other organisations are nobody in particular. */
export function candidates({ text, kind }: Responsible, colleagues: readonly Colleague[]) {
	if (kind === 'person') {
		const called = colleagues.filter((colleague) => isCalled(colleague, text));
		return called.length > 0 ? called : colleagues.filter((colleague) => isMisspelt(colleague, text));
	}
	return kind === 'role' ? colleagues.filter((colleague) => holds(colleague, text)) : [];
}

/** Whom the words may mean here and why; several are asked about, nobody is said to be nobody. To be confirmed either way. */
export type Proposal = { person: Colleague | undefined; others: readonly Colleague[]; reason: string };

/** Ершов goes before Ершова where the words say so letter by letter. */
export function proposal(responsible: Responsible, colleagues: readonly Colleague[]): Proposal {
	const { text, kind } = responsible;
	const found = candidates(responsible, colleagues);
	const exact = kind === 'person' ? found.filter((one) => surnameOf(text, one, sameLetters) >= 0) : [];
	const meant = exact.length > 0 ? exact : found;
	const [person, another] = meant;
	if (!person) return { person: undefined, others: [], reason: 'похожих среди сотрудников нет' };
	if (another)
		return { person: undefined, others: meant, reason: `подходят ${meant.map(shortName).join(', ')}: выберите` };
	return { person, others: [], reason: kind === 'person' ? whyPerson(text, person) : whyRole(text, person) };
}

export const suggestion = (responsible: Responsible, colleagues: readonly Colleague[]) =>
	proposal(responsible, colleagues).person;

function whyPerson(text: string, colleague: Colleague): string {
	const words = wordsOf(text).map(plain);
	const at = surnameOf(text, colleague, sameStem);
	if (at < 0) return `опечатка: одна буква, у вас – ${colleague.familyName}`;
	if (!sameLetters(wordsOf(text)[at] ?? '', colleague.familyName)) {
		const dative = /(ому|ему|ой|ей|[уюе])$/.test(words[at] ?? '');
		return dative ? 'дательный падеж, инициалы совпадают' : 'фамилия в другом падеже';
	}
	if (words.includes(plain(colleague.givenName))) return 'совпадают фамилия и имя';
	return initialsIn(wordsOf(text), at).length > 0 ? 'совпадают фамилия и инициалы' : 'единственный с такой фамилией';
}

function whyRole(text: string, { roles, posts }: Colleague): string {
	const post = plain(postOf(text));
	const dative = postInNominative(text) === null ? '' : 'дательный падеж; ';
	const title = posts.find((one) => plain(one) === post);
	if (title) return `${dative}единственный с должностью «${title}»`;
	const role = roleOf(text);
	return role && roles.includes(role) ? `${dative}единственный с ролью «${roleNames[role]}»` : 'подходит по должности';
}
