import { letters, traitsOf } from '../../../src/modules/roadmap/engine/votes';

export type Lesson = { nouns: string; codes: readonly string[] };
export type Learnt = { codes: readonly string[]; start: number[]; weights: Map<string, number[]> };

const rounds = 25;
const pull = 0.01; // weights are drawn to nothing
const step = 0.3;

/** Weights of traits by multinomial logistic regression: the same lessons give the same weights, on every machine. */
export function learn(lessons: readonly Lesson[], codes: readonly string[]): Learnt {
	const many = codes.length;
	const traits = lessons.map(({ nouns }) => traitsOf(nouns));
	const count = new Map<string, number>();
	for (const name of traits.flat()) count.set(name, (count.get(name) ?? 0) + 1);
	const names = [...count].flatMap(([name, times]) => (times > 1 ? [name] : []));
	const placeOf = new Map(names.map((name, place) => [name, place]));
	const known = traits.map((some) => some.flatMap((name) => placeOf.get(name) ?? []));
	const weights = new Float64Array(names.length * many);
	const moved = new Float64Array(names.length * many).fill(1e-6);
	const start = new Float64Array(many);
	const order = lessons.map((_, at) => at);
	const random = randomFrom(1);
	for (let round = 0; round < rounds; round++) {
		for (let at = order.length - 1; at > 0; at--) {
			const other = Math.floor(random() * (at + 1));
			[order[at], order[other]] = [order[other] as number, order[at] as number];
		}
		for (const lesson of order) {
			const own = known[lesson] as number[];
			const chance = chances(own, weights, start, many);
			const want = wanted((lessons[lesson] as Lesson).codes, codes);
			for (let code = 0; code < many; code++) {
				const wrong = (chance[code] as number) - (want[code] as number);
				start[code] = (start[code] as number) - 0.02 * wrong;
				for (const place of own) {
					const at = place * many + code;
					const slope = wrong + pull * (weights[at] as number);
					moved[at] = (moved[at] as number) + slope * slope;
					weights[at] = (weights[at] as number) - (step / Math.sqrt(moved[at] as number)) * slope;
				}
			}
		}
	}
	return {
		codes,
		start: [...start],
		weights: new Map(names.map((name, place) => [name, [...weights.slice(place * many, (place + 1) * many)]]))
	};
}

function chances(own: readonly number[], weights: Float64Array, start: Float64Array, many: number) {
	const sums = Float64Array.from(start);
	for (const place of own)
		for (let code = 0; code < many; code++)
			sums[code] = (sums[code] as number) + (weights[place * many + code] as number);
	const most = Math.max(...sums);
	const raised = sums.map((sum) => Math.exp(sum - most));
	const whole = raised.reduce((sum, one) => sum + one, 0);
	return raised.map((one) => one / whole);
}

/** The first reading counts three times as much as all the others. */
function wanted(own: readonly string[], codes: readonly string[]) {
	const [first, ...others] = own;
	return codes.map((code) =>
		code === first ? (others.length ? 0.75 : 1) : others.includes(code) ? 0.25 / others.length : 0
	);
}

function randomFrom(seed: number) {
	let state = seed;
	return () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state / 2_147_483_648;
	};
}

const least = 0.3;
const leastAgainst = 0.8;
const width = 190;

/** The table as the engine reads it: tenths, what hardly tells left out. */
export function tableOf({ codes, start, weights }: Learnt): string {
	const tenths = (weight: number) => Math.round(weight * 10);
	const entries = [...weights]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.flatMap(([name, own]) => {
			const told = own.flatMap((weight, code) =>
				weight >= least || weight <= -leastAgainst ? [`${letters[code]}${tenths(weight)}`] : []
			);
			return told.length ? [`${name} ${told.join(' ')}`] : [];
		});
	const lines = [''];
	for (const entry of entries) {
		const last = lines.at(-1) as string;
		if (last !== '' && last.length + entry.length > width) lines.push(entry);
		else lines[lines.length - 1] = last === '' ? entry : `${last}; ${entry}`;
	}
	return [codes.map((code, at) => `${code}=${tenths(start[at] as number)}`).join(' '), ...lines].join('\n');
}
