import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { nameOfProof } from '../rules/proof-folder';
import { visibleActivities } from './visible';

export type Evidence = NonNullable<Awaited<ReturnType<typeof findEvidence>>>;

/** Everything ever put to the activities somebody sees, with who put it there. */
const visibleEvidence = (tx: Tx, actor: Actor) =>
	visibleActivities(tx, actor)
		.innerJoin('occurrences as o', (on) =>
			on.onRef('o.organisation_id', '=', 'a.organisation_id').onRef('o.activity_id', '=', 'a.id')
		)
		.innerJoin('evidence as e', (on) =>
			on.onRef('e.organisation_id', '=', 'o.organisation_id').onRef('e.occurrence_id', '=', 'o.id')
		)
		.innerJoin('people as by', (on) =>
			on.onRef('by.organisation_id', '=', 'e.organisation_id').onRef('by.id', '=', 'e.attached_by')
		)
		.leftJoin('files as f', (on) =>
			on.onRef('f.organisation_id', '=', 'e.organisation_id').onRef('f.id', '=', 'e.file_id')
		)
		.select([
			'e.id',
			'e.title',
			'e.url',
			'e.file_id as fileId',
			'f.size',
			'f.name as fileName',
			'e.artefact_kind as artefactKind',
			'e.artefact_id as artefactId',
			'e.made_on as madeOn',
			'e.words',
			'e.taken_back_at as takenBackAt',
			'e.attached_at as attachedAt',
			'e.attached_by as attachedBy',
			sql<string>`concat_ws(' ', by.family_name, by.given_name, nullif(by.patronymic, ''))`.as('attachedByName'),
			'e.removed_at as removedAt',
			'o.id as occurrenceId',
			'e.covering_id as coveringId',
			'a.id as activityId',
			promisedTo(actor).as('promised')
		]);

/** A report of answers is read by those to whom the answers were promised, whatever it proves (`e`). */
export const promisedTo = ({ roles }: Actor) =>
	sql<boolean>`(e.artefact_kind is distinct from 'survey-report' or exists (select from survey_waves w
		where w.organisation_id = e.organisation_id and w.id = e.artefact_id and w.readers && ${[...roles]}::text[]))`;

/** What proves one activity, the newest last. */
export const evidenceOf = (tx: Tx, actor: Actor, activityId: string) =>
	visibleEvidence(tx, actor)
		.where('a.id', '=', activityId)
		.where('e.removed_at', 'is', null)
		.orderBy('e.attached_at')
		.orderBy('e.id')
		.execute();

/** What is attached in a whole plan, in words, by occurrence. */
export async function proofsOf(tx: Tx, actor: Actor, roadmapId: string): Promise<Map<string, string[]>> {
	const rows = await visibleEvidence(tx, actor)
		.where('a.roadmap_id', '=', roadmapId)
		.where('e.removed_at', 'is', null)
		.orderBy('e.attached_at')
		.orderBy('e.id')
		.execute();
	const proofs = new Map<string, string[]>();
	for (const { occurrenceId, ...proof } of rows) {
		proofs.set(occurrenceId, [...(proofs.get(occurrenceId) ?? []), proof.url ?? nameOfProof(proof)]);
	}
	return proofs;
}

/** The same with its files, and the day its time was marked done. */
export const proofFilesOf = (tx: Tx, actor: Actor, roadmapId: string) =>
	visibleEvidence(tx, actor)
		.leftJoin('completions as c', (on) =>
			on
				.onRef('c.organisation_id', '=', 'o.organisation_id')
				.onRef('c.occurrence_id', '=', 'o.id')
				.on('c.withdrawn_at', 'is', null)
		)
		.where('a.roadmap_id', '=', roadmapId)
		.where('e.removed_at', 'is', null)
		.orderBy('e.attached_at')
		.orderBy('e.id')
		.select('c.done_on as doneOn')
		.execute();

/** One piece, taken away or not. */
export const findEvidence = async (tx: Tx, actor: Actor, id: string) =>
	isId(id) ? visibleEvidence(tx, actor).where('e.id', '=', id).executeTakeFirst() : undefined;
