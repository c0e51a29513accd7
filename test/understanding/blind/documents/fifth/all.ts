import type { Described } from '../described';
import { gardensAndArts } from './gardens-and-arts';
import { people } from './people';
import { schools } from './schools';
import { services } from './services';

/** The fifth bank: twelve hands. Nothing of it is for tuning: measured whole, once, at first sight. */
export const fifthDocuments: Described[] = [schools, people, gardensAndArts, services].flat();
