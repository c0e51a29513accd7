import { around, type Finding, type Piece } from './paper';

const given =
	/(?:даю|выражаю|подтверждаю)\s+(?:сво[её]\s+)?согласие[^.;]{0,160}?(обработк|распространени|публикаци|передач)[а-яё]*[^.;]{0,80}?персональн|согласен\s*(?:\(-?на\)|\(сна\))?\s+на\s+(обработк)[а-яё]*\s+(?:моих\s+)?персональн/iu;
const titled = /согласие\s+(?:\S+\s+){0,4}?на\s+(обработк|распространени|публикаци|передач)/iu;
/** «на обработку персональных данных, разрешённых … для распространения» (ст. 10.1): by its own name it is of spreading. */
const allowed = /разреш[её]нных\s+[^.]{0,60}для\s+(распространени)/iu;
/** How far down the title of a paper may stand: under whom it is addressed to. */
const headPieces = 16;

const spreading = (word: string) => /распространени|публикаци/iu.test(word);

/** Since 01.09.2025 a consent to the processing of personal data is a paper of its own (ч. 1 ст. 9 закона № 152-ФЗ). */
export function consentsIn(pieces: readonly Piece[]): Finding[] {
	const from = pieces.slice(0, headPieces).findIndex(({ text }) => /^согласие(?![а-яё])/iu.test(text));
	const title = pieces.slice(Math.max(0, from), from < 0 ? 0 : from + 3).map(({ text }) => text);
	const own = (allowed.exec(title.join(' ')) ?? titled.exec(title.join(' ')))?.[1];
	const found = pieces.flatMap((piece) => {
		const match = given.exec(piece.text);
		return match ? [{ piece, match, word: match[1] ?? match[2] ?? '' }] : [];
	});
	return found.flatMap(({ piece, match, word }) => {
		if (own && spreading(own) === spreading(word)) return [];
		return [
			{
				kind: 'consent' as const,
				place: piece.place,
				written: around(piece.text, match.index, Math.min(match[0].length, 60), 0),
				reason: own
					? 'Два согласия в одном документе: обработку и распространение подписывают отдельно.'
					: 'Согласие на персональные данные внутри другого документа. С 01.09.2025 оно – отдельный документ.',
				mend: 'Уберите эти слова и сделайте отдельный лист согласия.'
			}
		];
	});
}
