import { colleges } from './colleges';
import type { Described } from './described';
import { districts } from './districts';
import { kindergartens } from './kindergartens';
import { lyceums } from './lyceums';
import { persons } from './persons';
import { regions } from './regions';
import { schools } from './schools';
import { sportAndArts } from './sport-and-arts';
import { villageSchools } from './village-schools';

/** The order decides which are held out: new ones at the end. */
export const documents: Described[] = [...schools];

const kinds = [kindergartens, colleges, sportAndArts, districts, persons, villageSchools, lyceums, regions].flat();
const order = `
kindergarten-by-months
college-term-before-deed
sport-school-by-quarters
district-centre-page
tutor-own-plan
art-school-no-responsible
village-slips-of-the-pen
gymnasium-three-years
region-on-paper
music-school-head-again
`;

/** Documents of all kinds, each kind and each format now tuned by, now held out: new ones at the end of the order. */
export const moreDocuments: Described[] = order
	.trim()
	.split('\n')
	.map((wanted) => {
		const found = kinds.find(({ name }) => name === wanted);
		if (!found) throw new Error(`No document ${wanted}`);
		return found;
	});
