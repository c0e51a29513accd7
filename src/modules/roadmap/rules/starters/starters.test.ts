import { describe, expect, test } from 'vitest';
import { organisationKinds } from '../../../../core/actor';
import { wordsOf } from '../../../organisations/rules/words';
import { readPastedText } from '../../readers/read-roadmap';
import { kindergarten } from './kindergarten';
import { inWords, rowsIn, starterText, yearsToStart } from './starter';
import { starters, startersFor } from './starters';

const year = { from: '2026-09-01', to: '2027-08-31' };
const all = starters.flatMap((starter) =>
	starter.kinds.map((kind) => ({ starter, kind, name: `${starter.code} – ${kind}` }))
);

describe.each(all)('$name', ({ starter, kind }) => {
	const understood = readPastedText(
		starterText(inWords(starter, wordsOf(kind)), { name: 'МБОУ «Берёзовская СОШ»', year })
	);
	const rows = starter.stages.flatMap((stage) => stage.rows);

	test('is understood row by row as it is meant', () => {
		expect(understood.activities.map(({ capability, title }) => [capability, title])).toEqual(
			rows.map(([title, , , , capability]) => [
				capability,
				expect.stringContaining(title.split('{')[0]?.slice(0, 12) ?? '')
			])
		);
		expect(understood.stages).toHaveLength(starter.stages.filter(({ title }) => title).length);
	});

	test('leaves nothing in doubt and nothing to remark on', () => {
		expect(understood.doubts).toEqual([]);
		expect(understood.warnings).toEqual([]);
		expect(understood.period).toEqual(year);
	});

	test('every term is a term of its year, every row has who and what', () => {
		for (const { deadline, responsible, results } of understood.activities) {
			expect(deadline.kind).not.toBe('none');
			expect(responsible.length).toBeGreaterThan(0);
			expect(results.length).toBeGreaterThan(0);
			for (const { from, to } of deadline.windows) {
				expect(to >= '2026-08-01' && to <= year.to && from <= to).toBe(true);
			}
		}
	});
});

test('every kind of organisation has a plan to begin with, and a school a short one too', () => {
	for (const kind of organisationKinds) expect(startersFor(kind).length, kind).toBeGreaterThan(0);
	expect(
		startersFor('school')
			.map(rowsIn)
			.sort((a, b) => a - b)[0]
	).toBeLessThanOrEqual(12);
});

test('from July on the next school year is offered first', () => {
	expect(yearsToStart('2027-06-30').map(({ from }) => from)).toEqual(['2026-09-01', '2027-09-01']);
	expect(yearsToStart('2027-07-01').map(({ from }) => from)).toEqual(['2027-09-01', '2026-09-01']);
	expect(yearsToStart('2026-09-05').map(({ from }) => from)).toEqual(['2026-09-01', '2027-09-01']);
});

test('words of a kindergarten are a kindergarten’s', () => {
	const text = starterText(inWords(kindergarten, wordsOf('kindergarten')), { name: '', year });
	expect(text).toContain('Заведующий');
	expect(text).not.toContain('{');
	expect(text).not.toContain('иректор');
});
