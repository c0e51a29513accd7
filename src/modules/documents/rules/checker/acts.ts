import { showDate } from '../../../../core/dates';
import { forceOn } from '../../../legal-acts/rules/act';
import { misquotedActs } from '../../../roadmap/rules/remarks/acts';
import { around, dayPattern, type Finding, type Piece, type QuotedAct, readDay } from './paper';

/** «№ 273 - ФЗ» and «N 273-фз» are one number. */
const tidy = (text: string) =>
	text
		.toLocaleUpperCase('ru')
		.replace(/[\s–—-]+/g, '-')
		.replace(/Ё/g, 'Е');
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The number as people write it: with or without spaces around the hyphen. */
const written = (number: string) =>
	number
		.split(/[\s-]+/)
		.map(escaped)
		.join('[\\s–—-]*');

/** Acts numbered by digits alone («№ 779») are known only by their day beside. */
const isBare = (number: string) => /^\d+$/.test(number);

type Quotation = { piece: Piece; act: QuotedAct; index: number; words: string; day: string | null };

function quotationsOf(pieces: readonly Piece[], act: QuotedAct): Quotation[] {
	if (!act.number || /^ст\./.test(act.number)) return [];
	const number = new RegExp(`(?<![\\d-])(?:№|N)?\\s*${written(act.number)}(?![\\d-]|[А-ЯЁа-яё])`, 'giu');
	const dayBefore = new RegExp(`(${dayPattern})(?:\\s*г\\.?|\\s*года)?[\\s,]*$`, 'iu');
	return pieces.flatMap((piece) => {
		if (!tidy(piece.text).includes(tidy(act.number))) return [];
		return [...piece.text.matchAll(number)].flatMap(({ index, 0: words }) => {
			const told = dayBefore.exec(piece.text.slice(Math.max(0, index - 40), index))?.[1];
			const day = told ? readDay(told).day : null;
			if (isBare(act.number) && day !== act.signedOn) return [];
			return [{ piece, act, index, words: words.trim(), day }];
		});
	});
}

/** A number of one law may be another's too: «№ 23-ФЗ» of another year. A day that some act has makes it that act's. */
const anotherYears = ({ day, act }: Quotation) => day !== null && day.slice(0, 4) !== act.signedOn?.slice(0, 4);

const nameOf = ({ form, number, signedOn, title }: QuotedAct) =>
	signedOn ? `${form} от ${showDate(signedOn)} № ${number}` : number || title;

/** Acts quoted with another day, and acts that are not in force on the paper's day. */
export function actsIn(pieces: readonly Piece[], acts: readonly QuotedAct[], on: string): Finding[] {
	const slips = misquoted(pieces);
	const said = ({ place, mend }: Finding) =>
		slips.some((slip) => slip.place === place && mend?.includes(slip.mend ?? ''));
	const known = acts.flatMap((act) => quotationsOf(pieces, act).flatMap((one) => told(one, on)));
	return [...slips, ...known.filter((one) => !said(one))];
}

function told(quotation: Quotation, on: string): Finding[] {
	const { act, piece, index, words, day } = quotation;
	const shown = { place: piece.place, written: around(piece.text, index, words.length) };
	if (anotherYears(quotation) && /^\d+-ФЗ$/i.test(act.number)) return [];
	if (day && act.signedOn && day !== act.signedOn)
		return [
			{
				...shown,
				kind: 'act',
				reason: `День акта другой: ${nameOf(act)} «${act.title}».`,
				mend: `от ${showDate(act.signedOn)} № ${act.number}`
			}
		];
	const force = forceOn(act, on);
	if (force === 'in-force') return [];
	const reason =
		force === 'lapsed'
			? `${nameOf(act)} действовал по ${showDate(act.to ?? '')}, на день документа он не действует.`
			: `${nameOf(act)} ещё не действует: вступает в силу ${showDate(act.from ?? '')}.`;
	return [{ ...shown, kind: 'lapsed', reason, mend: force === 'lapsed' && act.replacedBy ? act.replacedBy : null }];
}

/** Well-known slips: «№ 145-р», «ст. 358.1». */
const misquoted = (pieces: readonly Piece[]): Finding[] =>
	pieces.flatMap(({ place, text }) =>
		misquotedActs.flatMap(({ wrong, beside, right, by = () => right, why }) =>
			beside && !beside.test(text)
				? []
				: [...text.matchAll(wrong)].map(({ index, 0: words }) => ({
						kind: 'act' as const,
						place,
						written: around(text, index, words.length),
						reason: `Правильно «${by(words)}»: ${why}.`,
						mend: by(words)
					}))
		)
	);
