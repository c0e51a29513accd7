import { expect, test } from 'vitest';
import { anUnderstanding, aRow } from '../../../../test/understood';
import { decidePeople, mergeRows, removeRows } from './corrections';
import { type Draft, draftOf } from './draft';
import { asBefore, hintsOf, mostHints } from './hints';

const due = (text: string) => ({ text, kind: 'windows' as const, windows: [{ from: '2027-03-01', to: '2027-03-31' }] });
const read = draftOf(
	anUnderstanding({
		activities: [
			aRow({
				title: 'Час общения',
				deadline: due('ближе к весне'),
				responsible: [
					{ text: 'Главный по наставничеству', kind: 'role' },
					{ text: 'комиссия', kind: 'group' }
				],
				pieces: [1]
			}),
			aRow({ title: 'Опрос', deadline: due('сентябрь 2024'), capability: 'survey', pieces: [2] }),
			aRow({ title: 'Примечание', pieces: [3] })
		]
	})
);
const withRow = (draft: Draft, key: string, change: Partial<Draft['activities'][number]>): Draft => ({
	...draft,
	activities: draft.activities.map((row) => (row.key === key ? { ...row, ...change } : row))
});

test('an import that nobody corrected teaches nothing', () => {
	expect(hintsOf(read, read)).toEqual([]);
});

test('another capability, other words of a term, a row taken out and who is who are remembered', () => {
	const corrected = withRow(read, 'a1', { capability: 'meetings', deadline: due('март') });
	const accepted = decidePeople(removeRows(corrected, ['a3'], 2), {
		'главный по наставничеству': 'vera',
		комиссия: '',
		'кого в плане нет': 'vera'
	});
	expect(hintsOf(read, accepted).map(({ kind, words }) => `${kind}: ${words}`)).toEqual([
		'person: главный по наставничеству',
		'person: комиссия',
		'capability: час общения',
		'deadline: ближе к весне',
		'removed: примечание'
	]);
});

test('a term of a year is of that year; merged rows are other rows', () => {
	expect(hintsOf(read, withRow(read, 'a2', { deadline: due('сентябрь 2026') }))).toEqual([]);
	const merged = mergeRows(withRow(read, 'a1', { capability: 'meetings' }), ['a1', 'a2'], 2);
	expect(hintsOf(read, merged)).toEqual([]);
});

test('what already stands as before is not proposed', () => {
	const hints = hintsOf(read, withRow(read, 'a1', { capability: 'meetings' }));
	expect(asBefore(read, hints, (code) => code)).toMatchObject([
		{ kind: 'as-before', mend: { act: 'set-capability', rows: ['a1'], capability: 'meetings' } }
	]);
	expect(asBefore(withRow(read, 'a1', { capability: 'meetings' }), hints, (code) => code)).toEqual([]);
});

test('a plan corrected in thousands of places teaches as much as is read back', () => {
	const rows = Array.from({ length: 2 * mostHints }, (_, at) => aRow({ title: `Дело ${at}`, pieces: [at] }));
	const long = draftOf(anUnderstanding({ activities: rows }));
	const all = long.activities.map(({ key }) => key);
	expect(hintsOf(long, removeRows(long, all, 2))).toHaveLength(mostHints);
});
