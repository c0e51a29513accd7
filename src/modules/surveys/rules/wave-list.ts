import { plainText } from '../../../core/forms';
import { type AssessedFilter, assessedFilters } from './assessment/assessed';

/** Filters of the list of waves, as they stand in its address. */
export const waveFilters = {
	now: 'идут и готовятся',
	closed: 'закрытые',
	all: 'все'
} as const;
export type WaveFilter = keyof typeof waveFilters;
export type WavesWanted = { q: string; filter: WaveFilter; page: number };
export const wavesPage = 30;

const pageFrom = (page: string) => Math.min(Math.max(1, Number.parseInt(page, 10) || 1), 10_000);
const wordsFrom = (q: string) => plainText(q).trim().slice(0, 200);
const known = <T extends string>(all: Record<T, unknown>, one: string | undefined, usual: T): T =>
	one !== undefined && Object.hasOwn(all, one) ? (one as T) : usual;

export const wavesWanted = ({ q = '', filter, page = '1' }: Record<string, string | undefined>): WavesWanted => ({
	q: wordsFrom(q),
	filter: known(waveFilters, filter, 'now'),
	page: pageFrom(page)
});

/** Filters of those whom one wave asks. */
export const participantFilters = {
	all: 'все',
	left: 'ещё не ответили',
	personally: 'напомнить лично',
	answered: 'ответили'
} as const;
export type ParticipantFilter = keyof typeof participantFilters;
export type ParticipantsWanted = { q: string; filter: ParticipantFilter; page: number };
export const participantsPage = 50;

export const participantsWanted = ({
	q = '',
	filter,
	page = '1'
}: Record<string, string | undefined>): ParticipantsWanted => ({
	q: wordsFrom(q),
	filter: known(participantFilters, filter, 'all'),
	page: pageFrom(page)
});

export type AssessedWanted = { q: string; filter: AssessedFilter; page: number };
export const assessedPage = 50;
export const assessedWanted = ({ q = '', filter, page = '1' }: Record<string, string | undefined>): AssessedWanted => ({
	q: wordsFrom(q),
	filter: known(assessedFilters, filter, 'all'),
	page: pageFrom(page)
});

/** An address with a list's wishes in it; what is usual is left out. */
export function listAddress(
	path: string,
	{ q, filter, page }: { q: string; filter: string; page: number },
	usual: string
) {
	const query = new URLSearchParams({
		...(q && { q }),
		...(filter !== usual && { filter }),
		...(page > 1 && { page: String(page) })
	}).toString();
	return query ? `${path}?${query}` : path;
}
