import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ballotOf } from '../../../src/modules/roadmap/engine/votes';
import { votes } from '../../../src/modules/roadmap/engine/votes-table';
import { capabilityCodes } from '../../../src/modules/roadmap/rules/capabilities';
import { learn, tableOf } from './learn';
import { allLessons } from './lessons';

test.skipIf(!existsSync('../shared/acceptance/seeds'))(
	'the table of votes is what the lessons give: learn-votes.ts wrote it',
	() => {
		expect(votes.trim() === tableOf(learn(allLessons(), capabilityCodes)), 'run learn-votes.ts').toBe(true);
	}
);

test('a title in words of nobody is told by all of them together, with the words that told it', () => {
	const ballot = ballotOf('чаепитие с психологом для новичков');
	expect(ballot?.first).toBe('support');
	expect(ballot?.words('support')).toContain('психологом');
	expect(ballotOf('абвгд')).toBeUndefined();
});
