import { daysIn, showDate } from '../../../../core/dates';
import { around, dayPattern, type Finding, type Piece, readDay } from './paper';

const anyDay = new RegExp(dayPattern, 'giu');
const span = new RegExp(`с\\s+(${dayPattern})(?:\\s*г\\.?|\\s*года)?\\s*(?:по|до)\\s+(${dayPattern})`, 'giu');
/** In a cell: «07.09.2026 – 29.05.2027». */
const dashed = new RegExp(`(${dayPattern})\\s*[–—-]\\s*(${dayPattern})`, 'giu');

const isDay = (day: string) => {
	const [year = 0, month = 0, of = 0] = day.split('-').map(Number);
	return month >= 1 && month <= 12 && of >= 1 && of <= daysIn(month, year);
};

/** «с 20.05.2027 по 10.09.2026», «31.09.2026». */
export function datesIn(pieces: readonly Piece[]): Finding[] {
	return pieces.flatMap(({ place, text }) => {
		const wrong = [...text.matchAll(anyDay)].flatMap(({ index, 0: written }) => {
			if (isDay(readDay(written).day)) return [];
			const reason = `Дня «${written}» в календаре нет.`;
			return [{ kind: 'day' as const, place, written: around(text, index, written.length), reason, mend: null }];
		});
		const turned = spansIn(text).flatMap(({ index, words, from, to }) =>
			from <= to
				? []
				: [
						{
							kind: 'day' as const,
							place,
							written: around(text, index, words.length, 0),
							reason: 'Конец срока раньше его начала.',
							mend: `с ${showDate(to)} по ${showDate(from)}`
						}
					]
		);
		return [...wrong, ...turned];
	});
}

/** Terms named in a text. */
export const spansIn = (text: string) =>
	[...text.matchAll(span), ...text.matchAll(dashed)].map(({ index, 0: words, 1: from = '', 2: to = '' }) => ({
		index,
		words,
		from: readDay(from).day,
		to: readDay(to).day
	}));

const headDay = new RegExp(`^(?:от\\s+)?(${dayPattern})(?:\\s*г\\.?|\\s*года)?(?:\\s*№.*)?$`, 'iu');
/** How far from the top the day of a paper stands. */
const headPieces = 14;

/** The day of the paper itself, as its head says. */
export function dayOfPaper(pieces: readonly Piece[]): string | null {
	for (const { text } of pieces.slice(0, headPieces)) {
		const written = headDay.exec(text.trim())?.[1];
		if (written) return readDay(written).day;
	}
	return null;
}

const before = new RegExp(
	`(?<![а-яё])(согласи[а-яё]*|соглашени[а-яё]*|протокол[а-яё]*|заявлени[а-яё]*|решени[а-яё]*|ходатайств[а-яё]*)(?:\\s+[а-яёА-ЯЁ]+){0,4}?\\s+от\\s+(${dayPattern})`,
	'giu'
);

/** What a paper leans on was written before it: consent, then agreement, then order (ст. 351.8 ТК РФ). */
export function basesAfter(pieces: readonly Piece[]): Finding[] {
	const on = dayOfPaper(pieces);
	if (!on) return [];
	return pieces.flatMap(({ place, text }) =>
		[...text.matchAll(before)].flatMap(({ index, 0: words, 2: written = '' }) => {
			const { day } = readDay(written);
			if (day <= on) return [];
			const reason = `Документ от ${showDate(on)} опирается на то, что подписано позже. Поправьте одну из дат: сначала согласие, потом соглашение, потом приказ.`;
			return [{ kind: 'order' as const, place, written: around(text, index, words.length, 0), reason, mend: null }];
		})
	);
}
