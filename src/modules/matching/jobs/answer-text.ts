import type { Unmatched } from '../rules/why-unmatched';
import type { Columns } from './thread-words';

/** Numbers, pairs and people in a piece of text. */
const piece = 5000;

/** The answer as JSON, piece by piece: no text of the whole is ever in memory. */
export function* answerText({
	pairs,
	score,
	unmatched,
	certificate,
	verified,
	whole
}: Columns & { unmatched: readonly Unmatched[] }): Generator<string> {
	yield '{"pairs":[';
	yield* list(pairs.length / 2, (at) => `[${pairs[2 * at]},${pairs[2 * at + 1]}]`);
	yield `],"score":${score},"certificate":{`;
	let first = true;
	for (const [name, value] of Object.entries(certificate)) {
		yield `${first ? '' : ','}${JSON.stringify(name)}:`;
		first = false;
		if (value instanceof Float64Array) {
			yield '[';
			yield* list(value.length, (at) => JSON.stringify(value[at]));
			yield ']';
		} else yield JSON.stringify(value);
	}
	yield '},"unmatched":[';
	yield* list(unmatched.length, (at) => JSON.stringify(unmatched[at]));
	yield `],"verified":${verified}${whole ? `,"whole":${JSON.stringify(whole)}` : ''}}\n`;
}

function* list(length: number, text: (at: number) => string): Generator<string> {
	for (let from = 0; from < length; from += piece) {
		const texts: string[] = [];
		for (let at = from; at < Math.min(length, from + piece); at++) texts.push(text(at));
		yield `${from > 0 ? ',' : ''}${texts.join(',')}`;
	}
}
