import type { Described } from '../described';
import { artsAndSport } from './arts-and-sport';
import { districts } from './districts';
import { gardensAndColleges } from './gardens-and-colleges';
import { gymnasiums } from './gymnasiums';
import { schools } from './schools';
import { special } from './special';

const kinds = [schools, gardensAndColleges, districts, special, artsAndSport, gymnasiums].flat();
const order = `
city-school-hurried-deputy
garden-methodist-long-sentences
college-of-service-umo
village-forty-pupils-months
district-centre-indicators-after
regional-institute-calendar-year
special-school-two-tables
arts-school-by-quarters
sport-school-places
childrens-home-in-brackets
cadet-corps-order-and-annex
private-gymnasium-phases
evening-school-behind-the-wall
quantorium-sprints-two-sheets
psychologists-centre-on-paper
network-of-three-schools
tatar-gymnasium-native-language
complex-of-five-buildings
`;

/** The fourth bank: eighteen hands, written and committed before the reader read it. The order decides which are held out. */
export const fourthDocuments: Described[] = order
	.trim()
	.split('\n')
	.map((wanted) => {
		const found = kinds.find(({ name }) => name === wanted);
		if (!found) throw new Error(`No document ${wanted}`);
		return found;
	});
