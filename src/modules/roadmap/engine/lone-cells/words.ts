import { type Cell, type Paragraph, tidy } from '../grid';

export const textOf = (paragraph: Paragraph | undefined) =>
	paragraph ? tidy(`${paragraph.line.marker ?? ''} ${paragraph.line.text}`) : '';

export const cellOf = (paragraphs: readonly Paragraph[]): Cell => ({
	lines: paragraphs.map(({ line }) => line),
	place: paragraphs[0]?.place ?? {},
	span: 1,
	merged: null
});

export const section = -1;
/** What a paragraph is read as: the column it stands in (`section`: none), and whether a row begins with it. */
export type Step = { state: number; fresh: boolean };
