import { showDate } from '../../../../core/dates';
import type { PaperPlan } from '../../rules/paper';
import { purposeLines } from '../../rules/purpose';
import { readPeriod } from '../period';

/** Lines between the stamps and the table: the title, the period when the title is silent about it, the goal and the tasks. */
export function headingLines({ title, period, goal }: PaperPlan) {
	const silent = period !== null && readPeriod(title) === null;
	return {
		title,
		below: [
			...(silent ? [`Период действия: с ${showDate(period.from)} по ${showDate(period.to)}`] : []),
			...purposeLines(goal)
		]
	};
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** XML 1.0, 2.2: these signs may stand in no document; one of them and Word refuses the file. */
export const writable = (text: string) => text.toWellFormed().replace(unwritable, '');
