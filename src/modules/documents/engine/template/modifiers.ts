import { plural } from '../../../../core/words';
import { dateInWords, dateText, dayInWords, type Gender, inWords } from '../grammar/numbers';
import { declinePost } from '../grammar/posts';
import { type Declined, isDay, isDeclined, printed, type Value } from './values';

export type Modifier = (value: Value, argument: string) => Value;

const inCaseOf =
	(chosen: number): Modifier =>
	(value) => {
		if (isDeclined(value)) return { ...value, chosen };
		if (Array.isArray(value)) return value.map((one) => inCaseOf(chosen)(one, ''));
		return typeof value === 'string' && value !== '' ? { cases: declinePost(value), chosen } : value;
	};

const person =
	(part: (value: Declined) => Value): Modifier =>
	(value) =>
		isDeclined(value) ? part(value) : Array.isArray(value) ? value.map((one) => person(part)(one, '')) : value;

const day =
	(text: (date: string) => string): Modifier =>
	(value) =>
		isDay(value) ? text(value.day) : typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? text(value) : value;

const genders: Record<string, Gender> = { м: 'masculine', ж: 'feminine', с: 'neuter' };
const isCount = (value: Value): value is number => typeof value === 'number' && Number.isSafeInteger(value);

/** What may stand after «|» in a field. */
export const modifiers: Record<string, Modifier> = {
	именительный: inCaseOf(0),
	родительный: inCaseOf(1),
	дательный: inCaseOf(2),
	винительный: inCaseOf(3),
	творительный: inCaseOf(4),
	предложный: inCaseOf(5),
	инициалы: person(({ short, cases, chosen }) => ({ cases: short ?? cases, ...(chosen !== undefined && { chosen }) })),
	подпись: person(({ signature, cases }) => signature ?? cases[0]),
	'по полу': (value, argument) => {
		const [his = '', hers = his] = argument.split(',').map((word) => word.trim());
		const sex = isDeclined(value) ? value.sex : undefined;
		return sex ? (sex === 'male' ? his : hers) : `${his} (${hers})`;
	},
	дата: day(dateText),
	'дата цифрами': day((date) => date.split('-').reverse().join('.')),
	'дата словами': day(dateInWords),
	'день словами': day(dayInWords),
	прописью: (value, argument) => (isCount(value) ? inWords(value, genders[argument] ?? 'masculine') : value),
	счёт: (value, argument) => {
		const count = Array.isArray(value) ? value.length : value;
		const [one = '', few = one, many = few] = argument.split(',').map((word) => word.trim());
		return isCount(count) ? `${count} ${plural(count, [one, few, many])}` : value;
	},
	'с большой буквы': (value) => {
		const text = printed(value);
		return text.charAt(0).toUpperCase() + text.slice(1);
	},
	или: (value, argument) => printed(value) || argument
};

const short: Record<string, string> = {
	им: 'именительный',
	род: 'родительный',
	дат: 'дательный',
	вин: 'винительный',
	твор: 'творительный',
	предл: 'предложный',
	счет: 'счёт'
};

/** A modifier by what was written: in full, shortened, in any letters. */
export function modifierNamed(written: string): Modifier | undefined {
	const name = written.toLowerCase();
	return Object.hasOwn(modifiers, name) ? modifiers[name] : modifiers[short[name] ?? ''];
}
