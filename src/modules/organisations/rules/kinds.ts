import type { OrganisationKind } from '../../../core/actor';

/** How a kind of organisation is called where one is chosen. */
export const kindNames: Record<OrganisationKind, string> = {
	school: 'Школа',
	gymnasium: 'Гимназия',
	lyceum: 'Лицей',
	kindergarten: 'Детский сад',
	college: 'Колледж, техникум',
	additional: 'Дополнительное образование',
	'sports-school': 'Спортивная школа',
	'boarding-school': 'Школа-интернат',
	'resource-centre': 'Ресурсный (методический) центр',
	authority: 'Управление образования',
	region: 'Региональный орган управления образованием'
};

/** The tree, from the top: region → управление → РЦ → those who teach. A level may be skipped. */
const height: Partial<Record<OrganisationKind, number>> = { region: 3, authority: 2, 'resource-centre': 1 };

/** Stands above others and sees their names and counts. */
export const isLevel = (kind: OrganisationKind) => kind in height;

/** Children are taught there: it has terms, lessons, pupils. */
export const teaches = (kind: OrganisationKind) => !isLevel(kind);

/** Kinds that may stand under this one. */
export const kindsBelow = (kind: OrganisationKind): OrganisationKind[] =>
	(Object.keys(kindNames) as OrganisationKind[]).filter((below) => (height[below] ?? 0) < (height[kind] ?? 0));

/** A kind may change only within its level: a school may become a lyceum, not an authority. */
export const kindsBeside = (kind: OrganisationKind): OrganisationKind[] =>
	(Object.keys(kindNames) as OrganisationKind[]).filter((other) => (height[other] ?? 0) === (height[kind] ?? 0));
