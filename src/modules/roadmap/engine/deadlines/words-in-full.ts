const short: readonly (readonly [RegExp, string])[] = [
	[/(?<![а-я])ежемес\.?(?![а-я])/g, 'ежемесячно'],
	[/(?<![а-я])еженед\.?(?![а-я])/g, 'еженедельно'],
	[/(?<![а-я])ежекв(?:арт)?\.?(?![а-я])/g, 'ежеквартально'],
	[/(?<![а-я])ежег\.?(?![а-я])/g, 'ежегодно'],
	[/(?<![а-я])пост\.(?![а-я])/g, 'постоянно'],
	[/(?<![а-я])уч(?:еб)?\.\s*/g, 'учебного '],
	[/(?<![а-я])уч(?:еб)?(?=\s+год)/g, 'учебного'],
	[/(?<=(?:^|\s|\d)\d)\s*р(?:\.\s*|\s+)(?=в\s)/g, ' раз '],
	[/(?<=(?:^|\s|\d)\d)\s*р(?:аза?)?\.?\s*\/\s*/g, ' раз в '],
	[/(?<![а-я])(?:в\s+)?первых\s+числах/g, 'в начале'],
	[/(?<![а-я])(?:в\s+)?последних\s+числах/g, 'в конце'],
	[/(?<![а-я])дважды(?=\s+в\s)/g, '2 раза'],
	[/(?<![а-я])трижды(?=\s+в\s)/g, '3 раза'],
	[/(?<![а-я])нед\.?(?![а-я])/g, 'недели'],
	[/(?<![а-я])мес\.?(?![а-я])/g, 'месяца'],
	[/(?<![а-я])м-ц[аеыу]?(?![а-я])/g, 'месяца'],
	[/(?<![а-я])четв\.?(?![а-я])/g, 'четверть'],
	[/(?<![а-я])полуг\.?(?![а-я])/g, 'полугодие'],
	[/(?<![а-я])посл\.(?=\s)/g, 'последняя'],
	[/(?<![а-я])нач\.(?=\s)/g, 'начало'],
	[/(?<![а-я])кон\.(?=\s)/g, 'конец'],
	[/(?<![а-я])сер(?:ед)?\.(?=\s)/g, 'середина'],
	[/(?<![а-я])осен\.(?![а-я])/g, 'осенние'],
	[/(?<![а-я])зим\.(?![а-я])/g, 'зимние'],
	[/(?<![а-я])вес(?:ен)?\.(?![а-я])/g, 'весенние'],
	[/(?<![а-я])лет\.(?=\s*(?:канику|и\s))/g, 'летние'],
	[/(?<![а-я])каник\.?(?![а-я])/g, 'каникулы'],
	[/(?<![а-я])(осенн|зимн|весенн|летн)ие\s+и\s+(осенн|зимн|весенн|летн)ие(?=\s+каник)/g, '$1ие каникулы, $2ие'],
	[/(?<![а-я])дек\.(?=\s*(?:янв|фев|март|апр|ма[йя]|июн|июл|авг|сент|окт|нояб))/g, 'декада']
];

/** «II, IV кварталы»: the word that stands once is said of each. */
const severalOf =
	/(?<![а-яa-z\d])((?:iv|i{1,3}|[1-4])(?:\s*(?:,|и)\s*(?:iv|i{1,3}|[1-4]))+)\s*(квартал|четверт|полугоди)[а-я]*/g;

/** «1 и 3 декада марта», «1, 2 неделя октября» */
const severalOfMonth =
	/(?<![а-яa-z\d])((?:i{1,3}|[1-5])(?:\s*,\s*(?:i{1,3}|[1-5])|\s+и\s+(?:i{1,3}|[1-5])){1,3})\s+((?:декад|недел)[а-я]*\s+[а-я]+)/g;

const romanMonths = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const month = '(?:янв|фев|март|апр|ма[йяе]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\\.?';
const year = '(?:\\s+20\\d\\d(?:\\s*г(?:од[а-я]*|\\.)?)?)?';

/** «15.IX.2025» is 15.09.2025. */
const withRomanMonth = /(?<![\da-z.])(\d{1,2}\.)([ivx]{1,4})(?![a-z])/g;

/** «Октябрь 2025 г., не позднее 10 числа», «до 10 числа октября», «между 10 и 20 мая». */
const dayOfMonth = new RegExp(
	`(?<![а-я])(${month})(${year})\\s*[,(]?\\s*(?:в срок )?(до|не позднее|не позже|к)\\s+(\\d{1,2})(?:\\s+числа)?\\)?$`,
	'g'
);
const numberOfMonth = new RegExp(`(?<=\\d)\\s+числа(?=\\s+${month}(?![а-я]))`, 'g');
const betweenDays = new RegExp(`между\\s+(\\d{1,2})\\s+и\\s+(\\d{1,2})(?=\\s+${month})`, 'g');

/** «28» августа, 2025-09-28 and 28/09/2025 are written as other days are; «12-го» is 12. */
const days: readonly (readonly [RegExp, string])[] = [
	[/[«"“„](\d{1,2})[»"”](?=\s*[а-я])/g, '$1'],
	[/(?<!\d)(20\d\d)-(0[1-9]|1[0-2])-([0-3]\d)(?!\d)/g, '$3.$2.$1'],
	[/(?<!\d)([0-3]?\d)\/([01]?\d)\/(20\d\d)(?!\d)/g, '$1.$2.$3'],
	[
		/(?<![\d.])(\d{1,2})\s?-\s?(?:го|ого|е|му)(?![а-я])(?!\s+(?:полугоди|четверт|квартал|триместр|недел|декад|половин))/g,
		'$1'
	]
];

/** «10, 17 и 24 октября»: the month that stands once is of each day. */
const severalDays =
	/(?<![\d.])(\d{1,2}(?:\s*(?:,|(?<=\s)и(?=\s))\s*\d{1,2})+)\s+((?:янв|фев|март|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*)/g;

/** «Март, 3-я неделя», «октябрь (вторая декада)»: the part of a month stands after its name; «сентябрь, 2 недели» is how long. */
const partAfterMonth =
	/(?<![а-я])((?:янв|фев|март|апр|ма[йяе]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\.?)(\s+20\d\d(?:\s*г(?:од[а-я]*|\.)?)?)?\s*[,(-]?\s*((?:перв|втор|трет|четверт|последн)[а-я]+\s+(?:недел|декад)[а-я]+|(?:iv|i{1,3}|[1-5])(?:\s*-?\s*(?:я|й|ая))?\s+(?:неделя|неделе|неделю|декада|декаде|декаду))\)?(?!\s+[а-я])/g;

/** «Вторая-третья недели», «первые две недели» are weeks 2-3 and 1-2. */
const orders: Record<string, string> = { перв: '1', втор: '2', трет: '3', четверт: '4' };
const severalParts =
	/(?<![а-я])(перв|втор|трет|четверт)[а-я]+\s*(?:-|и)\s*(перв|втор|трет|четверт)[а-я]+\s+(недел|декад)[а-я]+/g;
const firstWeeks = /(?<![а-я])первые\s+(две|три|2|3)\s+недели/g;
const counts: Record<string, string> = { две: '2', три: '3' };

/** Long names only: «март», «май», «июнь» are too near to other words and to each other. */
const longMonths = ['январ', 'феврал', 'апрел', 'август', 'сентябр', 'октябр', 'ноябр', 'декабр'].flatMap((stem) =>
	(stem === 'август' ? ['', 'а', 'е'] : ['ь', 'я', 'е']).map((end) => stem + end)
);
const firstLetters = new Set(longMonths.map((month) => month[0]));
const rightMonth = new RegExp(`^(?:${longMonths.map((month) => month.slice(0, -1)).join('|')})`);

/** Quick first looks: most deadlines have none of these. */
const anyDay = /[«"“„]\d|\d\s?-|\/20/;
const anyShort =
	/посл\.|нач\.|кон\.|сер\.|серед\.|канику|каник|осен\.|зим\.|вес\.|весен\.|лет\.|еже|числах|пост\.|уч|\d\s*р|дважды|трижды|нед|мес|м-ц|четв|полуг|дек\./;

const replaced = (text: string, pairs: typeof short, any: RegExp) =>
	any.test(text) ? pairs.reduce((words, [pattern, full]) => words.replace(pattern, full), text) : text;

/** Lower-case words of a deadline with abbreviations written out and months misspelt by one letter mended. */
export const wordsInFull = (text: string) =>
	replaced(replaced(text, days, anyDay), short, anyShort)
		.replace(severalOf, (_, orders: string, unit: string) =>
			orders
				.split(/\s*(?:,|и)\s*/)
				.map((order) => `${order} ${unit === 'квартал' ? unit : unit === 'четверт' ? 'четверть' : 'полугодие'}`)
				.join(', ')
		)
		.replace(severalOfMonth, (_, orders: string, unit: string) =>
			orders
				.split(/\s*,\s*|\s+и\s+/)
				.map((order) => `${order} ${unit}`)
				.join(', ')
		)
		.replace(/(?<![а-я-])[а-я]{5,9}(?![а-я-])/g, mendMonth)
		.replace(severalParts, (_, from: string, to: string, unit: string) => `${orders[from]}-${orders[to]} ${unit}я`)
		.replace(firstWeeks, (_, count: string) => `1-${counts[count] ?? count} неделя`)
		.replace(
			partAfterMonth,
			(_, month: string, year: string | undefined, part: string) => `${part} ${month}${year ?? ''}`
		)
		.replace(withRomanMonth, (written, day: string, roman: string) => {
			const number = romanMonths.indexOf(roman) + 1;
			return number > 0 ? `${day}${String(number).padStart(2, '0')}` : written;
		})
		.replace(dayOfMonth, (_, name: string, of: string, until: string, day: string) => `${until} ${day} ${name}${of}`)
		.replace(numberOfMonth, '')
		.replace(betweenDays, '$1-$2')
		.replace(severalDays, (_, numbers: string, month: string) =>
			numbers
				.split(/\s*(?:,|и)\s*/)
				.map((day) => `${day} ${month}`)
				.join(', ')
		);

function mendMonth(word: string) {
	if (!firstLetters.has(word[0]) || rightMonth.test(word)) return word;
	return longMonths.find((month) => isOneLetterFrom(word, month)) ?? word;
}

/** One letter too many, too few, another, or two neighbours changed round; the first letter is right. */
function isOneLetterFrom(word: string, right: string) {
	if (word[0] !== right[0] || Math.abs(word.length - right.length) > 1) return false;
	let at = 0;
	while (at < word.length && word[at] === right[at]) at++;
	const [rest, wanted] = [word.slice(at), right.slice(at)];
	return (
		rest.slice(1) === wanted ||
		rest === wanted.slice(1) ||
		rest.slice(1) === wanted.slice(1) ||
		(rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2))
	);
}
