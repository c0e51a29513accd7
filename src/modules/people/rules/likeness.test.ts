import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance, type Likened, likelyPairs, likeness } from './likeness';
import { parseName } from './names';

const named = (name: string, more: Partial<Likened> = {}): Likened => ({
	...(parseName(name) ?? { familyName: name, givenName: '-', patronymic: '' }),
	...more
});

test.each([
	['Ёлкина Алёна Игоревна', 'Елкина Алена Игоревна', 'likely', 'различаются только «е» и «ё»'],
	['Белова А. С.', 'Белова Анна Сергеевна', 'perhaps', 'инициалы вместо имени'],
	['Белова А.С.', 'Белова Анна Сергеевна', 'perhaps', 'инициалы вместо имени'],
	['Белова А.', 'Белова Анна Сергеевна', 'perhaps', 'инициалы вместо имени'],
	['Анна Сергеевна Белова', 'Белова Анна Сергеевна', 'likely', 'слова переставлены'],
	['Сафронова Анна Сергеевна', 'Сарфонова Анна Сергеевна', 'perhaps', 'похоже на опечатку'],
	['Белова Анна', 'Белова Анна Сергеевна', 'perhaps', 'нет отчества'],
	['Белова Анна Сергеевна', 'Белова Анна Сергевна', 'perhaps', 'опечатку']
] as const)('«%s» and «%s» may be one: %s', (one, other, degree, reason) => {
	for (const like of [likeness(named(one), named(other)), likeness(named(other), named(one))]) {
		expect(like?.degree).toBe(degree);
		expect(like?.reasons.join(', ')).toContain(reason);
	}
});

test.each([
	['Белова Анна Сергеевна', 'Белова Инна Сергеевна'],
	['Белова Анна Сергеевна', 'Белова Анна Петровна'],
	['Белова Б. С.', 'Белова Анна Сергеевна'],
	['Белова Анна Сергеевна', 'Гусева Анна Сергеевна'],
	['Ли Анна Сергеевна', 'Ми Анна Сергеевна']
])('«%s» and «%s» are two', (one, other) => {
	expect(likeness(named(one), named(other))).toBeUndefined();
});

test('what tells people apart decides: two days of birth are two people, one mail is one; men are no women', () => {
	const [anna, other] = ['1985-03-14', '1991-06-01'].map((bornOn) => named('Белова Анна Сергеевна', { bornOn }));
	expect(likeness(anna as Likened, other as Likened)).toBeUndefined();
	expect(likeness(anna as Likened, named('Белова А. С.', { bornOn: '1985-03-14' }))?.degree).toBe('likely');
	expect(likeness(anna as Likened, named('Белова Анна Сергеевна', { bornOn: '1985-03-14' }))?.degree).toBe('sure');
	const married = named('Гусева Анна Сергеевна', { email: 'anna@example.org' });
	expect(likeness(named('Белова Анна Сергеевна', { email: 'ANNA@example.org' }), married)?.reasons).toContain(
		'та же почта'
	);
	const pair = [named('Валерий Белов', { sex: 'male' }), named('Валерия Белова', { sex: 'female' })] as const;
	expect(likeness(...pair)).toBeUndefined();
	const post = { posts: ['Учитель химии'] };
	expect(likeness(named('Белова Инна Сергеевна', post), named('Белова Анна Сергеевна', post))?.reasons).toContain(
		'та же должность'
	);
});

const word = fc.string({ unit: fc.constantFrom('а', 'б', 'в', 'г', 'д'), minLength: 4, maxLength: 9 });

test('a distance is symmetric, nought for the same alone, and one for two neighbours exchanged', () => {
	fc.assert(
		fc.property(word, word, (one, other) => {
			expect(distance(one, other)).toBe(distance(other, one));
			expect(distance(one, other) === 0).toBe(one === other);
		})
	);
	fc.assert(
		fc.property(word, fc.nat(3), (one, at) => {
			const exchanged = one.slice(0, at) + (one[at + 1] ?? '') + (one[at] ?? '') + one.slice(at + 2);
			expect(distance(one, exchanged)).toBeLessThanOrEqual(1);
		})
	);
});

test('whatever is found by blocks is found by comparing everybody with everybody', () => {
	const name = fc.record({
		id: fc.uuid(),
		familyName: fc.constantFrom('Белова', 'Белава', 'Беолва', 'Гусева', 'Сафронова', 'Сафонова', 'Ёлкина', 'Елкина'),
		givenName: fc.constantFrom('Анна', 'А.', 'Алёна', 'Алена', 'Белова'),
		patronymic: fc.constantFrom('', 'Сергеевна', 'Сергевна', 'С.', 'Игоревна'),
		email: fc.constantFrom('', 'a@example.org'),
		posts: fc.constantFrom([], ['учитель'])
	});
	fc.assert(
		fc.property(fc.uniqueArray(name, { selector: ({ id }) => id, minLength: 2, maxLength: 12 }), (people) => {
			const all = people.flatMap((one, at) => people.slice(at + 1).filter((other) => likeness(one, other)));
			expect(likelyPairs(people)).toHaveLength(all.length);
		}),
		{ numRuns: 60 }
	);
});

test('three thousand people are looked through while a page is waited for', () => {
	const given = ['Иван', 'Пётр', 'Олег', 'Анна', 'Мария', 'Ольга', 'Юлия', 'Вера'];
	const people = Array.from({ length: 3000 }, (_, at) => ({
		id: String(at),
		...named(
			`${'БГДЖЗКЛМНП'[at % 10]}ел${'абвгдежзик'[Math.floor(at / 10) % 10]}${'абвгдежзик'[Math.floor(at / 100) % 10]}ов ${given[at % 8]} ${['Ильич', 'Львович'][at % 2]}`
		)
	}));
	const begun = process.threadCpuUsage(); // its own time: a busy machine is no fault
	likelyPairs(people);
	expect(process.threadCpuUsage(begun).user / 1000).toBeLessThan(8000);
});
