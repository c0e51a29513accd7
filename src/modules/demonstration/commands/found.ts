import type { SeedOrganisation, SeedPerson } from '../../../../db/seeds/story';
import { type Actor, type Role, workingRoles } from '../../../core/actor';
import { asRange, type Now } from '../../../core/dates';
import { shortName } from '../../../core/names';
import type { Db } from '../../../db/connection';
import { newId } from '../../../db/id';
import { suggestedLogin } from '../../access/rules/logins';

export type Founded = { organisationId: string; actorOf: (role: Role) => Actor | undefined };

/**
 * An organisation with its staff, as owner: nobody is there yet in whose name it could be done. Everyone who is the first
 * in a role gets an account without a password; it opens by one click in a demonstration copy, and nowhere else.
 */
export async function found(owner: Db, seed: SeedOrganisation, parent: string | null, now: Now): Promise<Founded> {
	const organisation_id = newId(now);
	const staff = seed.people.map((person, index) => ({ ...person, ...entered(now, index) }));
	await owner.transaction().execute(async (db) => {
		await db
			.insertInto('organisations')
			.values({
				organisation_id,
				parent_id: parent,
				kind: seed.kind,
				name: seed.name,
				full_name: seed.fullName,
				time_zone: seed.timeZone,
				working_week: seed.workingWeek,
				one_person_mode: seed.onePersonMode ?? false,
				created_at: now.at
			})
			.execute();
		const accounts = firstsOf(staff).map(({ id, family, given, patronymic }) => ({
			id: newId(now),
			personId: id,
			login: suggestedLogin({ familyName: family, givenName: given, patronymic })
		}));
		await db
			.insertInto('accounts')
			.values(accounts.map(({ id, login }) => ({ id, login, created_at: now.at })))
			.execute();
		const accountOf = new Map(accounts.map(({ id, personId }) => [personId, id]));
		await db
			.insertInto('people')
			.values(
				staff.map((person) => ({
					organisation_id,
					id: person.id,
					family_name: person.family,
					given_name: person.given,
					patronymic: person.patronymic,
					sex: person.sex,
					born_on: person.born,
					teaching_since: person.teachingSince,
					account_id: accountOf.get(person.id) ?? null,
					created_at: person.enteredAt
				}))
			)
			.execute();
		const since = (from: string) => asRange({ from, to: null });
		const own = (person: { id: string }) => ({ organisation_id, id: newId(now), person_id: person.id });
		await db
			.insertInto('employments')
			.values(staff.map((person) => ({ ...own(person), period: since(person.employedSince) })))
			.execute();
		await db
			.insertInto('posts')
			.values(staff.map((person) => ({ ...own(person), title: person.post, period: since(person.employedSince) })))
			.execute();
		const subjects = staff.flatMap(({ id, subjects }) =>
			subjects.map((subject) => ({ organisation_id, person_id: id, subject }))
		);
		if (subjects.length > 0) await db.insertInto('person_subjects').values(subjects).execute();
		const roles = staff.flatMap((person) =>
			person.roles.map((role) => ({ ...own(person), role, period: since(roleSince(person, now.today)) }))
		);
		await db.insertInto('role_periods').values(roles).execute();
	});
	return { organisationId: organisation_id, actorOf: (role) => actor(seed, organisation_id, staff, role) };
}

/** People are entered one after another, in the order of the list. */
function entered(now: Now, index: number) {
	const enteredAt = new Date(Date.parse(now.at) + index).toISOString();
	return { id: newId({ ...now, at: enteredAt }), enteredAt };
}

/** A role is held from the year under way, or from the first day at work. */
const roleSince = ({ employedSince }: SeedPerson, today: string) => (employedSince > today ? employedSince : today);

const firstsOf = <P extends SeedPerson>(staff: readonly P[]): P[] => {
	const seen = new Set<Role>();
	return staff.filter(({ roles }) => {
		const isFirst = roles.some((role) => !seen.has(role));
		for (const role of roles) seen.add(role);
		return isFirst;
	});
};

/** The first person of a role, acting. */
function actor(
	{ name, kind, onePersonMode = false, timeZone }: SeedOrganisation,
	organisationId: string,
	staff: readonly (SeedPerson & { id: string })[],
	role: Role
): Actor | undefined {
	const person = staff.find(({ roles }) => roles.includes(role));
	if (!person) return undefined;
	return {
		organisationId,
		personId: person.id,
		accountId: person.id, // acts of a story open no session
		sessionId: person.id,
		timeZone,
		name: shortName({ familyName: person.family, givenName: person.given, patronymic: person.patronymic }),
		roles: workingRoles(person.roles, onePersonMode),
		organisation: { name, kind, onePersonMode }
	};
}
