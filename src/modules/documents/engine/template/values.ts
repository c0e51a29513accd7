import { sexOf } from '../../rules/sex';
import { type Cases, caseNames } from '../grammar/cases';
import { dateText } from '../grammar/numbers';
import { fullNameIn, type NamedPerson, shortNameIn, signatureOf } from '../grammar/person';
import { declinePost } from '../grammar/posts';
import type { Sex } from '../grammar/surname';

/** Words that change by case; of a person also with initials and as under a signature. */
export type Declined = { cases: Cases; short?: Cases; signature?: string; sex?: Sex | null; chosen?: number };
/** A calendar day, YYYY-MM-DD. */
export type Day = { day: string };
export type Value = string | number | boolean | null | undefined | Declined | Day | Value[] | Fields;
export type Fields = { readonly [name: string]: Value };

export const isDeclined = (value: unknown): value is Declined =>
	typeof value === 'object' && value !== null && 'cases' in value;
export const isDay = (value: unknown): value is Day => typeof value === 'object' && value !== null && 'day' in value;

export const personValue = (person: NamedPerson): Declined => ({
	cases: caseNames.map((name) => fullNameIn(person, name)) as unknown as Cases,
	short: caseNames.map((name) => shortNameIn(person, name)) as unknown as Cases,
	signature: signatureOf(person),
	sex: sexOf(person)
});
export const postValue = (post: string): Declined => ({ cases: declinePost(post) });
export const dayValue = (day: string): Day => ({ day });

/** How a value stands in a paper when nothing more is asked. */
export function printed(value: Value): string {
	if (value === null || value === undefined || value === false) return '';
	if (typeof value === 'string') return value;
	if (value === true) return 'да';
	if (typeof value === 'number') return String(value);
	if (Array.isArray(value)) return value.map(printed).filter(Boolean).join(', ');
	if (isDeclined(value)) return value.cases[value.chosen ?? 0] ?? '';
	return isDay(value) ? dateText(value.day) : '';
}
