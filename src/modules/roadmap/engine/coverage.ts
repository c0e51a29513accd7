import type { Cadence, Coverage, DeadlineKind } from '../rules/understanding';
import { mayTellHowOften, readCadence } from './deadlines/cadence';
import { normaliseDeadline } from './deadlines/tokens';
import { glance } from './grid';

const coverages: [RegExp, Coverage][] = [
	[/(?:кажд|отдельн)\S+\s+(?:наставническ\S+\s+)?пар|все(?:х|ми|м)\s+(?:наставническ\S+\s+)?пар/, 'each-pair'],
	[/кажд\S+\s+наставляем|все(?:х|ми|м)\s+наставляем|кажд\S+\s+молод/, 'each-mentee'],
	[/кажд\S+\s+наставник|все(?:х|ми|м)\s+наставник/, 'each-mentor'],
	[/кажд\S+\s+(?:\S+\s+)?групп/, 'each-group'],
	[
		/кажд\S+\s+(?:педагог|учител|воспитател|работник)|все(?:х|ми|м)\s+(?:педагог|педработ|учител|воспитател)/,
		'each-teacher'
	]
];

/** «с каждым наставником», «для каждой пары/группы»: the activity is about each of many. */
export function readCoverage(title: string): Coverage | null {
	const words = glance(title).toLowerCase().replaceAll('ё', 'е');
	return coverages.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** The norm of a row in its words: none where the term itself says how often. */
export const normOf = (kind: DeadlineKind, title: string, results: readonly string[]) =>
	kind === 'cadence' ? null : readNorm([title, ...results]);

/** A norm of frequency hidden in a title or a result: «не реже одного раза в две недели». */
function readNorm(texts: readonly string[]): { text: string; cadence: Cadence } | null {
	for (const text of texts) {
		const seen = glance(text);
		const found = mayTellHowOften(seen.toLowerCase()) ? readCadence(normaliseDeadline(seen)) : null;
		if (found) return found;
	}
	return null;
}
