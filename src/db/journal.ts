import type { Author } from '../core/actor';
import type { Act } from '../core/acts';
import type { Now } from '../core/dates';
import type { Tx } from './as-actor';
import { newId } from './id';

/** What an act was done to: the noun and its id, so that a card can show its own history. */
export type Subject = { kind: SubjectKind; id: string };
export type SubjectKind =
	| 'account'
	| 'invitation'
	| 'session'
	| 'role'
	| 'suspension'
	| 'organisation'
	| 'school-year'
	| 'term'
	| 'day-off'
	| 'calendar-change'
	| 'person'
	| 'post'
	| 'employment'
	| 'staff-import'
	| 'group-set'
	| 'group'
	| 'group-membership'
	| 'register-act'
	| 'mentee-request'
	| 'mentor-offer'
	| 'register-edition'
	| 'exchange-mapping'
	| 'register-import'
	| 'gap-report'
	| 'mentorship'
	| 'plea'
	| 'meeting'
	| 'mentor-search'
	| 'mentorship-settings'
	| 'matching-run'
	| 'matching-tie'
	| 'matching-proposal'
	| 'mentorship-order'
	| 'interview'
	| 'interview-round'
	| 'event'
	| 'event-series'
	| 'promotion-plan'
	| 'practice'
	| 'legal-act'
	| 'local-act'
	| 'document-template'
	| 'document'
	| 'document-package'
	| 'document-journal'
	| 'consent'
	| 'consent-text'
	| 'consent-withdrawal'
	| 'survey-round'
	| 'survey-wave'
	| 'questionnaire'
	| 'roadmap-import'
	| 'import-hint'
	| 'roadmap'
	| 'edition'
	| 'activity'
	| 'occurrence'
	| 'evidence'
	| 'file';

type More = {
	details?: Record<string, unknown>; // nothing personal
	before?: Record<string, unknown>; // personal values lie apart (journal_values)
	after?: Record<string, unknown>;
	onBehalfOf?: string;
};

/** Every change of state leaves one line, in its own transaction. */
export async function journal(
	tx: Tx,
	author: Author & { requestId?: string },
	act: Act,
	subject: Subject,
	now: Now,
	more: More = {}
) {
	const { organisationId: organisation_id } = author;
	const id = newId(now);
	await tx
		.insertInto('journal')
		.values({
			organisation_id,
			id,
			at: now.at,
			actor_id: author.personId,
			on_behalf_of: more.onBehalfOf ?? null,
			request_id: author.requestId ?? null,
			act,
			subject_kind: subject.kind,
			subject_id: subject.id,
			details: JSON.stringify(more.details ?? {})
		})
		.execute();
	if (more.before || more.after) {
		await tx
			.insertInto('journal_values')
			.values({
				organisation_id,
				journal_id: id,
				before: more.before ? JSON.stringify(more.before) : null,
				after: more.after ? JSON.stringify(more.after) : null
			})
			.execute();
	}
	traceOf(tx).add(act);
}

const traces = new WeakMap<object, Set<Act | 'replayed'>>();

/** Acts journalled in this transaction so far; 'replayed' when a form came twice. The route's declaration is checked by it (app.tsx). */
export function traceOf(tx: Tx) {
	const trace = traces.get(tx) ?? new Set<Act | 'replayed'>();
	traces.set(tx, trace);
	return trace;
}

/** What was sent says what already stands: nothing is done, so there is nothing to journal. */
export const noteNothingDone = (tx: Tx) => traceOf(tx).add('replayed');

export const noteReplay = (tx: Tx) => traceOf(tx).add('replayed');
