import type { Part, Weights } from './terms';

/** As what a mentor is wanted, where two are: different people, each with points of their own. */
export const roles = { subject: 'предметный', method: 'методический' } as const;
export type Role = keyof typeof roles;
export const allRoles = Object.keys(roles) as Role[];
export const otherRole = (role: Role): Role => (role === 'subject' ? 'method' : 'subject');
export const isRole = (text: string): text is Role => Object.hasOwn(roles, text);
/** The solver calls roles as people do. */
export const roleNamed = (name: string | undefined) => allRoles.find((role) => roles[role] === name);

/** What counts more in a role than in a mentor for everything, and what not at all. */
const times: Readonly<Record<Role, Partial<Record<Part, number>>>> = {
	subject: { subject: 3 },
	method: { needs: 2, experience: 2, subject: 0 }
};

export const weightsIn = (weights: Weights, role?: Role): Weights =>
	role
		? (Object.fromEntries(
				Object.entries(weights).map(([part, weight]) => [part, weight * (times[role][part as Part] ?? 1)])
			) as Weights)
		: weights;
