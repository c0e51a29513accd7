import { type Format, formats, isFormat } from '../../../registry/rules/registers';

/** What a pair's points are made of, in the order in which they are told. */
export const parts = {
	needs: 'Затруднения и сильные стороны',
	subject: 'Предмет и возраст учеников',
	experience: 'Разница в опыте',
	wishes: 'Пожелания обеих сторон',
	interview: 'Итоги собеседований',
	format: 'Форма работы',
	place: 'Здание',
	time: 'Общее время',
	load: 'Нагрузка наставника'
} as const;
export type Part = keyof typeof parts;
export const allParts = Object.keys(parts) as Part[];

/** Any whole numbers, 0…100: only how they stand to each other counts. */
export type Weights = Readonly<Record<Part, number>>;
export const mostWeight = 100;

const weights = (...of: readonly number[]) =>
	Object.fromEntries(allParts.map((part, at) => [part, of[at] ?? 0])) as Weights;

/** What the program begins from, by kind of mentoring. */
export const presets: Readonly<Record<Format, Weights>> = {
	'one-to-one': weights(30, 20, 10, 15, 10, 3, 4, 5, 3),
	group: weights(30, 25, 10, 10, 8, 7, 4, 3, 3),
	virtual: weights(35, 20, 10, 15, 10, 5, 0, 5, 0),
	'short-term': weights(50, 15, 5, 10, 8, 4, 2, 4, 2),
	reverse: weights(40, 5, 15, 15, 10, 5, 3, 4, 3),
	situational: weights(45, 20, 5, 5, 5, 5, 5, 8, 2),
	speed: weights(40, 10, 20, 10, 5, 5, 0, 10, 0)
};

/** What may not be: never a matter of points. */
export type Conditions = {
	/** «Свой руководитель»: only told, or not allowed. */
	ownManager: 'warn' | 'forbid';
	sameBuilding: boolean;
	/** Mentors of other organisations. */
	network: boolean;
	sharedTime: boolean;
};

export type Terms = { weights: Readonly<Partial<Record<Format, Weights>>>; conditions: Conditions };

export const startingTerms: Terms = {
	weights: {},
	conditions: { ownManager: 'warn', sameBuilding: false, network: true, sharedTime: false }
};

export const weightsFor = ({ weights: own }: Terms, kind: Format): Weights => own[kind] ?? presets[kind];

/** The kind an address or a form asks for. */
export const kindFrom = (text: string | undefined): Format =>
	text !== undefined && isFormat(text) ? text : 'one-to-one';
export const kindNames = formats;

export const mostPoints = 1000;

/**
 * The most points each part can bring: whole numbers that add up to 1000, as the weights stand to each other (largest remainders,
 * the earlier part first). All weights zero: nothing counts.
 */
export function sharesOf(given: Weights): Weights {
	const sum = allParts.reduce((all, part) => all + given[part], 0);
	if (sum === 0) return weights();
	const exact = allParts.map((part) => ({ part, whole: Math.floor((given[part] * mostPoints) / sum) }));
	const rest = (part: Part) => (given[part] * mostPoints) % sum;
	let left = mostPoints - exact.reduce((all, { whole }) => all + whole, 0);
	const shares = Object.fromEntries(exact.map(({ part, whole }) => [part, whole])) as Record<Part, number>;
	for (const part of allParts.toSorted((one, other) => rest(other) - rest(one))) {
		if (left === 0) break;
		shares[part] += 1;
		left -= 1;
	}
	return shares;
}
