import { expect, test } from 'vitest';
import { asNouns } from './as-nouns';
import { judgeCapability } from './capability';
import { acts } from './verbs';

const judged = (title: string) => judgeCapability({ title, lead: null, results: [], stage: null });

test('what is to be done is the same thing whether a verb or a noun names it, and the words shown are the written ones', () => {
	expect(judged('Подобрать пары с учётом пожеланий')).toEqual({ code: 'match', because: 'подобрать пары' });
	expect(judged('Подбор пар с учётом пожеланий')?.code).toBe('match');
	expect(judged('Посещаются занятия молодых воспитателей')).toEqual({ code: 'visit', because: 'посещаются занятия' });
});

test('words that are no verbs stay as they are', () => {
	expect(asNouns('издательство и собрание наставников')).toBe('издательство и собрание наставников');
});

test('no verb stands twice: each is answered with the noun of its own line', () => {
	const plain = acts.flatMap(([verb, noun]) =>
		verb
			.replace(/\([^()]*\)/g, '~')
			.split('|')
			.filter((one) => /^[а-я]+$/.test(one))
			.map((one) => [one, noun] as const)
	);
	expect(plain.length).toBeGreaterThan(200);
	for (const [verb, noun] of plain) expect(asNouns(verb), verb).toBe(noun);
});
