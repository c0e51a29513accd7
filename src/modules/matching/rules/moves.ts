import type { Placed } from './board';

export type MovedPair = Placed & { id: string; came: boolean };
export type KeptMove = {
	id: string;
	number: number;
	kind: 'move' | 'rearrangement';
	version: number;
	at: string;
	who: string;
	undone: boolean;
	pairs: MovedPair[];
};

/** The move that «Отменить» takes back, and the one that «Вернуть» makes again: those undone after the last that stands. */
export function turnsOf(moves: readonly KeptMove[]) {
	const last = moves.findLast(({ undone }) => !undone);
	return { last, next: moves.find(({ number, undone }) => undone && number > (last?.number ?? 0)) };
}

/** Pairs that a person has put together: a rearrangement keeps them. */
export function placedByHand(moves: readonly KeptMove[]) {
	const [moved, rearranged] = (['move', 'rearrangement'] as const).map(
		(kind) =>
			new Set(
				moves
					.filter((move) => move.kind === kind && !move.undone)
					.flatMap(({ pairs }) => pairs.flatMap(({ id, came }) => (came ? [id] : [])))
			)
	);
	return (pair: { id: string; byHand: boolean }) =>
		moved?.has(pair.id) === true || (pair.byHand && !rearranged?.has(pair.id));
}
