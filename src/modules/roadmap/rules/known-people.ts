import type { Role } from '../../../core/actor';
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

function isCalled(colleague: Colleague, text: string) {
	const words = wordsOf(text);
	const surname = words.findIndex((word) => word.length > 2 && stem(word) === stem(colleague.familyName));
	if (surname < 0) return false;
	const [given, patronymic] = initialsIn(words, surname);
	const first = (name: string) => plain(name)[0];
	if (given && given !== first(colleague.givenName)) return false;
	return !(patronymic && colleague.patronymic && patronymic !== first(colleague.patronymic));
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

const holds = (colleague: Colleague, text: string) => {
	const role = rolesByWords.find(([words]) => words.test(text))?.[1];
	const post = plain(text);
	return (role && colleague.roles.includes(role)) || colleague.posts.some((title) => plain(title) === post);
};

/** Those whom the words may mean. Groups and other organisations are nobody in particular. */
export function candidates({ text, kind }: Responsible, colleagues: readonly Colleague[]) {
	if (kind === 'person') return colleagues.filter((colleague) => isCalled(colleague, text));
	return kind === 'role' ? colleagues.filter((colleague) => holds(colleague, text)) : [];
}

/** The one whom the words mean, to be confirmed; undefined when nobody fits or several do. Ершов goes before Ершова. */
export function suggestion(responsible: Responsible, colleagues: readonly Colleague[]) {
	const found = candidates(responsible, colleagues);
	const exact = found.filter(({ familyName }) =>
		wordsOf(responsible.text).some((word) => plain(word) === plain(familyName))
	);
	const meant = exact.length > 0 ? exact : found;
	return meant.length === 1 ? meant[0] : undefined;
}
