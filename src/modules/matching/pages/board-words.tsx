import type { Problems } from '../../../core/forms';
import type { View } from '../../../core/view';
import { counted, shortName } from '../../../ui/text';
import type { KeptTie } from '../queries/details';
import type { Proposal, ProposalPair } from '../queries/proposals';
import type { Run } from '../queries/runs';
import type { Better } from '../rules/better';
import { type Cost, movesBetween, type PointsTable, type Standing } from '../rules/board';
import type { KeptMove } from '../rules/moves';
import { briefIn, moveWords, type Names, pointForms } from './words';

export type BoardProps = {
	view: View;
	proposal: Proposal;
	run: Run;
	names: Names;
	table: PointsTable;
	pairs: readonly ProposalPair[];
	kept: readonly ProposalPair[];
	locks: ReadonlySet<string>;
	ties: readonly KeptTie[];
	moves: readonly KeptMove[];
	standing: Standing;
	cost: Cost | undefined;
	/** Undefined: decisions contradict each other. */
	better: Better | undefined | 'not-asked';
	/** Which mentors are looked for; empty: all. */
	q: string;
	who: string;
	to: string;
	seen: number;
	late: boolean;
	problems: Problems;
};

/** «+120 баллов», «−1 балл», «баллы те же» */
export const pointsWords = (points: number) =>
	points === 0 ? 'баллы те же' : `${points > 0 ? '+' : '−'}${counted(Math.abs(points), pointForms)}`;

/** «−120 баллов; без наставника: Орлова Т. Ф.; сверх мест: Белова А. С. (на 1)» */
export function costWords({ points, left, found, over }: Cost, names: Names) {
	const list = (ids: readonly string[]) => ids.map((id) => briefIn(names, id)).join(', ');
	return [
		pointsWords(points),
		left.length > 0 && `теперь без наставника: ${list(left)}`,
		found.length > 0 && `наставник нашёлся: ${list(found)}`,
		over.length > 0 && `сверх мест: ${over.map(({ mentor, by }) => `${briefIn(names, mentor)} (на ${by})`).join(', ')}`
	]
		.filter(Boolean)
		.join('; ');
}

/** Who went where, one line a person. */
export const linesOf = ({ pairs }: Pick<KeptMove, 'pairs'>, table: PointsTable, names: Names) =>
	movesBetween(
		pairs.filter(({ came }) => !came),
		pairs.filter(({ came }) => came),
		table
	).map((move) => moveWords(move, names));

/** «Дронова В. П., перевод: Гусев Б. О.: …» in one line. */
export const moveLine = (move: KeptMove, table: PointsTable, names: Names) =>
	`${shortName(move.who)}${move.undone ? ', ход отменён' : ''}: ${linesOf(move, table, names).join('; ')}`;
