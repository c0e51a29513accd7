import type { Attendance } from './event';

type Person = { attendance: Attendance | null; acquaintedOn: string | null };
type About = { outside: string; outsideCount: number | null; outcome: string };

/** «родители 5–9 классов – 48»; '' when nobody came from outside. */
export const outsideWords = ({ outside, outsideCount }: Pick<About, 'outside' | 'outsideCount'>) =>
	outside ? `${outside}${outsideCount === null ? '' : ` – ${outsideCount}`}` : '';

/** «Были 12 из 15, родители – 48. Решили начать с трёх пар» */
export const cameWords = (event: About, people: readonly Person[]) => {
	const came = people.filter(({ attendance }) => attendance === 'came').length;
	const parts = [people.length > 0 && `были ${came} из ${people.length}`, outsideWords(event)]
		.filter(Boolean)
		.join(', ');
	return [parts && parts[0]?.toLocaleUpperCase('ru') + parts.slice(1), event.outcome].filter(Boolean).join('. ');
};

/** «Ознакомились 12 из 15» */
export const sheetWords = (event: About, people: readonly Person[]) => {
	const read = people.filter(({ acquaintedOn }) => acquaintedOn).length;
	return [people.length > 0 && `Ознакомились ${read} из ${people.length}`, outsideWords(event)]
		.filter(Boolean)
		.join(', ');
};
