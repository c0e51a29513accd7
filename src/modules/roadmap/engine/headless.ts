import type { Columns } from './columns';
import { readDeadline } from './deadlines/read-deadline';
import { cellText, type Table } from './grid';
import { hasName } from './people-names';
import { beginsWithPost, isGroup } from './posts';

/** A table of fewer rows tells too little about itself. */
const leastRows = 3;

type Share = { filled: number; numbers: number; deadlines: number; people: number; length: number };

/** Roles of the columns of a table without a head, told by what stands in them; undefined when it is no plan. */
export function columnsByContent(table: Table): Columns | undefined {
	if (table.rows.length < leastRows || table.width < 2) return undefined;
	const shares = Array.from({ length: table.width }, (_, column) => shareOf(table, column));
	const columns: Columns = shares.map(() => null);
	const pick = (value: (share: Share) => number, least: number) => {
		const best = shares
			.map(value)
			.reduce(
				(top, score, index, all) =>
					columns[index] === null && score > (top < 0 ? least : (all[top] ?? 0)) ? index : top,
				-1
			);
		return best;
	};
	const number = shares.findIndex((share, index) => index < 2 && share.numbers > 0.6 && share.filled > 0.3);
	if (number >= 0) columns[number] = 'number';
	const deadline = pick((share) => share.deadlines, 0.5);
	if (deadline >= 0) columns[deadline] = 'deadline';
	const responsible = pick((share) => (share.length < 160 ? share.people : 0), 0.5);
	if (responsible >= 0) columns[responsible] = 'responsible';
	const activity = pick((share) => share.length * Math.min(1, share.filled + 0.3), 12);
	if (activity < 0 || (deadline < 0 && responsible < 0)) return undefined;
	columns[activity] = 'activity';
	columns.forEach((role, column) => {
		if (role !== null || (shares[column]?.filled ?? 0) === 0) return;
		columns[column] = column < activity ? 'stage' : 'results';
	});
	return columns;
}

/** Columns whose head says nothing known are told by what stands in them, where the plan lacks such a column. */
export function nameByContent(columns: Columns, table: Table) {
	columns.forEach((role, column) => {
		if (role !== null || table.rows.length < leastRows) return;
		const { filled, deadlines, people, length } = shareOf(table, column);
		if (filled < 0.3) return;
		if (!columns.includes('deadline') && deadlines > 0.7) columns[column] = 'deadline';
		else if (!columns.includes('responsible') && (people > 0.7 ? length < 90 : people >= 0.5 && length < 60))
			columns[column] = 'responsible';
	});
}

/**
 * What is left when the head's words and the terms and people are told: a column of labels left of the deeds, each over several rows,
 * names the stages; the only one right of them that is filled with words says what comes of them.
 */
export function nameRestByContent(columns: Columns, table: Table) {
	const activity = columns.indexOf('activity');
	if (activity < 0 || table.rows.length < leastRows) return;
	const unnamed = columns.flatMap((role, column) => (role === null ? [column] : []));
	const labels = unnamed.filter((column) => column < activity && holdsLabels(table, column, activity));
	if (labels.length === 1 && !columns.includes('stage')) columns[labels[0] as number] = 'stage';
	const words = unnamed.filter((column) => column > activity && holdsWords(table, column));
	if (words.length === 1 && !columns.includes('results')) columns[words[0] as number] = 'results';
}

function holdsLabels(table: Table, column: number, activity: number) {
	const rows = table.rows.filter((row) => cellText(row.cells[activity]) !== '');
	const own = rows.filter((row) => cellText(row.cells[column]) !== '' && row.cells[column]?.merged === null);
	const { deadlines, numbers, length } = shareOf(table, column);
	return own.length > 0 && own.length <= rows.length * 0.6 && deadlines < 0.5 && numbers < 0.5 && length < 150;
}

function holdsWords(table: Table, column: number) {
	const { filled, deadlines, people, numbers, length } = shareOf(table, column);
	const texts = table.rows.map((row) => cellText(row.cells[column])).filter((text) => text !== '');
	const made = texts.filter((text) => outcome.test(text)).length;
	return filled > 0.5 && deadlines < 0.3 && people < 0.4 && numbers < 0.3 && length >= 4 && made >= texts.length * 0.4;
}

/** Papers that are left and states that are reached. */
const outcome =
	/(?<![а-яё])(?:приказ|справк|протокол|журнал|отч[её]т|план|спис|перечен|анализ|материал|карт[аыо]|лист|папк|программ|положени|договор|соглас|сайт|страниц|запис|заметк|фото|видео|грамот|дневник|тетрад|анкет|таблиц|банк|баз[аы]|реестр|сводк|сборник|памятк|методичк|конспект|свод|повышен|снижен|рост|увеличен|улучшен|готовност|выполнен|создан|сформир|наличие|получен|пополнен|обновл|утвержд|решени|рекомендац|благодарност|сертификат|диплом|данные|переписк|личн\S+ дел|\d\s?%)/i;

/** Short, and neither a time nor a number nor somebody with a name. */
export const couldHeadColumn = (text: string) =>
	text.length <= longestHead && !/^[\d.,\s]+%?$/.test(text) && !hasName(text) && !isTime(text);
const longestHead = 60;
const isTime = (text: string) => {
	const { deadline, why } = readDeadline(text, null);
	return deadline.kind !== 'none' && why === null && !/^20\d\d/.test(text);
};

/** When and who stand in nearly all rows, and what is done in words. */
export function tellsDeeds(columns: Columns, table: Table) {
	const of = (role: 'activity' | 'deadline' | 'responsible') => shareOf(table, columns.indexOf(role));
	const [deeds, times, people] = [of('activity'), of('deadline'), of('responsible')];
	return deeds.filled > 0.7 && deeds.length > 8 && deeds.people < 0.3 && times.deadlines > 0.6 && people.filled > 0.6;
}

function shareOf(table: Table, column: number): Share {
	const texts = table.rows.map((row) => cellText(row.cells[column])).filter((text) => text !== '');
	const part = (test: (text: string) => boolean) => (texts.length ? texts.filter(test).length / texts.length : 0);
	return {
		filled: texts.length / table.rows.length,
		numbers: part((text) => /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,4})[.)]?$/.test(text)),
		deadlines: part(
			(text) =>
				text.length < 90 &&
				!/^\d{1,2}\.?$/.test(text) &&
				readDeadline(text, null).deadline.kind !== 'external' &&
				readDeadline(text, null).deadline.kind !== 'none'
		),
		people: part((text) => hasName(text) || (text.length < 120 && (beginsWithPost(text) || isGroup(text)))),
		length: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length)
	};
}
