import { type Act, acts } from '../../core/acts';

/** Who may read everything that was done in the organisation. */
export const journalReaders = ['administrator', 'director', 'curator'] as const;

/** An act as people say it; one that a newer program has written stays as its code. */
export const actWords = (act: string) => acts[act as Act] ?? act;

/** What an act was done to, in a word, and where it is shown. */
export const subjects: Record<string, { word: string; href?: (id: string) => string }> = {
	account: { word: 'учётная запись' },
	invitation: { word: 'приглашение' },
	session: { word: 'сеанс' },
	suspension: { word: 'закрытый вход' },
	role: { word: 'роль' },
	organisation: { word: 'организация', href: () => '/organisation' },
	'school-year': { word: 'учебный год', href: () => '/calendar' },
	term: { word: 'четверть', href: () => '/calendar' },
	'day-off': { word: 'нерабочие дни', href: () => '/calendar' },
	'calendar-change': { word: 'календарь', href: () => '/calendar' },
	person: { word: 'сотрудник', href: (id) => `/people/${id}` },
	post: { word: 'должность' },
	employment: { word: 'период работы' },
	'staff-import': { word: 'список сотрудников' },
	questionnaire: { word: 'анкета', href: (id) => `/surveys/questionnaires/${id}` },
	'roadmap-import': { word: 'загрузка дорожной карты', href: (id) => `/roadmap/imports/${id}` },
	'import-hint': { word: 'запомненное исправление', href: () => '/roadmap/hints' },
	roadmap: { word: 'план', href: (id) => `/roadmap/${id}` },
	activity: { word: 'мероприятие', href: (id) => `/activities/${id}` },
	occurrence: { word: 'мероприятие' },
	evidence: { word: 'подтверждение' },
	document: { word: 'документ', href: (id) => `/documents/made/${id}` },
	'document-journal': { word: 'журнал регистрации', href: () => '/documents/book' },
	'document-package': { word: 'комплект документов', href: (id) => `/documents/packages/${id}` },
	file: { word: 'файл' }
};

/** The most lines a file of the journal holds. */
export const exportLimit = 20_000;

/**
 * A cell of a CSV file for Excel: quoted, and harmless: a text that begins like a formula (after spaces, in wide signs too) gets an
 * apostrophe, as OWASP advises against CSV injection.
 */
export function csvCell(text: string) {
	const harmless = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(text) ? `'${text}` : text;
	return `"${harmless.replaceAll('"', '""')}"`;
}
