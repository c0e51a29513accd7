import { pointOf } from './edition';
import type { Change } from './plan-difference/difference';
import type { Edition, EditionRow } from './plan-difference/edition';

/** One point of an annex that amends a plan: what is ordered, and the row in its new words where there is one. */
export type Amendment = { text: string; row: EditionRow | null };

/**
 * The changes in the words of an order: «Пункт 3 изложить в следующей редакции:». Points are called by their numbers in the approved
 * edition, for that is the text which is being amended. What goes with its stage is not named row by row.
 */
export function amendmentsOf(approved: Edition, now: Edition, changes: readonly Change[]): Amendment[] {
	const point = pointsOf(approved, now);
	const goneStages = new Set(changes.flatMap((one) => (one.what === 'stage-removed' ? [one.title] : [])));
	const told = new Set<string>();
	return changes.flatMap((change): Amendment[] => {
		switch (change.what) {
			case 'heading':
				return [{ text: heading(change), row: null }];
			case 'stage-added':
				return [{ text: `Дополнить этапом «${change.title}»${placed(change.after, 'этапа')}.`, row: null }];
			case 'stage-removed':
				return [{ text: `Этап «${change.title}» исключить.`, row: null }];
			case 'stage-moved':
				return [{ text: `Этап «${change.title}» разместить${placed(change.after, 'этапа') || ' первым'}.`, row: null }];
			case 'stage-changed': {
				const what =
					change.field === 'title' ? `Наименование этапа «${change.title}»` : `Задачу этапа «${change.title}»`;
				return [{ text: anew(what, change.became), row: null }];
			}
			case 'removed':
				if (change.stage !== null && goneStages.has(change.stage)) return [];
				return [{ text: `${point(change.row)} «${change.row.title}» исключить.`, row: null }];
			case 'added': {
				const where = change.stage === null ? 'План' : `Этап «${change.stage}»`;
				const [after, before] = [point.above(change.row), point.below(change.row)];
				const place = after ? `после ${after} ` : before ? `перед ${before} ` : '';
				return [{ text: `${where} ${place}дополнить пунктом следующего содержания:`, row: change.row }];
			}
			default: {
				if (told.has(change.row.key)) return [];
				told.add(change.row.key);
				const all = changes.filter((one) => 'into' in one && one.row.key === change.row.key);
				const move = all.find(({ what }) => what === 'moved');
				const place = move?.what === 'moved' ? movedTo(move, point.above(move.into)) : null;
				const said = all.some(({ what }) => what === 'changed');
				const acts = [place, said && 'изложить в следующей редакции:'].filter(Boolean).join(' и ');
				return [{ text: `${point(change.row)} ${acts}${said ? '' : '.'}`, row: said ? change.into : null }];
			}
		}
	});
}

const anew = (what: string, words: string) =>
	words ? `${what} изложить в следующей редакции: «${words}».` : `${what} исключить.`;

const headings = { title: 'Наименование', period: 'Период действия', goal: 'Цель и задачи' } as const;
const heading = ({ field, became }: Extract<Change, { what: 'heading' }>) => anew(headings[field], became);

const placed = (after: string | null, what: string) => (after ? ` после ${what} «${after}»` : '');

function movedTo({ from, to }: Extract<Change, { what: 'moved' }>, above: string | null) {
	const place = above ? `после ${above}` : 'первым';
	if (from === to) return `разместить ${place}`;
	const where = to === null ? 'из этапа' : `в этап «${to}»`;
	return `перенести ${where} (${place})`;
}

/** How rows are called: «Пункт 3», and by the stage too where numbers begin anew in each. `above`, `below`: the rows beside, for «после …», «перед …». */
function pointsOf(approved: Edition, now: Edition) {
	const numbers = approved.rows.map(({ key }) => pointOf(approved, key));
	const repeated = new Set(numbers).size < numbers.length;
	const known = new Map(approved.rows.map((row, at) => [row.id ?? row.key, { row, number: numbers[at] }]));
	const stageOf = (row: EditionRow) => (row.stage === null ? null : approved.stages[row.stage]?.title);
	const call = (row: EditionRow, word: string) => {
		const stage = repeated ? stageOf(row) : null;
		return `${word} ${known.get(row.id ?? row.key)?.number ?? ''}${stage ? ` этапа «${stage}»` : ''}`;
	};
	/** The row so many places further in the same stage. */
	const beside = (row: EditionRow, step: 1 | -1, word: string) => {
		const other = now.rows[now.rows.findIndex(({ key }) => key === row.key) + step];
		if (!other || other.stage !== row.stage) return null;
		const old = known.get(other.id ?? other.key)?.row;
		return old ? call(old, word) : `${word} «${other.title}»`;
	};
	return Object.assign((row: EditionRow) => call(row, 'Пункт'), {
		above: (row: EditionRow) => beside(row, -1, 'пункта'),
		below: (row: EditionRow) => beside(row, 1, 'пунктом')
	});
}
