import type { Role } from '../core/actor';
import type { IconName } from './icon';

/** `brief` is the word for a phone's bottom bar. */
export type NavEntry = { href: string; label: string; icon: IconName; brief?: string };

const today: NavEntry = { href: '/today', label: 'Сегодня', icon: 'sun' };
const roadmap: NavEntry = { href: '/roadmap', label: 'Дорожная карта', icon: 'road', brief: 'Карта' };
const events: NavEntry = { href: '/events', label: 'События', icon: 'calendar' };
const practices: NavEntry = { href: '/practices', label: 'Практики', icon: 'spark' };
const people: NavEntry = { href: '/people', label: 'Люди', icon: 'person' };
const surveys: NavEntry = { href: '/surveys', label: 'Анкеты', icon: 'list' };
const documents: NavEntry = { href: '/documents', label: 'Документы', icon: 'document' };
const results: NavEntry = { href: '/results', label: 'Итоги', icon: 'chart' };
const agreement: NavEntry = { href: '/agreement', label: 'На согласование', icon: 'check' };
const scoreSheets: NavEntry = { href: '/score-sheets', label: 'Оценочные листы', icon: 'table', brief: 'Листы' };

const pairs: NavEntry = { href: '/mentorships', label: 'Пары', icon: 'pair' };

const organisation: NavEntry = { href: '/organisation', label: 'Организация', icon: 'school' };

const pairWork: NavEntry[] = [
	today,
	{ href: '/my-pair', label: 'Моя пара', icon: 'pair' },
	{ href: '/meetings', label: 'Встречи', icon: 'calendar' },
	{ href: '/programme', label: 'Программа', icon: 'road' },
	{ href: '/materials', label: 'Материалы', icon: 'book' },
	surveys,
	{ href: '/my-data', label: 'Мои данные', icon: 'lock' },
	events,
	practices
];

const above: NavEntry[] = [
	{ href: '/schools', label: 'Школы', icon: 'school' },
	{ href: '/templates', label: 'Шаблоны', icon: 'copy' },
	{ href: '/mentor-exchange', label: 'Обмен наставниками', icon: 'repeat', brief: 'Обмен' },
	events,
	practices,
	{ href: '/summary', label: 'Свод', icon: 'chart' }
];

/** Who sees what, in the order of the eye: never more than seven a role. */
export const navigation = {
	curator: [today, roadmap, people, surveys, pairs, documents, results, events, practices, organisation],
	director: [
		today,
		roadmap,
		pairs,
		{ href: '/signing', label: 'На подпись', icon: 'pencil' },
		documents,
		results,
		events,
		practices
	],
	mentor: pairWork,
	mentee: pairWork,
	teacher: [
		today,
		surveys,
		events,
		{ href: '/materials', label: 'Материалы', icon: 'book' },
		{ href: '/my-data', label: 'Мои данные', icon: 'lock' },
		practices
	],
	psychologist: [
		today,
		{ href: '/my-notes', label: 'Мои записи', icon: 'lock' },
		{ href: '/support', label: 'Поддержка', icon: 'help' },
		surveys
	],
	personnel: [
		today,
		{ href: '/agreements', label: 'Соглашения', icon: 'pencil' },
		{ href: '/orders', label: 'Приказы', icon: 'document' },
		pairs,
		documents,
		people
	],
	'trade-union': [today, agreement, scoreSheets],
	commission: [today, agreement, scoreSheets],
	'site-editor': [today, { href: '/site', label: 'Что обновить', icon: 'upload' }],
	methodologist: [today, roadmap, ...above],
	authority: [today, roadmap, ...above],
	administrator: [
		organisation,
		{ href: '/accounts', label: 'Учётные записи', icon: 'key', brief: 'Записи' },
		{ href: '/backups', label: 'Копии', icon: 'copy' },
		{ href: '/journal', label: 'Журнал', icon: 'book' }
	]
} as const satisfies Record<Role, readonly NavEntry[]>;

/** The most entries that a person takes in at a glance; the layout keeps the rest in the person's own menu. */
export const most = 7;

/** The day's work stands above the keeping of the house, whatever the order in which the roles were given. */
const daily = Object.keys(navigation) as Role[];

/**
 * The entries of all the roles of one person, each once; only those whose room is built (`known` holds the paths of the
 * route table).
 */
export function navigationFor(roles: readonly Role[], known: ReadonlySet<string>): NavEntry[] {
	const entries = new Map<string, NavEntry>();
	for (const role of daily.filter((each) => roles.includes(each))) {
		for (const entry of navigation[role]) {
			if (known.has(entry.href) && !entries.has(entry.href)) entries.set(entry.href, entry);
		}
	}
	return [...entries.values()];
}

/** Which entry a page lies under: the longest address that begins the page's own. */
export function currentEntry(entries: readonly NavEntry[], path: string | undefined) {
	const above = entries.filter(({ href }) => path === href || path?.startsWith(`${href}/`));
	return above.sort((a, b) => b.href.length - a.href.length)[0];
}
