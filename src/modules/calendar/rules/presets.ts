import type { OrganisationKind } from '../../../core/actor';
import { addDays, dayOf, type Span, weekday } from '../../../core/dates';
import { isLevel } from '../../organisations/rules/kinds';

/** Terms and vacations to begin with; the school puts them right by its own учебный график. */
export type Preset = { terms: readonly (Span & { name: string })[]; vacations: readonly (Span & { name: string })[] };

export const presetNames = {
	quarters: 'Четверти',
	trimesters: 'Триместры (5–6 недель учёбы, неделя отдыха)',
	halves: 'Полугодия',
	semesters: 'Семестры колледжа',
	'no-terms': 'Без четвертей, летний период с июня'
} as const;
export type PresetName = keyof typeof presetNames;

/** What a kind of organisation most often lives by, first. */
export function presetsFor(kind: OrganisationKind): PresetName[] {
	if (kind === 'college') return ['semesters', 'halves', 'no-terms'];
	if (kind === 'kindergarten' || kind === 'additional' || kind === 'sports-school' || isLevel(kind)) {
		return ['no-terms', 'quarters', 'trimesters', 'halves'];
	}
	return ['quarters', 'trimesters', 'halves', 'no-terms'];
}

/** The Saturday on this day or the last before it. */
const saturdayBy = (day: string) => addDays(day, -((weekday(day) + 1) % 7));
/** The Sunday on this day or the first after it. */
const sundayFrom = (day: string) => addDays(day, 7 - weekday(day));

/** Nine days from a Saturday to the Sunday of the next week. */
const nineDays = (by: string, name: string) => {
	const from = saturdayBy(by);
	return { from, to: addDays(from, 8), name };
};

/** The study spans left between vacations, from 1 September to `last`. */
function between(year: number, last: string, vacations: readonly Span[]): Span[] {
	const spans: Span[] = [];
	let from = dayOf(year, 9, 1);
	for (const vacation of vacations) {
		spans.push({ from, to: addDays(vacation.from, -1) });
		from = addDays(vacation.to, 1);
	}
	if (from <= last) spans.push({ from, to: last });
	return spans;
}

const numbered = (spans: readonly Span[], word: string) =>
	spans.map((span, index) => ({ ...span, name: `${index + 1} ${word}` }));

/** The school year that begins in `year`, by the usual pattern; the dates follow the weekdays of that year. */
export function preset(name: PresetName, year: number): Preset {
	const winter = { from: dayOf(year, 12, 31), to: sundayFrom(dayOf(year + 1, 1, 8)), name: 'Зимние каникулы' };
	const autumn = nineDays(dayOf(year, 10, 27), 'Осенние каникулы');
	const spring = nineDays(dayOf(year + 1, 3, 28), 'Весенние каникулы');
	const summer = (month: number, day: number, words = 'Летние каникулы') => ({
		from: dayOf(year + 1, month, day),
		to: dayOf(year + 1, 8, 31),
		name: words
	});
	const may = dayOf(year + 1, 5, 26);

	switch (name) {
		case 'quarters':
			return {
				terms: numbered(between(year, may, [autumn, winter, spring]), 'четверть'),
				vacations: [autumn, winter, spring, summer(5, 27)]
			};
		case 'trimesters': {
			const november = nineDays(dayOf(year, 11, 20), 'Осенние каникулы, вторые');
			const february = nineDays(dayOf(year + 1, 2, 21), 'Зимние каникулы, вторые');
			const october = nineDays(dayOf(year, 10, 9), 'Осенние каникулы');
			const april = nineDays(dayOf(year + 1, 4, 10), 'Весенние каникулы');
			return {
				terms: numbered(between(year, may, [november, february]), 'триместр'),
				vacations: [october, november, winter, february, april, summer(5, 27)]
			};
		}
		case 'halves':
			return {
				terms: numbered(between(year, may, [winter]), 'полугодие'),
				vacations: [autumn, winter, spring, summer(5, 27)]
			};
		case 'semesters':
			return {
				terms: numbered(between(year, dayOf(year + 1, 6, 30), [winter]), 'семестр'),
				vacations: [winter, summer(7, 1)]
			};
		case 'no-terms':
			return { terms: [], vacations: [summer(6, 1, 'Летний период')] };
	}
}
