import { showDate } from '../../../core/dates';
import type { Occurrence, Outcome } from './activity-state';
import { outcomeNames } from './completion';
import { type CoverageStanding, coverageText } from './coverage';
import type { Coverage } from './understanding';

type Row = {
	number: string | null;
	position: number;
	title: string;
	stageTitle: string | null;
	deadlineText: string | null;
	responsible: readonly { text: string; personName: string | null }[];
	results: readonly { text: string }[];
	occurrences: readonly (Occurrence & { note: string | null })[];
	/** «8 из 12 пар», when it is about each of many; '' otherwise. */
	many: string;
};

export const progressHeadings = [
	'№',
	'Этап',
	'Мероприятие',
	'Срок',
	'Ответственные',
	'Ожидаемый результат',
	'Что сделано',
	'Дата',
	'Подтверждения',
	'Причина невыполнения'
] as const;

/**
 * «Информация о ходе выполнения дорожной карты»: the paper that is asked for most often. A line an activity, each time it was marked
 * on a line of its own within the cells. `proofs`: titles of evidence by occurrence.
 */
export const progressRows = (activities: readonly Row[], proofs: ReadonlyMap<string, readonly string[]>): string[][] =>
	activities.map(({ number, position, title, stageTitle, deadlineText, responsible, results, occurrences, many }) => {
		const said = (outcomes: readonly Outcome[]) =>
			occurrences.filter(({ outcome }) => outcome !== null && outcomes.includes(outcome));
		const done = said(['done', 'noted']);
		return [
			number ?? String(position + 1),
			stageTitle ?? '',
			title,
			deadlineText ?? '',
			responsible.map(({ personName, text }) => personName ?? text).join(', '),
			results.map(({ text }) => text).join('\n'),
			[many, ...done.map(({ outcome, note }) => note || outcomeNames[outcome ?? 'done'])].filter(Boolean).join('\n'),
			done.map(({ doneOn }) => (doneOn ? showDate(doneOn) : '')).join('\n'),
			occurrences.flatMap(({ id }) => proofs.get(id) ?? []).join('\n'),
			said(['not-done'])
				.map(({ note }) => note ?? '')
				.join('\n')
		];
	});

type Standing = { coverage: Coverage | null; many: CoverageStanding | null; occurrences: Row['occurrences'] };

/** An activity as it had been done by the end of a day: what was done later is not told. */
export function asOf<A extends Standing>(activity: A, day: string) {
	const { coverage, many, occurrences } = activity;
	const covered =
		many?.coverings.filter(({ outcome, coveredOn }) => outcome === 'done' && coveredOn <= day).length ?? 0;
	return {
		...activity,
		occurrences: occurrences.filter(({ doneOn }) => !doneOn || doneOn <= day),
		many: coverage && many ? coverageText(coverage, { covered, all: many.all }) : ''
	};
}
