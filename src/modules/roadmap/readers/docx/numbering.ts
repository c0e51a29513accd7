import { type Attributes, attribute, walkXml } from '../xml';

export type Level = { start: number; format: string; text: string };
/** Kinds of list, and the lists of the document made of them: both Word formats tell of the same. */
export type Numbers = {
	abstracts: Map<string, Map<number, Level>>;
	lists: Map<string, { abstract: string; restarts: Map<number, number> }>;
};

/** Draws the markers of automatic lists, which Word counts itself and does not write into the text. */
export class ListCounter {
	readonly #numbers: Numbers;
	readonly #counts = new Map<string, number[]>();
	readonly #begun = new Set<string>();

	constructor(numbers: Numbers) {
		this.#numbers = numbers;
	}

	/** The marker of the next paragraph of a list, or null when there is no such list. */
	next(list: string, level: number): string | null {
		const known = this.#numbers.lists.get(list);
		const levels = known && this.#numbers.abstracts.get(known.abstract);
		const own = levels?.get(level);
		if (!known || !own || list === '0') return null;
		if (own.format === 'bullet') return own.text === '-' || own.text === '–' || own.text === '—' ? own.text : '•';
		if (own.format === 'none') return null;
		const counts = this.#counts.get(known.abstract) ?? [];
		this.#counts.set(known.abstract, counts);
		const restart = known.restarts.get(level);
		if (restart !== undefined && !this.#begun.has(`${list} ${level}`)) counts[level] = restart - 1;
		this.#begun.add(`${list} ${level}`);
		counts[level] = (counts[level] ?? own.start - 1) + 1;
		counts.length = level + 1;
		return own.text.replace(/%(\d)/g, (_, at: string) =>
			draw(
				counts[Number(at) - 1] ?? levels?.get(Number(at) - 1)?.start ?? 1,
				levels?.get(Number(at) - 1)?.format ?? 'decimal'
			)
		);
	}
}

function draw(count: number, format: string) {
	if (format === 'lowerLetter') return letter('abcdefghijklmnopqrstuvwxyz', count);
	if (format === 'upperLetter') return letter('ABCDEFGHIJKLMNOPQRSTUVWXYZ', count);
	if (format === 'russianLower') return letter('абвгдежзиклмнопрстуфхцчшщэюя', count);
	if (format === 'russianUpper') return letter('АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ', count);
	if (format === 'upperRoman') return roman(count);
	if (format === 'lowerRoman') return roman(count).toLowerCase();
	return String(count);
}

const letter = (letters: string, count: number) => letters[(count - 1) % letters.length] ?? String(count);

function roman(count: number) {
	const signs: [number, string][] = [
		[100, 'C'],
		[90, 'XC'],
		[50, 'L'],
		[40, 'XL'],
		[10, 'X'],
		[9, 'IX'],
		[5, 'V'],
		[4, 'IV'],
		[1, 'I']
	];
	let rest = Math.min(count, 399);
	return signs
		.map(([value, sign]) => {
			const times = Math.floor(rest / value);
			rest -= times * value;
			return sign.repeat(times);
		})
		.join('');
}

/** Reads `word/numbering.xml`. */
export function readNumbering(part: Uint8Array | undefined): Numbers {
	const numbers: Numbers = { abstracts: new Map(), lists: new Map() };
	if (!part) return numbers;
	let levels: Map<number, Level> | undefined;
	let level: Level | undefined;
	let list: { abstract: string; restarts: Map<number, number> } | undefined;
	let overridden = 0;
	const value = (attributes: Attributes) => attribute(attributes, 'val') ?? '';
	walkXml(part, {
		open(name, attributes) {
			if (name === 'abstractNum') {
				levels = new Map();
				numbers.abstracts.set(attribute(attributes, 'abstractNumId') ?? '', levels);
			} else if (name === 'lvl' && levels) {
				level = { start: 1, format: 'decimal', text: '' };
				levels.set(Number(attribute(attributes, 'ilvl') ?? 0), level);
			} else if (name === 'start' && level) level.start = Number(value(attributes)) || 0;
			else if (name === 'numFmt' && level) level.format = value(attributes);
			else if (name === 'lvlText' && level) level.text = value(attributes);
			else if (name === 'num') {
				levels = undefined;
				list = { abstract: '', restarts: new Map() };
				numbers.lists.set(attribute(attributes, 'numId') ?? '', list);
			} else if (name === 'abstractNumId' && list) list.abstract = value(attributes);
			else if (name === 'lvlOverride') overridden = Number(attribute(attributes, 'ilvl') ?? 0);
			else if (name === 'startOverride') list?.restarts.set(overridden, Number(value(attributes)) || 1);
		},
		close(name) {
			if (name === 'lvl') level = undefined;
			if (name === 'abstractNum') levels = undefined;
		}
	});
	return numbers;
}

/** Lists that styles bring along («Маркированный список»): style → list and level. */
export function listStyles(part: Uint8Array | undefined): Map<string, { list: string; level: number }> {
	const styles = new Map<string, { list: string; level: number }>();
	if (!part) return styles;
	let style = '';
	walkXml(part, {
		open(name, attributes) {
			if (name === 'style') style = attribute(attributes, 'styleId') ?? '';
			else if (name === 'numId' && style)
				styles.set(style, { list: attribute(attributes, 'val') ?? '0', level: styles.get(style)?.level ?? 0 });
			else if (name === 'ilvl' && style)
				styles.set(style, { list: styles.get(style)?.list ?? '0', level: Number(attribute(attributes, 'val')) || 0 });
		},
		close(name) {
			if (name === 'style') style = '';
		}
	});
	return styles;
}
