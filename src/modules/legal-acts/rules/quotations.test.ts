import { expect, test } from 'vitest';
import { numberPattern } from './quotations';

const quotes = (number: string, text: string, signedOn: string | null = null) =>
	new RegExp(numberPattern({ number, signedOn }) ?? '$^', 'i').test(text);

test('an act is found by its number however people write it, and not inside another number', () => {
	expect(quotes('Р-145', 'по распоряжению № Р-145')).toBe(true);
	expect(quotes('Р-145', 'по распоряжению №Р – 145, далее')).toBe(true);
	expect(quotes('Р-145', 'приказ № Р-1450')).toBe(false);
	expect(quotes('273-ФЗ', 'закон № 1273-ФЗ')).toBe(false);
	expect(quotes('ГОСТ Р 7.0.97-2016', 'по ГОСТ Р 7.0.97-2016')).toBe(true);
	expect(quotes('ст. 351.8', 'в силу статьи 351.8 ТК')).toBe(true);
	expect(quotes('ст. 351.8', 'в силу статьи 351.81 ТК')).toBe(false);
	expect(quotes('582', 'приказ № 582')).toBe(false);
	expect(quotes('582', 'приказ от 21.07.2022 № 582', '2022-07-21')).toBe(true);
	expect(quotes('16/1-О(к)^', 'приказ № 16/1-О(к)^')).toBe(true);
	expect(numberPattern({ number: '', signedOn: null })).toBe(null);
});
