import { expect, test } from 'vitest';
import { anUnderstanding, aRow } from '../../../../test/understood';
import { draftOf } from './draft';
import { answerEveryYear, bareMonths } from './every-year';
import type { Deadline, Period } from './understanding';

const month = (text: string, ...windows: Period[]): Deadline => ({ text, kind: 'windows', windows });
const may = { from: '2025-05-01', to: '2025-05-31' };

const plan = (period: Period, ...deadlines: Deadline[]) =>
	draftOf(
		anUnderstanding({ period, activities: deadlines.map((deadline, n) => aRow({ title: `Дело ${n}`, deadline })) })
	);
const threeYears = { from: '2024-09-01', to: '2027-08-31' };

test('a plan of one year is not asked about; neither is a month with its year or «ежегодно»', () => {
	expect(bareMonths(plan({ from: '2024-09-01', to: '2025-08-31' }, month('май', may)))).toEqual([]);
	const several = plan(threeYears, month('май 2025', may), month('ежегодно, май', may), month('май', may));
	expect(bareMonths(several).map(({ title }) => title)).toEqual(['Дело 2']);
});

test('«каждый год»: the month comes in every year of the plan', () => {
	const [row] = answerEveryYear(plan(threeYears, month('май', may)), true, 1).activities;
	expect(row?.deadline).toMatchObject({ text: 'май', yearly: true });
	expect(row?.deadline.windows.map(({ to }) => to)).toEqual(['2025-05-31', '2026-05-31', '2027-05-31']);
});

test('«один раз»: only the first stays, however the reader had unrolled it', () => {
	const unrolled = month('февраль', { from: '2025-02-01', to: '2025-02-28' }, { from: '2026-02-01', to: '2026-02-28' });
	const [row] = answerEveryYear(plan(threeYears, { ...unrolled, yearly: true }), false, 1).activities;
	expect(row?.deadline.windows).toEqual([{ from: '2025-02-01', to: '2025-02-28' }]);
	expect(row?.deadline.yearly).toBeUndefined();
});

test('the end of February stays the end of February', () => {
	const february = month('февраль', { from: '2025-02-01', to: '2025-02-28' });
	const [row] = answerEveryYear(plan({ from: '2024-09-01', to: '2028-08-31' }, february), true, 1).activities;
	expect(row?.deadline.windows.map(({ to }) => to)).toEqual(['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']);
});
