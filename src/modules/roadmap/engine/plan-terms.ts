import { namesTerm } from './deadlines/term';
import { type PlanRow, partText, type ReadRow } from './plan-rows';
import { remembering } from './remembering';

/**
 * «Сентябрь» over several rows, or beside them where a stage would stand, is when they are done, unless they say it
 * themselves. Over them it is a stage too only where the plan has no others.
 */
export function settleTerms(rows: readonly ReadRow[]): ReadRow[] {
	const headings = rows.filter((row) => row.kind === 'stage');
	const labels = rows.filter((row) => row.kind === 'activity' && row.parts.stage);
	const hasStages = headings.some(({ term }) => !term) || labels.length > 0;
	const outer = headings[0]?.term === true;
	const namesTermOnce = remembering(namesTerm, 1000); // a stage stands over many rows
	let term: PlanRow['parts']['deadline'];
	return rows.map((row): ReadRow => {
		if (row.kind === 'stage' && row.term) {
			term = { lines: row.sources.flatMap(({ lines }) => lines), sources: row.sources };
			return hasStages ? { kind: 'ignored', reason: 'Срок строк под ним', sources: row.sources } : row;
		}
		if (row.kind === 'stage' && !outer) term = undefined;
		if (row.kind !== 'activity') return row;
		const label = row.parts.stage;
		if (label) {
			const isTerm = namesTermOnce(partText(label));
			if (isTerm || !outer) term = isTerm ? label : undefined;
		}
		if (term && !row.parts.deadline) row.parts.deadline = term;
		return row;
	});
}
