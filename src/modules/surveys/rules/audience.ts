import type { Role } from '../../../core/actor';

/** Whom a wave asks or an event calls, as its form names them; somebody named twice is named once. */
export type Audience = {
	staff?: boolean; // everybody who works here today
	everyone: boolean; // everybody who teaches here today
	roles: readonly Role[];
	groups: readonly string[]; // ids of staff groups, of whichever set
	registers: readonly AskedRegister[];
	people: readonly string[];
};

/** Roles a school asks by. */
export const askedRoles = ['mentor', 'mentee', 'teacher', 'curator', 'psychologist', 'director'] as const;

export const askedRoleNames: Record<(typeof askedRoles)[number], string> = {
	mentor: 'Наставники',
	mentee: 'Наставляемые',
	teacher: 'Педагоги',
	curator: 'Кураторы',
	psychologist: 'Педагоги-психологи',
	director: 'Руководитель'
};

/** Those who stand in a register today. */
export const askedRegisters = { mentors: 'Банк наставников', mentees: 'Банк наставляемых' } as const;
export type AskedRegister = keyof typeof askedRegisters;
export const askedRegisterNames = Object.keys(askedRegisters) as AskedRegister[];

/** One of the staff, with what an audience is made of. */
export type Candidate = {
	id: string;
	name: string;
	post: string;
	teaches: boolean;
	roles: readonly Role[];
	groups: readonly string[];
	registers: readonly AskedRegister[];
	/** Waves that ask them in this school year, other than the one looked at. */
	asked: number;
};

/** Those of the staff whom an audience names, in the order of the list. */
export const membersOf = (audience: Audience, staff: readonly Candidate[]) =>
	staff.filter(
		({ id, teaches, roles, groups, registers }) =>
			audience.staff ||
			(audience.everyone && teaches) ||
			roles.some((role) => audience.roles.includes(role)) ||
			groups.some((group) => audience.groups.includes(group)) ||
			registers.some((register) => audience.registers.includes(register)) ||
			audience.people.includes(id)
	);

export const nobody: Audience = { everyone: false, roles: [], groups: [], registers: [], people: [] };
