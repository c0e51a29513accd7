/**
 * Posts of pedagogical employees (номенклатура должностей, постановление Правительства РФ от 21.02.2022 № 225), by the words
 * they begin with or contain. One pattern for the program and for PostgreSQL (`~*`).
 */
export const teachingPattern =
	'учител|воспитател|преподавател|педагог|методист|логопед|дефектолог|тьютор|концертмейстер|аккомпаниатор' +
	'|музыкальн\\S* руководител|инструктор\\S* по (физической|физкультур|труду)|мастер\\S* производственного|вожат|советник\\S* директора по воспитани';

/** A deputy of the director is not a teacher for being one «по воспитательной работе»; «заведующий» neither. */
export const notTeachingPattern = '^(зам|директор|завед|завуч|начальник|помощник воспитател|младш\\S* воспитател)';

export const isTeachingPost = (title: string) =>
	new RegExp(teachingPattern, 'i').test(title) && !new RegExp(notTeachingPattern, 'i').test(title.trim());

/** Two writings of one post: capitals, ё and spaces are no matter. */
export const postKey = (title: string) => title.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();

/** Subjects written in one cell. Brackets keep their commas: «технология (труд, черчение)». */
export const parseSubjects = (text: string) => {
	const parts = text.match(/(?:\([^)]*\)|[^,;\n/()]|[()])+/g) ?? [];
	const seen = new Map<string, string>();
	for (const part of parts.map((one) => one.replace(/\s+/g, ' ').trim())) {
		if (part && !seen.has(postKey(part))) seen.set(postKey(part), part);
	}
	return [...seen.values()];
};
