import { showDate } from '../../../core/dates';
import type { Opinion } from '../queries/staff';
import type { GroupSet } from './groups';
import { type Summary, summaryWords } from './summary';

export const summaryHeads = [
	'№',
	'Фамилия, имя, отчество',
	'Должность',
	'Самооценка',
	'Наблюдение',
	'Решение',
	'Основание'
];

/** `rows`: cells under `summaryHeads`. */
export type SummaryPaper = { organisation: string; title: string; words: string; rows: readonly (readonly string[])[] };

export const summaryTitle = ({ name }: Pick<GroupSet, 'name'>, day: string) =>
	`Распределение педагогов по группам на ${showDate(day)} («${name}»)`;

/** The summary as it goes on paper: by group, those without a decision last. */
export function summaryPaper(
	set: GroupSet,
	summary: Summary,
	{ organisation, day }: { organisation: string; day: string }
): SummaryPaper {
	const codeOf = (id: string | null) => set.groups.find((group) => group.id === id)?.code ?? 'ни одна';
	const said = (opinion: Opinion | null) => (opinion ? codeOf(opinion.groupId) : '');
	const placed = [
		...summary.groups.flatMap(({ group, people }) =>
			people.map((person) => {
				const decision = person.member.find(({ groupId }) => groupId === group.id);
				return {
					person,
					words: decision ? `${group.code}, с ${showDate(decision.from)}` : group.code,
					basis: decision?.basis
				};
			})
		),
		...summary.undecided.map((person) => ({ person, words: 'решения нет', basis: '' }))
	];
	const rows = placed.map(({ person, words, basis }, at) => [
		String(at + 1),
		person.name,
		person.post,
		said(person.self),
		said(person.observer),
		words,
		basis ?? ''
	]);
	return { organisation, title: summaryTitle(set, day), words: summaryWords(summary), rows };
}
