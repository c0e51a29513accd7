import type { Question, Questionnaire, Section } from '../questionnaire';
import { questionsOf } from '../questionnaire';

/** What was taken out and may be put back until the next edition is published. */
export type Removed = { question: Question; section: number; at: number };

/** What the editor holds. */
export type Draft = Questionnaire & { removed?: readonly Removed[] };

export const emptyDraft = (title: string): Draft => ({
	title,
	intro: '',
	thanks: 'Спасибо за ответы.',
	sections: [{ title: '', about: '', questions: [] }]
});

/** The wording alone, as it is published. */
export const wordingOf = ({ removed: _, ...questionnaire }: Draft): Questionnaire => questionnaire;

/** A code that no question of the draft has, nor any that was taken out; `used`: those of earlier editions, whose answers are kept by it. */
export function freshCode(draft: Draft, used: readonly string[] = []) {
	const here = [...questionsOf(draft), ...(draft.removed ?? []).map(({ question }) => question)];
	const taken = new Set([...here.map(({ code }) => code), ...used]);
	for (let number = taken.size + 1; ; number++) if (!taken.has(`q${number}`)) return `q${number}`;
}

export const findQuestion = (draft: Pick<Draft, 'sections'>, code: string) =>
	questionsOf(draft).find((question) => question.code === code);

/** In which section a question stands; -1: in none. */
export const sectionOf = (draft: Pick<Draft, 'sections'>, code: string) =>
	draft.sections.findIndex(({ questions }) => questions.some((question) => question.code === code));

const withSection = (draft: Draft, at: number, change: (questions: Question[]) => readonly Question[]): Draft => ({
	...draft,
	sections: draft.sections.map((section, index) =>
		index === at ? { ...section, questions: change([...section.questions]) } : section
	)
});

/** Puts a question into a section: last, or at a place. */
export const addQuestion = (draft: Draft, section: number, question: Question, at?: number): Draft =>
	withSection(draft, Math.min(Math.max(section, 0), draft.sections.length - 1), (questions) =>
		questions.toSpliced(at ?? questions.length, 0, question)
	);

/** Changes a question where it stands, or takes it along to another section. */
export function changeQuestion(draft: Draft, question: Question, section: number): Draft {
	const from = sectionOf(draft, question.code);
	if (from === section)
		return withSection(draft, from, (questions) =>
			questions.map((one) => (one.code === question.code ? question : one))
		);
	return addQuestion(without(draft, from, question.code), section, question);
}

const without = (draft: Draft, section: number, code: string) =>
	withSection(draft, section, (questions) => questions.filter((question) => question.code !== code));

/** Takes a question out; it waits to be put back. */
export function removeQuestion(draft: Draft, code: string): Draft {
	const section = sectionOf(draft, code);
	const at = draft.sections[section]?.questions.findIndex((question) => question.code === code) ?? -1;
	const question = draft.sections[section]?.questions[at];
	if (!question) return draft;
	return { ...without(draft, section, code), removed: [...(draft.removed ?? []), { question, section, at }] };
}

export function restoreQuestion(draft: Draft, code: string): Draft {
	const found = draft.removed?.find(({ question }) => question.code === code);
	if (!found) return draft;
	const restored = addQuestion(draft, found.section, found.question, found.at);
	return { ...restored, removed: draft.removed?.filter((one) => one !== found) ?? [] };
}

/** The copy stands right after its original; what other rooms take from the original stays with the original. */
export function copyQuestion(draft: Draft, code: string, used: readonly string[] = []): Draft {
	const section = sectionOf(draft, code);
	const questions = draft.sections[section]?.questions ?? [];
	const at = questions.findIndex((question) => question.code === code);
	const original = questions[at];
	if (!original) return draft;
	const { comparison: _, ...copied } = original;
	return addQuestion(draft, section, { ...copied, code: freshCode(draft, used) } as Question, at + 1);
}

/** One place up or down; beyond the edge of a section it goes into the next one. */
export function moveQuestion(draft: Draft, code: string, direction: 'up' | 'down'): Draft {
	const section = sectionOf(draft, code);
	const questions = draft.sections[section]?.questions ?? [];
	const at = questions.findIndex((question) => question.code === code);
	const question = questions[at];
	if (!question) return draft;
	const taken = without(draft, section, code);
	if (direction === 'up' && at > 0) return addQuestion(taken, section, question, at - 1);
	if (direction === 'down' && at < questions.length - 1) return addQuestion(taken, section, question, at + 1);
	const next = section + (direction === 'up' ? -1 : 1);
	if (!draft.sections[next]) return draft;
	return addQuestion(taken, next, question, direction === 'up' ? undefined : 0);
}

export const addSection = (draft: Draft, title: string): Draft => ({
	...draft,
	sections: [...draft.sections, { title, about: '', questions: [] }]
});

export const changeSection = (draft: Draft, at: number, words: Pick<Section, 'title' | 'about'>): Draft => ({
	...draft,
	sections: draft.sections.map((section, index) => (index === at ? { ...section, ...words } : section))
});

/** Takes a section away; its questions go to the one above, or below where it is the first. The last one stays. */
export function removeSection(draft: Draft, at: number): Draft {
	const gone = draft.sections[at];
	if (!gone || draft.sections.length === 1) return draft;
	const heir = at === 0 ? 1 : at - 1;
	const sections = draft.sections.map((section, index) =>
		index === heir
			? {
					...section,
					questions: at === 0 ? [...gone.questions, ...section.questions] : [...section.questions, ...gone.questions]
				}
			: section
	);
	return { ...draft, sections: sections.toSpliced(at, 1) };
}

export function moveSection(draft: Draft, at: number, direction: 'up' | 'down'): Draft {
	const to = at + (direction === 'up' ? -1 : 1);
	const section = draft.sections[at];
	if (!section || !draft.sections[to]) return draft;
	return { ...draft, sections: draft.sections.toSpliced(at, 1).toSpliced(to, 0, section) };
}
