import { actsIn } from '../../rules/checker/acts';
import { blanksIn } from '../../rules/checker/blanks';
import { cancelledIn } from '../../rules/checker/cancelled';
import { consentsIn } from '../../rules/checker/consents';
import { basesAfter, datesIn, dayOfPaper } from '../../rules/checker/days';
import { organisationsIn } from '../../rules/checker/organisation';
import type { Finding, PaperHome, Piece } from '../../rules/checker/paper';
import { peopleIn } from './people';

/** More findings of one kind than these tell nothing new. */
const mostOfAKind = 30;

/** Reads a paper as a careful colleague would before it is signed. */
export function checkPaper(pieces: readonly Piece[], home: PaperHome): Finding[] {
	const on = dayOfPaper(pieces) ?? home.today;
	const found: Finding[] = [
		...blanksIn(pieces),
		...organisationsIn(pieces, home),
		...actsIn(pieces, home.acts, on),
		...cancelledIn(pieces, home.cancelled ?? []),
		...peopleIn(pieces, home, on),
		...datesIn(pieces),
		...basesAfter(pieces),
		...consentsIn(pieces)
	];
	const at = new Map(pieces.map(({ place }, index) => [place, index]));
	const once = [...new Map(found.map((one) => [`${one.kind} ${one.place} ${one.written}`, one])).values()];
	return [...Map.groupBy(once, ({ kind }) => kind).values()]
		.flatMap((alike) => alike.slice(0, mostOfAKind))
		.toSorted((a, b) => (at.get(a.place) ?? 0) - (at.get(b.place) ?? 0));
}
