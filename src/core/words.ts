/** Of which month: «5 октября». */
export const months = [
	'января',
	'февраля',
	'марта',
	'апреля',
	'мая',
	'июня',
	'июля',
	'августа',
	'сентября',
	'октября',
	'ноября',
	'декабря'
] as const;

export type Forms = readonly [one: string, few: string, many: string];

/** The word that agrees with the number: plural(2, ['пара', 'пары', 'пар']) → «пары». */
export function plural(count: number, [one, few, many]: Forms) {
	const [tens, units] = [Math.abs(count) % 100, Math.abs(count) % 10];
	if (tens > 10 && tens < 20) return many;
	if (units === 1) return one;
	return units > 1 && units < 5 ? few : many;
}
