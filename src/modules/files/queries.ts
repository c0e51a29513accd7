import { sql } from 'kysely';
import { type Actor, has } from '../../core/actor';
import { isId } from '../../core/ids';
import type { Tx } from '../../db/as-actor';
import { visibleScans } from '../consents/queries/person';
import { visibleDocumentFiles } from '../documents/queries/document';
import { visiblePackageFiles } from '../documents/queries/packages';
import { actFiles } from '../legal-acts/queries/library';
import { visiblePracticeFiles } from '../practices/queries/practice';
import { promisedTo } from '../roadmap/queries/evidence';
import { visibleActivities } from '../roadmap/queries/visible';
import { copiesOpenTo } from '../roadmap/rules/artefacts';
import { visibleAnswerFiles } from '../surveys/queries/results/files';

/** Who may open a roadmap as it was uploaded. */
const readers = ['curator', 'director', 'administrator', 'methodologist', 'authority'] as const;

/**
 * A file is seen by those who see what it hangs on: evidence by whoever sees the activity (a copy of a thing made here by whoever may see
 * the thing), an uploaded roadmap by those who work with plans, a scan of a consent by those who keep the register and by whoever signed
 * it, a file of an answer by those to whom the answers are promised, materials of a practice by whoever sees the practice,
 * a document's by those who make papers and those who are to agree or know it. What hangs on nothing, or was taken away, is nobody's.
 */
export async function findFile(tx: Tx, actor: Actor, id: string) {
	if (!isId(id)) return undefined;
	const uploaded = tx
		.selectFrom('roadmap_imports')
		.where('organisation_id', '=', actor.organisationId)
		.select('file_id');
	return tx
		.selectFrom('files as f')
		.where('f.organisation_id', '=', actor.organisationId)
		.where('f.id', '=', id)
		.where((is) =>
			is.or([
				is('f.id', 'in', attached(tx, actor)),
				is('f.id', 'in', visibleScans(tx, actor)),
				is('f.id', 'in', visibleAnswerFiles(tx, actor)),
				is('f.id', 'in', visiblePracticeFiles(tx, actor)),
				is('f.id', 'in', visibleDocumentFiles(tx, actor)),
				is('f.id', 'in', actFiles(tx, actor)),
				is('f.id', 'in', visiblePackageFiles(tx, actor)),
				...(has(actor, ...readers) ? [is('f.id', 'in', uploaded)] : [])
			])
		)
		.select(['f.id', 'f.name', 'f.media_type as mediaType', 'f.size'])
		.executeTakeFirst();
}

/** The evidence of all activities somebody sees. */
const attached = (tx: Tx, actor: Actor) =>
	visibleActivities(tx, actor)
		.innerJoin('occurrences as o', (on) =>
			on.onRef('o.organisation_id', '=', 'a.organisation_id').onRef('o.activity_id', '=', 'a.id')
		)
		.innerJoin('evidence as e', (on) =>
			on.onRef('e.organisation_id', '=', 'o.organisation_id').onRef('e.occurrence_id', '=', 'o.id')
		)
		.where('e.removed_at', 'is', null)
		.where((is) =>
			is.or([is('e.artefact_kind', 'is', null), sql<boolean>`e.artefact_kind = any(${copiesOpenTo(actor)}::text[])`])
		)
		.where(promisedTo(actor))
		.select('e.file_id');

/** One piece of a file that `findFile` has shown to somebody; undefined after the last. */
export async function readChunk(tx: Tx, organisationId: string, fileId: string, position: number) {
	const chunk = await tx
		.selectFrom('file_chunks')
		.select('bytes')
		.where('organisation_id', '=', organisationId)
		.where('file_id', '=', fileId)
		.where('position', '=', position)
		.executeTakeFirst();
	return chunk?.bytes;
}
