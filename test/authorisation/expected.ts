import { type Actor, has, type Role } from '../../src/core/actor';
import type { Route } from '../../src/http';

/** Where somebody looks from: the school the walk is about, its neighbour, the level above both, another organisation, the street. */
export type Place = 'school' | 'beside' | 'above' | 'elsewhere' | 'street';

/** Whose a thing is; `below`: the level above offers it to all who stand under it. */
export type Owner = Place | 'below';

const belongs = (owner: Owner, place: Place) =>
	owner === 'below' ? place === 'school' || place === 'beside' : owner === place;

/** Who looks; a visitor has no actor. */
export type Eyes = { name: string; actor: Actor | undefined; place: Place };

/** What the answer says of permission; `opens`: the page, a redirect after an act, or the form again with what is wrong. */
export type Verdict = 'opens' | 'sign-in' | 'forbidden' | 'not-found' | `broken: ${string}`;

/**
 * Where fewer may than the route table says, because it depends on the thing: the responsible marks their own activity done.
 * Each line is a decision that was taken in a `can…` or in a scoped query, written here once more.
 */
export type Narrower = Readonly<Record<string, Partial<Record<Role, Verdict>>>>;

export const keyOf = ({ method, path }: Pick<Route, 'method' | 'path'>) => `${method} ${path}`;

/**
 * The verdicts that the route's declaration allows; `owner`: whose thing stands in the address. A door open to anyone may say that the key is unknown, or lead to the sign-in; behind a thing's
 * address a stranger finds nothing; a role that is not named is turned away before anything is looked for.
 */
export function expectedVerdicts(route: Route, { actor, place }: Eyes, narrower: Narrower, owner?: Owner): Verdict[] {
	if (route.who === 'anyone') return ['opens', 'not-found', 'sign-in'];
	if (!actor) return ['sign-in'];
	if (typeof route.who !== 'string' && !has(actor, ...route.who)) return ['forbidden'];
	if (owner && !belongs(owner, place)) return ['not-found'];
	const [role] = actor.roles;
	return [(place === 'school' && role && narrower[keyOf(route)]?.[role]) || 'opens'];
}

/** The verdict an answer gives. An owner's page must be there whole (200); an act may send on or ask again. */
export function verdictOf(route: Route, answer: Response): Verdict {
	const { status } = answer;
	if (status === 403) return 'forbidden';
	if (status === 404) return 'not-found';
	if (status === 303 && /^\/sign-in(\?next=|$)/.test(answer.headers.get('location') ?? '')) return 'sign-in';
	const good = route.method === 'GET' ? [200, 303] : [200, 303, 409, 422];
	return good.includes(status) ? 'opens' : `broken: ${status}`;
}
