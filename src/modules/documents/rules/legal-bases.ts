import { type ActContent, forceOn } from '../../legal-acts/rules/act';
import type { KnownAct } from '../../legal-acts/rules/known-act';
import { knownActs } from '../../legal-acts/rules/known-acts';

/** An act a paper leans on; its words and days are those of the library of acts. */
export type LegalBasis = Pick<KnownAct, 'code' | 'title' | 'from' | 'to'> & { basis: string };

export const legalBases: readonly LegalBasis[] = knownActs.flatMap(({ basis, ...act }) =>
	basis ? [{ ...act, basis }] : []
);

/** … with the days the organisation has put to them in its library; what it has taken out is leaned on no more. */
export const basesIn = (library: readonly (Pick<ActContent, 'from' | 'to'> & { key: string })[]): LegalBasis[] =>
	legalBases.flatMap((basis) => {
		const act = library.find(({ key }) => key === basis.code);
		return act ? [{ ...basis, from: act.from, to: act.to }] : [];
	});

/** The bases of a paper of a day, in their order: those not in force on it are left out. */
export const basesOn = (codes: readonly string[], on: string, library = legalBases): LegalBasis[] =>
	codes.flatMap((code) => library.filter((basis) => basis.code === code && forceOn(basis, on) === 'in-force'));

/** «со статьёй 351.8 …, письмом …»: stands after «в соответствии». */
export function basesText(bases: readonly LegalBasis[]): string {
	const text = bases.map(({ basis }) => basis).join(', ');
	return text && `${/^с[^аеёиоуыэюя]/i.test(text) ? 'со' : 'с'} ${text}`;
}
