import { outcomes } from '../../interviews/rules/questions';
import { keyOf, type Placed } from './board';
import type { Facts, MenteeFacts, MentorFacts, Tie } from './score/people';

export type Decision = Tie & { reason: string };
/** A pair as the talks and the mutual choice leave it; `advice` is where the decision begins. */
export type RoundLine = Placed & {
	told: string[];
	advice: 'lock' | 'apart' | '';
	reason: string;
	decided: Tie['kind'] | undefined;
};

/** Every pair of the proposal, and those who named each other and are no pair in it. Who has left a register is not asked about. */
export function roundOf(pairs: readonly Placed[], { mentees, mentors, ties }: Facts): RoundLine[] {
	const [ofMentees, ofMentors] = [mentees, mentors].map(
		(list) => new Map<string, MenteeFacts | MentorFacts>(list.map((one) => [one.id, one]))
	);
	const decided = new Map(ties.map((tie) => [keyOf(tie), tie.kind]));
	const line = (pair: Placed, proposed: boolean): RoundLine[] => {
		const [mentee, mentor] = [ofMentees?.get(pair.mentee), ofMentors?.get(pair.mentor)];
		if (!mentee || !mentor) return [];
		return [{ ...pair, ...told(mentee, mentor, proposed), decided: decided.get(keyOf(pair)) }];
	};
	const there = new Set(pairs.map(keyOf));
	const mutual = mentees.flatMap(({ id, named }) =>
		(named ?? [])
			.filter((mentor) => ofMentors?.get(mentor)?.named?.includes(id))
			.map((mentor) => ({ mentee: id, mentor }))
			.filter((pair) => !there.has(keyOf(pair)))
	);
	return [...pairs.flatMap((pair) => line(pair, true)), ...mutual.flatMap((pair) => line(pair, false))];
}

/** A refusal in a talk, or both choosing others, forbids; both choosing each other is a wish to keep. Anything else is left to the matching. */
function told(mentee: MenteeFacts | MentorFacts, mentor: MenteeFacts | MentorFacts, proposed: boolean) {
	const talks = [
		['наставляемый', mentee.interview],
		['наставник', mentor.interview]
	] as const;
	const said = talks.flatMap(([who, outcome]) => (outcome ? [`собеседование, ${who}: ${outcomes[outcome]}`] : []));
	const [his, hers] = [mentee.named?.indexOf(mentor.id), mentor.named?.indexOf(mentee.id)];
	const places = [
		his === undefined ? '' : his < 0 ? 'наставляемый назвал других' : `наставляемый назвал, место ${his + 1}`,
		hers === undefined ? '' : hers < 0 ? 'наставник назвал других' : `наставник назвал, место ${hers + 1}`
	].filter(Boolean);
	const against = talks.find(([, outcome]) => outcome === 'refused' || outcome === 'other-role');
	const verdict = (advice: 'lock' | 'apart' | '', reason: string) => ({ told: [...said, ...places], advice, reason });
	if (against?.[1]) return verdict('apart', `Собеседование, ${against[0]}: ${outcomes[against[1]]}`);
	if (his === undefined || hers === undefined) return verdict('', '');
	if (his < 0 && hers < 0) return verdict('apart', 'После встречи оба назвали других');
	return his >= 0 && hers >= 0 ? verdict(proposed ? 'lock' : '', 'После встречи назвали друг друга') : verdict('', '');
}

/** What was chosen in the form, «lock mentee mentor», with its reason; only of pairs that are asked about and not decided yet. */
export function decisionsIn(chosen: readonly string[], lines: readonly RoundLine[]): Decision[] {
	const open = new Map(lines.filter(({ decided }) => !decided).map((one) => [keyOf(one), one]));
	return chosen.flatMap((text): Decision[] => {
		const [kind, mentee = '', mentor = ''] = text.split(' ');
		const line = open.get(keyOf({ mentee, mentor }));
		if (!line || (kind !== 'lock' && kind !== 'apart')) return [];
		open.delete(keyOf(line)); // decided once
		return [{ mentee, mentor, kind, reason: line.advice === kind ? line.reason : 'Решено после бесед и встречи' }];
	});
}
