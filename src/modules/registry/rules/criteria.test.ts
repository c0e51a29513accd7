import { expect, test } from 'vitest';
import { criterionName } from './criteria';

test.each([
	[6, 'от 6 месяцев'],
	[12, 'от 1 года'],
	[18, 'от 1 года 6 месяцев'],
	[36, 'от 3 лет'],
	[133, 'от 11 лет 1 месяца'],
	[252, 'от 21 года']
])('%i months are said «%s»', (months, words) => {
	expect(criterionName({ kind: 'teaching', months })).toBe(`Педагогический стаж ${words}`);
});
