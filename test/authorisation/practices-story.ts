import type { Actor } from '../../src/core/actor';
import { storeFile } from '../../src/modules/files/commands';
import { id, now, type TestDatabase } from '../stories';
import { unkind } from './understood';

type School = { organisationId: string; curator: Actor; teacher: Actor };

/** A draft of the teacher's with a file, and one with a file taken away; a draft that was taken away. */
export async function somePractices(
	{ owner }: TestDatabase,
	{ organisationId: organisation_id, curator, teacher }: School
) {
	const [draft, gone, file, dropped] = [id(), id(), id(), id()];
	const words = {
		organisation_id,
		title: `Второй учитель${unkind}`,
		form: 'pair',
		problem: unkind,
		goal: unkind,
		audience: unkind,
		dates: unkind,
		steps: unkind,
		resources: unkind,
		before_words: unkind,
		after_words: unkind,
		figures: unkind,
		risks: unkind,
		conditions: unkind,
		made_at: now.at,
		made_by: curator.personId,
		changed_at: now.at
	};
	await owner
		.insertInto('practices')
		.values([
			{ ...words, id: draft },
			{ ...words, id: gone, removed_at: now.at }
		])
		.execute();
	await owner
		.insertInto('practice_authors')
		.values(
			[draft, gone].map((practice_id) => ({ organisation_id, id: id(), practice_id, person_id: teacher.personId }))
		)
		.execute();
	const stored = async () =>
		owner
			.transaction()
			.execute((tx) =>
				storeFile(
					tx as never,
					curator,
					{ name: `Сценарий${unkind}.txt`, bytes: new TextEncoder().encode('текст') },
					now
				)
			);
	const attached = { organisation_id, practice_id: draft, attached_at: now.at, attached_by: curator.personId };
	await owner
		.insertInto('practice_files')
		.values([
			{ ...attached, id: file, file_id: await stored() },
			{ ...attached, id: dropped, file_id: await stored(), removed_at: now.at }
		])
		.execute();
	return {
		'/practices/:id': draft,
		'/practices/:id/restoration': gone,
		'/practice-files/:id': file,
		'/practice-files/:id/restoration': dropped
	};
}
