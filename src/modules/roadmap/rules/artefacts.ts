import { type Actor, has, type Role } from '../../../core/actor';
import { consentKeepers } from '../../consents/rules/kinds';
import { groupKeepers } from '../../groups/rules/groups';
import { resultReaders } from '../../surveys/rules/summary/reading';
import { planLeaders } from './plan';

/** A thing made inside the program on a day. `id` of the organisation where the whole of a room is meant. */
export type Made = { id: string; on: string };

/** `whose`: who may open it; to others it is words without a link. */
type Kind = { name: string; address: (made: Made) => string; whose: readonly Role[] | 'everybody' };

/** What proves an activity by having been made here. A new room adds its line. */
const kinds = {
	edition: { name: 'Утверждённая редакция плана', address: ({ id }) => `/editions/${id}`, whose: planLeaders },
	groups: { name: 'Распределение по группам', address: ({ id }) => `/group-sets/${id}`, whose: groupKeepers },
	consents: { name: 'Реестр согласий', address: () => '/consents', whose: consentKeepers },
	'survey-report': {
		name: 'Отчёт по анкетированию',
		address: ({ id }) => `/surveys/waves/${id}/results`,
		whose: resultReaders
	}
} as const satisfies Record<string, Kind>;

export type ArtefactKind = keyof typeof kinds;

/** What the kind is called; undefined for one that this version of the program does not know. */
export const kindNameOf = (kind: string) => known(kind)?.name;

/** Where it opens. */
export const addressOfArtefact = (kind: string, made: Made) => known(kind)?.address(made);

export function canOpenArtefact(actor: Pick<Actor, 'roles'>, kind: string) {
	const whose = known(kind)?.whose;
	return whose !== undefined && (whose === 'everybody' || has(actor, ...whose));
}

const known = (kind: string): Kind | undefined =>
	Object.hasOwn(kinds, kind) ? kinds[kind as ArtefactKind] : undefined;
