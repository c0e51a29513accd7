import { showDate } from '../../../../core/dates';
import { nameKey } from '../names';
import { postKey } from '../posts';
import { tenure } from '../tenure';
import type { ListRow, Told } from './rows';

/** Somebody who is in the list of the organisation already. */
export type Known = {
	id: string;
	familyName: string;
	givenName: string;
	patronymic: string;
	sex: 'female' | 'male' | null;
	bornOn: string | null;
	posts: readonly string[];
	subjects: readonly string[];
	teachingSince: string | null;
	employedSince: string | null;
	email: string;
	phone: string;
	here: boolean;
	leftBefore: string | null; // the last day of the latest period of work that is over
};

export type ChangedField =
	| 'sex'
	| 'bornOn'
	| 'post'
	| 'subjects'
	| 'teachingSince'
	| 'employedOn'
	| 'email'
	| 'phone'
	| 'here';
export type Difference = { field: ChangedField; label: string; from: string; to: string };

/** What will become of a line. */
export type Fate<P extends Known = Known> =
	| { state: 'new'; number: number; told: Told }
	| { state: 'changed'; number: number; told: Told; person: P; differences: Difference[] }
	| { state: 'same'; number: number; told: Told; person: P }
	| { state: 'error'; number: number; name: string; post: string; problems: string[] }
	| { state: 'ignored'; number: number; text: string; why: string };
export type FateState = Fate['state'];

export const fateNames: Record<FateState, string> = {
	new: 'новый',
	changed: 'изменится',
	same: 'без изменений',
	error: 'ошибка',
	ignored: 'пропущено'
};

/** Every line beside the people there are. A person is met once in a file and once in the list. */
export function fatesOf<P extends Known>(rows: readonly ListRow[], people: readonly P[], today: string): Fate<P>[] {
	const byName = Map.groupBy(people, nameKey);
	const taken = new Map<string, number>();
	const met = new Map<string, { number: number; told: Told }[]>();
	return rows.map((row): Fate<P> => {
		const { number } = row;
		if (row.is === 'ignored') return { state: 'ignored', number, text: row.text, why: row.why };
		if (row.is === 'broken') return { state: 'error', number, name: row.name, post: '', problems: row.problems };
		const { told } = row;
		const wrong = (...problems: string[]): Fate<P> => ({
			state: 'error',
			number,
			name: nameOf(told),
			post: told.post,
			problems
		});
		if (row.problems.length > 0) return wrong(...row.problems);

		const key = nameKey(told);
		const twin = met.get(key)?.find((other) => !apart(other.told, told));
		if (twin) {
			return wrong(
				`Повтор: этот человек уже есть в строке ${twin.number}. Оставьте одну строку; если это разные люди, укажите обоим даты рождения`
			);
		}
		met.set(key, [...(met.get(key) ?? []), { number, told }]);

		const match = matchOf(told, byName.get(key) ?? []);
		if (match === 'several') {
			return wrong('В списке несколько человек с таким именем. Укажите дату рождения или должность, как в списке');
		}
		if (!match) return { state: 'new', number, told };
		const before = taken.get(match.id);
		if (before)
			return wrong(`Этот человек уже найден в строке ${before}. Если это другой человек, укажите дату рождения`);
		taken.set(match.id, number);
		if (match.leftBefore && told.employedOn && told.employedOn <= match.leftBefore) {
			return wrong(
				`Дата приёма раньше, чем закончился прошлый период работы (${showDate(match.leftBefore)}): проверьте её`
			);
		}
		const differences = differencesOf(told, match, today);
		return differences.length > 0
			? { state: 'changed', number, told, person: match, differences }
			: { state: 'same', number, told, person: match };
	});
}

const nameOf = ({ familyName, givenName, patronymic }: Told) =>
	[familyName, givenName, patronymic].filter(Boolean).join(' ');

/** Two lines of one name are two people when their dates of birth are both told and differ. */
const apart = (one: Told, other: Told) => one.bornOn !== null && other.bornOn !== null && one.bornOn !== other.bornOn;

/** Among people of the same name: by the date of birth, then by the post, then the only one whom nothing contradicts. */
function matchOf<P extends Known>(told: Told, namesakes: readonly P[]): P | 'several' | undefined {
	const possible = namesakes.filter(({ bornOn }) => !told.bornOn || !bornOn || bornOn === told.bornOn);
	const born = told.bornOn ? possible.filter(({ bornOn }) => bornOn === told.bornOn) : [];
	if (born.length === 1) return born[0];
	const among = born.length > 1 ? born : possible;
	if (among.length < 2) return among[0];
	const posted = among.filter(({ posts }) => posts.some((post) => postKey(post) === postKey(told.post)));
	return posted.length === 1 ? posted[0] : 'several';
}

const shown = (day: string | null) => (day ? showDate(day) : 'не указано');

/** A tenure agrees as exactly as it was told. */
function agrees({ teachingSince, tenureTold }: Told, known: string | null, today: string) {
	if (!teachingSince || teachingSince === known) return true;
	if (!known || tenureTold === 'day') return false;
	const [one, other] = [tenure(teachingSince, today), tenure(known, today)];
	if (!one || !other) return false;
	return tenureTold === 'years'
		? one.years === other.years
		: Math.abs(one.years * 12 + one.months - other.years * 12 - other.months) <= 1;
}

const sameSet = (one: readonly string[], other: readonly string[]) =>
	one.length === other.length && one.every((word) => other.some((known) => postKey(known) === postKey(word)));

/** What the line would change; what it does not say stays as it is. */
export function differencesOf(told: Told, known: Known, today: string): Difference[] {
	const differences: Difference[] = [];
	const note = (field: ChangedField, label: string, from: string, to: string) =>
		differences.push({ field, label, from, to });
	if (!known.here) note('here', 'Работа', 'не работает', `работает с ${shown(told.employedOn ?? today)}`);
	if (told.bornOn && told.bornOn !== known.bornOn)
		note('bornOn', 'Дата рождения', shown(known.bornOn), shown(told.bornOn));
	if (told.post && !known.posts.some((post) => postKey(post) === postKey(told.post))) {
		note('post', 'Должность', known.posts[0] ?? 'не указано', told.post);
	}
	if (told.subjects && !sameSet(told.subjects, known.subjects)) {
		note('subjects', 'Предметы', known.subjects.join(', ') || 'не указано', told.subjects.join(', '));
	}
	if (!agrees(told, known.teachingSince, today)) {
		note('teachingSince', 'Педагогический стаж с', shown(known.teachingSince), shown(told.teachingSince));
	}
	if (known.here && told.employedOn && told.employedOn !== known.employedSince) {
		note('employedOn', 'Дата приёма', shown(known.employedSince), shown(told.employedOn));
	}
	if (told.email && told.email.toLowerCase() !== known.email.toLowerCase()) {
		note('email', 'Электронная почта', known.email || 'не указано', told.email);
	}
	if (told.phone && told.phone.replace(/\D/g, '') !== known.phone.replace(/\D/g, '')) {
		note('phone', 'Телефон', known.phone || 'не указано', told.phone);
	}
	if (told.sex && !known.sex) note('sex', 'Пол', 'не указано', told.sex === 'female' ? 'женский' : 'мужской');
	return differences;
}

export const countFates = (fates: readonly Fate[]): Record<FateState, number> => {
	const counts: Record<FateState, number> = { new: 0, changed: 0, same: 0, error: 0, ignored: 0 };
	for (const { state } of fates) counts[state] += 1;
	return counts;
};

/** Lines of new people whose first day at work the list does not tell: asked once for all. */
export const withoutFirstDay = (fates: readonly Fate[]) =>
	fates.filter((fate) => fate.state === 'new' && !fate.told.employedOn).length;
