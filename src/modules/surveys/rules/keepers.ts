import { type Actor, has } from '../../../core/actor';

/** Who keeps the wordings of questionnaires. */
export const questionnaireKeepers = ['curator', 'director', 'psychologist', 'methodologist'] as const;
export const canKeepQuestionnaires = (actor: Pick<Actor, 'roles'>) => has(actor, ...questionnaireKeepers);

/** A psychologist changes what they have written themselves; the wordings of others they take a copy of. */
export const canChangeQuestionnaire = (actor: Pick<Actor, 'roles' | 'personId'>, { addedBy }: { addedBy: string }) =>
	has(actor, 'curator', 'director', 'methodologist') || (has(actor, 'psychologist') && addedBy === actor.personId);
