import type { Actor } from '../../../core/actor';
import { asRange, type Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { EmploymentPeriod, Person, PostPeriod } from '../queries/person';
import { canKeepPeople, type EmploymentKind, type Period, problemsWithPeriod } from '../rules/person';
import { postKey } from '../rules/posts';

export type PostForm = Period & { title: string; main: boolean; heldSince: string | null };

const sameTitle = (title: string, posts: readonly PostPeriod[], but?: string) =>
	posts.filter((post) => post.id !== but && postKey(post.title) === postKey(title));

/** Another post from a day on; the same one twice at a time is refused. */
export async function openPost(
	tx: Tx,
	actor: Actor,
	person: Person,
	{ token, ...post }: Submitted<PostForm>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepPeople(actor));
	return once(tx, actor, token, now, async () => {
		const problems = problemsWithPeriod(post, sameTitle(post.title, person.posts), now.today);
		if (Object.keys(problems).length > 0) return rejected(problems);
		const id = newId(now);
		await tx
			.insertInto('posts')
			.values({
				organisation_id: actor.organisationId,
				id,
				person_id: person.id,
				title: post.title,
				main: post.main,
				held_since: post.heldSince,
				period: asRange(post)
			})
			.execute();
		await journal(tx, actor, 'post.opened', { kind: 'person', id: person.id }, now, { details: { ...post, id } });
		return { ok: true, value: id };
	});
}

/** The last day of a post: it happened, and the period keeps its past. */
export async function endPost(
	tx: Tx,
	actor: Actor,
	person: Person,
	post: PostPeriod,
	{ token, on }: Submitted<{ on: string }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepPeople(actor));
	return once(tx, actor, token, now, async () => {
		if (on < post.from) return rejected({ on: 'Последний день раньше первого' });
		if (post.to) return rejected({ on: 'Эта должность уже завершена. Если дата неверна, исправьте её ниже.' });
		await setPost(tx, actor, post.id, { ...post, to: on });
		await journal(tx, actor, 'post.ended', { kind: 'person', id: person.id }, now, { details: { post: post.id, on } });
		return { ok: true, value: post.id };
	});
}

/** What was entered wrongly is put right: another act than ending. */
export async function correctPost(
	tx: Tx,
	actor: Actor,
	person: Person,
	post: PostPeriod,
	{ token, ...right }: Submitted<PostForm>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepPeople(actor));
	return once(tx, actor, token, now, async () => {
		const problems = problemsWithPeriod(right, sameTitle(right.title, person.posts, post.id), now.today);
		if (Object.keys(problems).length > 0) return rejected(problems);
		await setPost(tx, actor, post.id, right);
		const details = { before: { ...post }, after: { ...right } };
		await journal(tx, actor, 'post.corrected', { kind: 'person', id: person.id }, now, { details });
		return { ok: true, value: post.id };
	});
}

/** Changes the row of a post; the caller has decided and journals. */
export const setPost = (tx: Tx, actor: Actor, id: string, post: PostForm) =>
	tx
		.updateTable('posts')
		.set({ title: post.title, main: post.main, held_since: post.heldSince, period: asRange(post) })
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.execute();

/** A post that never was: the row goes, the journal keeps what it was. */
export async function withdrawPost(
	tx: Tx,
	actor: Actor,
	person: Person,
	post: PostPeriod,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepPeople(actor));
	return once(tx, actor, token, now, async () => {
		await tx
			.deleteFrom('posts')
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', post.id)
			.execute();
		await journal(tx, actor, 'post.withdrawn', { kind: 'person', id: person.id }, now, {
			details: { before: { ...post } }
		});
		return { ok: true, value: post.id };
	});
}

export type EmploymentForm = Period & { kind: EmploymentKind };

/** Taken on (again) from a day. */
export async function openEmployment(
	tx: Tx,
	actor: Actor,
	person: Person,
	{ token, ...work }: Submitted<EmploymentForm>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepPeople(actor));
	return once(tx, actor, token, now, async () => {
		const problems = problemsWithPeriod(work, person.employments, now.today);
		if (Object.keys(problems).length > 0) return rejected(problems);
		const id = newId(now);
		await tx
			.insertInto('employments')
			.values({
				organisation_id: actor.organisationId,
				id,
				person_id: person.id,
				kind: work.kind,
				period: asRange(work)
			})
			.execute();
		await journal(tx, actor, 'employment.opened', { kind: 'person', id: person.id }, now, { details: { ...work, id } });
		return { ok: true, value: id };
	});
}

/** Days or kind of work that were entered wrongly. */
export async function correctEmployment(
	tx: Tx,
	actor: Actor,
	person: Person,
	work: EmploymentPeriod,
	{ token, ...right }: Submitted<EmploymentForm>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepPeople(actor));
	return once(tx, actor, token, now, async () => {
		const others = person.employments.filter(({ id }) => id !== work.id);
		const problems = problemsWithPeriod(right, others, now.today);
		if (Object.keys(problems).length > 0) return rejected(problems);
		await tx
			.updateTable('employments')
			.set({ kind: right.kind, period: asRange(right) })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', work.id)
			.execute();
		const details = { before: { ...work }, after: { ...right } };
		await journal(tx, actor, 'employment.corrected', { kind: 'person', id: person.id }, now, { details });
		return { ok: true, value: work.id };
	});
}
