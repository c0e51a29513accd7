import { expect, test } from 'vitest';
import { type Paragraph, plainLine } from '../grid';
import { findLoneHead } from './head';

/** How many times the words of so many lines are looked at until no head is found among them. */
function looksAt(text: string, lines: number) {
	let looks = 0;
	const paragraphs = Array.from(
		{ length: lines },
		(): Paragraph => ({
			kind: 'paragraph',
			get line() {
				looks++;
				return plainLine(text);
			},
			place: {},
			gap: false
		})
	);
	expect(findLoneHead(paragraphs)).toBeUndefined();
	return looks;
}

test.each(['Ответственные: завуч', 'Срок', 'Мероприятие'])(
	'a head is looked for among many lines of «%s» as long as there are lines, not longer',
	(text) => {
		expect(looksAt(text, 400) / looksAt(text, 200)).toBeLessThan(3);
	}
);
