import type { Group } from '../../groups/rules/groups';
import type { Candidate } from './audience';

/** What is offered for a group: an edition that is published, or one of the library that is taken in the same act. */
export const fromLibrary = (code: string) => `library:${code}`;
export const libraryCodeOf = (chosen: string) => /^library:([a-z-]{1,40})$/.exec(chosen)?.[1] ?? null;

/** Questionnaires of the library made for the groups А–Г. */
const madeFor: Record<string, string> = { А: 'group-a', Б: 'group-b', В: 'group-c', Г: 'group-d' };
export const libraryFor = (code: string) => madeFor[code.trim().toLocaleUpperCase('ru')] ?? null;

type Published = { id: string; library: string | null };

/** What is chosen for a group beforehand: the school's own of that library, else the library's. */
export function usualFor(group: Pick<Group, 'code'>, editions: readonly Published[]) {
	const library = libraryFor(group.code);
	if (!library) return '';
	return editions.find((one) => one.library === library)?.id ?? fromLibrary(library);
}

export const inGroup = (staff: readonly Candidate[], id: string) => staff.filter(({ groups }) => groups.includes(id));

export type OfRound = {
	id: string;
	title: string;
	group: string; // «А – Допрофессиональный период»
	asked: number;
	answered: number;
	openedAt: string | null;
	closedAt: string | null;
};

/** «Ответили 12 из 40, закрыто групп: 2 из 4.» */
export function roundStanding(waves: readonly OfRound[]) {
	const sum = (of: (one: OfRound) => number) => waves.reduce((all, one) => all + of(one), 0);
	const closed = waves.filter(({ closedAt }) => closedAt).length;
	return { asked: sum(({ asked }) => asked), answered: sum(({ answered }) => answered), closed, groups: waves.length };
}

export const roundDraft = (waves: readonly OfRound[]) =>
	[
		`Опрошены группы: ${waves.map(({ group, asked, answered }) => `${group} – ответили ${answered} из ${asked}`).join('; ')}.`,
		...waves.filter(({ answered }) => answered === 0).map(({ group }) => `Из группы «${group}» не ответил никто.`)
	].join('\n');
