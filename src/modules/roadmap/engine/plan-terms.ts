import { namesTerm } from './deadlines/term';
import { plainLine } from './grid';
import { type Part, type PlanRow, partText, type ReadRow } from './plan-rows';
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
	const saidOfLabels = labelsTell(rows, labels);
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
		const said = saidOfLabels.get(row);
		if (said) row.parts.deadline = said;
		const days = partText(row.parts.deadline);
		if (term && row.parts.deadline && onlyDays.test(days))
			row.parts.deadline = {
				lines: [plainLine(`${days} ${partText(term).toLowerCase()}`)],
				sources: row.parts.deadline.sources
			};
		if (term && !row.parts.deadline) row.parts.deadline = term;
		return row;
	});
}

/** «II этап (октябрь – апрель)» tells the time of its rows where none of them tells its own. */
function labelsTell(rows: readonly ReadRow[], labels: readonly ReadRow[]): Map<ReadRow, Part> {
	const told = new Map<ReadRow, Part>();
	if (rows.some((row) => row.kind === 'activity' && row.parts.deadline)) return told;
	const termIn = remembering((text: string) => {
		const words = inBrackets.exec(text)?.[1] ?? '';
		return namesTerm(words) ? words : '';
	}, 1000);
	const inColumn = labels.length > 0;
	let term: Part | undefined;
	for (const row of rows) {
		const text =
			row.kind === 'stage'
				? row.text
				: row.kind === 'activity' && row.parts.stage
					? partText(row.parts.stage)
					: undefined;
		if (text !== undefined && (row.kind === 'activity') === inColumn) {
			const words = termIn(text);
			const sources =
				row.kind === 'stage' ? row.sources : row.kind === 'activity' ? (row.parts.stage?.sources ?? []) : [];
			term = words ? { lines: [plainLine(words)], sources } : undefined;
		}
		if (row.kind === 'activity' && term) told.set(row, term);
	}
	return told;
}
/** «3–8» under «Сентябрь». */
const onlyDays = /^\d{1,2}(?:\s?[-–—,]\s?\d{1,2})*$/;
const inBrackets = /\(([^()]{3,60})\)/;
