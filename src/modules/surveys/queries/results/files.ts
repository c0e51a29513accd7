import { sql } from 'kysely';
import type { Actor } from '../../../../core/actor';
import type { Tx } from '../../../../db/as-actor';

/** Files sent with answers: seen by those to whom the answers are promised, and by whoever sent them. */
export const visibleAnswerFiles = (tx: Tx, { organisationId, personId, roles }: Actor) =>
	tx
		.selectFrom('survey_answer_files as x')
		.innerJoin('survey_participants as s', (on) =>
			on.onRef('s.organisation_id', '=', 'x.organisation_id').onRef('s.id', '=', 'x.participant_id')
		)
		.innerJoin('survey_waves as w', (on) =>
			on.onRef('w.organisation_id', '=', 's.organisation_id').onRef('w.id', '=', 's.wave_id')
		)
		.where('x.organisation_id', '=', organisationId)
		.where((is) => is.or([is('s.person_id', '=', personId), sql<boolean>`w.readers && ${[...roles]}::text[]`]))
		.select('x.file_id');
