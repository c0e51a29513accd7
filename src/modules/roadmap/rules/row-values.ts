import type { Values } from '../../../core/forms';
import type { Draft, DraftActivity, DraftStage } from './draft';

// What a form shows of the draft: as text, the way a person would type it.

export const valuesOfRow = ({ title, stage, deadline, responsible, results, capability }: DraftActivity): Values => ({
	title,
	stage: stage ?? '',
	deadline: deadline.text ?? '',
	responsible: responsible.map(({ text }) => text).join('\n'),
	results: results.join('\n'),
	capability: capability ?? ''
});

const dotted = (day: string | undefined) => day?.split('-').reverse().join('.') ?? '';

export const valuesOfHeading = ({ title, period, goal }: Draft): Values => ({
	title: title ?? '',
	from: dotted(period?.from),
	to: dotted(period?.to),
	goal: goal ?? ''
});

export const valuesOfStage = ({ number, title, goal }: DraftStage): Values => ({
	number: number ?? '',
	title,
	goal: goal ?? ''
});

/** A title short enough to be named in a sentence. */
export const inShort = (title: string) => (title.length > 60 ? `${title.slice(0, 60).trimEnd()}…` : title);
