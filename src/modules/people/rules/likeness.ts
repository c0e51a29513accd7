import { showDate } from '../../../core/dates';
import { fullName, type PersonName } from '../../../core/names';
import { plain } from '../../../core/plain';
import type { Sex } from './names';
import { postKey } from './posts';

/** What is known of somebody when it is asked whether two entries are one person. */
export type Likened = PersonName & {
	sex?: Sex | null;
	bornOn?: string | null;
	birthYear?: number | null;
	posts?: readonly string[];
	subjects?: readonly string[];
	email?: string;
	phone?: string;
};

/** How sure it is: `sure` – the same name and something that tells people apart; `likely`; `perhaps` – look and decide. */
export type Likeness = { degree: 'sure' | 'likely' | 'perhaps'; reasons: string[] };

type Parts = readonly [family: string, given: string, patronymic: string];
const known = new WeakMap<PersonName, Parts>();

/** As names are compared: no capitals, ё is е. Asked of each person many times. */
function partsOf(name: PersonName): Parts {
	const told = known.get(name);
	if (told) return told;
	const part = (text: string) => plain(text).replace(/\s+/g, ' ').trim();
	const parts: Parts = [part(name.familyName), part(name.givenName), part(name.patronymic)];
	known.set(name, parts);
	return parts;
}

/**
 * Letters put in, left out, changed, or two neighbours exchanged (Damerau–Levenshtein, optimal alignment); `most` and more are
 * not told apart.
 */
export function distance(a: string, b: string, most = 3): number {
	if (Math.abs(a.length - b.length) >= most) return most;
	let [before, above] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		let smallest = i;
		for (let j = 1; j <= b.length; j += 1) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				least = Math.min(least, (before[j - 2] ?? 0) + 1);
			row.push(least);
			smallest = Math.min(smallest, least);
		}
		if (smallest >= most) return most;
		[before, above] = [above, row];
	}
	return Math.min(most, above[b.length] ?? most);
}

/** A short name differs by a letter from many others; a long one may have two wrong. */
const slips = (word: string) => (word.length < 4 ? 0 : word.length < 9 ? 1 : 2);
function isSlip(one: string, other: string) {
	const most = Math.min(slips(one), slips(other));
	return one !== other && most > 0 && distance(one, other, most + 1) <= most;
}

const isInitial = (word: string) => /^\p{L}\.?$/u.test(word);
/** «А.» stands for «Анна»; a blank patronymic may be anything. */
const standsFor = (short: string, long: string) =>
	isInitial(short) && !isInitial(long) && long.startsWith(short[0] ?? '-');

/** `weak`: says nothing by itself, since real names differ so too (Анна and Инна; a family name that was changed). */
type NameLikeness = { weight: 3 | 2 | 1; reason: string; weak?: 'hint' | 'telling' };

/** In what two names are one; undefined when they are two. */
function nameLikeness(one: PersonName, other: PersonName): NameLikeness | undefined {
	const [a, b] = [partsOf(one), partsOf(other)];
	if (a.join(' ') === b.join(' ')) {
		const spelt = fullName(one).toLocaleLowerCase('ru') !== fullName(other).toLocaleLowerCase('ru');
		return { weight: 3, reason: spelt ? 'имя то же, различаются только «е» и «ё»' : 'то же имя' };
	}
	if ([...a].sort().join(' ') === [...b].sort().join(' '))
		return { weight: 3, reason: 'то же имя, слова переставлены' };

	const family = a[0] === b[0];
	const [shortened, full] = isInitial(a[1]) ? [a, b] : [b, a];
	if (standsFor(shortened[1], full[1]) && (family || isSlip(a[0], b[0]))) {
		const fits = shortened[2] === '' || shortened[2] === full[2] || standsFor(shortened[2], full[2]);
		if (fits && family) return { weight: 2, reason: 'инициалы вместо имени' };
		if (fits) return { weight: 1, reason: 'инициалы вместо имени и опечатка', weak: 'hint' };
	}
	const without = a[2] === '' || b[2] === '';
	if (family && a[1] === b[1] && without) return { weight: 2, reason: 'то же имя, у одной записи нет отчества' };

	const wrong = [0, 1, 2].filter((at) => a[at] !== b[at] && a[at] !== '' && b[at] !== '');
	if (wrong.length <= 2 && wrong.every((at) => isSlip(a[at] ?? '', b[at] ?? ''))) {
		const [first = 0] = wrong;
		const words = [one, other].map((name) => fullName(name).split(' ')[first] ?? '');
		if (wrong.length > 1 || without) return { weight: 1, reason: 'похоже на опечатки в имени', weak: 'hint' };
		const reason = `похоже на опечатку: «${words.join('» и «')}»`;
		return { weight: 2, reason, ...(first === 1 && { weak: 'hint' as const }) };
	}
	if (!family && a[1] === b[1] && a[2] === b[2] && a[2] !== '')
		return { weight: 1, reason: 'те же имя и отчество, другая фамилия', weak: 'telling' };
	return undefined;
}

const digits = (phone: string) => phone.replace(/\D/g, '').replace(/^[78](?=\d{10}$)/, '');

/** Whether two entries may be one person, and why; undefined when something tells them apart. */
export function likeness(one: Likened, other: Likened): Likeness | undefined {
	const name = nameLikeness(one, other);
	if (!name || (one.sex && other.sex && one.sex !== other.sex)) return undefined;
	const reasons = [name.reason];
	const [yearA, yearB] = [yearOf(one), yearOf(other)];
	const exact = Boolean(one.bornOn && one.bornOn === other.bornOn);
	const mail = Boolean(one.email && one.email.toLowerCase() === other.email?.toLowerCase());
	const phone = Boolean(one.phone && digits(one.phone).length > 4 && digits(one.phone) === digits(other.phone ?? ''));
	const apart = yearA && yearB && (yearA !== yearB || Boolean(one.bornOn && other.bornOn && !exact));
	if (apart && !mail && !phone) return undefined;

	if (exact) reasons.push(`тот же день рождения: ${showDate(one.bornOn ?? '')}`);
	else if (yearA && yearA === yearB) reasons.push(`тот же год рождения: ${yearA}`);
	if (apart) reasons.push('но дни рождения разные');
	if (mail) reasons.push('та же почта');
	if (phone) reasons.push('тот же телефон');
	const post = (one.posts ?? []).some((title) =>
		(other.posts ?? []).some((their) => postKey(their) === postKey(title))
	);
	if (post) reasons.push('та же должность');
	const subject = (one.subjects ?? []).find((a) => (other.subjects ?? []).some((b) => postKey(a) === postKey(b)));
	if (subject) reasons.push(`тот же предмет: ${subject}`);

	const telling = exact || mail || phone;
	const hint = telling || (yearA !== null && yearA === yearB) || post || Boolean(subject);
	if ((name.weak === 'hint' && !hint) || (name.weak === 'telling' && !telling)) return undefined;
	if (name.weight === 3) return { degree: telling && !apart ? 'sure' : 'likely', reasons };
	return { degree: telling || (hint && name.weight === 2) ? 'likely' : 'perhaps', reasons };
}

const yearOf = ({ bornOn, birthYear }: Likened) => birthYear ?? (bornOn ? Number(bornOn.slice(0, 4)) : null);

export type Pair<P> = { one: P; other: P } & Likeness;

const rank = { sure: 0, likely: 1, perhaps: 2 } as const;

/** Entries that may be one person, the surest first. Only those are compared that share something by which a likeness begins. */
export function likelyPairs<P extends Likened & { id: string }>(people: readonly P[]): Pair<P>[] {
	const found = new Map<string, Pair<P>>();
	for (const block of blocksOf(people)) {
		for (const [at, one] of block.entries()) {
			for (const other of block.slice(at + 1)) {
				const key = pairKey(one.id, other.id);
				if (one.id === other.id || found.has(key)) continue;
				const like = likeness(one, other);
				if (like) found.set(key, { one, other, ...like });
			}
		}
	}
	return [...found.values()].sort((a, b) => rank[a.degree] - rank[b.degree] || by(a.one, b.one));
}

const by = (a: PersonName, b: PersonName) => fullName(a).localeCompare(fullName(b), 'ru');

/** The same for both orders of two. */
export const pairKey = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`);

/** A word and what is left of it without one letter, or without two where two may be wrong: slips of one another share one of these. */
function leftOf(word: string, most = slips(word)): string[] {
	if (most === 0) return [word];
	const less = Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));
	return [word, ...new Set(less.flatMap((rest) => leftOf(rest, most - 1)))];
}

/** Every likeness begins with a family name (a slip of it, its place with the given one) or with what hardly two people share. */
function blocksOf<P extends Likened>(people: readonly P[]) {
	const blocks = new Map<string, P[]>();
	for (const person of people) {
		const parts = partsOf(person);
		const { email, phone, bornOn } = person;
		const keys = [
			...leftOf(parts[0]),
			`words ${[...parts].sort().join(' ')}`,
			email && `mail ${email.toLowerCase()}`,
			phone && `phone ${digits(phone)}`,
			bornOn && `born ${bornOn}`
		];
		for (const key of new Set(keys)) {
			if (!key) continue;
			const block = blocks.get(key);
			if (block) block.push(person);
			else blocks.set(key, [person]);
		}
	}
	return [...blocks.values()].filter((block) => block.length > 1);
}

/** Those of the people who may be the one that is asked about, the surest first. */
export const likelyAmong = <P extends Likened>(who: Likened, people: readonly P[]): { person: P; like: Likeness }[] =>
	people
		.flatMap((person) => {
			const like = likeness(who, person);
			return like ? [{ person, like }] : [];
		})
		.sort((a, b) => rank[a.like.degree] - rank[b.like.degree]);
