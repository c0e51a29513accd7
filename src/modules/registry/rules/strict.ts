import { askedOf, type ConsentKind, consentKinds } from '../../consents/rules/kinds';
import { type Register, registers } from './registers';

/** What the school asks of those who are in a register. */
export const askedIn = (register: Register, asked: readonly ConsentKind[]) =>
	askedOf([registers[register].role], asked);

type Settings = { asked: readonly ConsentKind[]; strict: boolean };
type Candidate = { name: string; consents: readonly ConsentKind[] };

/** Why nobody of these may enter yet; nothing where the school is not strict (school-year: a warning, unless it decides so). */
export function problemWithStrict(people: readonly Candidate[], { asked, strict }: Settings, register: Register) {
	if (!strict) return undefined;
	const kinds = askedIn(register, asked);
	const without = people.flatMap(({ name, consents }) => {
		const lacks = kinds.filter((kind) => !consents.includes(kind));
		return lacks.length > 0
			? [`${name} (${lacks.map((kind) => consentKinds[kind].brief.toLocaleLowerCase('ru')).join(', ')})`]
			: [];
	});
	if (without.length === 0) return undefined;
	const shown = without.slice(0, 5).join('; ');
	return `В школе строгий порядок: без согласий в банк не вносят. Не хватает: ${shown}${without.length > 5 ? ` и ещё ${without.length - 5}` : ''}.`;
}
