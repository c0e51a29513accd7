import type { Described } from '../described';
import { collegesAndLyceum } from './colleges-and-lyceum';
import { gardens } from './gardens';
import { schoolsPlain } from './schools-plain';
import { schoolsWithOrders } from './schools-with-orders';
import { schoolsWithoutWord } from './schools-without-word';
import { sportArtsDistricts } from './sport-arts-districts';

/** The ninth bank: sixteen hands. Nothing of it is for tuning: only its means are ever shown. */
export const ninthDocuments: Described[] = [
	schoolsWithOrders,
	schoolsPlain,
	schoolsWithoutWord,
	gardens,
	collegesAndLyceum,
	sportArtsDistricts
].flat();
