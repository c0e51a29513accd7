export type PersonName = { familyName: string; givenName: string; patronymic: string };

/** «Петрова Анна Ивановна» */
export const fullName = ({ familyName, givenName, patronymic }: PersonName) =>
	[familyName, givenName, patronymic].filter(Boolean).join(' ');

/** «Петрова А. И.» */
export const shortName = ({ familyName, givenName, patronymic }: PersonName) =>
	[familyName, ...[givenName, patronymic].filter(Boolean).map((name) => `${name[0]?.toUpperCase()}.`)].join(' ');
