import { type Actor, has, type Role } from '../../../../core/actor';
import { isId } from '../../../../core/ids';
import { enough, type Identity } from '../questionnaire';

/** Roles in whose hands answers may be (the wave says in whose) and who close waves. */
export const resultReaders = ['curator', 'director', 'psychologist'] as const satisfies readonly Role[];

export type Promised = { identity: Identity; readers: readonly Role[]; closedAt: string | null };

/** The promise given before people answered: only these read. */
export const canRead = (actor: Pick<Actor, 'roles'>, { readers }: Pick<Promised, 'readers'>) => has(actor, ...readers);

/** Who was named how often concerns those who were not: the curator alone sees it (school-year.md 26). */
export const canSeeRankings = (actor: Pick<Actor, 'roles'>, wave: Pick<Promised, 'readers'>) =>
	canRead(actor, wave) && has(actor, 'curator');

/** The curator and director make the report; a psychologist of what is theirs to read. */
export const canConclude = canRead;

/** Why answers are not shown; null: they are. `answered`: how many have answered by the list of those asked. */
export function whyUnseen(actor: Pick<Actor, 'roles'>, wave: Promised, answered: number): Unseen | null {
	if (!canRead(actor, wave)) return 'not-yours';
	if (wave.identity === 'named') return answered === 0 ? 'nobody' : null;
	if (!wave.closedAt) return 'open';
	if (answered === 0) return 'nobody';
	return answered < enough ? 'too-few' : null;
}

export type Unseen = 'not-yours' | 'open' | 'nobody' | 'too-few';

/** Answers of one role or group alone; of named waves only. */
export type Narrowed = { role: Role | null; group: string | null };
export const everybody: Narrowed = { role: null, group: null };

/** Roles answers are looked at by. */
export const narrowedRoles = ['mentor', 'mentee', 'teacher', 'curator', 'psychologist', 'director'] as const;

export function narrowedFrom(query: Record<string, string | undefined>, identity: Identity): Narrowed {
	if (identity !== 'named') return everybody;
	const role = narrowedRoles.find((one) => one === query.role) ?? null;
	const group = query.group && isId(query.group) ? query.group : null;
	return role ? { role, group: null } : { role: null, group };
}

export const narrowedQuery = ({ role, group }: Narrowed) => (role ? `?role=${role}` : group ? `?group=${group}` : '');
