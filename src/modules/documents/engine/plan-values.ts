import { orderValue } from './change-values';
import type { Fields } from './template/values';

/** A row of a plan in its words. */
export type PlanRow = {
	number: string | null;
	title: string;
	deadline: string | null;
	responsible: readonly string[];
	results: readonly string[];
};

/** An approved edition as papers need it. */
export type PlanFacts = {
	roadmapId: string;
	title: string;
	period: string;
	order: { on: string; number: string };
	stages: readonly { title: string | null; rows: readonly PlanRow[] }[];
	/** What was changed after it: what is ordered, and the row in new words. */
	amendments: readonly { text: string; row: PlanRow | null }[];
};

const rowValues = ({ number, title, deadline, responsible, results }: PlanRow): Fields => ({
	номер: number ?? '',
	мероприятие: title,
	срок: deadline ?? '',
	ответственный: responsible.join(', '),
	результат: results.join('; ')
});

/** The table of a plan; the order that approved it stands in «приказ» where the form named no other. */
export const planValues = ({ title, period, order, stages }: PlanFacts): Fields => ({
	план: title,
	период_плана: period || null,
	приказ: orderValue(order),
	без_этапа: stages.filter((stage) => stage.title === null).flatMap(({ rows }) => rows.map(rowValues)),
	этапы: stages
		.filter((stage) => stage.title !== null)
		.map((stage) => ({ этап: stage.title, строки: stage.rows.map(rowValues) }))
});

/** Two quotation marks that close together are one. */
const quoted = (title: string) => `«${title.replace(/»$/, '')}»`;

export const amendmentValues = ({ title, order, amendments }: PlanFacts): Fields => ({
	план_в_кавычках: quoted(title),
	утверждён: orderValue(order),
	изменения: amendments.map(({ text, row }, at) => ({
		номер_изменения: at + 1,
		что: text,
		строки: row ? [rowValues(row)] : []
	}))
});
