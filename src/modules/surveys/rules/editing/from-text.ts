import { cleanText } from '../clean-text';
import type { Question, Section } from '../questionnaire';
import { type Draft, emptyDraft } from './draft';
import { optionsFrom } from './option-lines';

const numberedLine = /^(?:вопрос\s*)?(?:№\s*)?(\d{1,3})\s*[.):]\s*(\S.*)$/iu;
const optionLine = /^(?:[-–—•●○◦▪□☐▢*·]|[а-яa-z]\s*[.)])\s*(\S.*)$/iu;
const sectionLine = /^(?:раздел|блок|часть)\b|^(?:раздел|блок|часть)\s/iu;
const underscores = /_{3,}|\.{6,}|…{3,}/g;
const numbersRow = /^(?:\d{1,2}[\s|,;–-]+){3,}\d{1,2}$/;
const yesNo = /\s*[([]?\s*(?:нужное подчеркнуть:?\s*)?да\s*[/,|\\]\s*нет\s*[)\]]?\s*[.?]?$/iu;
const range =
	/\(?\s*(?:оцените\s+)?от\s+(\d)\s+до\s+(\d{1,2})\s*(?:баллов|балла)?\s*\)?|\[\s*(\d)\s*[-–]\s*(\d{1,2})\s*\]/iu;

type Raw = { text: string; options: string[]; ends: [number, number] | null; help: string };

/**
 * A questionnaire copied out of Word as plain lines: numbered lines are questions, lettered or marked ones their
 * options, «1 2 3 4 5» a scale, «да / нет» two options, lines to write on mean one's own words. What is not understood
 * stays in the words of the question, so that nothing is lost.
 */
export function draftFromText(typed: string, title: string): Draft {
	const lines = cleanText(typed)
		.split('\n')
		.map((line) => line.replace(/[\t\u00a0 ]+/g, ' ').trim())
		.filter(Boolean);
	const sections: { title: string; questions: Raw[] }[] = [];
	const intro: string[] = [];
	const current = () => sections.at(-1)?.questions.at(-1);
	for (const line of lines) {
		const [, , asked] = numberedLine.exec(line) ?? [];
		const [, option] = optionLine.exec(line) ?? [];
		const question = current();
		if (sectionLine.test(line)) sections.push({ title: line.replace(/[.:]$/, ''), questions: [] });
		else if (numbersRow.test(line) && question) question.ends = endsOf(line);
		else if (asked !== undefined) {
			if (sections.length === 0) sections.push({ title: '', questions: [] });
			sections.at(-1)?.questions.push({ text: asked, options: [], ends: null, help: '' });
		} else if (option !== undefined && question) question.options.push(option);
		else if (!question) intro.push(line);
		else if (line.replace(underscores, '').trim() === '') continue;
		else if (/^\(.*\)$/.test(line)) question.help = line.slice(1, -1);
		else if (question.options.length > 0) question.options.push(`${question.options.pop()} ${line}`);
		else question.text += ` ${line}`;
	}
	const [first = '', ...rest] = intro;
	const named = title || first;
	let number = 0;
	const read = sections.map(
		({ title: heading, questions }): Section => ({
			title: heading,
			about: '',
			questions: questions.map((raw) => {
				number += 1;
				return questionOf(raw, `q${number}`);
			})
		})
	);
	return {
		...emptyDraft(named.slice(0, 200) || 'Анкета'),
		intro: (title ? intro : rest).join('\n').slice(0, 2000),
		sections: read.length > 0 ? read : emptyDraft('').sections
	};
}

function endsOf(line: string): [number, number] {
	const numbers = line.match(/\d+/g)?.map(Number) ?? [];
	return [Math.min(...numbers), Math.max(...numbers)];
}

function questionOf({ text, options, ends, help }: Raw, code: string): Question {
	const [, from, to, low, high] = range.exec(text) ?? [];
	const spoken = from || low ? ([Number(from ?? low), Number(to ?? high)] as const) : null;
	const [start, end] = ends ?? spoken ?? [0, 0];
	const words = text.replace(underscores, '').replace(/\s+/g, ' ').trim();
	const base = { code, help, required: false };
	if (options.length > 0)
		return { ...base, text: words, kind: 'single', options: optionsFrom(options.join('\n')), other: false };
	if (end > start && end - start <= 10)
		return { ...base, text: words, kind: 'scale', from: start, to: end, low: '', high: '' };
	if (yesNo.test(words)) {
		const choice = [
			{ code: 'yes', text: 'Да' },
			{ code: 'no', text: 'Нет' }
		];
		return { ...base, text: words.replace(yesNo, ''), kind: 'single', options: choice, other: false };
	}
	return { ...base, text: words, kind: 'text', long: true };
}
