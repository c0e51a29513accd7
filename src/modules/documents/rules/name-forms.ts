import type { Problems } from '../../../core/forms';

/** What a person's name is made of. */
export const nameParts = ['familyName', 'givenName', 'patronymic'] as const;
type Six = readonly [string, string, string, string, string, string];

export type NamePart = (typeof nameParts)[number];
export const partNames: Record<NamePart, string> = { familyName: 'Фамилия', givenName: 'Имя', patronymic: 'Отчество' };

/** The cases a form asks for, after the nominative, each with its question. */
export const oblique = {
	genitive: 'кого',
	dative: 'кому',
	accusative: 'кого (вижу)',
	instrumental: 'кем',
	prepositional: 'о ком'
} as const;
export type Oblique = keyof typeof oblique;
export const obliques = Object.keys(oblique) as Oblique[];

export const inputOf = (part: NamePart, name: Oblique) => `${part}-${name}`;

/** Own forms of a part, as the form has them; null: by the rules. */
export type Wanted = Record<NamePart, Six | null>;

/**
 * What was typed of one part: nothing or the same as the rules say means «по правилам»; some typed and some empty: the empty ones are by the
 * rules too.
 */
export function wantedOf(word: string, byRules: Six, typed: (name: Oblique) => string): Six | null {
	const own = obliques.map((name, at) => typed(name) || (byRules[at + 1] ?? word));
	return own.every((form, at) => form === byRules[at + 1]) ? null : ([word, ...own] as unknown as Six);
}

/** Letters, hyphens and spaces alone make a name. */
export function problemsWithForms(typed: (part: NamePart, name: Oblique) => string, parts: readonly NamePart[]) {
	const problems: Problems = {};
	for (const part of parts)
		for (const name of obliques) {
			const form = typed(part, name);
			if (form.length > 100) problems[inputOf(part, name)] = 'Не длиннее 100 знаков';
			else if (form && !/^[\p{L}][\p{L}\p{M}'’ .-]*$/u.test(form))
				problems[inputOf(part, name)] = 'Только буквы, дефис и пробел';
		}
	return problems;
}
