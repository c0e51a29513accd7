import type { Described } from './documents/described';
import type { Format } from './documents/files';
import { houses } from './title-blocks-second/houses';
import { schools } from './title-blocks-second/schools';
import { territories } from './title-blocks-second/territories';

/**
 * Sixty more title blocks by a hand that has not seen the reader, written before any run; nobody tunes by them.
 * «=== name | format | rows» begins one; «> » a title (several are right alike), «@ » its period (« // » parts right ones);
 * what stands between is over the table, what stands after «@» is under it.
 */
const usual = `№ | Мероприятие | Срок | Ответственный
1 | Анкетирование педагогов о профессиональных затруднениях | сентябрь | Педагог-психолог
2 | Издание приказа о закреплении наставнических пар | октябрь | Директор
3 | Встречи наставников с наставляемыми | ежемесячно | Наставники
4 | Отчёт куратора о работе пар | май | Куратор`;
const tables: Record<string, string> = {
	usual,
	dated: usual
		.replace('| сентябрь |', '| сентябрь 2025 г. |')
		.replace('| октябрь |', '| до 15.10.2025 |')
		.replace('| май |', '| май 2026 г. |'),
	'no numbers': usual.replaceAll(/^(№|\d) \| /gm, ''),
	'result last': usual.replaceAll(/^.*$/gm, (row) => `${row} | ${row.startsWith('№') ? 'Результат' : 'Справка'}`)
};
const activities = `* Анкетирование педагогов о профессиональных затруднениях | none | r:Педагог-психолог | | survey
* Издание приказа о закреплении наставнических пар | none | r:Директор | | pair-order
* Встречи наставников с наставляемыми | cadence | gr:Наставники | | meetings
* Отчёт куратора о работе пар | none | r:Куратор | | report`;

type Block = Described & { periods: string[] };

function blockOf(told: string): Block {
	const [, name, format, rows = 'usual', words = ''] =
		/^=== ([^|\n]+?) \| ([^|\n]+?)(?: \| ([^\n]+))?\n(.*)$/s.exec(told) ?? [];
	const [, over = '', titles = '', period = '', under = ''] =
		/^(.*?)\n?((?:> [^\n]*\n)+)@ ([^\n]*)\n?(.*)$/s.exec(words) ?? [];
	const table = tables[rows];
	if (!name || !format || !titles || !period || !table) throw new Error(`A block not well told: ${told}`);
	const periods = period.split(' // ');
	// «= …» at the end of what stands over is the first row of the table itself.
	const [, above = '', first = ''] = /^(.*?)((?:(?:^|\n)= [^\n]*)*)$/s.exec(over) ?? [];
	return {
		name,
		format: format as Format,
		body: `${above}\n[[\n${first.trim() ? `${first.trim()}\n` : ''}${table}\n]]\n${under.trim()}`,
		periods,
		truth: `${titles.replaceAll(/^> /gm, 'title: ')}period: ${periods[0]}\n${activities}`
	};
}

export const secondTitleBlocks = [schools, houses, territories].flatMap((told) =>
	told
		.trim()
		.split(/\n+(?==== )/)
		.map(blockOf)
);
