import { expect, test } from 'vitest';
import { match } from '../rules/match';
import { readMatching, UnreadableMatching } from './read-matching';

/** Иванова wants somebody for the subject and somebody else for the method; Анна is the best in both. */
const school = {
	mentors: [
		{ id: 'Анна', capacity: 2 },
		{ id: 'Борис', capacity: 1 },
		{ id: 'Вера', capacity: 0 }
	],
	mentees: [
		{ id: 'Иванова', priority: 1, needs: 2, roles: ['предметный', 'методический'] },
		{ id: 'Петров', priority: 2, needs: 1 }
	],
	candidates: [[1, 1, 500]] as unknown[],
	roleCandidates: [
		[0, 0, 900, 0],
		[0, 0, 950, 1],
		[0, 1, 300, 0],
		[0, 2, 700, 1]
	] as unknown[]
};

function answered(parts: object = {}) {
	const told = match(readMatching(new TextEncoder().encode(JSON.stringify({ ...school, ...parts }))));
	if (!told.ok) throw new UnreadableMatching(told.message);
	return told.answer;
}

/** What is said to a file with these parts instead. */
function said(parts: object): string {
	try {
		answered(parts);
		return 'принято';
	} catch (error) {
		if (error instanceof UnreadableMatching) return error.message;
		throw error;
	}
}

test('Анна is had in one role only; who lacks somebody is told in which role, why, and what would help', () => {
	const answer = answered();
	expect(answer.pairs).toEqual([
		[0, 0, 1],
		[1, 1]
	]);
	expect(answer).toMatchObject({ score: 1450, verified: true, certificate: { roles: { utility: expect.any(Array) } } });
	expect(answer.unmatched).toMatchObject([
		{
			mentee: 0,
			got: 1,
			needs: 2,
			kind: 'shortage',
			reason: expect.stringMatching(/^Найден один наставник из двух\. Предметный: /),
			byRole: [
				{
					role: 0,
					kind: 'shortage',
					wouldUnlock: [{ kind: 'place', mentor: 1, role: 0 }],
					shortage: { rivals: [1], mentors: [1], places: 1, more: false }
				}
			]
		}
	]);
});

test('with a place more both are had; both or none, and there is no second: none, and the place is another’s', () => {
	const roomy = school.mentors.map((one) => ({ ...one, capacity: 2 }));
	expect(answered({ mentors: roomy }).pairs).toEqual([
		[0, 0, 0],
		[0, 2, 1],
		[1, 1]
	]);
	const [ivanova, petrov] = school.mentees;
	const answer = answered({ mentees: [{ ...ivanova, together: true }, petrov] });
	expect(answer.pairs).toEqual([[1, 1]]);
	expect(answer.unmatched).toMatchObject([{ mentee: 0, got: 0, kind: 'whole', byRole: [{ role: 0 }, { role: 1 }] }]);
});

test('what a curator has locked in a role stands in it; with nobody but the one in the other role left, that is said', () => {
	const locked = answered({ locked: [[0, 0, 0]] });
	expect(locked.pairs).toContainEqual([0, 0, 0]);
	expect(locked.unmatched).toMatchObject([
		{ byRole: [{ role: 1, kind: 'no-places', reason: expect.stringContaining('нет свободных мест') }] }
	]);
	const lone = answered({
		roleCandidates: school.roleCandidates.slice(0, 2),
		missing: [{ mentee: 0, mentor: 1, role: 0, filters: ['нет согласия'] }]
	});
	expect(lone.unmatched).toMatchObject([
		{
			byRole: [
				{
					kind: 'no-candidate',
					reason: expect.stringMatching(/занят в другой роли.*нет согласия – 1/),
					wouldUnlock: []
				}
			]
		}
	]);
});

test('every mistake about roles is a sentence', () => {
	const [ivanova, petrov] = school.mentees;
	const mentees = (change: object) => ({ mentees: [{ ...ivanova, ...change }, petrov] });
	const inRole = (...row: unknown[]) => ({ roleCandidates: [...school.roleCandidates, row] });
	const cases: [object, RegExp][] = [
		[mentees({ roles: 'предметный' }), /«Иванова»: роли \(roles\) – это список названий/],
		[mentees({ roles: ['предметный'] }), /ролей \(roles\) 1, а наставников нужно \(needs\) 2/],
		[mentees({ roles: ['один', 'один'] }), /роли \(roles\) называются по-разному/],
		[mentees({ roles: undefined }), /Кандидат в роли № 1: у наставляемого «Иванова» ролей \(roles\) нет/],
		[{ candidates: [[0, 1, 5]] }, /Кандидат № 1: у наставляемого «Иванова» есть роли/],
		[{ roleCandidates: 'нет' }, /«roleCandidates» – это список/],
		[inRole(0, 1, 5), /Кандидат в роли № 5: нужны целые числа/],
		[inRole(0, 1, 0.5, 1), /Кандидат в роли № 5: нужны целые числа/],
		[inRole(2 ** 32, 1, 5, 1), /Кандидат в роли № 5: нужны целые числа/],
		[inRole(9, 1, 5, 1), /Кандидат в роли № 5: наставляемого с номером 9 нет/],
		[inRole(0, 1, -1, 1), /Кандидат в роли № 5: оценка/],
		[inRole(0, 1, 5, 2), /роли с номером 2 у наставляемого «Иванова» нет, их 2/],
		[inRole(0, 1, 5, 0), /Кандидат в роли № 5: он уже назван/],
		[{ locked: [[0, 0]] }, /нужно третье число – в какой роли \(от 0 до 1\)/],
		[{ locked: [[1, 1, 0]] }, /у наставляемого «Петров» ролей нет, третье число лишнее/],
		[
			{
				locked: [
					[0, 0, 1],
					[0, 1, 1]
				]
			},
			/в роли «методический» закреплено двое/
		],
		[
			{
				locked: [
					[0, 0, 0],
					[0, 0, 1]
				]
			},
			/Закреплённая пара № 2: она уже названа/
		],
		[{ missing: [{ mentee: 0, mentor: 1, role: 5, filters: ['далеко'] }] }, /Отсеянная пара № 1: роли с номером 5/],
		[{ mentors: school.mentors.map((one) => ({ ...one, smallest: one.capacity })) }, /набирает группу не меньше 2/]
	];
	for (const [parts, sentence] of cases) expect(said(parts)).toMatch(sentence);
});
