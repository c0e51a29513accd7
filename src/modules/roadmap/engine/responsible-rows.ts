import { type Line, withoutEnd } from './grid';
import { splitMarker } from './lists';
import { hasName, leadingName } from './people-names';
import { beginsWithPost, isGroup } from './posts';

/** The lines of a cell as they were meant: wrapped ones joined, numbers in one line apart, a post and its name below it one. */
export const rowsOfCell = (lines: readonly Line[]) =>
	joinPairs(
		joinWrapped(
			lines
				.map((line) => endingOnce(splitMarker(line).text.replace(label, '')))
				.flatMap(numberedApart)
				.filter((text) => text !== '')
		)
	);

/** «Ответственные: куратор, методист». */
const label = /^(?:ответственн(?:ый|ая|ые)|отв\.|исполнител[ьи])\s?:\s*(?=\S)/i;
/** «1) завуч 2) психолог» in one line. */
const numberedApart = (text: string) =>
	/\s\d\)\s/.test(text) && !text.includes('(')
		? text.split(/\s(?=\d\)\s)/).map((part) => part.replace(/^\d\)\s/, ''))
		: [text];

/** «…;|;» ends once. */
function endingOnce(text: string) {
	const bare = withoutEnd(text, ';|');
	return bare === text ? text : `${bare};`;
}

/** A line that ends in the middle («заместитель», «…,») or begins with a small word goes on with the next. */
function joinWrapped(rows: string[]): string[] {
	const joined: string[] = [];
	for (const row of rows) {
		const above = joined.at(-1);
		if (above !== undefined && goesOn(above, row))
			joined[joined.length - 1] = above.endsWith('-') ? above + row : `${above} ${row}`;
		else joined.push(row);
	}
	return joined;
}

/** A post on one line and a name on the next, all the way down the cell: each two are one person. */
function joinPairs(rows: readonly string[]): string[] {
	const paired =
		rows.length > 0 &&
		rows.length % 2 === 0 &&
		rows.every((row, index) =>
			index % 2
				? leadingName(row) === withoutEnd(row, ' ,;')
				: beginsWithPost(row) && !isGroup(row) && !/[,;]/.test(row) && !hasName(row)
		);
	return paired ? rows.flatMap((row, index) => (index % 2 ? [`${rows[index - 1]} ${row}`] : [])) : [...rows];
}

/** «заведующий» + «МБДОУ № 7»: the place a post is of. */
const ownsPlace =
	/(?:директор|заведующий|заведующая|руководитель|начальник|специалист|методист|сотрудник|педагог|администратор)$/i;
const place =
	/^(?:[А-Я]{0,4}ОУ|[А-Я]{0,3}ДОУ|ОО|СОШ|РЦ|ЦО|школы|гимназии|лицея|колледжа|техникума|детского\s+сада|сада|центра|управления|отдела|учреждения)(?![а-яё])/;

function goesOn(above: string, row: string) {
	if (/[,;]$/.test(above)) return false;
	if (
		/^(?:по|за|и|в|с|на|при|для)\s/.test(row) ||
		/(?:^|\s)(?:по|за|и|в|с|на|при|для)$/.test(above) ||
		/-$/.test(above)
	)
		return true;
	if (
		/(?:ый|ий|ой|ая|ые|ие|ого|ых|их)$/.test(above) &&
		!/(?:заведующ|управляющ)(?:ий|ая)$/i.test(above) &&
		!leadingName(row) &&
		/^[а-яё]/.test(row)
	)
		return true;
	if (/(?:^|\s)(?:заместител[ьи]|зам\.?|пом\.?|помощник)$/i.test(above)) return true;
	if (unbalanced(above) || (ownsPlace.test(above) && place.test(row))) return true;
	if (/^[А-ЯЁ]\.\s?[А-ЯЁ]?\.?,?$/.test(row)) return true; // initials alone on their line
	return /^[а-яё]/.test(row) && !beginsWithPost(row) && !isGroup(row) && !beginsInstitution.test(row);
}

/** In the nominative: an institution of its own, not the one a post above is of. */
const beginsInstitution =
	/^(?:\S+(?:ый|ий|ой|ая|ое)\s+){0,3}(?:министерство|управление|департамент|комитет|отдел|центр|институт|университет|фонд)(?![а-яё])/;

export const unbalanced = (text: string) =>
	(text.match(/\(/g)?.length ?? 0) > (text.match(/\)/g)?.length ?? 0) ||
	(text.match(/«/g)?.length ?? 0) > (text.match(/»/g)?.length ?? 0);
