import type { KeptProgramme } from '../../registry/rules/kept-programme';
import { isOver } from './life';
import type { Mentorship } from './mentorship';

/** What the register of mentees says of those who take part: «вошёл в программу» with the pair's work, «завершил» with its end. */
export function programmesOf({ life, pairs, kind }: Pick<Mentorship, 'life' | 'pairs' | 'kind'>): KeptProgramme[] {
	if (!life.ordered && !life.allowed) return [];
	const over = isOver(life.state);
	const byMentee = Map.groupBy(
		pairs.filter(({ temporary }) => !temporary),
		({ mentee }) => mentee.id
	);
	return [...byMentee].map(([mentee, own]) => {
		const going = own.filter(({ left }) => !left);
		const from = own.reduce((first, pair) => (pair.from < first ? pair.from : first), own[0]?.from ?? life.term.from);
		const with_ = going.length > 0 ? going : own.slice(-1);
		const ended = over || going.length === 0;
		return {
			mentee,
			from,
			to: ended ? with_.reduce((last, { to }) => (to > last ? to : last), from) : null,
			outcome: ended ? (life.state === 'completed' ? ('completed' as const) : ('stopped' as const)) : null,
			partner: with_.length === 1 ? (with_[0]?.mentor.id ?? null) : null,
			partnerNote: with_.length === 1 ? '' : with_.map(({ mentor }) => mentor.name).join('; '),
			form: kind
		};
	});
}
