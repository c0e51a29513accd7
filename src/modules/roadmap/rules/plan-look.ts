import { isPlanFilter, type PlanFilter, passes, pressing, type Standing } from './activity-state';

/** What the address of a plan's page asks for. */
export type PlanLook = {
	show: PlanFilter;
	by: string | undefined; // a person's id, or the written words of a responsible
	capability: string | undefined; // its code
	stage: string | undefined; // a stage's id, or 'none'
	q: string | undefined;
	sort: string | undefined;
	descending: boolean;
};

/** Reads the query of the address; what it does not know is not asked for. */
export function readLook(query: Record<string, string | undefined>): PlanLook {
	const { show, by, stage, capability, q, sort, order } = query;
	return {
		show: isPlanFilter(show) ? show : 'all',
		by: by || undefined,
		stage: stage || undefined,
		capability: capability || undefined,
		q: q?.trim() || undefined,
		sort: sort !== undefined && Object.hasOwn(orders, sort) ? sort : undefined,
		descending: order === 'desc'
	};
}

/** The address of the same plan under another look: it can be sent to a colleague. */
export function addressOf(planId: string, { show, by, stage, capability, q, sort, descending }: PlanLook) {
	const query = new URLSearchParams();
	if (show !== 'all') query.set('show', show);
	if (by) query.set('by', by);
	if (stage) query.set('stage', stage);
	if (capability) query.set('capability', capability);
	if (q) query.set('q', q);
	if (sort) query.set('sort', sort);
	if (sort && descending) query.set('order', 'desc');
	return `/roadmap/${planId}${query.size > 0 ? `?${query}` : ''}#activities`;
}

type Row = {
	title: string;
	position: number;
	stageId: string | null;
	capability: string | null;
	deadlineText: string | null;
	responsible: readonly { text: string; personId: string | null; personName: string | null }[];
	results: readonly { text: string }[];
	standing: Standing;
};

const plain = (text: string) => text.toLocaleLowerCase('ru').replaceAll('ё', 'е');
const keyOf = ({ personId, text }: Row['responsible'][number]) => personId ?? text;

/** The rows that a look asks for, in its order. */
export function chosen<R extends Row>(
	rows: readonly R[],
	{ show, by, stage, capability, q, sort, descending }: PlanLook
): R[] {
	const words = q ? plain(q).split(/\s+/) : [];
	const found = rows.filter(
		(row) =>
			passes(show, row.standing.state) &&
			(!by || row.responsible.some((one) => keyOf(one) === by)) &&
			(!stage || (row.stageId ?? 'none') === stage) &&
			(!capability || row.capability === capability) &&
			words.every((word) => wordsOf(row).includes(word))
	);
	const order = sort ? orders[sort] : undefined;
	if (!order) return found;
	const turned = descending ? -1 : 1;
	return found.sort((a, b) => turned * order(a, b) || a.position - b.position);
}

const wordsOf = ({ title, responsible, results, deadlineText }: Row) =>
	plain(
		[
			title,
			deadlineText,
			...responsible.flatMap(({ text, personName }) => [text, personName]),
			...results.map(({ text }) => text)
		]
			.filter(Boolean)
			.join(' ')
	);

const dayOf = ({ standing: { next } }: Row) => next?.dueOn ?? next?.to ?? '9999-12-31';
const whoOf = ({ responsible: [first] }: Row) => first?.personName ?? first?.text ?? 'яяя'; // nobody named: last
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const orders: Record<string, (a: Row, b: Row) => number> = {
	title: (a, b) => a.title.localeCompare(b.title, 'ru'),
	responsible: (a, b) => whoOf(a).localeCompare(whoOf(b), 'ru'),
	deadline: (a, b) => compare(dayOf(a), dayOf(b)),
	state: (a, b) => pressing.indexOf(a.standing.state) - pressing.indexOf(b.standing.state)
};

/** Everybody who answers for something, those with most first: a person of the organisation, or the words of the plan. */
export function responsibleKeys(rows: readonly Row[]) {
	const keys = new Map<string, { key: string; name: string; person: boolean; count: number }>();
	for (const { responsible } of rows) {
		for (const one of responsible) {
			const key = keyOf(one);
			const known = keys.get(key) ?? { key, name: one.personName ?? one.text, person: one.personId !== null, count: 0 };
			keys.set(key, { ...known, count: known.count + 1 });
		}
	}
	return [...keys.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'ru'));
}
