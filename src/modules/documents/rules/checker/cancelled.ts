import { showDate } from '../../../../core/dates';
import { around, dayPattern, type Finding, type OwnCancelled, type Piece, readDay } from './paper';

/** «от 05.09.2026 № 16/1-О» and «№ 16/1-О от 5 сентября 2026 г.». */
const reference = new RegExp(
	`от\\s+(${dayPattern})(?:\\s*г\\.?|\\s*года)?\\s*№\\s*([\\p{L}\\d/-]+)|№\\s*([\\p{L}\\d/-]+)\\s+от\\s+(${dayPattern})`,
	'giu'
);
const tidy = (number: string) => number.toLocaleUpperCase('ru').replace(/[‑–—]/g, '-');
/** A paper that ends another names it by right. */
const ends = /утративш|отменить/iu;

/** Papers of the organisation's own that are replaced or cancelled, and are leant on all the same. */
export const cancelledIn = (pieces: readonly Piece[], cancelled: readonly OwnCancelled[]): Finding[] =>
	cancelled.length === 0
		? []
		: pieces.flatMap(({ place, text }) =>
				ends.test(text)
					? []
					: [...text.matchAll(reference)].flatMap(
							({ index, 0: words, 1: day = '', 2: number = '', 3: first = '', 4: later = '' }) => {
								const on = readDay(day || later).day;
								const told = tidy(number || first);
								const found = cancelled.find((one) => one.datedOn === on && tidy(one.number) === told);
								if (!found) return [];
								const by = found.by
									? ` документом № ${found.by} от ${showDate(found.byOn)}`
									: ` с ${showDate(found.byOn)}`;
								return [
									{
										...{ kind: 'cancelled' as const, place, written: around(text, index, words.length), mend: null },
										reason: `«${found.title}» от ${showDate(found.datedOn)} № ${found.number} ${found.how === 'cancels' ? 'признан утратившим силу' : 'заменён'}${by}.`
									}
								];
							}
						)
			);
