import { expect, test } from 'vitest';
import { isId } from '../core/ids';
import { newId } from './id';

const now = { at: '2026-09-05T14:00:00.000Z', today: '2026-09-05' };

test('ids of one act sort in the order in which they were made, and those of a later moment after them', () => {
	const first = Array.from({ length: 100 }, () => newId(now));
	const steps = first.slice(1).filter((id, index) => id > (first[index] ?? ''));
	expect(steps.length).toBeGreaterThanOrEqual(98); // the counter may begin anew once
	const later = newId({ ...now, at: '2026-09-05T14:00:00.001Z' });
	expect(first.every((id) => id < later && isId(id) && id[14] === '7')).toBe(true);
	expect(new Set(first).size).toBe(100);
});
