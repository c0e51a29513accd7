import { months } from '../../../core/words';

/** «1 сентября 2026»: in a letter the year is always said. */
export function dayOfTerm(date: string) {
	const [year, month, day] = date.split('-').map(Number);
	return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}
