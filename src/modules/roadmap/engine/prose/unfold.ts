import { namesTerm } from '../deadlines/term';
import { startsDeed } from '../deeds';
import { type Paragraph, tidy, withoutEnd } from '../grid';
import { splitMarker } from '../lists';
import { isSomebody } from '../lone-cells/traits';
import { leadingOf } from './words';

const fewest = 3;
const longestParagraph = 4000;

/**
 * Paragraphs that tell several things each, taken apart into a line for each: «Сентябрь: издать приказ, собрать анкеты» (a month and
 * what is done in it), and running sentences («В сентябре директор издаёт приказ. До 15 сентября …»).
 */
export function unfold(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
	const months = paragraphs.map(monthIn);
	if (months.filter((month) => month !== undefined).length >= fewest)
		return paragraphs.flatMap((paragraph, at) => {
			const month = months[at];
			return month
				? [lineOf(paragraph, month.name), ...month.deeds.map((deed) => itemOf(paragraph, deed))]
				: [paragraph];
		});
	const listed = paragraphs.filter(({ line }) => splitMarker(line).marker !== null).length;
	const told = paragraphs.map(
		(paragraph) => sentencesIn(paragraph) ?? (listed < fewest ? timedLine(paragraph) : undefined)
	);
	if (told.reduce((sum, sentences) => sum + (sentences?.length ?? 0), 0) < fewest) return paragraphs;
	return paragraphs.flatMap((paragraph, at) => told[at]?.map((sentence) => itemOf(paragraph, sentence)) ?? [paragraph]);
}

const lineOf = (paragraph: Paragraph, text: string): Paragraph => ({
	...paragraph,
	line: { text, marker: null, level: 0 }
});
const itemOf = (paragraph: Paragraph, text: string): Paragraph => ({
	...paragraph,
	line: { text, marker: '–', level: 0 },
	gap: false
});

const named = /^([^:.–—]{3,40}?)\s*(?:[:.]|\s[–—-])\s+(\S.+)$/;

/** «Сентябрь – издать приказ; собрать анкеты.» */
function monthIn({ line }: Paragraph): { name: string; deeds: string[] } | undefined {
	const { text, marker } = splitMarker(line);
	if (text.length > longestParagraph || (marker !== null && /\d/.test(marker))) return undefined;
	const [, name = '', rest = ''] = named.exec(text) ?? [];
	if (name === '' || !namesTerm(name) || /\d{4}/.test(name) || namesTerm(rest) || rest.split(' ').length < 2)
		return undefined;
	return { name, deeds: deedsIn(rest) };
}

/** Things parted by semicolons, else by stops, else by commas where each part begins as something to do. */
function deedsIn(rest: string): string[] {
	const whole = withoutEnd(rest, ' .;');
	if (whole.includes(';')) return split(whole, /;\s*/);
	const sentences = split(whole, sentenceEnd);
	const parts = sentences.flatMap((sentence) => {
		const deeds = split(sentence, outsideBrackets);
		return deeds.length > 1 && deeds.every(startsDeed) ? deeds : [sentence];
	});
	return parts;
}
const split = (text: string, by: RegExp) =>
	text
		.split(by)
		.map((part) => withoutEnd(tidy(part), ' .;'))
		.filter((part) => part !== '');
const outsideBrackets = /,\s+(?:а\s+также\s+)?(?![^(]*\))(?![^«]*»)/;
/** A stop that ends a sentence, no initial's and no abbreviation's. */
const sentenceEnd =
	/(?<=[а-яё»)\d]{3}[.!?]|(?<!\d)20\d\d\.|20\d\d\sг\.)(?<!(?:\s|^)(?:зам|рук|зав|пед|соц|отв|ср)\.)\s+(?=[А-ЯЁ«\d])/;
/** Running sentences of which most begin with their time. */
function sentencesIn({ line }: Paragraph): string[] | undefined {
	const { text, marker } = splitMarker(line);
	if (marker !== null || text.length > longestParagraph || text.length < 60) return undefined;
	const sentences = text.split(sentenceEnd).filter((sentence) => sentence !== '');
	const timed = sentences.filter((sentence) => leadingOf(sentence) !== '');
	if (sentences.length < 2 || timed.length < sentences.length * 0.6) return undefined;
	return sentences.flatMap(partAgents);
}

/** «В сентябре – анкетирование педагогов.»: a line of its own that begins with its time. */
function timedLine({ line: { text } }: Paragraph): string[] | undefined {
	if (text.length > longestLine || /20\d\d|:$/.test(text)) return undefined;
	const bare = text.replace(/^(.{3,40}?)\s[–—-]\s+/, '$1 ');
	const time = leadingOf(bare);
	return time === '' || bare.slice(time.length).trim().split(' ').length < 2 ? undefined : [bare];
}
const longestLine = 300;

/** «В мае куратор готовит отчёт, а директор награждает наставников» tells two things of one time. */
function partAgents(sentence: string): string[] {
	const time = leadingOf(sentence);
	const found = [...sentence.matchAll(/,\s+а\s+(?=(\S+(?:\s\S+)?))/g)].find(({ 1: next }) =>
		isSomebody(next?.split(' ')[0] ?? '')
	);
	if (!found || time === '') return [sentence];
	return [sentence.slice(0, found.index), `${time} ${sentence.slice(found.index + found[0].length)}`];
}
