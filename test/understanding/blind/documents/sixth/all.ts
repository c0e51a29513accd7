import type { Described } from '../described';
import { arts } from './arts';
import { districts } from './districts';
import { gardensAndColleges } from './gardens-and-colleges';
import { schools } from './schools';

/** The sixth bank: twelve hands that have not seen the reader. All of it may be tuned by: nothing is held out. */
export const sixthDocuments: Described[] = [schools, gardensAndColleges, districts, arts].flat();
