import type { Answers } from './answers';
import { type Questionnaire, questionsOf, type Ranked } from './questionnaire';

export type Chooser = { personId: string; name: string; content: Pick<Questionnaire, 'sections'>; answers: Answers };
export type Choice = { personId: string; name: string; of: Exclude<Ranked, 'staff'>; named: string[]; wish: string };

/** Whom somebody named, the first one first, and what they asked to be kept in mind. */
export function choicesIn({ personId, name, content, answers }: Chooser): Choice[] {
	const questions = questionsOf(content);
	const wish = questions
		.flatMap(({ code, meaning }) => {
			const answer = answers[code];
			return meaning === 'wish' && answer && 'text' in answer ? answer.text : [];
		})
		.join('; ');
	return questions.flatMap((question) => {
		const answer = answers[question.code];
		if (question.kind !== 'ranking' || question.of === 'staff' || !answer || !('people' in answer)) return [];
		return answer.people.length > 0 ? [{ personId, name, of: question.of, named: [...answer.people], wish }] : [];
	});
}

export type Mutual = { mentee: string; mentor: string; byMentee: number; byMentor: number };

/** Two who named each other, those nearest to each other's first place first. */
export function mutualIn(choices: readonly Choice[]): Mutual[] {
	const ofMentees = choices.filter(({ of }) => of === 'mentors');
	const ofMentors = choices.filter(({ of }) => of === 'mentees');
	return ofMentees
		.flatMap(({ personId: mentee, named }) =>
			named.flatMap((mentor, at): Mutual[] => {
				const back = ofMentors.find((one) => one.personId === mentor)?.named.indexOf(mentee) ?? -1;
				return back < 0 ? [] : [{ mentee, mentor, byMentee: at + 1, byMentor: back + 1 }];
			})
		)
		.sort((a, b) => a.byMentee + a.byMentor - (b.byMentee + b.byMentor));
}

/** Those who chose and were chosen by nobody; the curator alone sees them (school-year.md 26). */
export function unnamedIn(choices: readonly Choice[], side: Choice['of']) {
	const named = new Set(choices.filter(({ of }) => of === side).flatMap((one) => one.named));
	const other = side === 'mentors' ? 'mentees' : 'mentors';
	return choices.filter(({ of, personId }) => of === other && !named.has(personId)).map(({ personId }) => personId);
}
