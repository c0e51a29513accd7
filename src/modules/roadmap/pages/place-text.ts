import type { HeaderPart, Place } from '../rules/understanding';

/** «лист „План“, таблица 2, строка 5, столбец 3», «строка 14»: where to look in the file. */
export const placeText = ({ sheet, table, row, column, line }: Place) =>
	[
		sheet && `лист „${sheet}“`,
		table !== undefined && table > 1 && `таблица ${table}`,
		row !== undefined && `строка ${row}`,
		column !== undefined && `столбец ${column}`,
		line !== undefined && row === undefined && `строка ${line}`
	]
		.filter(Boolean)
		.join(', ');

/** What a piece of the head of the document is. */
export const headerParts: Record<HeaderPart, string> = {
	title: 'название',
	period: 'период',
	organisation: 'организация',
	document: 'реквизиты приказа',
	approval: 'гриф или подпись',
	goal: 'цель',
	tasks: 'задача',
	columns: 'заголовок таблицы',
	note: 'пояснение'
};
