import type { Described } from '../described';
import { collegesAndArts } from './colleges-and-arts';
import { districtsAndLyceum } from './districts-and-lyceum';
import { gardens } from './gardens';
import { schools } from './schools';

/** The eighth bank: fourteen hands. Nothing of it is for tuning: only its means are ever shown. */
export const eighthDocuments: Described[] = [schools, gardens, collegesAndArts, districtsAndLyceum].flat();
