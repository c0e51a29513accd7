import { plainText } from '../../../core/forms';
import { plain } from '../../../core/plain';
import type { ConsentKind } from '../../consents/rules/kinds';
import { isIn, programmeNow, type RegisterLine } from './line';
import type { Register } from './registers';

/** Filters of a register, as they stand in its address. */
export const registerFilters = {
	here: 'сейчас в банке',
	'no-word': 'без запроса',
	drafts: 'ждут вашего взгляда',
	'no-consent': 'нет согласия',
	working: 'в программе',
	former: 'выбыли'
} as const;
export type RegisterFilter = keyof typeof registerFilters;
export const filterLabel = (filter: RegisterFilter, register: Register) =>
	filter === 'no-word' && register === 'mentors' ? 'без предложения' : registerFilters[filter];

export const sorts = ['name', 'since', 'priority', 'capacity', 'tenure'] as const;
export type RegisterSort = (typeof sorts)[number];
export type RegisterWanted = {
	q: string;
	filter: RegisterFilter;
	group: string;
	subject: string;
	sort: RegisterSort;
	descending: boolean;
	page: number;
};
export const pageSize = 50;

export function wantedFrom(query: Record<string, string | undefined>): RegisterWanted {
	const { q = '', filter, group = '', subject = '', sort, order, page = '1' } = query;
	return {
		q: plainText(q).trim().slice(0, 200),
		filter: (Object.keys(registerFilters) as RegisterFilter[]).find((one) => one === filter) ?? 'here',
		group: plainText(group).slice(0, 50),
		subject: plainText(subject).slice(0, 200),
		sort: sorts.find((one) => one === sort) ?? 'name',
		descending: order === 'desc',
		page: Math.min(Math.max(1, Number.parseInt(page, 10) || 1), 10_000)
	};
}

export function addressOf(register: Register, wanted: RegisterWanted, change: Partial<RegisterWanted> = {}, to = '') {
	const { q, filter, group, subject, sort, descending, page } = { ...wanted, page: 1, ...change };
	const query = new URLSearchParams({
		...(q && { q }),
		...(filter !== 'here' && { filter }),
		...(group && { group }),
		...(subject && { subject }),
		...(sort !== 'name' && { sort }),
		...(descending && { order: 'desc' }),
		...(page > 1 && { page: String(page) })
	}).toString();
	return `/registry/${register}${to}${query ? `?${query}` : ''}`;
}

/** Which of the consents asked are not there. */
export const lacking = ({ consents }: Pick<RegisterLine, 'consents'>, asked: readonly ConsentKind[]) =>
	asked.filter((kind) => !consents.includes(kind));

export type Circumstances = { register: Register; asked: readonly ConsentKind[]; today: string };

const shown = (filter: RegisterFilter, line: RegisterLine, { register, asked, today }: Circumstances) => {
	if (filter === 'former') return !isIn(line, today);
	if (!isIn(line, today)) return false;
	switch (filter) {
		case 'no-word':
			return register === 'mentees' ? line.requests.length === 0 : !line.offer;
		case 'drafts':
			return register === 'mentees' ? line.requests.some(({ confirmed }) => !confirmed) : line.offerWaits;
		case 'no-consent':
			return lacking(line, asked).length > 0;
		case 'working':
			return programmeNow(line, today) !== null;
		default:
			return true;
	}
};

const keys: Record<RegisterSort, (line: RegisterLine) => string | number | null> = {
	name: () => null, // as the query has them
	since: ({ entry }) => entry.from,
	priority: ({ requests }) => requests[0]?.priority ?? null,
	capacity: ({ offer }) => offer?.capacity ?? null,
	tenure: ({ teachingSince }) => teachingSince
};

/** What a register shows for what was asked, and how many each filter would show. */
export function chosenFrom(lines: readonly RegisterLine[], wanted: RegisterWanted, about: Circumstances) {
	const words = plain(wanted.q).split(/\s+/).filter(Boolean);
	const found = lines.filter((line) => {
		const text = plain([line.name, line.post, ...line.subjects, ...line.requests.map((one) => one.words)].join(' '));
		return (
			words.every((word) => text.includes(word)) &&
			(!wanted.group || line.groups.some(({ id }) => id === wanted.group)) &&
			(!wanted.subject || line.subjects.includes(wanted.subject))
		);
	});
	const filters = Object.keys(registerFilters) as RegisterFilter[];
	const counts = Object.fromEntries(
		filters.map((filter) => [filter, found.filter((line) => shown(filter, line, about)).length])
	) as Record<RegisterFilter, number>;
	const key = keys[wanted.sort];
	const sorted = found
		.filter((line) => shown(wanted.filter, line, about))
		.map((line) => ({ line, by: key(line) }))
		.sort((a, b) => {
			if (a.by === b.by) return 0;
			if (a.by === null || b.by === null) return a.by === null ? 1 : -1;
			return (a.by < b.by ? -1 : 1) * (wanted.descending ? -1 : 1);
		})
		.map(({ line }) => line);
	if (wanted.sort === 'name' && wanted.descending) sorted.reverse();
	return { counts, all: sorted, page: sorted.slice((wanted.page - 1) * pageSize, wanted.page * pageSize) };
}
