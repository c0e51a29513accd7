import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { asRange, type Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { type EndedRole, endAllRoles, restoreRoles } from '../../access/commands/end-all-roles';
import type { Person } from '../queries/person';
import { canKeepPeople, problemsWithLeaving } from '../rules/person';

/** What a dismissal closed, as it was before. */
type Closed = { employments: EndedRole[]; posts: EndedRole[]; roles: EndedRole[] };

/** Marks that somebody leaves, `on` being the last day: work, posts and roles end with it, and nobody enters after it. */
export async function leavePerson(
	tx: Tx,
	actor: Actor,
	person: Person,
	{ token, on }: Submitted<{ on: string }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepPeople(actor));
	return once(tx, actor, token, now, async () => {
		if (person.employments.length === 0) {
			return rejected({ form: 'Сначала отметьте на карточке, с какого дня этот человек работает у вас.' });
		}
		const goesOn = ({ to }: { to: string | null }) => !to || to > on;
		const employments = person.employments.filter(({ to }) => !to || to >= now.today).filter(goesOn);
		const problems = problemsWithLeaving(on, employments, now.today);
		if (Object.keys(problems).length > 0) return rejected(problems);
		const posts = person.posts.filter(goesOn);
		if (posts.some(({ from }) => from > on)) {
			return rejected({ on: 'Есть должность, которая начинается позже этого дня. Сначала исправьте её.' });
		}
		const roles = await endAllRoles(tx, actor, person.id, on, now);
		if (!roles.ok) return roles;

		const closed: Closed = { employments: employments.map(periodOf), posts: posts.map(periodOf), roles: roles.value };
		await setPeriods(
			tx,
			actor,
			'employments',
			closed.employments.map((period) => ({ ...period, to: on }))
		);
		await setPeriods(
			tx,
			actor,
			'posts',
			closed.posts.map((period) => ({ ...period, to: on }))
		);
		const id = newId(now);
		await tx
			.insertInto('leavings')
			.values({
				organisation_id: actor.organisationId,
				id,
				person_id: person.id,
				last_day: on,
				closed: JSON.stringify(closed),
				recorded_at: now.at,
				recorded_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'person.left', { kind: 'person', id: person.id }, now, { details: { on } });
		return { ok: true, value: id };
	});
}

const periodOf = ({ id, from, to }: EndedRole): EndedRole => ({ id, from, to });

async function setPeriods(tx: Tx, actor: Actor, table: 'employments' | 'posts', periods: readonly EndedRole[]) {
	if (periods.length === 0) return;
	await sql`
		update ${sql.table(table)} t set period = n.period::daterange
		from unnest(${periods.map(({ id }) => id)}::uuid[], ${periods.map(asRange)}::text[]) as n (id, period)
		where t.organisation_id = ${actor.organisationId} and t.id = n.id`.execute(tx);
}

/** Takes a dismissal back: everything it closed goes on as it was. */
export async function undoLeaving(
	tx: Tx,
	actor: Actor,
	person: Person,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepPeople(actor));
	return once(tx, actor, token, now, async () => {
		const last = person.private?.leaving;
		const leaving = last
			? await tx
					.updateTable('leavings')
					.set({ undone_at: now.at, undone_by: actor.personId })
					.where('organisation_id', '=', actor.organisationId)
					.where('id', '=', last.id)
					.where('undone_at', 'is', null)
					.returning(['id', 'closed', 'last_day'])
					.executeTakeFirst()
			: undefined;
		if (!leaving) return rejected({ form: 'Отмеченного увольнения нет: отменять нечего.' });
		if (person.employments.some(({ from }) => from > leaving.last_day)) {
			return rejected({ form: 'После увольнения этого человека приняли снова. Исправьте периоды работы на карточке.' });
		}
		const { employments, posts, roles } = leaving.closed as Closed;
		await setPeriods(tx, actor, 'employments', employments);
		await setPeriods(tx, actor, 'posts', posts);
		await restoreRoles(tx, actor, roles, now);
		await journal(tx, actor, 'person.returned', { kind: 'person', id: person.id }, now);
		return { ok: true, value: leaving.id };
	});
}
