import { sql } from 'kysely';
import type { Now } from '../../../core/dates';
import { type Result, rejected } from '../../../core/forms';
import { fullName } from '../../../core/names';
import type { Db } from '../../../db/connection';
import { newId } from '../../../db/id';
import { type InvitationSecrets, invitationSecrets } from '../rules/secrets';
import { newInvitation } from './new-invitation';
import { newSecret } from './secret';

type Found = {
	organisation_id: string;
	id: string;
	family_name: string;
	given_name: string;
	patronymic: string;
	organisation: string;
	login: string | null;
	open: boolean;
};

export type Invited = InvitationSecrets & { name: string; organisation: string };

/**
 * An invitation from whoever runs the server: the last way in when the only curator has forgotten the password.
 * `asked` is a login or a family name. `owner` is the owner's role: it stands above the organisations.
 */
export async function inviteByOperator(owner: Db, asked: string, now: Now): Promise<Result<Invited>> {
	const found = await find(owner, asked, now);
	const [person] = found;
	if (!person) return rejected({ form: `Человека с логином или фамилией «${asked}» нет.` });
	if (found.length > 1) {
		const lines = found.map(
			(one) => `  ${nameOf(one)}, ${one.organisation}${one.login ? `, логин ${one.login}` : ', логина нет'}`
		);
		return rejected({ form: `Подходят несколько человек, укажите логин:\n${lines.join('\n')}` });
	}
	if (!person.open) return rejected({ form: `${nameOf(person)}: вход закрыт, или человек больше не работает.` });

	const secret = newSecret();
	const invitation = newInvitation(secret, now);
	await owner.transaction().execute(async (tx) => {
		const mine = { organisation_id: person.organisation_id, person_id: person.id };
		await tx
			.updateTable('invitations')
			.set({ revoked_at: now.at })
			.where((is) => is.and(mine))
			.where('used_at', 'is', null)
			.where('revoked_at', 'is', null)
			.execute();
		await tx
			.insertInto('invitations')
			.values({ ...mine, batch_id: newId(now), ...invitation })
			.execute();
		await tx
			.insertInto('journal')
			.values({
				organisation_id: person.organisation_id,
				id: newId(now),
				at: now.at,
				act: 'invitation.issued',
				subject_kind: 'invitation',
				subject_id: invitation.id,
				details: JSON.stringify({ by: 'operator' })
			})
			.execute();
	});
	const { name, organisation } = { name: nameOf(person), organisation: person.organisation };
	return { ok: true, value: { ...invitationSecrets(secret, invitation.id), name, organisation } };
}

async function find(owner: Db, asked: string, now: Now) {
	const { rows } = await sql<Found>`
		select p.organisation_id, p.id, p.family_name, p.given_name, p.patronymic, o.name as organisation, a.login,
			may_enter(p.organisation_id, p.id, (${now.at}::timestamptz at time zone o.time_zone)::date) as open
		from people p
		join organisations o on o.organisation_id = p.organisation_id
		left join accounts a on a.id = p.account_id
		where p.removed_at is null and (lower(a.login) = lower(${asked}) or lower(p.family_name) = lower(${asked}))
		order by (lower(a.login) = lower(${asked})) desc nulls last, o.name, p.given_name
		limit 20`.execute(owner);
	const named = rows.filter(({ login }) => login?.toLowerCase() === asked.toLowerCase());
	return named.length > 0 ? named : rows;
}

const nameOf = ({ family_name: familyName, given_name: givenName, patronymic }: Found) =>
	fullName({ familyName, givenName, patronymic });
