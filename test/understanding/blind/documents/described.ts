import { type CapabilityCode, isCapability } from '../../../../src/modules/roadmap/rules/capabilities';
import type { Period } from '../../../../src/modules/roadmap/rules/understanding';
import { type Reading, readingsOf } from '../deadlines';
import { peopleOf, type Somebody } from '../responsibles';
import type { Format } from './files';

/**
 * A whole document and, apart from it, what a person reads in it.
 * body: paragraphs; a table between [[ and ]], its head first: cells parted by «|», ⏎ a new line in a cell, ^ merged with
 * the cell above, «= …» across the table, --- a new page. truth: title (several lines are right alike), period,
 * «# number | title» a stage, «* title | deadline | responsible | results | codes» an activity; « // » parts right readings.
 * «#? Октябрь» a heading that some read as a stage and some do not; «*^ …» an activity of this stage or the one above.
 * «## 1.1 | title» a part of the stage told last with «#»: what stands in it may be counted to either.
 */
export type Described = { name: string; format: Format; body: string; truth: string };

export type HandActivity = {
	titles: string[];
	/** Right alike; null: of no stage. */
	stages: (number | null)[];
	deadlines: Reading[];
	people: Somebody[][];
	results: string[][];
	does: CapabilityCode[];
};
export type HandTruth = { titles: string[]; period: Period | null; stages: string[]; activities: HandActivity[] };

export function truthOf({ truth }: Described): HandTruth {
	const read: HandTruth = { titles: [], period: null, stages: [], activities: [] };
	let stages: (number | null)[] = [null];
	let whole = 0;
	for (const line of truth.trim().split('\n')) {
		const [, mark, words = ''] = /^(title:|period:|##|#\??|\*\^?) (.*)$/.exec(line) ?? [];
		if (mark === 'title:') read.titles.push(words);
		else if (mark === 'period:')
			read.period = words === 'none' ? null : (readingsOf(`windows ${words}`)[0]?.windows[0] ?? null);
		else if (mark === '#' || mark === '#?' || mark === '##') {
			const stage = read.stages.push(words.split(' | ').at(-1) as string) - 1;
			if (mark !== '##') whole = stage;
			stages = mark === '#' ? [stage] : [stage, mark === '##' ? whole : null];
		} else if (mark === '*') read.activities.push(activityOf(words, stages));
		else if (mark === '*^') read.activities.push(activityOf(words, [...stages, read.stages.length - 2]));
		else throw new Error(`What is this line of a truth: ${line}`);
	}
	return read;
}

function activityOf(words: string, stages: (number | null)[]): HandActivity {
	const [title = '', deadline = '', people = '', results = '', does = '', ...more] = words
		.split(/ \|(?= |$)/)
		.map((part) => part.trim());
	const codes = does.split(' ').filter(isCapability);
	if (more.length || codes.join(' ') !== does || does === '') throw new Error(`An activity not well told: ${words}`);
	return {
		titles: title.split(' // '),
		stages,
		deadlines: readingsOf(deadline || 'none'),
		people: peopleOf(people),
		results: results.split(' // ').map((one) => (one ? one.split(' + ') : [])),
		does: codes
	};
}
