import { nounsOf } from '../../../src/modules/roadmap/engine/capability';
import { fixtures } from '../../../src/modules/roadmap/engine/fixtures/all';
import { titlesFor } from '../bank/titles';
import { documents, moreDocuments } from '../blind/documents/all';
import { type Described, truthOf } from '../blind/documents/described';
import { fourthDocuments } from '../blind/documents/fourth/all';
import { seventhDocuments } from '../blind/documents/seventh/all';
import { sixthDocuments } from '../blind/documents/sixth/all';
import { afterwards } from '../blind/documents/third/afterwards';
import { thirdDocuments } from '../blind/documents/third/all';
import { isHeldOut } from '../blind/examine';
import {
	type BlindTitle,
	fourthTitles,
	secondTitles,
	seventhTitles,
	sixthTitles,
	thirdTitles,
	titles
} from '../blind/titles';
import { knownPlans } from '../known';
import type { Lesson } from './learn';
import { own } from './own';
import { ownApart } from './own-apart';
import { ownAtLarge } from './own-at-large';
import { ownAtLength } from './own-at-length';
import { ownByTrade } from './own-by-trade';

const tuned = <T>(some: readonly T[]) => some.filter((_, at) => !isHeldOut(at));
const ofTitle = ({ title, code, also }: BlindTitle): Lesson => ({ nouns: nounsOf(title), codes: [code, ...also] });
const ofDocument = (one: Described): Lesson[] =>
	truthOf(one).activities.map(({ titles, does }) => ({ nouns: nounsOf(titles[0] ?? ''), codes: does }));

/** Banks of titles and documents by name, the oldest first. */
export const banks = { titles, secondTitles, thirdTitles, fourthTitles };
export const papers = { documents, moreDocuments, thirdDocuments, afterwards, fourthDocuments };

/** What may be looked at of banks every third of which is held out, and what nobody holds out. */
export const lessonsOf = (
	titleBanks: readonly (readonly BlindTitle[])[],
	documentBanks: readonly (readonly Described[])[]
) => [
	...titleBanks.flatMap((bank) => tuned(bank).map(ofTitle)),
	...documentBanks.flatMap((bank) => tuned(bank).flatMap(ofDocument)),
	...ownLessons(),
	...knownLessons(),
	...titlesFor(false).map(({ text, does }): Lesson => ({ nouns: nounsOf(text), codes: does }))
];

const ownLessons = () =>
	[own, ownAtLarge, ownApart, ownAtLength, ownByTrade]
		.map((some) => some.trim())
		.join('\n')
		.split('\n')
		.flatMap((line) => {
			const [code = '', titles = ''] = line.split(': ', 1).concat(line.slice(line.indexOf(': ') + 2));
			return titles.split('; ').map((title): Lesson => ({ nouns: nounsOf(title), codes: [code] }));
		});

/** What the project began with, where it is at hand, counts thrice, the engine's fixtures twice: they are to be read rightly whatever else is learnt. */
const knownLessons = () => {
	const once = knownPlans().flatMap(({ truth }) =>
		truth.activities.map(({ title, does }): Lesson => ({ nouns: nounsOf(title), codes: does }))
	);
	const invented = Object.values(fixtures).flatMap(({ rows }) =>
		rows.flatMap(({ gives = [] }) => gives.map(({ title, does }): Lesson => ({ nouns: nounsOf(title), codes: does })))
	);
	return [...once, ...once, ...once, ...invented, ...invented];
};

/** What the table of the program is learnt by: the sixth and the seventh bank wholly. */
export const allLessons = () => [
	...lessonsOf(Object.values(banks), Object.values(papers)),
	...[...sixthTitles, ...seventhTitles].map(ofTitle),
	...[...sixthDocuments, ...seventhDocuments].flatMap(ofDocument)
];
