import { type Candidates, type MatchingInput, type Pair, wrongScore } from '../rules/input';
import { readRoleCandidates } from './read-roles';
import { refuse } from './refuse';

export { UnreadableMatching } from './refuse';

/** More candidates do not fit into JSON sensibly: a file of them would be hundreds of megabytes. */
export const mostCandidates = 5_000_000;
export const mostBytes = 512 * 1024 * 1024;

/**
 * Reads a matching problem from the bytes of a JSON file. Candidates go straight into columns of numbers, so that millions
 * of them cost as much memory as they must; everything else is small and read as usual. Shape and kinds are checked here,
 * what they mean in rules/input.ts.
 */
export function readMatching(bytes: Uint8Array): MatchingInput {
	if (bytes.length > mostBytes) refuseTooLong();
	const reader = new Reader(bytes);
	const parts = new Map<string, unknown>();
	let candidates: Candidates | undefined;
	reader.expect('{', 'Файл должен начинаться с «{»: это JSON с наставниками, наставляемыми и кандидатами.');
	for (let first = true; !reader.skip('}'); first = false) {
		if (!first) reader.expect(',', 'В файле пропущена запятая между частями.');
		const key = reader.value();
		reader.expect(':', 'В файле пропущено двоеточие после названия части.');
		if (typeof key !== 'string') return refuse('Названия частей файла пишутся в кавычках.');
		if (parts.has(key) || (key === 'candidates' && candidates)) refuse(`Часть «${key}» стоит в файле дважды.`);
		if (key === 'candidates') candidates = readCandidates(reader);
		else parts.set(key, reader.value());
	}
	reader.end();
	return asInput(parts, candidates ?? refuse('В файле нет части «candidates»: кто кому подходит.'));
}

const tooMany = `В JSON помещается до ${mostCandidates.toLocaleString('ru')} кандидатов; больше – в двоичном виде (docs/rules/matching.md, «Двоичный вид»), или разделите людей, например по округам.`;

export const refuseTooLong = () => refuse(`Файл больше ${mostBytes / 1024 / 1024} МБ. ${tooMany}`);

const shape = 'Кандидат – это три целых числа: [наставляемый, наставник, оценка].';

function readCandidates(reader: Reader): Candidates {
	let [mentee, mentor, score] = [new Int32Array(1024), new Int32Array(1024), new Int32Array(1024)];
	let count = 0;
	reader.expect('[', `Часть «candidates» – это список. ${shape}`);
	const wrong = (what: string) => refuse(`Кандидат № ${count + 1}: ${what}`);
	while (!reader.skip(']')) {
		if (count > 0 && !reader.skip(',')) wrong(`пропущена запятая перед ним. ${shape}`);
		if (count === mostCandidates) refuse(`Кандидатов больше, чем читается. ${tooMany}`);
		if (count === mentee.length) [mentee, mentor, score] = [twice(mentee), twice(mentor), twice(score)];
		if (!reader.skip('[')) wrong(shape);
		const one = reader.number();
		if (!reader.skip(',')) wrong(shape);
		const other = reader.number();
		if (!reader.skip(',')) wrong(shape);
		const points = reader.number();
		if (!reader.skip(']')) wrong(shape);
		const said = wrongNumber(one) ?? wrongNumber(other) ?? wrongScore(points);
		if (said) wrong(said);
		mentee[count] = one;
		mentor[count] = other;
		score[count] = points;
		count += 1;
	}
	return { mentee: mentee.slice(0, count), mentor: mentor.slice(0, count), score: score.slice(0, count) };
}

function twice(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
	const wider = new Int32Array(column.length * 2);
	wider.set(column);
	return wider;
}

const wrongNumber = (number: number) =>
	Number.isInteger(number) && number >= 0 && number <= 0x7fffffff
		? undefined
		: `номер человека должен быть целым числом от 0, а здесь ${number}.`;

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Looks at the shapes of all parts but the candidates. */
export function asInput(parts: ReadonlyMap<string, unknown>, candidates: Candidates): MatchingInput {
	const list = (name: string) => {
		const value = parts.get(name);
		if (!Array.isArray(value)) return refuse(`В файле нет списка «${name}».`);
		return value.map((one, at) =>
			isObject(one) ? one : refuse(`«${name}», № ${at + 1}: нужна запись в фигурных скобках.`)
		);
	};
	const pairs = (name: string): Pair[] | undefined => {
		const value = parts.get(name);
		if (value === undefined) return undefined;
		if (!Array.isArray(value)) return refuse(`Часть «${name}» – это список пар [наставляемый, наставник].`);
		return value.map((pair, at) =>
			Array.isArray(pair) && (pair.length === 2 || (name === 'locked' && pair.length === 3))
				? (pair as unknown as Pair)
				: refuse(`«${name}», № ${at + 1}: пара – это два числа [наставляемый, наставник].`)
		);
	};
	const missing = parts.has('missing') ? list('missing') : undefined;
	for (const [at, { filters }] of (missing ?? []).entries())
		if (!Array.isArray(filters) || filters.length === 0 || !filters.every((one) => typeof one === 'string'))
			refuse(`«missing», № ${at + 1}: в «filters» нужны названия условий, хотя бы одно.`);
	const roleCandidates = parts.has('roleCandidates') ? readRoleCandidates(parts.get('roleCandidates')) : undefined;
	const mentors = list('mentors');
	for (const [at, { slotCosts }] of mentors.entries())
		if (slotCosts !== undefined && !Array.isArray(slotCosts))
			refuse(`«mentors», № ${at + 1}: цены мест (slotCosts) – это список чисел.`);
	// What stands in the fields is looked at by rules/input.ts, with the same care for every caller.
	return {
		mentors: mentors as unknown as MatchingInput['mentors'],
		mentees: list('mentees') as unknown as MatchingInput['mentees'],
		candidates,
		locked: pairs('locked'),
		forbidden: pairs('forbidden'),
		current: pairs('current'),
		stayBonus: parts.get('stayBonus') as number | undefined,
		missing: missing as unknown as MatchingInput['missing'],
		...(roleCandidates && { roleCandidates })
	};
}

/** Goes through the bytes of a JSON text once. */
class Reader {
	private at = 0;
	private readonly bytes: Uint8Array;

	constructor(bytes: Uint8Array) {
		this.bytes = bytes;
		if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.at = 3;
	}

	private blank() {
		while (this.at < this.bytes.length && this.bytes[this.at]! <= 32) this.at++;
	}

	/** Goes over this sign if it is next. */
	skip(sign: string): boolean {
		this.blank();
		if (this.bytes[this.at] !== sign.charCodeAt(0)) return false;
		this.at++;
		return true;
	}

	expect(sign: string, otherwise: string) {
		if (!this.skip(sign)) refuse(otherwise);
	}

	end() {
		this.blank();
		if (this.at < this.bytes.length) refuse('После последней скобки в файле стоит лишнее.');
	}

	/** The next number; NaN if it is none. Whole ones are read by hand, there are millions. */
	number(): number {
		this.blank();
		const from = this.at;
		let value = 0;
		while (this.bytes[this.at]! >= 48 && this.bytes[this.at]! <= 57 && this.at - from < 10)
			value = value * 10 + this.bytes[this.at++]! - 48;
		const next = this.bytes[this.at];
		if (this.at > from && (next === 44 || next === 93 || next === 32)) return value;
		this.at = from;
		const other = this.value();
		return typeof other === 'number' ? other : Number.NaN;
	}

	/** The next value of any kind. */
	value(): unknown {
		this.blank();
		const from = this.at;
		let depth = 0;
		let quoted = false;
		for (; this.at < this.bytes.length; this.at++) {
			const byte = this.bytes[this.at]!;
			if (quoted) {
				if (byte === 92) this.at++;
				else if (byte === 34) quoted = false;
			} else if (byte === 34) quoted = true;
			else if (byte === 91 || byte === 123) depth++;
			else if (byte === 93 || byte === 125) {
				if (depth === 0) break;
				depth--;
			} else if (depth === 0 && (byte === 44 || byte === 58)) break;
		}
		const text = new TextDecoder().decode(this.bytes.subarray(from, this.at));
		try {
			return JSON.parse(text);
		} catch {
			return refuse(`Файл повреждён или это не JSON: не читается «${text.trim().slice(0, 40)}».`);
		}
	}
}
