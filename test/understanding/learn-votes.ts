import { writeFileSync } from 'node:fs';
import { capabilityCodes } from '../../src/modules/roadmap/rules/capabilities';
import { learn, tableOf } from './learn/learn';
import { allLessons } from './learn/lessons';

/**
 * `learn-votes.ts`: writes src/modules/roadmap/engine/votes-table.ts, the weights with which words vote for capabilities, out of the
 * tuned two thirds of all banks. Run it at the root of the project after a bank has grown.
 */
const lessons = allLessons();
const table = tableOf(learn(lessons, capabilityCodes));
writeFileSync(
	'src/modules/roadmap/engine/votes-table.ts',
	`/** Written by test/understanding/learn-votes.ts out of ${lessons.length} titles of what may be learnt by; not to be mended by hand. */\nexport const votes = \`\n${table}\n\`;\n`
);
console.log(`${lessons.length} lessons, ${table.length} letters`);
