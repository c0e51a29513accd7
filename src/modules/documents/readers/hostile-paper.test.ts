import { expect, test } from 'vitest';
import { checkPaper } from '../engine/checker/check';
import { homeOf } from '../engine/checker/fixtures/papers';
import { p, wordFile } from '../engine/template/fixtures/word-file';
import { readPaper } from './paper-text';

const long = 20_000;
test.each([
	['spaces', `№ 273-ФЗ x${' '.repeat(long)}x`],
	['lines', `${'_'.repeat(long)}x`],
	['lines and slashes', `${'_/'.repeat(long / 2)}x`],
	['brackets', `___${'('.repeat(long)}x`],
	['days', `${'"_" '.repeat(long / 4)}x`],
	['braces', `{а${'{а'.repeat(long / 2)}x`],
	['numbers', `${'№ '.repeat(long / 2)}x 273-ФЗ`],
	['names', `${'Дроздова Анна '.repeat(long / 14)}x`],
	['dates', `${'01.09.2026 по '.repeat(long / 14)}x`],
	['hyphens', `Р-145 ${'Р- '.repeat(long / 3)}`],
	['quotes', `${'«'.repeat(long)}x`],
	['initials', `${'А. '.repeat(long / 3)}`]
])(
	'a paper made of %s is read over in a moment',
	(_made, text) => {
		const read = readPaper(wordFile(Array.from({ length: 5 }, () => p(text)).join('')).bytes);
		if (!read.ok) throw new Error(read.reason);
		const start = performance.now();
		checkPaper(read.pieces, homeOf());
		const took = performance.now() - start;
		expect(took).toBeLessThan(2000);
	},
	60_000
);
