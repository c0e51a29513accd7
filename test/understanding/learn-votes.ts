import { writeFileSync } from 'node:fs';
import { capabilityCodes } from '../../src/modules/roadmap/rules/capabilities';
import { learn, tableOf } from './learn/learn';
import { banks, lessonsOf, papers } from './learn/lessons';

/**
 * `learn-votes.ts [--without-fourth]`: writes src/modules/roadmap/engine/votes-table.ts, the weights with which words vote for
 * capabilities, out of the tuned two thirds of all banks. Run it at the root of the project after a bank has grown.
 */
const old = process.argv.includes('--without-fourth');
const { fourthTitles, ...titleBanks } = banks;
const { fourthDocuments, ...documentBanks } = papers;
const lessons = lessonsOf(
	[...Object.values(titleBanks), ...(old ? [] : [fourthTitles])],
	[...Object.values(documentBanks), ...(old ? [] : [fourthDocuments])]
);
const table = tableOf(learn(lessons, capabilityCodes));
writeFileSync(
	'src/modules/roadmap/engine/votes-table.ts',
	`/** Written by test/understanding/learn-votes.ts out of ${lessons.length} titles of the tuned thirds; not to be mended by hand. */\nexport const votes = \`\n${table}\n\`;\n`
);
console.log(`${lessons.length} lessons, ${table.length} letters`);
