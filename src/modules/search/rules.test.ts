import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mended, onRussianKeyboard, slipsBetween, wordsOf } from './rules';

const written = ['анкетирование', 'приказ', 'петрова', 'пара', 'встреча', 'наставник'];

test.each([
	['анкетирвоание', 'анкетирование'], // two letters exchanged
	['прикас', 'приказ'], // one changed
	['петорва', 'петрова'],
	['настваник приказ', 'наставник приказ'], // only the mistyped word is mended
	['встерчча', 'встреча'], // two slips in a long word
	['пра', null], // too short to guess
	['приказ', null], // nothing to mend
	['прик', null], // a part of a word is found as it is
	['синхрофазотрон', null]
])('«%s» is read as «%s»', (typed, meant) => {
	expect(mended(typed, written)).toBe(meant);
});

test.each([
	['fyrtnf', 'анкета'],
	['Gtnhjdf', 'петрова'],
	['[jhjifz gfhf', 'хорошая пара'],
	['анкета', null],
	['ab', null]
])('«%s» on the other keyboard is «%s»', (typed, meant) => {
	expect(onRussianKeyboard(typed)).toBe(meant);
});

const word = fc.string({ unit: fc.constantFrom(...'абвеио'), maxLength: 8 });

test('slips are a distance: none to itself, as many there as back, an exchange of neighbours is one', () => {
	fc.assert(
		fc.property(word, word, (a, b) => {
			expect(slipsBetween(a, a)).toBe(0);
			expect(slipsBetween(a, b)).toBe(slipsBetween(b, a));
			expect(slipsBetween(a, b) === 0).toBe(a === b);
			expect(slipsBetween(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
		})
	);
	expect(slipsBetween('петрова', 'петорва')).toBe(1);
	expect(slipsBetween('анкета', 'пара', 1)).toBe(2); // counting stopped: more than one
});

test('what is mended is written, word for word', () => {
	fc.assert(
		fc.property(fc.array(word, { maxLength: 6 }), fc.array(word, { maxLength: 4 }), (texts, typed) => {
			const answer = mended(typed.join(' '), texts);
			for (const one of answer === null ? [] : wordsOf(answer))
				expect(texts.some((text) => text.includes(one))).toBe(true);
		})
	);
});
