import * as v from 'valibot';
import { readDeadline } from '../engine/deadlines/read-deadline';
import { plainLine } from '../engine/grid';
import { readResponsible } from '../engine/responsible';
import { type RowForm, rowForm } from '../form/imports';
import type { RowValues } from '../rules/corrections';
import { type Draft, type DraftActivity, kept, sameWords } from '../rules/draft';
import { answerEveryYear } from '../rules/every-year';
import { asOurs, type Self } from '../rules/ourselves';
import { valuesOfRow } from '../rules/row-values';
import type { Period, Responsible } from '../rules/understanding';

/** The stretch of years that dated rows name: it gives a year to «октябрь» where the document has no period. */
function yearsNamed(draft: Draft): Period | null {
	const windows = kept(draft)
		.filter(({ deadline }) => deadline.kind === 'windows')
		.flatMap(({ deadline }) => deadline.windows);
	if (windows.length === 0) return null;
	return {
		from: windows.map(({ from }) => from).reduce((a, b) => (a < b ? a : b)),
		to: windows.map(({ to }) => to).reduce((a, b) => (a > b ? a : b))
	};
}

const deadlineOf = (text: string, draft: Draft) =>
	readDeadline(text || null, draft.period, draft.period ?? yearsNamed(draft));

/** Words of a deadline that were put right, understood in this plan. */
export const readAnew = (draft: Draft) => (text: string) => deadlineOf(text, draft);

/** Those already named keep what they are; new words are read as the words of a file are. */
function responsibleOf(lines: readonly string[], draft: Draft, self: Self): Responsible[] {
	const known = new Map(
		draft.activities.flatMap(({ responsible }) => responsible.map((one) => [sameWords(one.text), one] as const))
	);
	return lines.flatMap((line) => known.get(sameWords(line)) ?? asOurs(readResponsible([plainLine(line)]), self));
}

export const rowFields = ['title', 'stage', 'deadline', 'responsible', 'results', 'capability'] as const;
type RowField = (typeof rowFields)[number];

/** Whether a field came back as the page had shown it: what a form does to spaces and lines is nobody's correction. */
export function saysAsBefore(row: DraftActivity, form: RowForm, field: RowField) {
	const shown = v.safeParse(rowForm.entries[field], valuesOfRow(row)[field]);
	return JSON.stringify(shown.output) === JSON.stringify(form[field]);
}

/** What somebody typed about a row, understood as the words of a file are. A field that says what it said keeps what was understood. */
export function readRow(form: RowForm, draft: Draft, self: Self, row?: DraftActivity): RowValues {
	const as = (field: RowField) => row !== undefined && saysAsBefore(row, form, field);
	const { deadline, why } =
		row && as('deadline') ? { deadline: row.deadline, why: null } : deadlineOf(form.deadline, draft);
	return {
		title: row && as('title') ? row.title : form.title,
		stage: draft.stages.some(({ key }) => key === form.stage) ? form.stage : null,
		deadline,
		responsible: row && as('responsible') ? row.responsible : responsibleOf(form.responsible, draft, self),
		results: row && as('results') ? row.results : form.results,
		capability: form.capability || null,
		doubts: why ? [{ field: 'deadline', why }] : []
	};
}

/** All deadlines read again, for another period; the answer to «каждый год?» holds on. */
export function readDeadlinesAnew(draft: Draft, version: number): Draft {
	const anew: Draft = {
		...draft,
		activities: draft.activities.map((row) => {
			const { deadline, why } = deadlineOf(row.deadline.text ?? '', draft);
			if (JSON.stringify(deadline) === JSON.stringify(row.deadline)) return row;
			const others = row.doubts.filter(({ field }) => field !== 'deadline');
			return { ...row, deadline, doubts: why ? [...others, { field: 'deadline', why }] : others, changed: version };
		})
	};
	return draft.everyYear === null ? anew : answerEveryYear(anew, draft.everyYear, version);
}
