/** In whose name a transaction is open: a person, or the program itself (`personId` null). */
export type Author = {
	organisationId: string;
	personId: string | null;
	accountId?: string | null;
	timeZone: string; // the organisation's: Russia has eleven
};

/** The program acting by itself in one organisation: a background job. */
export const system = (organisationId: string, timeZone: string): Author => ({
	organisationId,
	personId: null,
	timeZone
});

/** Who is acting, and in which organisation. Built once per request from the session. */
export type Actor = Author & {
	personId: string;
	accountId: string;
	sessionId: string;
	name: string; // «Петрова А. И.»
	roles: readonly Role[];
	organisation: { name: string; kind: OrganisationKind; onePersonMode: boolean };
	requestId?: string;
};

/** The words of roles stand in docs/glossary.md; several may be held by one person at a time. */
export const roleNames = {
	administrator: 'администратор',
	director: 'директор',
	curator: 'куратор',
	mentor: 'наставник',
	mentee: 'наставляемый',
	teacher: 'педагог',
	psychologist: 'педагог-психолог',
	personnel: 'кадры',
	'trade-union': 'профсоюз',
	commission: 'комиссия',
	'site-editor': 'ответственный за сайт',
	methodologist: 'методист РЦ',
	authority: 'управление'
} as const;

export type Role = keyof typeof roleNames;

/** Who stands at the head is called otherwise where it is no school. */
const headNames: Partial<Record<OrganisationKind, string>> = {
	kindergarten: 'заведующий',
	'resource-centre': 'руководитель',
	authority: 'начальник',
	region: 'министр'
};

/** A role as it is called in an organisation of this kind: the head of a kindergarten is «заведующий». */
export const roleName = (role: Role, kind: OrganisationKind) =>
	(role === 'director' && headNames[kind]) || roleNames[role];

/** «куратор, директор» */
export const rolesText = (roles: readonly Role[], kind: OrganisationKind) =>
	roles.map((role) => roleName(role, kind)).join(', ');
export const allRoles = Object.keys(roleNames) as Role[];

export const organisationKinds = [
	'school',
	'gymnasium',
	'lyceum',
	'kindergarten',
	'college',
	'additional',
	'sports-school',
	'boarding-school',
	'resource-centre',
	'authority',
	'region'
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** What the curator does for everyone where she is alone: everything but what is sealed or belongs to another level. */
const doneForOthers: readonly Role[] = [
	'administrator',
	'director',
	'personnel',
	'trade-union',
	'commission',
	'site-editor'
];

/** Roles as they work today: in one-person mode the curator's cover those of colleagues who never sign in. */
export const workingRoles = (held: readonly Role[], onePersonMode: boolean): readonly Role[] =>
	onePersonMode && held.includes('curator') ? [...new Set([...held, ...doneForOthers])] : held;

/** «куратор за всех»: what the frame calls a person. */
export const roleWords = ({ roles, organisation: { kind, onePersonMode } }: Pick<Actor, 'roles' | 'organisation'>) =>
	onePersonMode && roles.includes('curator')
		? rolesText(
				roles.filter((role) => !doneForOthers.includes(role)),
				kind
			).replace(roleNames.curator, `${roleNames.curator} за всех`)
		: rolesText(roles, kind);

export const has = (actor: Pick<Actor, 'roles'>, ...anyOf: readonly Role[]) =>
	anyOf.some((role) => actor.roles.includes(role));
