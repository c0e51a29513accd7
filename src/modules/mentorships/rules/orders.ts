import { showDate } from '../../../core/dates';
import { type ActKind, orderTitle, type Series } from './words';

export type OrderWords = { actKind: ActKind; series: Series; number: string; signedOn: string };
export type KnownOrder = OrderWords & { id: string };
/** Whatever has a number of a series: an order, an agreement. */
type Numbered = { actKind: ActKind | null; series: string; number: string; signedOn: string };

const digits = (number: string) => Number(/\d+/.exec(number)?.[0] ?? Number.NaN);
const tidy = (number: string) => number.replace(/\s+/g, '').toLocaleLowerCase('ru');
const same = (one: Numbered, other: Numbered) => one.actKind === other.actKind && one.series === other.series;

/** What is unusual about an order typed from outside; nothing of it forbids (school-year, 5). `known`: of the same calendar year. */
export function doubtsAboutOrder(order: Numbered, known: readonly Numbered[], today: string): string[] {
	const others = known.filter((one) => same(one, order) && one.signedOn.slice(0, 4) === order.signedOn.slice(0, 4));
	const twin = others.find(({ number }) => tidy(number) === tidy(order.number));
	const mine = digits(order.number);
	const before = others.find(
		({ number, signedOn }) =>
			digits(number) !== mine &&
			((digits(number) < mine && signedOn > order.signedOn) || (digits(number) > mine && signedOn < order.signedOn))
	);
	return [
		...(twin && twin.signedOn !== order.signedOn
			? [`${orderTitle(twin.actKind, twin.number, twin.signedOn)} уже записан: такой номер в этом году занят.`]
			: []),
		...(!twin && before
			? [`Номера и дни не по порядку: есть № ${before.number} от ${showDate(before.signedOn)}.`]
			: []),
		...(order.signedOn > today ? [`День ${order.actKind === null ? 'документа' : 'приказа'} ещё не наступил.`] : [])
	];
}

/** An order that was typed before, number and day alike: the same paper settles more pairs. */
export const sameOrder = (order: OrderWords, known: readonly KnownOrder[]) =>
	known.find((one) => same(one, order) && one.signedOn === order.signedOn && tidy(one.number) === tidy(order.number));
