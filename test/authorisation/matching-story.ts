import type { Actor } from '../../src/core/actor';
import { asActor } from '../../src/db/as-actor';
import { makeRun } from '../../src/modules/matching/commands/runs';
import { id, now, type TestDatabase } from '../stories';
import { unkind } from './understood';

type School = { organisationId: string; curator: Actor; teacher: Actor };

/** The teacher, who is in both registers, alone in a run, another put away; what is kept in mind of her; a pair decided and one undone. */
export async function someMatching(
	{ db, owner }: TestDatabase,
	{ organisationId: organisation_id, curator, teacher }: School
) {
	const by = curator.personId;
	const [tie, undone] = [id(), id()];
	const pair = {
		organisation_id,
		mentee_id: teacher.personId,
		mentor_id: by,
		kind: 'apart' as const,
		reason: `Ссора${unkind}`,
		tied_at: now.at,
		tied_by: by
	};
	await owner
		.insertInto('matching_ties')
		.values([
			{ ...pair, id: tie },
			{ ...pair, id: undone, kind: 'lock', mentee_id: by, mentor_id: teacher.personId, undone_at: now.at }
		])
		.execute();
	await owner
		.insertInto('matching_details')
		.values({
			organisation_id,
			id: id(),
			person_id: teacher.personId,
			building: `Корпус${unkind}`,
			outside: `Школа${unkind}`,
			manager_id: by,
			number: 1,
			saved_at: now.at,
			saved_by: by
		})
		.execute();
	const made = async () => {
		const token = crypto.randomUUID();
		const result = await asActor(db, curator, 'read write', (tx) =>
			makeRun(tx, curator, { token, kind: 'one-to-one', review: false }, now)
		);
		if (!result.ok) throw new Error(JSON.stringify(result.problems));
		return result.value;
	};
	const [run, gone] = [await made(), await made()];
	await owner.updateTable('matching_runs').set({ removed_at: now.at }).where('id', '=', gone).execute();
	const [proposal, proposed, out] = [id(), id(), id()];
	await owner
		.insertInto('matching_proposals')
		.values({ organisation_id, id: proposal, run_id: run, title: `Пары${unkind}`, made_at: now.at, made_by: by })
		.execute();
	const added = { organisation_id, proposal_id: proposal, by_hand: true, added_at: now.at, added_by: by };
	await owner
		.insertInto('matching_proposal_pairs')
		.values([
			{ ...added, id: proposed, mentee_id: teacher.personId, mentor_id: by, reason: `Просили${unkind}` },
			{ ...added, id: out, mentee_id: by, mentor_id: teacher.personId, removed_at: now.at }
		])
		.execute();
	const [taken, back, dropped] = [id(), id(), id()];
	const away = { organisation_id, run_id: run, title: `Прежние${unkind}`, made_at: now.at, made_by: by };
	await owner
		.insertInto('matching_proposals')
		.values([
			{ ...away, id: taken, ...acceptance(by), withdrawn_at: null },
			{ ...away, id: back, ...acceptance(by), withdrawn_at: now.at, withdrawn_by: by },
			{ ...away, id: dropped, removed_at: now.at }
		])
		.execute();
	const asking = id();
	await owner
		.insertInto('matching_askings')
		.values({ organisation_id, id: asking, kind: 'one-to-one', review: false, asked_at: now.at, asked_by: by })
		.execute();
	const round = id();
	await owner
		.insertInto('matching_rounds')
		.values({ organisation_id, id: round, proposal_id: proposal, run_id: run, made_at: now.at, made_by: by })
		.execute();
	await owner.insertInto('matching_round_ties').values({ organisation_id, round_id: round, tie_id: tie }).execute();
	return {
		'/matching/proposals/:id': proposal,
		'/matching/proposals/:id/document.docx': taken,
		'/matching/proposals/:id/withdrawal': taken,
		'/matching/proposals/:id/acceptance/restoration': back,
		'/matching/proposals/:id/restoration': dropped,
		'/matching/proposals/:id/asking/undoing': taken,
		'/matching/pairs/:id': proposed,
		'/matching/pairs/:id/restoration': out,
		'/matching/people/:id': teacher.personId,
		'/matching/ties/:id': tie,
		'/matching/ties/:id/restoration': undone,
		'/matching/rounds/:id': round,
		'/matching/runs/:id': run,
		'/matching/runs/:id/stopping': asking,
		'/matching/runs/:id/restoration': gone,
		'/matching/runs/:id/people/:person': teacher.personId
	};
}

const acceptance = (by: string) => ({
	stage: 'potential' as const,
	accepted_on: '2026-09-04',
	accepted_at: now.at,
	accepted_by: by,
	conclusion: unkind,
	contents: JSON.stringify({
		organisation: 'МБОУ',
		kind: 'one-to-one',
		pairs: [
			{
				...{ menteeId: id(), mentorId: id(), menteePost: '', mentorPost: '' },
				...{ mentee: `Жукова${unkind}`, mentor: `Дронова${unkind}`, why: unkind }
			}
		],
		alone: [{ name: unkind, reason: unkind }]
	})
});
