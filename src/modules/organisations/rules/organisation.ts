import { type Actor, has, type OrganisationKind } from '../../../core/actor';
import type { Problems } from '../../../core/forms';
import { timeZones } from '../../../core/time-zones';
import { isLevel, kindsBelow, kindsBeside } from './kinds';
import type { OwnWords } from './words';

/** What an organisation says of itself. */
export type OrganisationCard = {
	kind: OrganisationKind;
	name: string; // as people say it: «Школа № 5»
	fullName: string; // as papers say it
	timeZone: string;
	workingWeek: 5 | 6;
	onePersonMode: boolean;
	words: OwnWords;
};

/** An organisation to stand below, with the person who will begin the work there. */
export type NewOrganisation = Pick<OrganisationCard, 'kind' | 'name' | 'fullName' | 'timeZone' | 'onePersonMode'> & {
	parentId: string;
	familyName: string;
	givenName: string;
	patronymic: string;
	email: string;
};

/** Who keeps the organisation's card. */
export const keepers = ['curator', 'director', 'administrator', 'methodologist', 'authority'] as const;
export const canChangeOrganisation = (actor: Pick<Actor, 'roles'>) => has(actor, ...keepers);

/** Who works with the organisations below. */
export const levelRoles = ['methodologist', 'authority'] as const;
export const canSeeBelow = (actor: Pick<Actor, 'roles' | 'organisation'>) =>
	isLevel(actor.organisation.kind) && has(actor, ...levelRoles);

/** Mistakes only the present state can tell: `present` is the card as it stands. */
export function problemsWithCard(card: OrganisationCard, present: OrganisationCard): Problems {
	const problems: Problems = {};
	if (!kindsBeside(present.kind).includes(card.kind)) {
		problems.kind =
			'Вид можно сменить только в пределах своего уровня. Если организация стала другой, создайте её заново.';
	}
	if (card.timeZone !== present.timeZone && !Object.hasOwn(timeZones, card.timeZone))
		problems.timeZone = 'Выберите часовой пояс из списка';
	return problems;
}

/** What is wrong with an organisation to be added below `parent`. */
export function problemsWithNew(
	{ kind, timeZone }: Pick<NewOrganisation, 'kind' | 'timeZone'>,
	parent: { kind: OrganisationKind }
): Problems {
	const problems: Problems = {};
	if (!kindsBelow(parent.kind).includes(kind)) problems.kind = 'Такая организация не может стоять под выбранной';
	if (!Object.hasOwn(timeZones, timeZone)) problems.timeZone = 'Выберите часовой пояс из списка';
	return problems;
}

/** How far an organisation below has come: nobody entered, invited, at work. */
export type Entering = 'at-work' | 'invited' | 'expired';

export function enteringOf(
	{ entered, invitedUntil }: { entered: boolean; invitedUntil: string | null },
	at: string
): Entering {
	if (entered) return 'at-work';
	return invitedUntil && invitedUntil > at ? 'invited' : 'expired';
}

/** The words for a time zone; one that stands outside the list is shown by its own name. */
export const timeZoneText = (zone: string) =>
	Object.hasOwn(timeZones, zone) ? timeZones[zone as keyof typeof timeZones] : zone;
