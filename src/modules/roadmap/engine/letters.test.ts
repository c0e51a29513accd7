import { expect, test } from 'vitest';
import { inOneAlphabet } from './letters';

test('a Latin letter inside a Russian word becomes the Russian one that looks the same', () => {
	expect(inOneAlphabet('Cентябрь 2025 гoда')).toBe('Сентябрь 2025 года');
	expect(inOneAlphabet('Ладогина O.П. c наставником')).toBe('Ладогина О.П. с наставником');
});

test('whole Latin words, Roman numbers and mixtures that are meant stay as they are', () => {
	expect(inOneAlphabet('Анкета в Google, раздел IV и X, web-страница')).toBe(
		'Анкета в Google, раздел IV и X, web-страница'
	);
	expect(inOneAlphabet('PDF')).toBe('PDF');
});
