/** What one may lack and another give: a deficit of a mentee is a competence of a mentor. */
export type Topic = { key: string; block: string; name: string };

const blocks = {
	'Предмет и методика': [
		['subject', 'Содержание предмета'],
		['lesson-plan', 'Планирование урока, занятия'],
		['methods', 'Методы и приёмы обучения'],
		['assessment', 'Оценивание и обратная связь'],
		['exam', 'Подготовка к ВПР, ОГЭ, ЕГЭ'],
		['gifted', 'Олимпиады, проекты, одарённые дети']
	],
	'Педагогика и психология': [
		['discipline', 'Дисциплина и работа с классом, группой'],
		['motivation', 'Мотивация учеников'],
		['special-needs', 'Дети с ОВЗ и трудностями в обучении'],
		['upbringing', 'Воспитательная работа, классное руководство'],
		['stress', 'Уверенность, профилактика выгорания']
	],
	Общение: [
		['parents', 'Общение с родителями'],
		['colleagues', 'Вхождение в коллектив'],
		['speaking', 'Публичные выступления']
	],
	'Цифровые средства': [
		['journal', 'Электронный журнал'],
		['digital', 'Цифровые средства на уроке'],
		['distance', 'Дистанционные формы']
	],
	Документы: [
		['papers', 'Рабочие программы и документы учителя'],
		['attestation', 'Аттестация и портфолио'],
		['self-education', 'Самообразование, курсы, конкурсы']
	]
} as const satisfies Record<string, readonly (readonly [key: string, name: string])[]>;

/** The program's own list, by the blocks of the usual diagnosis of difficulties; a school changes it as it likes. */
export const startingTopics: readonly Topic[] = Object.entries(blocks).flatMap(([block, topics]) =>
	topics.map(([key, name]) => ({ key, block, name }))
);

/** Names by key, of what stands on the list and of what was taken off it. */
export type TopicNames = ReadonlyMap<string, string>;
export const namesOf = (topics: readonly Topic[]): TopicNames =>
	new Map([...startingTopics, ...topics].map(({ key, name }) => [key, name]));

/** The list as people edit it: a block ends with a colon, its topics follow, one a line. */
export const topicsAsText = (topics: readonly Topic[]) =>
	[...Map.groupBy(topics, ({ block }) => block)]
		.map(([block, of]) => [`${block}:`, ...of.map(({ name }) => name)].join('\n'))
		.join('\n\n');

/** Reads it back. A topic keeps its key while its name stays; a new one gets the first free number. */
export function topicsFromText(text: string, known: readonly (Topic & { removed?: boolean })[]): Topic[] | string {
	const byName = new Map(known.map((topic) => [plainName(topic.name), topic]));
	const keys = new Set([...known, ...startingTopics].map(({ key }) => key));
	const found = new Map<string, Topic>();
	let [block, made] = ['', 0];
	for (const raw of text.split('\n')) {
		const written = raw
			.replace(/^[\s\-–—•*]+/, '')
			.replace(/\s+/g, ' ')
			.trim();
		if (!written) continue;
		if (written.endsWith(':')) {
			block = written.slice(0, -1).trim().slice(0, 100);
			continue;
		}
		if (!block) return 'Первой строкой назовите раздел и поставьте двоеточие: «Общение:».';
		if (written.length > 150)
			return `Слишком длинная строка: «${written.slice(0, 60)}…». Оставьте не больше 150 знаков.`;
		if (found.has(plainName(written))) return `Направление «${written}» написано дважды. Оставьте одну строку.`;
		const there = byName.get(plainName(written));
		let key = there?.key;
		while (!key || (!there && keys.has(key))) key = `own-${++made}`;
		keys.add(key);
		found.set(plainName(written), { key, block, name: written });
	}
	if (found.size === 0) return 'В списке должно остаться хотя бы одно направление.';
	return found.size > 100 ? 'Больше 100 направлений никто не отметит. Сократите список.' : [...found.values()];
}

const plainName = (name: string) => name.toLocaleLowerCase('ru').replaceAll('ё', 'е');
