import { addDays, addMonths } from '../../../../core/dates';
import type { Period } from '../../rules/understanding';
import { countOf, countWord } from './cadence';
import type { Span } from './spans';

/** «В течение двух недель», «месяц», «за 10 дней до»: how long; `before`: back from the day that is named. */
export type Lasting = { count: number; unit: 'day' | 'week' | 'month'; before: boolean };

const lasts = new RegExp(
	`(?:^|[\\s,(])(за\\s+|на\\s+|в\\s+течени[еи]\\s+)?${countWord}\\s*(?:календарн[а-я]+\\s+)?(день|дня|дней|недел[юяиь]|недель|месяц(?:а|ев)?)(?![а-я])(\\s+до(?![а-я]))?`
);
const alone = new RegExp(`^(?:в\\s+течени[еи]\\s+)?${countWord}\\s*(?:дня|дней|недел[а-я]+|месяц(?:а|ев)?)$`);
const inOneWord = /^в\s+(?:[а-я-]*недельный|[а-я-]*месячный|(?:\d+-?|[а-я]+)дневный)\s+срок$/;

export function readLasting(words: string): Lasting | null {
	const found = lasts.exec(words);
	if (!found) return null;
	const [, , count, word = '', until] = found;
	const unit = word.startsWith('д') ? 'day' : word.startsWith('н') ? 'week' : 'month';
	return { count: countOf(count), unit, before: until !== undefined };
}

/** Nothing besides how long: no day to reckon from. */
export const onlyLasts = (words: string) => alone.test(words) || inOneWord.test(words);

/** From the one day that is named, or back from it; null when no single day is. */
export function windowOfLasting(lasting: Lasting, spans: readonly Span[], windows: readonly Period[]): Period | null {
	const [span, ...more] = spans;
	const [named] = windows;
	if (!span || !named || more.length > 0 || span.from !== span.to) return null;
	if (span.from.fromDay === null || span.from.fromDay !== span.from.toDay) return null;
	if (span.until !== lasting.before) return null;
	const days = lasting.unit === 'day' ? lasting.count : lasting.count * 7;
	if (lasting.before) {
		const to = lasting.unit === 'month' ? addMonths(named.to, -lasting.count) : addDays(named.to, -days);
		return { from: named.from < to ? named.from : to, to };
	}
	const after = lasting.unit === 'month' ? addMonths(named.from, lasting.count) : addDays(named.from, days);
	return { from: named.from, to: addDays(after, -1) };
}
