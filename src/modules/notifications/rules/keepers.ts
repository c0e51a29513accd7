import { type Actor, has } from '../../../core/actor';

/** Those who see who is mailed what, and may switch the organisation's mail off and on. */
export const mailKeepers = ['curator', 'director', 'administrator', 'methodologist', 'authority'] as const;

export const canKeepMail = (actor: Pick<Actor, 'roles'>) => has(actor, ...mailKeepers);
