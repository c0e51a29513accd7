import { capabilities } from '../capabilities';
import type { Draft } from '../draft';
import { asBefore } from '../hints';
import { bareLaws, misquotes } from './acts';
import {
	approvalOfAnotherYear,
	daysOff,
	daysThatAreNot,
	outsidePeriod,
	reversedDeadlines,
	titleOfAnotherYear
} from './days';
import { foreignKinds } from './kinds';
import { foreignOrganisation } from './organisation';
import { twoSpellings, whoHasLeft, wordingsOfPeople } from './people';
import type { Home, Remark } from './remark';
import { blanksLeft, emptyStages, numberGaps, repeated } from './rows';

/**
 * Reads the plan as a careful colleague would before it is signed. It follows from the draft as it stands: what is mended is
 * no longer said. Without `home` it says what any reader could.
 */
export const allRemarks = (draft: Draft, home?: Home): Remark[] => [
	...(home ? asBefore(draft, home.hints, (code) => capabilities[code].name) : []),
	...(home ? foreignOrganisation(draft, home) : []),
	...foreignKinds(draft),
	...titleOfAnotherYear(draft),
	...emptyStages(draft),
	...(home ? whoHasLeft(draft, home) : []),
	...outsidePeriod(draft),
	...daysThatAreNot(draft),
	...reversedDeadlines(draft),
	...misquotes(draft),
	...bareLaws(draft),
	...repeated(draft),
	...blanksLeft(draft),
	...wordingsOfPeople(draft),
	...twoSpellings(draft, home),
	...numberGaps(draft),
	...approvalOfAnotherYear(draft),
	...daysOff(draft)
];

/** What was not left as it is. */
export const remarksOn = (draft: Draft, home?: Home): Remark[] => {
	const left = new Set(draft.leftAsIs ?? []);
	return allRemarks(draft, home).filter(({ id }) => !left.has(id));
};

/** The remark is not said again, whoever opens the import. */
export const leaveAsIs = (draft: Draft, id: string): Draft => ({
	...draft,
	leftAsIs: [...new Set([...(draft.leftAsIs ?? []), id])]
});
