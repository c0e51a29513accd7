import { showDate } from '../../../core/dates';
import { held } from './meeting';
import type { WorkLine } from './overview';
import { goals } from './words';

/** What of the meetings of all pairs is shown as done: each is a line of a plan of its own. */
export const proofs = {
	first: 'Встречи-знакомства: готовность обоих',
	planning: 'Встречи-планирования: план встреч каждой пары',
	regular: 'Регулярные встречи с откликами',
	final: 'Итоговые встречи пар и групп'
} as const;
export type ProofOf = keyof typeof proofs;

/** Whether a pair has what is shown. */
export const proved: Record<ProofOf, (line: WorkLine) => boolean> = {
	first: ({ road }) => road.first !== null && road.ready,
	planning: ({ road }) => road.planning !== null && road.planned + road.heldCount > 1,
	regular: ({ road, rhythm }) => road.heldCount > 0 && !rhythm.quiet,
	final: ({ road }) => road.final !== null
};

const day = (one: string | null) => (one ? showDate(one) : '—');

const columns: Record<ProofOf, { headings: string[]; cells: (line: WorkLine) => string[] }> = {
	first: {
		headings: ['Встреча-знакомство', 'Готовность к работе'],
		cells: ({ road }) => [day(road.first), road.ready ? 'оба готовы' : road.first ? 'сказали не все' : '—']
	},
	planning: {
		headings: ['Встреча-планирование', 'План встреч'],
		cells: ({ road, meetings }) => [
			day(road.planning),
			meetings
				.flatMap(({ plannedOn, cancelledOn }) => (plannedOn && !cancelledOn ? [showDate(plannedOn)] : []))
				.join(', ') || '—'
		]
	},
	regular: {
		headings: ['Состоялось встреч', 'Дни встреч', 'Встреч с откликами обоих', 'Дней после последней'],
		cells: ({ meetings, silent, road, rhythm }) => [
			String(road.heldCount),
			held(meetings)
				.map(({ heldOn }) => day(heldOn))
				.join(', ') || '—',
			`${road.heldCount - silent} из ${road.heldCount}`,
			String(rhythm.days)
		]
	},
	final: {
		headings: ['Итоговая встреча', 'Цель программы', 'К чему пришли'],
		cells: ({ road: { final } }) => [
			day(final?.heldOn ?? null),
			final?.goal ? goals[final.goal] : '—',
			final?.works || '—'
		]
	}
};

/** The table of the paper: every pair, with what it has and what it lacks. */
export function proofTable(of: ProofOf, lines: readonly WorkLine[]) {
	const { headings, cells } = columns[of];
	return {
		headings: ['№', 'Пара (группа)', ...headings],
		rows: lines.map((line, at) => [String(at + 1), line.title, ...cells(line)])
	};
}
