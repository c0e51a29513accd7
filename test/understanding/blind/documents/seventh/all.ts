import type { Described } from '../described';
import { artsAndSport } from './arts-and-sport';
import { districts } from './districts';
import { gardensAndColleges } from './gardens-and-colleges';
import { lyceums } from './lyceums';
import { schools } from './schools';

/** The seventh bank: eighteen hands. Nothing of it is for tuning: only its means are ever shown. */
export const seventhDocuments: Described[] = [schools, gardensAndColleges, artsAndSport, districts, lyceums].flat();
