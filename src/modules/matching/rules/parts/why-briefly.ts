import { barred, type Market } from '../market';
import type { Choice } from '../whole';
import type { Unmatched } from '../why-unmatched';

const reasons: Record<Unmatched['kind'], string> = {
	'no-candidate': 'Подходящего наставника нет.',
	'no-places': 'У подходящих наставников нет свободных мест: мест нет вовсе или они закреплены.',
	shortage: 'Места подходящих наставников достались другим по очереди и баллам.',
	whole: 'Нужны были оба наставника сразу или группа наименьшего размера; целиком это не сложилось.'
};

/**
 * Only the kind of reason, for a whole so large that rivals and advice for each would be longer than the matching itself.
 * By places in the market's input.
 */
export function whyBriefly(market: Market, choices: readonly Choice[]): Unmatched[] {
	const { problem, alone, needs, rowStart, rowEnd, state, mentor, capacity } = market;
	const dropped = new Set(choices.map((choice) => (choice.kind === 'drop' ? choice.mentee : -1)));
	const closed = new Set(choices.map((choice) => (choice.kind === 'close' ? choice.mentor : -1)));
	const lockedOf = new Map<number, number>();
	for (const { mentee } of market.locked) lockedOf.set(mentee, (lockedOf.get(mentee) ?? 0) + 1);
	const list: Unmatched[] = [];
	for (const [mentee, i] of problem.menteeNumber.entries()) {
		if (dropped.has(i)) list.push(brief(mentee, 0, 2, 'whole'));
		else if (alone[i]! > 0) {
			const wanted = needs[i]! + (lockedOf.get(i) ?? 0);
			list.push(brief(mentee, wanted - alone[i]!, wanted, kindOf(i)));
		}
	}
	return list;

	function kindOf(i: number): Unmatched['kind'] {
		let [candidates, withPlaces, groups] = [0, 0, 0];
		for (let e = rowStart[i]!; e < rowEnd[i]!; e++) {
			// matched ones are no longer open to this mentee
			if (state[e] === barred || e === market.first[i] || e === market.second[i]) continue;
			candidates += 1;
			if (capacity[mentor[e]!]! > 0) withPlaces += 1;
			if (closed.has(mentor[e]!)) groups += 1;
		}
		if (candidates === 0) return 'no-candidate';
		if (withPlaces > 0) return 'shortage';
		return groups > 0 ? 'whole' : 'no-places';
	}
}

const brief = (mentee: number, got: number, needs: number, kind: Unmatched['kind']): Unmatched => ({
	mentee,
	got,
	needs,
	kind,
	reason: got > 0 ? `Найден один наставник из двух. ${reasons[kind]}` : reasons[kind],
	wouldUnlock: []
});
