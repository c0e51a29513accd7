/** Levels of legal acts, from the country's to the organisation's own. */
export const actLevels = {
	federal: 'федеральный',
	regional: 'региональный',
	municipal: 'муниципальный',
	local: 'локальный'
} as const;
export type ActLevel = keyof typeof actLevels;

/** What is told about an act, whoever told it. A day that nobody knows is null. */
export type ActContent = {
	level: ActLevel;
	/** What kind of act: «Федеральный закон», «Приказ». */
	form: string;
	/** Whose it is: «Минпросвещения России». */
	body: string;
	number: string;
	signedOn: string | null;
	title: string;
	/** The days it is in force, both included. */
	from: string | null;
	to: string | null;
	/** What came in its place, in words. */
	replacedBy: string;
	link: string;
	note: string;
	/** Nobody has compared it with the official text yet: «проверьте». */
	unsure: boolean;
};

export const actFields = [
	'level',
	'form',
	'body',
	'number',
	'signedOn',
	'title',
	'from',
	'to',
	'replacedBy',
	'link',
	'note',
	'unsure'
] as const satisfies readonly (keyof ActContent)[];

export const actFieldNames: Record<keyof ActContent, string> = {
	level: 'Уровень',
	form: 'Вид',
	body: 'Чей',
	number: 'Номер',
	signedOn: 'Дата',
	title: 'Название',
	from: 'Действует с',
	to: 'Действует по',
	replacedBy: 'Заменён',
	link: 'Ссылка',
	note: 'О чём',
	unsure: 'Проверьте'
};

/** What an act leans on in time: in force, not yet, no longer. */
export type Force = 'in-force' | 'future' | 'lapsed';

export const forceOn = ({ from, to }: Pick<ActContent, 'from' | 'to'>, on: string): Force =>
	to !== null && to < on ? 'lapsed' : from !== null && from > on ? 'future' : 'in-force';
