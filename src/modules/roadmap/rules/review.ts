import { type Occurrence, occurrenceState } from './activity-state';

type Row = { occurrences: readonly Occurrence[] };

/**
 * What one screen asks at once. `term`: what goes on all the time, once its term has come to its last week; `past`: what had been
 * due before it came into the plan. One line an occurrence.
 */
export const reviewRows = <R extends Row>(activities: readonly R[], about: 'term' | 'past', today: string) =>
	activities.flatMap((activity) =>
		activity.occurrences
			.filter((occurrence) => {
				const state = occurrenceState(occurrence, today);
				return state === (about === 'term' ? 'ask' : 'unsorted');
			})
			.map((occurrence) => ({ activity, occurrence }))
	);
