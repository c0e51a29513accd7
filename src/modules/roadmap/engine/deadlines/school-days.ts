export const schoolQuarter = (order: number) =>
	(
		[
			[9, 10],
			[11, 12],
			[1, 3],
			[4, 5]
		] as const
	)[order - 1] ?? [9, 10];

/** About when they are: each school sets its own days. */
export const holidays: Record<string, [number, number, number, number]> = {
	осенн: [10, 26, 11, 4],
	зимн: [12, 29, 1, 11],
	весенн: [3, 23, 3, 31]
};

export const weekdays = ['понедельник', 'вторник', 'сред', 'четверг', 'пятниц', 'суббот', 'воскресень'];

const feasts: readonly (readonly [words: string, month: number, day: number])[] = [
	['д(?:ень|н[а-я]+)\\s+знаний', 9, 1],
	['д(?:ень|н[а-я]+)\\s+(?:воспитателя|дошкольного\\s+работника)', 9, 27],
	['д(?:ень|н[а-я]+)\\s+(?:учителя|педагога)', 10, 5],
	['д(?:ень|н[а-я]+)\\s+народного\\s+единства', 11, 4],
	['нов(?:ого|ому|ым)\\s+год[а-я]+', 12, 31],
	['д(?:ень|н[а-я]+)\\s+(?:российского\\s+)?студент[а-я]+', 1, 25],
	['д(?:ень|н[а-я]+)\\s+защитник[а-я]+\\s+отечества', 2, 23],
	['(?:международн[а-я]+\\s+)?женск[а-я]+\\s+д(?:ень|н[а-я]+)', 3, 8],
	['д(?:ень|н[а-я]+)\\s+победы', 5, 9],
	['д(?:ень|н[а-я]+)\\s+защиты\\s+детей', 6, 1]
];

/** Days that schools keep: «ко Дню …», «в День …». */
export const feastPattern = feasts.map(([words]) => words).join('|');
export function feastOf(words: string): { month: number; day: number } | undefined {
	const [, month, day] = feasts.find(([pattern]) => new RegExp(`^(?:${pattern})`).test(words)) ?? [];
	return month && day ? { month, day } : undefined;
}
