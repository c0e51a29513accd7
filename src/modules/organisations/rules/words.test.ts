import fc from 'fast-check';
import { expect, test } from 'vitest';
import { organisationKinds } from '../../../core/actor';
import { isLevel, kindsBelow, kindsBeside } from './kinds';
import { wordChoices, wordNames, wordsOf } from './words';

test('each kind speaks its own words', () => {
	expect(wordsOf('kindergarten').head.toOne).toBe('заведующему');
	expect(wordsOf('kindergarten').place.atOne).toBe('в детском саду');
	expect(wordsOf('college').learner.ofMany).toBe('студентов');
	expect(wordsOf('sports-school').teacher.byOne).toBe('тренером-преподавателем');
	expect(wordsOf('authority').head.one).toBe('начальник');
});

test("an organisation's own word stands over the kind's; a word nobody offers is passed over", () => {
	expect(wordsOf('kindergarten', { head: 'manageress' }).head.ofOne).toBe('заведующей');
	expect(wordsOf('school', { head: 'верховный вождь', lesson: 'class' })).toMatchObject({
		head: wordChoices.head.director,
		lesson: wordChoices.lesson.class
	});
});

test('every kind has every word in every case, whatever was chosen', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...organisationKinds),
			fc.dictionary(fc.constantFrom(...wordNames), fc.string()),
			(kind, own) => {
				for (const word of Object.values(wordsOf(kind, own))) {
					for (const form of Object.values(word)) expect(form).toMatch(/^[а-яё -]+$/);
				}
			}
		)
	);
});

test('a level stands over lower levels and over those who teach, never over itself', () => {
	expect(kindsBelow('resource-centre')).toContain('kindergarten');
	expect(kindsBelow('resource-centre')).not.toContain('resource-centre');
	expect(kindsBelow('authority')).toContain('resource-centre');
	expect(kindsBelow('school')).toEqual([]);
	expect(kindsBeside('school')).toContain('lyceum');
	expect(kindsBeside('school').some(isLevel)).toBe(false);
	expect(kindsBeside('authority')).toEqual(['authority']);
});
