import { type Actor, has, type Role } from '../../../core/actor';

/** Those who lead the plan: they see all of it, mark anything done, assign, archive. In a РЦ or an управление it is their own plan. */
export const planLeaders = ['curator', 'director', 'administrator', 'methodologist', 'authority'] as const;

type Who = Pick<Actor, 'roles' | 'personId'>;

/** What is looked at to say who may mark an activity. */
type Entrusted = {
	responsibleIds: readonly string[];
	responsible: readonly { text: string; kind: string; personId: string | null }[];
};

export const leadsPlans = (actor: Pick<Actor, 'roles'>) => has(actor, ...planLeaders);

/**
 * An act on one activity: its leaders, whoever is named in it as responsible, and whoever holds today the post it is entrusted to
 * («Педагог-психолог»). A group («педагоги-наставники») sees it and tells the curator: one of them cannot speak for all.
 */
export const canCarryOut = (actor: Who, activity: Entrusted) =>
	leadsPlans(actor) || activity.responsibleIds.includes(actor.personId) || holdsThePost(actor, activity);

/** Roles that one person holds for the whole organisation; «наставник» or «педагог» is one of many. */
const posts: readonly Role[] = ['psychologist', 'personnel', 'trade-union', 'site-editor'];

const holdsThePost = ({ roles }: Who, { responsible }: Entrusted) => {
	const mine = patternsOf(roles.filter((role) => posts.includes(role))).map((words) => new RegExp(words));
	return responsible.some(
		({ kind, personId, text }) => kind === 'role' && personId === null && mine.some((words) => words.test(text))
	);
};

/** What is said when somebody acts on a plan that has been put away. */
export const inArchive = 'План в архиве. Верните его в работу на странице плана, и отмечайте дальше.';

/** Taking back what was recorded: its leaders, and the one who recorded it. */
export const canTakeBack = (actor: Who, { recordedBy }: { recordedBy: string }) =>
	leadsPlans(actor) || recordedBy === actor.personId;

/**
 * How a plan names many people at once by their role («Педагоги-наставники»). POSIX patterns, both cases of the first letter
 * spelled out: a database may know no Russian case. JavaScript reads them too (`holdsThePost`).
 */
const roleWords: Partial<Record<Role, string>> = {
	mentor: '(^|[- ,])[Нн]аставники?([ ,;.)(]|$)',
	mentee: '[Нн]аставляемы[йе]|[Мм]олод(ой|ые) (педагог|специалист|учител|воспитател)',
	teacher: '^([Пп]едагоги|[Пп]едагогические работники|[Пп]едагогический коллектив|[Уу]чителя|[Вв]оспитатели)$',
	psychologist: '[Пп]сихолог',
	personnel: '[Кк]адр',
	'trade-union': '[Пп]рофсоюз|[Пп]рофком',
	commission: '[Кк]омисси',
	'site-editor': 'за сайт|за ведение сайта|[Аа]дминистратор сайта'
};

/** The patterns of all the roles somebody holds; empty when a plan never names them by role. */
export const patternsOf = (roles: readonly Role[]) => roles.flatMap((role) => roleWords[role] ?? []);

/** A school waits for its resource centre; a resource centre waits for others. */
const awaitedWords = ({ organisation }: Pick<Actor, 'organisation'>) =>
	['resource-centre', 'authority', 'region'].includes(organisation.kind) ? 'ждём от других' : 'ждём от РЦ';

/** What all these wait for: others who answer for them, or, when some are one's own, a day that others will name. */
export const waitingWords = (actor: Pick<Actor, 'organisation'>, tasks: readonly { awaited: boolean }[]) =>
	tasks.every(({ awaited }) => awaited) ? awaitedWords(actor) : 'ждём';

/** The same of one of them. */
export const waitsFor = (actor: Pick<Actor, 'organisation'>, { awaited }: { awaited: boolean }) =>
	awaited ? awaitedWords(actor) : 'день назовут другие';
