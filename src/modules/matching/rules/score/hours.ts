const days = { mon: 'Пн', tue: 'Вт', wed: 'Ср', thu: 'Чт', fri: 'Пт', sat: 'Сб' } as const;
const parts = { first: 'до обеда', second: 'после обеда' } as const;

/** When one can meet: «Пн до обеда». */
export const hours: Readonly<Record<string, string>> = Object.fromEntries(
	Object.entries(days).flatMap(([day, name]) =>
		Object.entries(parts).map(([part, words]) => [`${day}-${part}`, `${name} ${words}`])
	)
);
export const isHour = (text: string) => Object.hasOwn(hours, text);

const said: readonly (readonly [RegExp, keyof typeof days])[] = [
	[/понедельник|(^|[^а-яё])пн([^а-яё]|$)/, 'mon'],
	[/вторник|(^|[^а-яё])вт([^а-яё]|$)/, 'tue'],
	[/сред[аыу](?![а-яё])|(^|[^а-яё])ср([^а-яё]|$)/, 'wed'],
	[/четверг|(^|[^а-яё])чт([^а-яё]|$)/, 'thu'],
	[/пятниц|(^|[^а-яё])пт([^а-яё]|$)/, 'fri'],
	[/суббот|(^|[^а-яё])сб([^а-яё]|$)/, 'sat']
];

/** What an offer says in words: «вторник и четверг после 14:00». A day without an hour is the whole day; what is not understood is left out. */
export function hoursIn(text: string): string[] {
	const words = text.toLocaleLowerCase('ru');
	const after = /после (обеда|уроков|занятий|1[2-9])|вечер|во второй/.test(words);
	const before = /до (обеда|уроков|занятий|1[0-3])|утр|в первой/.test(words);
	return said.flatMap(([pattern, day]) =>
		pattern.test(words)
			? [...(after && !before ? [] : [`${day}-first`]), ...(before && !after ? [] : [`${day}-second`])]
			: []
	);
}
