import { lowest, tenthsOf, traitsOf } from '../../../src/modules/roadmap/engine/votes';
import { descend } from './descend';

export type Lesson = { nouns: string; codes: readonly string[] };
export type Learnt = { codes: readonly string[]; start: readonly number[]; weights: Map<string, readonly number[]> };

const pull = 0.2; // weights are drawn to nothing

/** Weights of traits by multinomial logistic regression: the same lessons give the same weights, on every machine. */
export function learn(lessons: readonly Lesson[], codes: readonly string[]): Learnt {
	const many = codes.length;
	const traits = lessons.map(({ nouns }) => traitsOf(nouns));
	const count = new Map<string, number>();
	for (const name of traits.flat()) count.set(name, (count.get(name) ?? 0) + 1);
	const names = [...count].flatMap(([name, times]) => (times > 1 ? [name] : []));
	const placeOf = new Map(names.map((name, place) => [name, place]));
	const known = traits.map((some) => some.flatMap((name) => placeOf.get(name) ?? []));
	const want = lessons.map((lesson) => wanted(lesson.codes, codes));
	const startAt = names.length * many;

	/** How wrong the weights are, and which way they should go. */
	function wrongness(weights: Float64Array) {
		const slope = new Float64Array(weights.length);
		let loss = 0;
		for (let at = 0; at < startAt; at++) {
			const weight = weights[at] as number;
			loss += (pull / 2) * weight * weight;
			slope[at] = pull * weight;
		}
		const sums = new Float64Array(many);
		for (const [lesson, own] of known.entries()) {
			sums.set(weights.subarray(startAt));
			for (const place of own)
				for (let code = 0; code < many; code++)
					sums[code] = (sums[code] as number) + (weights[place * many + code] as number);
			const most = Math.max(...sums);
			let whole = 0;
			for (let code = 0; code < many; code++) whole += Math.exp((sums[code] as number) - most);
			for (let code = 0; code < many; code++) {
				const told = (sums[code] as number) - most - Math.log(whole);
				const right = (want[lesson] as number[])[code] as number;
				loss -= right * told;
				const wrong = Math.exp(told) - right;
				for (const place of own) slope[place * many + code] = (slope[place * many + code] as number) + wrong;
				slope[startAt + code] = (slope[startAt + code] as number) + wrong;
			}
		}
		return { loss, slope };
	}

	const weights = descend(wrongness, new Float64Array(startAt + many));
	return {
		codes,
		start: [...weights.subarray(startAt)],
		weights: new Map(names.map((name, place) => [name, [...weights.subarray(place * many, (place + 1) * many)]]))
	};
}

/** The first reading counts three times as much as all the others. */
function wanted(own: readonly string[], codes: readonly string[]) {
	const [first, ...others] = own;
	return codes.map((code) =>
		code === first ? (others.length ? 0.75 : 1) : others.includes(code) ? 0.25 / others.length : 0
	);
}

const least = 3; // tenths: what is never louder tells nothing
const width = 800;

/** The table as the engine reads it: the capabilities, then of each trait a sign for each of them. */
export function tableOf({ codes, start, weights }: Learnt): string {
	const entries = [...weights]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.flatMap(([name, own]) =>
			own.some((weight) => Math.abs(Math.round(weight * 10)) >= least) ? [`${name} ${signsOf(own)}`] : []
		);
	const lines = [''];
	for (const entry of entries) {
		const last = lines.at(-1) as string;
		if (last !== '' && last.length + entry.length > width) lines.push(entry);
		else lines[lines.length - 1] = last === '' ? entry : `${last} ${entry}`;
	}
	return [codes.join(' '), signsOf(start), ...lines].join('\n');
}

const signsOf = (weights: readonly number[]) =>
	weights
		.map((weight) => {
			const tenths = Math.round(weight * 10);
			return tenthsOf[Math.max(0, Math.min(tenthsOf.length - 1, tenths - lowest))];
		})
		.join('');
