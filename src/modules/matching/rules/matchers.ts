import { type Actor, has } from '../../../core/actor';

/** Who matches: who was not chosen and who is not put with whom, the curator alone sees (school-year: 26). */
export const matchers = ['curator'] as const;
export const canMatch = (actor: Pick<Actor, 'roles'>) => has(actor, ...matchers);
