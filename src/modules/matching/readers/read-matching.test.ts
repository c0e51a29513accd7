import { describe, expect, test } from 'vitest';
import { match } from '../rules/match';
import { mostCandidates, readMatching, UnreadableMatching } from './read-matching';

const school = {
	mentors: [
		{ id: 'Анна', capacity: 1 },
		{ id: 'Борис', capacity: 1 }
	],
	mentees: [
		{ id: 'Иванов', priority: 2, needs: 1 },
		{ id: 'Петров', priority: 1, needs: 1 }
	],
	candidates: [
		[0, 0, 700],
		[0, 1, 300],
		[1, 0, 900]
	] as unknown[],
	locked: [] as unknown[]
};

/** What is said to a file with these parts instead. */
function said(parts: object | string): string {
	try {
		const text = typeof parts === 'string' ? parts : JSON.stringify({ ...school, ...parts });
		const answered = match(readMatching(new TextEncoder().encode(text)));
		return answered.ok ? 'принято' : answered.message;
	} catch (error) {
		if (error instanceof UnreadableMatching) return error.message;
		throw error;
	}
}

test('a school as a file: pairs, points, the proof', () => {
	const answered = match(readMatching(new TextEncoder().encode(JSON.stringify(school, null, 2))));
	expect(answered).toMatchObject({
		ok: true,
		answer: {
			pairs: [
				[0, 1],
				[1, 0]
			],
			unmatched: [],
			score: 1200,
			verified: true
		}
	});
});

test('a school without anybody, and one without candidates, are schools', () => {
	expect(said({ mentors: [], mentees: [], candidates: [] })).toBe('принято');
	expect(said({ candidates: [] })).toBe('принято');
	expect(said({ mentors: school.mentors.map((one) => ({ ...one, capacity: 0 })) })).toBe('принято');
});

describe('what cannot be matched is told in one sentence', () => {
	test.each<[string, object | string, RegExp]>([
		[
			'a negative score',
			{ candidates: [[0, 0, -5]] },
			/Кандидат № 1: оценка должна быть целым числом от 0 до 1000, а здесь -5/
		],
		['a score beyond the scale', { candidates: [[0, 0, 1001]] }, /Кандидат № 1: оценка .* а здесь 1001/],
		['half a point', { candidates: [[0, 0, 1.5]] }, /Кандидат № 1: оценка .* а здесь 1.5/],
		['no score', { candidates: [[0, 0, null]] }, /Кандидат № 1: оценка .* а здесь NaN/],
		['NaN', '{"mentors":[],"mentees":[],"candidates":[[0,0,NaN]]}', /не читается «NaN»/],
		['an endless score', '{"mentors":[],"mentees":[],"candidates":[[0,0,1e999]]}', /а здесь Infinity/],
		['a score in quotes', { candidates: [[0, 0, '7']] }, /Кандидат № 1: оценка/],
		['a mentor that is not', { candidates: [[0, 2, 5]] }, /Кандидат № 1: наставника с номером 2 нет, их 2, счёт с 0/],
		['a mentee that is not', { candidates: [[7, 0, 5]] }, /наставляемого с номером 7 нет/],
		['a number below zero', { candidates: [[-1, 0, 5]] }, /номер человека должен быть целым числом от 0, а здесь -1/],
		['a pair of two', { candidates: [[0, 0]] }, /Кандидат – это три целых числа/],
		['a pair of four', { candidates: [[0, 0, 1, 2]] }, /Кандидат – это три целых числа/],
		[
			'a candidate twice',
			{
				candidates: [
					[0, 0, 1],
					[1, 0, 1],
					[0, 0, 2]
				]
			},
			/Кандидат назван дважды: «Иванов» – «Анна»/
		],
		[
			'a mentor without capacity',
			{ mentors: [{ id: 'Анна' }, { id: 'Борис', capacity: 1 }] },
			/Наставник «Анна»: не указано, скольких/
		],
		[
			'a capacity below zero',
			{
				mentors: [
					{ id: 'Анна', capacity: -1 },
					{ id: 'Борис', capacity: 1 }
				]
			},
			/Наставник «Анна»: не указано/
		],
		[
			'two of one name',
			{
				mentors: [
					{ id: 'Анна', capacity: 1 },
					{ id: 'Анна', capacity: 1 }
				]
			},
			/«Анна» уже есть/
		],
		['nobody’s name', { mentees: [{ priority: 1, needs: 1 }] }, /Наставляемый № 1: нет обозначения/],
		[
			'three mentors wanted',
			{
				mentees: [
					{ id: 'Иванов', priority: 1, needs: 3 },
					{ id: 'Петров', priority: 1, needs: 1 }
				]
			},
			/может быть нужно 1 или 2/
		],
		[
			'no priority',
			{
				mentees: [
					{ id: 'Иванов', needs: 1 },
					{ id: 'Петров', priority: 1, needs: 1 }
				]
			},
			/очередь \(priority\)/
		],
		[
			'oneself',
			{
				mentors: [
					{ id: 'Иванов', capacity: 1 },
					{ id: 'Борис', capacity: 1 }
				]
			},
			/«Иванов» – один и тот же человек/
		],
		[
			'more locked than places',
			{
				locked: [
					[0, 0],
					[1, 0]
				]
			},
			/За наставником «Анна» закреплено больше людей, чем у него мест/
		],
		[
			'more locked than needed',
			{
				locked: [
					[0, 0],
					[0, 1]
				]
			},
			/закреплено больше наставников, чем ему нужно/
		],
		[
			'locked twice',
			{
				locked: [
					[0, 0],
					[0, 0]
				]
			},
			/Закреплённая пара № 2: она уже названа/
		],
		['locked and forbidden', { locked: [[0, 0]], forbidden: [[0, 0]] }, /и закреплена, и запрещена/],
		['a locked one who is not', { locked: [[0, 9]] }, /Закреплённая пара № 1: наставника с номером 9 нет/],
		[
			'a group larger than its mentor',
			{
				mentors: [
					{ id: 'Анна', capacity: 1, smallest: 2 },
					{ id: 'Борис', capacity: 1 }
				]
			},
			/наименьший размер группы/
		],
		[
			'falling costs',
			{
				mentors: [
					{ id: 'Анна', capacity: 2, slotCosts: [3, 1] },
					{ id: 'Борис', capacity: 1 }
				]
			},
			/не меньше предыдущей/
		],
		['no mentors at all', { mentors: undefined }, /В файле нет списка «mentors»/],
		['no candidates', { candidates: undefined }, /нет части «candidates»/],
		['a mentor who is a number', { mentors: [5] }, /«mentors», № 1: нужна запись/],
		['an empty file', '', /должен начинаться с/],
		['half a file', '{"mentors":[{"id":', /повреждён/],
		['half a candidate', '{"mentors":[],"candidates":[[0,0', /Кандидат № 1/],
		['something after the end', '{"mentors":[],"mentees":[],"candidates":[]} {', /стоит лишнее/],
		['a part twice', '{"mentors":[],"mentors":[],"mentees":[],"candidates":[]}', /стоит в файле дважды/]
	])('%s', (_, parts, sentence) => {
		expect(said(parts)).toMatch(sentence);
	});
});

test('a person may be a mentor of one and a mentee of another', () => {
	const mentees = [school.mentees[0], { id: 'Анна', priority: 1, needs: 1 }];
	expect(
		said({
			mentees,
			candidates: [
				[0, 0, 5],
				[1, 1, 5]
			]
		})
	).toBe('принято');
});

test('more candidates than JSON should hold are refused before they fill the memory', () => {
	const [head, one, tail] = ['{"mentors":[],"mentees":[],"candidates":[[0,0,1]', ',[0,0,1]', ']}'];
	expect(said(head + one.repeat(mostCandidates) + tail)).toMatch(
		/Кандидатов больше, чем читается. В JSON помещается до 5.000.000/
	);
});
