import { hasName, leadingName } from '../../engine/people-names';
import { beginsWithPost } from '../../engine/posts';
import { beginsSomebody } from '../../engine/responsible';
import { rowsOf, type Word } from './words';

export type TextLine = { text: string; left: number; right: number; y: number; height: number; firstWord: number };

/** Lines out of words: those on one height are one line, from left to right. */
export const linesOf = (words: readonly Word[]): TextLine[] => rowsOf(words).map(lineOf);

export function lineOf(words: readonly Word[]): TextLine {
	const [first] = words as [Word];
	return {
		text: words.map(({ text }) => text).join(' '),
		left: first.left,
		right: Math.max(...words.map(({ right }) => right)),
		y: first.y,
		height: first.height,
		firstWord: first.right - first.left
	};
}

/** Where the text of a cell ends on either side. */
export type Edges = { left: number; right: number };

/**
 * Paragraphs out of the lines of a cell: a line so full that the next one's first word had no room in it goes on; so does a
 * word broken for want of room. Where that does not tell, a mark of a list, somebody's name or post, or a capital letter
 * after a finished word begins a paragraph, and so does room above the line.
 */
export function paragraphsOf(lines: readonly TextLine[], edges: Edges): string[] {
	if (lines.length < 2) return lines.map(({ text }) => text);
	const paragraphs: string[] = [];
	const pitch = Math.min(...lines.slice(1).map((line, index) => (lines[index] as TextLine).y - line.y));
	const signs = signsOf(lines.map(({ text }) => text).join(' '));
	lines.forEach((line, index) => {
		const above = lines[index - 1];
		const last = paragraphs.length - 1;
		if (!above || last < 0) {
			paragraphs.push(line.text);
			return;
		}
		const room = edges.right - above.right;
		const parted = room > unbroken(line) + above.height * spaceWidth || above.y - line.y > pitch * 1.3;
		if (
			parted ? !mayBeCut(above, line) : beginsAnew(paragraphs[last] as string, wholeName(line, lines[index + 1]), signs)
		)
			paragraphs.push(line.text);
		else paragraphs[last] += joinsClosely(above, line, room) ? line.text : ` ${line.text}`;
	});
	return paragraphs;
}

/** What stays on one line: a word, or a name with its initials. */
function unbroken({ text, left, right, firstWord }: TextLine) {
	const name = leadingName(text);
	return name ? ((right - left) * name.length) / text.length : firstWord;
}

/** «Орешкина» with the «Н.М.» that the next line begins with. */
const wholeName = ({ text }: TextLine, next: TextLine | undefined) =>
	/^[А-ЯЁ][а-яё-]+$/.test(text) && next && /^[А-ЯЁ]\.\s?[А-ЯЁ]?/.test(next.text) ? `${text} ${next.text}` : text;

/** A word that was parted at its hyphen goes on whatever room there was. */
const mayBeCut = (above: TextLine, line: TextLine) => /[а-яё]-$/.test(above.text) && /^[а-яё]/.test(line.text);

const mark = /^(?:[-–—•·●▪*]\s|\d{1,2}[.)]\s|[а-я]\)\s)/;
/** A sign, a small word, an adjective or lone initials that want what follows them. */
const unfinished =
	/(?:[,:(«„"–—-]|(?:^|\s)(?:в|во|и|к|ко|о|об|с|со|у|на|по|за|из|до|от|не|или|для|при|без|под|над|имени|им\.|г\.|№|ст\.|зам\.)|(?:ый|ой|ая|яя|ое|ее|ые|ие|ых|их|ого|его|ому|ему|ыми|ими|ую|юю)|(?<!заведующ|управляющ)ий|(?:^|[,;]\s*)(?:[А-ЯЁ]\.\s?){1,2})$/i;
/** Somebody new in small letters: a group, a post, an institution, all in the nominative. */
const group =
	/^(?:педагоги|наставники|наставляемые|учителя|преподаватели|воспитатели|тренеры|мастера|кураторы|руководители|участники|члены|психологи|методисты|администрация|совет|служба)(?![а-яё])/i;
const nominative = /^[а-яё.-]*(?:[бвгджзклмнпрстфхцчшщьй.]|ая)(?<!(?:[ое][вмй]|[ая][мх]))(?![а-яё])/i;
const institution = /^\S+(?:ый|ий|ая|ое)\s+(?:центр|куратор|совет|служба|комитет|отдел|управление)(?![а-яё])/i;

export const beginsAnybody = (text: string) =>
	leadingName(text) !== undefined ||
	beginsSomebody(text) ||
	group.test(text) ||
	institution.test(text) ||
	(beginsWithPost(text) && nominative.test(text));

/** `above`: the paragraph so far; `signs`: commas and semicolons of the whole cell, which part what lines then do not. */
function beginsAnew(above: string, line: string, signs: string) {
	if (/[а-яё]-$/.test(above) && /^[а-яё]/.test(line)) return false;
	if (mark.test(line) || (initials.test(line) && initialsFirst.test(above))) return true;
	if (signs.includes(';') || unfinished.test(above) || nextInitials.test(above)) return false;
	if (leadingName(line)) return !signs.includes(',') && !isPost(above);
	if (beginsAnybody(line) || (isPost(above) && /^[А-ЯЁ]{2,6}\s*«/.test(line))) return !signs.includes(',');
	return /^[А-ЯЁ][а-яё]{2,}/.test(line);
}

/** «Н.Г. Белова» and then «Т.Ю.» alone: the initials of the next. */
const initials = /^(?:[А-ЯЁ]\.\s?){1,2}$/;
const nextInitials = /(?:^|[\s,;])(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][а-яё-]+,?\s(?:[А-ЯЁ]\.\s?){1,2}$/;
const initialsFirst = /^(?:[А-ЯЁ]\.\s?){1,2}\s*[А-ЯЁ][а-яё-]+$/;

/** «Заместителю директора» above a name is that person's post. */
function isPost(text: string) {
	const last = text.split(/[,;]\s*/).at(-1) ?? '';
	return beginsWithPost(last) && !group.test(last) && !hasName(last);
}

/** Commas between initials by mistyping, and between a name and its post, part nobody. */
const signsOf = (text: string) =>
	(/[,;]/.test(text) ? text : '')
		.replace(/([А-ЯЁ]),(?=\s?[А-ЯЁ]\.)/g, '$1.')
		.replace(/([А-ЯЁ]\.\s?),(?=\s?[а-яё])/g, '$1')
		.replace(/[^,;]/g, '');

/** A space between words, in letter heights. */
const spaceWidth = 0.3;

/** Ends of whole words, ends that no word is by itself, and words so short that they are no ends of others. */
const wholeWord =
	/(?:ние|ния|нию|тел[ьияюе]|тел[ея]м|ость|ости|ств[оа]|ый|ий|ая|яя|ое|ее|ые|ие|ых|их|ого|его|ому|ему|[аыия]ми|[аоеыи]м|[аы]х|ов|ев|ей|ой|ии|ию|ия|ся)$/;
const ending =
	/^[бвгджзклмнпрстфхцчшщ]{0,2}(?:ь|ъ|ы|ых|их|ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|ыми|ими|ую|юю|ия|ию|ии|ей|ов|ам|ами|ах|ть|сть|ости|ция|ции|ние|ния|нию|и?тел[ьяию])(?![а-яё])/;
const smallWord =
	/^(?:в|во|и|к|о|об|с|со|у|на|по|за|из|до|от|не|или|для|при|без|под|над|их|его|её|ей|ему|им|как|что|год|года|г)(?![а-яё])/i;

/** «инструктор-» + «методист»; «наставничест» + «ве», where not a letter more had room. */
function joinsClosely(above: TextLine, line: TextLine, room: number) {
	if (/[а-яё]-$/.test(above.text) && /^[а-яё]/i.test(line.text)) return true;
	if (!/^[а-яё]/.test(line.text) || beginsWithPost(line.text)) return false;
	const word = /^[а-яё]+/.exec(line.text)?.[0] ?? '';
	if (!/[а-яё]$/.test(above.text) || above.text.includes(' ') || above.text.length < 5) return false;
	if (/^[ьъы]/.test(word)) return true;
	const letter = line.firstWord / Math.max(1, (line.text.split(' ')[0] ?? '').length);
	if (room < letter && !wholeWord.test(above.text)) return true;
	if (room > letter * 1.6 || smallWord.test(line.text)) return false;
	return ending.test(word) || (word.length <= 3 && !wholeWord.test(above.text));
}
