/** How far an import has come, in the order in which it happens; `discarded` can be taken back. */
export type ImportState = 'reading' | 'unread' | 'read' | 'accepted' | 'discarded';

export function importState(row: {
	readAt: string | null;
	failedAt: string | null;
	acceptedAt: string | null;
	discardedAt: string | null;
}): ImportState {
	if (row.discardedAt) return 'discarded';
	if (row.acceptedAt) return 'accepted';
	if (row.failedAt) return 'unread';
	return row.readAt ? 'read' : 'reading';
}

/** Reading takes a second, a minute at the most: after this long something stopped it, and it may be asked for again. */
export const readingIsStuckAfter = 3 * 60 * 1000;

export const readingIsStuck = (askedAt: string, now: string) =>
	Date.parse(now) - Date.parse(askedAt) > readingIsStuckAfter;

export const maxPastedLength = 500_000;
/** Of the table as the clipboard holds it (HTML with Word's styles); beyond it the text alone is read. */
export const maxPastedTable = 2_000_000;

/** What people are told when the reader itself could not say what is wrong. Each sentence says what to do. */
export const readingFailures = {
	slow: 'Файл не удалось прочитать за минуту: он слишком велик или устроен необычно. Оставьте в нём только таблицу плана и загрузите ещё раз.',
	memory:
		'Внутри файла слишком много сжатого содержимого, читать его дальше небезопасно. Скопируйте таблицу плана в новый документ и загрузите его.',
	long: 'В файле слишком много текста для дорожной карты. Оставьте в нём только таблицу плана и загрузите ещё раз.',
	broken: 'Похоже, файл повреждён. Откройте его в той программе, где он сделан, сохраните заново и загрузите ещё раз.',
	empty:
		'В файле не нашлось таблицы или перечня мероприятий. Проверьте, тот ли это файл; таблицу плана можно и просто вставить как текст.',
	unavailable:
		'Программа чтения файлов не справилась: дело не в файле. Попробуйте ещё раз; если повторится, скажите администратору.'
} as const;

export type ReadingFailure = keyof typeof readingFailures;
