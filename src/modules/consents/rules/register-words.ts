import { plural } from '../../roadmap/rules/plural';
import type { KindSummary } from '../queries/register';
import { kindInSentence } from './kinds';

type Register = { counts: { involved: number; missing: number }; kinds: readonly KindSummary[] };

/** «Все согласия есть у 10 из 12 участников: обработка персональных данных – 12 из 12, …»: numbers alone. */
export function registerWords({ counts: { involved, missing }, kinds }: Register) {
	const each = kinds
		.filter(({ asked }) => asked > 0)
		.map(({ kind, asked, given }) => `${kindInSentence(kind)} – ${given} из ${asked}`);
	return `Все согласия есть у ${involved - missing} из ${plural(involved, ['участника', 'участников', 'участников'])}: ${each.join(', ')}`;
}
