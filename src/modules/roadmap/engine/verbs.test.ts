import { expect, test } from 'vitest';
import { judgeCapability } from './capability';
import { asNouns } from './verbs';

const judged = (title: string) => judgeCapability({ title, lead: null, results: [], stage: null });

test('what is to be done is the same thing whether a verb or a noun names it, and the words shown are the written ones', () => {
	expect(judged('Подобрать пары с учётом пожеланий')).toEqual({ code: 'match', because: 'подобрать пары' });
	expect(judged('Подбор пар с учётом пожеланий')?.code).toBe('match');
	expect(judged('Посещаются занятия молодых воспитателей')).toEqual({ code: 'visit', because: 'посещаются занятия' });
});

test('words that are no verbs stay as they are', () => {
	expect(asNouns('издательство и собрание наставников')).toBe('издательство и собрание наставников');
});
