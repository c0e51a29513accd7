import { district } from './district';
import { lyceum } from './lyceum';
import type { Story } from './story';
import { villageSchool } from './village-school';

/** Everything one can sign in to in a demonstration copy, in the order of the sign-in page. */
export const stories: readonly Story[] = [villageSchool, lyceum, district];
