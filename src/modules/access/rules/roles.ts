import { type Actor, allRoles, has, type OrganisationKind, type Role } from '../../../core/actor';
import { addYears, showDate } from '../../../core/dates';
import type { Problems } from '../../../core/forms';
import { isLevel } from '../../organisations/rules/kinds';

/** Those who give and take away access and roles. Somebody of them always keeps a way in. */
export const keepers = ['administrator', 'director', 'curator'] as const satisfies readonly Role[];

export const isKeeper = (role: Role) => (keepers as readonly Role[]).includes(role);

export const canManageAccess = (actor: Pick<Actor, 'roles'>) => has(actor, ...keepers);

const rolesAbove: readonly Role[] = ['methodologist', 'authority'];

/** The roles that exist in a kind of organisation: a school has no methodologist of a resource centre. */
export const rolesIn = (kind: OrganisationKind): readonly Role[] =>
	isLevel(kind) ? allRoles : allRoles.filter((role) => !rolesAbove.includes(role));

const byWeight: readonly Role[] = [
	'curator',
	'methodologist',
	'authority',
	'director',
	'psychologist',
	'mentor',
	'mentee',
	'personnel',
	'trade-union',
	'commission',
	'site-editor',
	'teacher',
	'administrator'
];

/** The work that fills the day first: so a person is named, so their navigation begins. */
export const mainFirst = (roles: readonly Role[]) =>
	[...roles].sort((a, b) => byWeight.indexOf(a) - byWeight.indexOf(b));

/** Who founds an organisation does its main work and keeps its doors. */
export function founderRoles(kind: OrganisationKind): readonly Role[] {
	if (kind === 'resource-centre') return ['methodologist', 'administrator'];
	return isLevel(kind) ? ['authority', 'administrator'] : ['curator', 'administrator'];
}

/** Inclusive days; `to` null: until ended. */
export type RolePeriod = { id: string; role: Role; from: string; to: string | null };
export type NewRole = { role: Role; from: string; to?: string | null; basis: string };

/** What hinders a new period, given those the person already has. */
export function problemsWithGrant(
	grant: NewRole,
	held: readonly RolePeriod[],
	kind: OrganisationKind,
	today: string
): Problems {
	if (!rolesIn(kind).includes(grant.role)) return { role: 'Такой роли в вашей организации нет' };
	if (grant.from > addYears(today, 1)) return { from: 'Не позже чем через год: проверьте дату' };
	const overlapping = held.find(
		({ role, from, to }) => role === grant.role && (to === null || to >= grant.from) && (!grant.to || from <= grant.to)
	);
	if (!overlapping) return {};
	const until = overlapping.to ? ` по ${showDate(overlapping.to)}` : '';
	return { role: `Эта роль уже назначена с ${showDate(overlapping.from)}${until}` };
}

/** `on` is the last day of the role. */
export function problemsWithEnding({ from, to }: RolePeriod, on: string, today: string): Problems {
	if (on < from) return { on: `Роль действует с ${showDate(from)}: последний день не может быть раньше` };
	if (to && on > to) return { on: `Роль и так заканчивается ${showDate(to)}` };
	if (on > addYears(today, 1)) return { on: 'Не позже чем через год: проверьте дату' };
	return {};
}

/** When an id was made: a UUIDv7 begins with its milliseconds. */
const madeAt = (id: string) => Number.parseInt(id.replace('-', '').slice(0, 12), 16);

/** A role given by mistake may be taken back whole for a day; later it has a past, and is ended. */
export const canWithdraw = ({ id }: Pick<RolePeriod, 'id'>, at: string) => Date.parse(at) - madeAt(id) < 86_400_000;

/** Said when the last one with a way in would lock the door behind them. */
export const lastKeeper =
	'Это последний человек, который может выдавать доступ и роли. Сначала назначьте администратора, директора или куратора, который уже вошёл в программу.';
