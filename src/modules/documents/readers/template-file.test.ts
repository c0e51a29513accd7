import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { p, seen, wordFile } from '../engine/template/fixtures/word-file';
import { readTemplate } from './template-file';

const reasonOf = (bytes: Uint8Array) => {
	const read = readTemplate(bytes);
	return read.ok ? 'прочитан' : read.problems.map(({ place, reason }) => `${place}: ${reason}`).join('\n');
};
const withPart = (name: string, content: string | Uint8Array) => {
	const files = unzipSync(wordFile(p('{имя}')).bytes);
	return zipSync({ ...files, [name]: typeof content === 'string' ? strToU8(content) : content });
};

test('a sound template is read and filled', () => {
	const read = readTemplate(wordFile(p('Назначить {имя}')).bytes);
	expect(read.ok && seen(read.template.render({ имя: 'Анну' }))).toBe('Назначить Анну');
});

test('what is no Word file is told apart', () => {
	expect(reasonOf(strToU8('просто текст'))).toContain('не документ Word');
	expect(reasonOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toContain('старый формат Word');
	expect(reasonOf(zipSync({ 'a.txt': strToU8('а') }))).toContain('не документ Word');
	expect(reasonOf(wordFile(p('{имя}')).bytes.slice(0, 300))).toContain('повреждён');
	expect(reasonOf(new Uint8Array(6 * 1024 * 1024))).toContain('больше 5 МБ');
});

test('macros, declared entities, unsound and endless XML are refused', () => {
	expect(reasonOf(withPart('word/vbaProject.bin', 'x'))).toContain('макросы');
	const laughs = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ха">]><w:document><w:body><w:p><w:r><w:t>&b;{имя}</w:t></w:r></w:p></w:body></w:document>`;
	expect(reasonOf(withPart('word/document.xml', laughs))).toContain('DOCTYPE');
	expect(reasonOf(withPart('word/document.xml', '<w:document><w:p></w:document>'))).toContain('повреждён');
	expect(reasonOf(withPart('word/document.xml', '<w:p>'.repeat(2000) + '</w:p>'.repeat(2000)))).toContain(
		'слишком сложно'
	);
});

test('a bomb is not unpacked', () => {
	expect(reasonOf(withPart('word/media/image1.bmp', new Uint8Array(64 * 1024 * 1024)))).toContain('нечто огромное');
	expect(reasonOf(withPart('word/media/image1.bmp', new Uint8Array(15 * 1024 * 1024)))).toContain('нечто огромное');
	const many = Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`word/${at}.xml`, strToU8('<a/>')]));
	expect(reasonOf(zipSync({ ...unzipSync(wordFile(p('да')).bytes), ...many }))).toContain('нечто огромное');
});
