import { expect, test } from 'vitest';
import { anUnderstanding, aRow } from '../../../../test/understood';
import { draftOf } from './draft';
import { warningsOf } from './draft-warnings';
import type { Deadline, Understanding } from './understanding';

const due = (from: string, to: string): Deadline => ({ text: 'срок', kind: 'windows', windows: [{ from, to }] });
const named = { responsible: [{ text: 'Куратор', kind: 'role' as const }] };
const about = (parts: Partial<Understanding>) => warningsOf(draftOf(anUnderstanding(parts)));

test('a plan that says everything is not warned about', () => {
	const activities = [
		aRow({ title: 'Приказ', deadline: due('2026-08-01', '2026-08-31'), ...named }),
		aRow({ title: 'Отчёт', deadline: due('2027-05-01', '2027-05-31'), ...named })
	];
	expect(about({ activities })).toEqual([]);
});

test('what is not said at all is said once', () => {
	expect(about({ title: null, period: null, activities: [aRow({ title: 'Приказ' })] })).toEqual([
		'title',
		'period',
		'deadlines',
		'responsible'
	]);
});
