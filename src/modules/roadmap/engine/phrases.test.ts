import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phraseBook } from './phrases';

const told = (phrases: readonly string[], text: string) =>
	phraseBook(phrases.map((phrase): [string, string] => [phrase, phrase]))(text).map(({ told: phrase, from, to }) => [
		phrase,
		text.slice(from, to)
	]);

test('a stem takes the rest of its word, «$» ends it, «/» offers another, a fleeting vowel may stand', () => {
	expect(told(['анкет'], 'проведем анкетирование')).toEqual([['анкет', 'анкетирование']]);
	expect(told(['пары$'], 'для парыжан')).toEqual([]);
	expect(told(['создан/открыт клуб'], 'открытие клуба')).toEqual([['создан/открыт клуб', 'открытие клуба']]);
	expect(told(['памятк'], 'десять памяток')).toEqual([['памятк', 'памяток']]);
	expect(told(['практикум'], 'семинар-практикум'), 'not in the middle of a word').toEqual([]);
});

test('«…» lets six words stand between, in quotes or out of them, and reaches over no stop', () => {
	const phrase = ['приказ…пар'];
	expect(told(phrase, 'приказ о закреплении «наставнических пар»')).toHaveLength(1);
	expect(told(phrase, 'приказ раз два три четыре пять шесть пары')).toHaveLength(1);
	expect(told(phrase, 'приказ раз два три четыре пять шесть семь пары')).toEqual([]);
	expect(told(phrase, 'приказ. закрепление пар')).toEqual([]);
	expect(told(phrase, 'приказ о наставнике л.д. и пар'), 'the stop of an initial').toHaveLength(1);
	expect(told(['баз наставник'], 'базы, наставники'), 'a comma parts neighbours').toEqual([]);
});

test('a long stem is known with one slip of the pen, a short one is not', () => {
	for (const slip of ['анктирование', 'анкеттирование', 'анкетирвоание', 'анкитирование'])
		expect(told(['анкетир'], `провести ${slip}`), slip).toEqual([['анкетир', slip]]);
	expect(told(['план'], 'плын')).toEqual([]);
	expect(told(['конкурс'], 'нонкурс'), 'never in the first letter').toEqual([]);
});

test('whatever the words, each phrase is found once at most, in the order of the phrases, within the text', () => {
	const word = fc.constantFrom('пара', 'пары', 'приказ', 'план', '«план', '(пара)', 'пара,', 'приказ.', '12', '–');
	const phrases = ['приказ…пар', 'план', 'пар план', 'пара$…план…приказ'];
	fc.assert(
		fc.property(fc.array(word, { maxLength: 20 }), (words) => {
			const text = words.join(' ');
			const found = phraseBook(phrases.map((phrase): [string, string] => [phrase, phrase]))(text);
			const places = found.map(({ place }) => place);
			expect(places).toEqual([...new Set(places)].sort());
			for (const { from, to } of found) expect(text.slice(from, to)).toMatch(/^[а-я]/);
		})
	);
});
