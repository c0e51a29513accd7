import { actsOfMentoring } from './acts-of-mentoring';
import { actsOfPapers } from './acts-of-papers';
import { articlesOfLabour } from './articles-of-labour';
import type { KnownAct } from './known-act';

/**
 * Federal acts on mentoring, personal data and papers. What nobody has compared with the official text says «проверьте»; every word of
 * it can be corrected in the library. What is repealed keeps its line with its last day: papers of those days stay true.
 */
export const knownActs: readonly KnownAct[] = [...actsOfMentoring, ...actsOfPapers, ...articlesOfLabour];
