import { createHash } from 'node:crypto';
import type { Edition } from './plan-difference/edition';

/** SHA-256 of the words of an edition, in hexadecimal: equal words, equal sum, whatever ids stand behind them. */
export function hashOf({ title, goal, period, stages, rows }: Edition) {
	const words = [
		title,
		goal,
		period && [period.from, period.to],
		stages.map((stage) => [stage.number, stage.title, stage.goal]),
		rows.map((row) => [row.stage, row.number, row.lead, row.title, row.deadline, row.responsible, row.results])
	];
	return createHash('sha256').update(JSON.stringify(words)).digest('hex');
}
