import { expect, test } from 'vitest';
import { asAttachment, fileLimit, mediaTypeOf, problemWithFile, tidyName } from './rules';

const bytes = (text: string) => new TextEncoder().encode(text);

test('a file is what its content says: what could act in a browser is never named so', () => {
	expect(mediaTypeOf(bytes('%PDF-1.7'), 'приказ.exe')).toBe('application/pdf');
	expect(mediaTypeOf(bytes('<script>alert(1)</script>'), 'page.html')).toBe('application/octet-stream');
	expect(mediaTypeOf(bytes('<svg onload="alert(1)"/>'), 'picture.svg')).toBe('application/octet-stream');
	expect(mediaTypeOf(bytes('PK\u0003\u0004…'), 'План.DOCX')).toContain('wordprocessingml');
	expect(mediaTypeOf(bytes('привет'), 'записка.txt')).toBe('text/plain');
});

test('a name keeps its ending and loses folders, control signs and turned-round text', () => {
	expect(tidyName('C:\\fakepath\\Приказ № 5.pdf')).toBe('Приказ № 5.pdf');
	expect(tidyName('../../etc/passwd')).toBe('passwd');
	expect(tidyName('отчёт\u202Efdp.exe')).toBe('отчётfdp.exe');
	expect(tidyName('')).toBe('Файл');
	const long = tidyName(`${'о'.repeat(300)}.docx`);
	expect([long.length, long.endsWith('.docx')]).toEqual([200, true]);
});

test('a Russian name travels in a header and cannot end it', () => {
	const header = asAttachment('Приказ "№ 5"\r\n.pdf');
	expect(header).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w%.!#$&+^`|~-]+$/);
	expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe('Приказ "№ 5"\r\n.pdf');
});

test('an empty file and one too large are named in words', () => {
	expect(problemWithFile({ size: 0 })).toContain('пустой');
	expect(problemWithFile({ size: fileLimit + 1 })).toContain('20 МБ');
	expect(problemWithFile({ size: fileLimit })).toBeUndefined();
});
