import { type Document, type Element, isTag } from 'domhandler';
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { anAnswered, people } from '../../../../../test/answered';
import { filledOf } from '../../rules/fields';
import { readAnswers } from '../../rules/read-answers';
import { Questions } from './questions';

const elementsOf = (node: Document | Element): Element[] =>
	node.children.filter(isTag).flatMap((element) => [element, ...elementsOf(element)]);
const textOf = (element: Element): string =>
	element.children.map((child) => (isTag(child) ? textOf(child) : 'data' in child ? String(child.data) : '')).join('');

/** What a browser would send of this page, untouched. */
function sentFrom(html: string) {
	const form = new FormData();
	for (const element of elementsOf(parseDocument(html))) {
		const { name, type, value = '', checked } = element.attribs;
		if (!name || type === 'file') continue;
		if (element.name === 'textarea') form.append(name, textOf(element));
		if (element.name === 'select') {
			const options = elementsOf(element);
			form.append(name, (options.find(({ attribs }) => 'selected' in attribs) ?? options[0])?.attribs.value ?? '');
		}
		if (element.name !== 'input') continue;
		if (!['radio', 'checkbox'].includes(type ?? '') || checked !== undefined) form.append(name, value);
	}
	return form;
}

test('what is drawn as filled in is read back the same', () => {
	fc.assert(
		fc.property(anAnswered, ({ questionnaire, answers }) => {
			const values = filledOf(questionnaire, answers);
			const html = String(<Questions {...{ questionnaire, values, people }} />);
			expect(readAnswers(questionnaire, sentFrom(html), people)).toEqual({ ok: true, answers, uploads: {} });
		}),
		{ numRuns: 60 }
	);
});

test('every control has a name that is read aloud, and every problem leads to a control', () => {
	fc.assert(
		fc.property(anAnswered, ({ questionnaire }) => {
			const refused = readAnswers(questionnaire, new FormData(), people);
			const problems = refused.ok ? {} : refused.problems;
			const elements = elementsOf(parseDocument(String(<Questions {...{ questionnaire, problems, people }} />)));
			const ids = elements.map(({ attribs }) => attribs.id).filter(Boolean);
			expect(new Set(ids).size).toBe(ids.length);
			const labelled = new Set(elements.map(({ attribs }) => attribs.for));
			for (const { name, attribs, parent } of elements) {
				if (['input', 'select', 'textarea'].includes(name))
					expect(
						labelled.has(attribs.id) || 'aria-label' in attribs || (parent && isTag(parent) && parent.name === 'label')
					).toBe(true);
				for (const id of (attribs['aria-describedby'] ?? '').split(' ').filter(Boolean)) expect(ids).toContain(id);
			}
			for (const field of Object.keys(problems)) expect(ids).toContain(field);
		}),
		{ numRuns: 40 }
	);
});

test('an answer nobody has to give can be taken back; one that must be given cannot', () => {
	const single = {
		code: 'q1',
		kind: 'single',
		text: 'Где удобнее встречаться?',
		help: '',
		required: false,
		options: [{ code: 'a', text: 'В кабинете' }],
		other: false
	} as const;
	const asking = (required: boolean) => ({
		sections: [{ title: '', about: '', questions: [{ ...single, required }] }]
	});
	const values = { 'q-q1': ['a'] };
	expect(String(<Questions questionnaire={asking(true)} values={values} people={people} />)).not.toContain(
		'Без ответа'
	);
	expect(String(<Questions questionnaire={asking(false)} values={values} people={people} />)).toContain('Без ответа');
	const form = new FormData();
	form.append('q-q1', '');
	expect(readAnswers(asking(false), form, people)).toEqual({ ok: true, answers: {}, uploads: {} });
	expect(readAnswers(asking(true), form, people).ok).toBe(false);
});
