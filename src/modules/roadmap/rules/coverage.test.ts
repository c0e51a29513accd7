import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageOf, isWhole, manyOn, type One } from './coverage';

const one = (id: string, kind: One['kind'], from: string | null = null, to: string | null = null): One => ({
	id,
	name: id,
	kind,
	roadmapId: null,
	from,
	to
});

test('the many are those of a day: who came later or has left is not among them', () => {
	const everyone = [
		one('Белова', 'mentor', '2026-09-01'),
		one('Гусев', 'mentor', '2026-09-01', '2026-10-31'),
		one('Жукова', 'mentor', '2026-11-01'),
		one('Исаева', 'mentee')
	];
	const on = (day: string) =>
		manyOn(everyone, { coverage: 'each-mentor', roadmapId: 'plan', day }).map(({ name }) => name);
	expect(on('2026-08-31')).toEqual([]);
	expect(on('2026-10-31')).toEqual(['Белова', 'Гусев']);
	expect(on('2026-11-01')).toEqual(['Белова', 'Жукова']);
});

test('pairs of another plan are not this one’s, and somebody with two posts is one', () => {
	const everyone = [
		{ ...one('Пара 1', 'pair'), roadmapId: 'plan' },
		{ ...one('Пара 2', 'pair'), roadmapId: 'other' },
		one('Белова', 'teacher', '2020-09-01'),
		one('Белова', 'teacher', '2024-09-01')
	];
	const look = { roadmapId: 'plan', day: '2026-09-05' };
	expect(manyOn(everyone, { ...look, coverage: 'each-pair' })).toHaveLength(1);
	expect(manyOn(everyone, { ...look, coverage: 'each-teacher' })).toHaveLength(1);
});

test('whatever is said of whom, the numbers are those of the list: nothing negative, nobody counted twice', () => {
	const names = fc.uniqueArray(fc.stringMatching(/^[а-я]{1,4}$/), { maxLength: 12 });
	const said = fc.dictionary(fc.stringMatching(/^[а-я]{1,4}$/), fc.constantFrom('done' as const, 'excused' as const));
	fc.assert(
		fc.property(names, said, (many, coverings) => {
			const list = many.map((id) => ({ id, name: id }));
			const about = Object.entries(coverings).map(([id, outcome]) => ({
				id: `c${id}`,
				one: id,
				name: id,
				outcome,
				coveredOn: '2026-09-05',
				note: '',
				recordedBy: '',
				evidence: 0
			}));
			const standing = coverageOf(list, about);
			const excused = many.filter((id) => coverings[id] === 'excused').length;
			expect(standing.all).toBe(many.length - excused);
			expect(standing.covered + standing.left.length).toBe(standing.all);
			expect(standing.coverings.length + standing.gone.length).toBe(about.length);
			expect(isWhole(standing)).toBe(standing.all > 0 && many.every((id) => Object.hasOwn(coverings, id)));
		})
	);
});
