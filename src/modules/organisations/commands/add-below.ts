import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { newInvitation } from '../../access/commands/new-invitation';
import { founderRoles } from '../../access/rules/roles';
import { listParents, type OrganisationBelow } from '../queries';
import { canSeeBelow, type NewOrganisation, problemsWithNew } from '../rules/organisation';

/** What the new organisation and its first person's way in are called. */
export type Added = { organisationId: string; invitationId: string };

/** An organisation below one's own, with its first person and an invitation for them. */
export async function addOrganisationBelow(
	tx: Tx,
	actor: Actor,
	{ token, ...organisation }: Submitted<NewOrganisation>,
	sessionSecret: string,
	now: Now
): Promise<Result<Added>> {
	allow(canSeeBelow(actor));
	return once(tx, actor, token, now, async () => {
		const parent = (await listParents(tx, actor, now)).find(({ id }) => id === organisation.parentId);
		if (!parent) return notFound();
		const problems = problemsWithNew(organisation, parent);
		if (Object.keys(problems).length > 0) return rejected(problems);

		const [id, invitation, roles] = [newId(now), newInvitation(sessionSecret, now), founderRoles(organisation.kind)];
		const { rows } = await sql<{ added: boolean }>`select add_organisation_below(
			${now.at}, ${now.today}, ${id}, ${organisation.parentId}, ${organisation.kind}, ${organisation.name},
			${organisation.fullName}, ${organisation.timeZone}, ${organisation.onePersonMode}, ${newId(now)},
			${organisation.familyName}, ${organisation.givenName}, ${organisation.patronymic}, ${organisation.email || null},
			${[...roles]}::text[], ${roles.map(() => newId(now))}::uuid[], ${invitation.id}, ${newId(now)},
			${invitation.token_hash}, ${invitation.code_hash}, ${invitation.expires_at}, ${newId(now)}) as added`.execute(tx);
		if (!rows[0]?.added) return notFound();
		const details = { name: organisation.name, kind: organisation.kind };
		await journal(tx, actor, 'organisation.added', { kind: 'organisation', id }, now, { details });
		return { ok: true, value: { organisationId: id, invitationId: invitation.id } };
	});
}

/** Another invitation for the first person of an organisation below, while nobody has entered there. */
export async function inviteBelow(
	tx: Tx,
	actor: Actor,
	organisation: OrganisationBelow,
	{ token }: { token: string },
	sessionSecret: string,
	now: Now
): Promise<Result<Added>> {
	allow(canSeeBelow(actor));
	return once(tx, actor, token, now, async () => {
		const invitation = newInvitation(sessionSecret, now);
		const { rows } = await sql<{ invited: boolean }>`select invite_below(
			${now.at}, ${organisation.id}, ${invitation.id}, ${newId(now)}, ${invitation.token_hash}, ${invitation.code_hash},
			${invitation.expires_at}, ${newId(now)}) as invited`.execute(tx);
		if (!rows[0]?.invited) {
			return rejected({ form: 'Там уже работают в программе: приглашения выдаёт сама организация.' });
		}
		await journal(tx, actor, 'invitation.issued', { kind: 'invitation', id: invitation.id }, now);
		return { ok: true, value: { organisationId: organisation.id, invitationId: invitation.id } };
	});
}
