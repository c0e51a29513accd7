import { reasonsOf, type ScoredPart } from './score/score';
import type { Unmatched } from './why-unmatched';

/** What an accepted proposal is: possible pairs before the talks, or how they were formed after them. */
export const stages = {
	potential: {
		name: 'Потенциальные пары, триады и группы',
		hint: 'До собеседований: с кем можно было бы',
		title: 'Потенциальные пары, триады и группы наставников и наставляемых'
	},
	final: {
		name: 'Окончательно сформированные пары и группы',
		hint: 'После собеседований и взаимного выбора',
		title: 'Сформированные пары и группы наставников и наставляемых'
	}
} as const;
export type Stage = keyof typeof stages;

/** One pair as a paper holds it. */
export type PaperPair = {
	menteeId: string;
	mentorId: string;
	mentee: string;
	menteePost: string;
	mentor: string;
	mentorPost: string;
	why: string;
};

/** An accepted proposal as it stood: words, for good. */
export type ProposalContents = {
	organisation: string;
	kind: string; // in words
	pairs: PaperPair[];
	alone: { name: string; reason: string }[];
};

/** Pairs that share a mentor or a mentee, and so are one triad or group, together. */
export function joined<P extends { mentee: string; mentor: string }>(pairs: readonly P[]): P[][] {
	const root = new Map<string, string>();
	const top = (id: string): string => {
		const above = root.get(id) ?? id;
		return above === id ? id : top(above);
	};
	for (const { mentee, mentor } of pairs) root.set(top(mentee), top(mentor));
	return [...Map.groupBy(pairs, ({ mentee }) => top(mentee)).values()];
}

/** Pairs of two, triads of three, groups of more. */
export function unitsOf(pairs: readonly Pick<PaperPair, 'menteeId' | 'mentorId'>[]) {
	const units = joined(pairs.map(({ menteeId, mentorId }) => ({ mentee: menteeId, mentor: mentorId })));
	const sizes = units.map((unit) => new Set(unit.flatMap(({ mentee, mentor }) => [mentee, mentor])).size);
	return {
		pairs: sizes.filter((size) => size === 2).length,
		triads: sizes.filter((size) => size === 3).length,
		groups: sizes.filter((size) => size > 3).length
	};
}

/** «пар – 4, триад – 1» */
export function unitsText(pairs: readonly Pick<PaperPair, 'menteeId' | 'mentorId'>[]) {
	const { pairs: two, triads, groups } = unitsOf(pairs);
	const told = [
		`пар – ${two}`,
		...(triads > 0 ? [`триад – ${triads}`] : []),
		...(groups > 0 ? [`групп – ${groups}`] : [])
	];
	return told.join(', ');
}

/** A conclusion to begin from. */
export const conclusionOf = ({ pairs, alone }: Pick<ProposalContents, 'pairs' | 'alone'>) =>
	[
		`Проанализированы банк наставников и банк наставляемых. Подобрано: ${unitsText(pairs)}.`,
		alone.length > 0
			? `Наставник пока не найден, поиск продолжается: ${alone.map(({ name }) => name).join(', ')}.`
			: 'Наставник найден каждому.'
	].join('\n');

/**
 * Why a pair, for a paper that others read: whom somebody wished for, and what a talk said against it, stay with the curator
 * (school-year: 26).
 */
export function openReasons(parts: readonly ScoredPart[]) {
	const all = reasonsOf(parts, parts.length).filter(({ part }) => part !== 'wishes');
	const talk = all.filter(
		({ part, reason }) => part === 'interview' && !/не сейчас|другая роль|ещё раз|отказ/.test(reason)
	);
	return [...all.filter(({ part }) => part !== 'interview').slice(0, 3), ...talk].map(({ reason }) => reason);
}

const whyAlone: Record<Unmatched['kind'], string> = {
	'no-candidate': 'подходящего наставника пока нет',
	'no-places': 'у подходящих наставников нет свободных мест',
	shortage: 'у подходящих наставников не хватило мест',
	whole: 'нужны двое сразу или собирается группа'
};

/** Why somebody is left, without which condition was in the way: it may be that two are not put together. */
export const openWhy = (kind: Unmatched['kind'] | undefined) =>
	kind ? whyAlone[kind] : 'предложенная пара не вошла, ищем другую';

/** Until when a pair made today usually works: to the end of the school year. */
export const usualEnd = (today: string) => `31.05.${Number(today.slice(0, 4)) + (today.slice(5) >= '05-01' ? 1 : 0)}`;
