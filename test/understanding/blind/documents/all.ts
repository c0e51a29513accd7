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
boarding-school-goals-of-stages
young-specialist-own-plan
technicum-numbers-of-stages
kindergarten-slid-stages
special-school-lists-in-lists
district-office-order-and-indicators
evening-school-no-period
extra-education-centre-marks
lyceum-two-sheets
college-table-a-stage
region-half-years
kindergarten-no-table
island-school-quarters-of-school-year
methodic-service-norms
resource-centre-schools-wait
gymnasium-nothing-drawn
circle-of-young-teachers
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
