import { around, type Finding, type Piece } from './paper';

/** What a template or a sample leaves to be filled in. */
const left: readonly [RegExp, string][] = [
	[/\{[#^/]?\s*[А-ЯЁа-яёA-Za-z][^{}\n]{0,80}\}/gu, 'Поле шаблона осталось незаполненным.'],
	[
		/\[\s*(?:ФИО|Ф\.\s?И\.\s?О|дат|назван|наименован|указ|впис|должност|номер|город)[^\]\n]{0,80}\]/giu,
		'Осталась подсказка образца.'
	],
	[/\(\s*(?:указать|вписать|нужное подчеркнуть|ненужное зачеркнуть)[^)\n]{0,80}\)/giu, 'Осталась подсказка образца.'],
	[
		/(?<=(?:назначить|закрепить|возложить на|куратором|наставником|наставнику|за|от|на)\s)(?:ФИО|Ф\.\s?И\.\s?О\.)(?![а-яё])/giu,
		'Вместо имени осталось «ФИО».'
	],
	[/(?<![А-ЯЁа-яё\d])(?:[ХX]{2}\.[ХX]{2}(?:\.\S{2,4})?|20[ХX]{2}|20\.\.(?!\.))/gu, 'Дата не проставлена.']
];

/** Beside these a line is left for a pen: signatures, days of signing, what no program may keep. */
const byHand =
	/паспорт|выдан|подразделени|зарегистрирован|прожива|адрес|телефон|тел\.|почт|подпис|расшифровк|получил|ознакомлен|ознакомилс|согласен|согласна|отозва|голос|«?за»?\s*[–:—-]?\s*$|против|воздержал|присутств|отсутств|председател|секретар|экземпляр|м\.\s?п|оценк|отметк|замечан|вывод|рекомендац|затруднени|комментари|подчеркн|запрет|по моему выбору/iu;
const line = /_{3,}/g;
const initials = /[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.\s?)?[А-ЯЁ][а-яё]/u;
const handDay = /[«"]_+[»"]\s*_+\s*(?:20\s?_+|20\d\d|_+)?\s*(?:г\.?|года)?/gu;
/** «№ ____» alone with the day: the head of a paper that is registered later. */
const headOnly = /^(?:от\s+)?(?:[«"]_+[»"]\s*_+\s*20\s?_+\s*(?:г\.?|года)?|_+|\S+ \S+ 20\d\d г\.)?\s*№\s*_+$/u;
/** A caption under a line, or nothing but lines. */
const onlyLines = /^[\s_/«»"().,№:–-]*(?:\([^)]*\))?[\s_/]*$/u;

/** Blanks: fields, hints of a sample, lines where a word should stand. A line to sign on is none. */
export function blanksIn(pieces: readonly Piece[]): Finding[] {
	return pieces.flatMap((piece) => {
		const told = left.flatMap(([pattern, reason]) =>
			[...piece.text.matchAll(pattern)].map((found) => blank(piece, found.index, found[0].length, reason))
		);
		const open = openLines(piece.text).map(({ index, length }) =>
			blank(piece, index, length, 'Пропуск не заполнен. Впишите, что должно здесь стоять.')
		);
		return [...told, ...open.slice(0, 1)];
	});
}

const blank = ({ place, text }: Piece, index: number, length: number, reason: string): Finding => ({
	...{ kind: 'blank', place, written: around(text, index, length), reason, mend: null }
});

function openLines(text: string) {
	if (!text.includes('___') || headOnly.test(text.trim()) || onlyLines.test(text)) return [];
	const days = [...text.matchAll(handDay)].map(({ index, 0: words }) => ({ index, end: index + words.length }));
	return [...text.matchAll(line)].flatMap(({ index, 0: written }) => {
		const [before, after] = [text.slice(Math.max(0, index - 60), index), text.slice(index + written.length)];
		if (byHand.test(before) || initials.test(after.slice(0, 14)) || /^\s*[/(]\s*(?:подпись|[А-ЯЁ_])/iu.test(after))
			return [];
		const inDay = days.find((day) => day.index <= index && index < day.end);
		if (inDay && isLoneDay(text, inDay)) return [];
		return [{ index, length: written.length }];
	});
}

/** «___» ______ 20__ г. that stands by itself is the day of signing. */
const isLoneDay = (text: string, { index, end }: { index: number; end: number }) =>
	!/[а-яё]{3,}/iu.test(text.slice(Math.max(0, index - 12), index)) && !/^\s*№?\s*[а-яё]{4,}/iu.test(text.slice(end));
