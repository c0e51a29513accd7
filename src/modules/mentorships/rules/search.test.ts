import { expect, test } from 'vitest';
import { names } from './search';

test('a name is found in any case of it, and not inside other words', () => {
	for (const [words, name] of [
		['для Гусева, раз в неделю', 'Гусев'],
		['помочь Гусевой', 'Гусева'],
		['с Достоевским по литературе', 'Достоевский'],
		['нужна Алёне Петровне', 'Петровна'],
		['Ли просит физика', 'Ли'],
		['для Королёвой', 'Королева']
	] as const)
		expect(names(words, name), words).toBe(true);
	for (const [words, name] of [
		['литература или лингвистика, если можно', 'Ли'],
		['наставник по физике', 'Гусев'],
		['королевский размах', 'Король'],
		['раз в неделю', '']
	] as const)
		expect(names(words, name), words).toBe(false);
});
