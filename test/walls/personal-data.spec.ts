import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Db } from '../../src/db/connection';
import { freshDatabase } from '../support';

/**
 * Every place that holds something about a person, and what an erasure does there. Columns that only sign an act
 * («recorded_by») lead to a card without a name and need no line.
 */
const places: Record<string, 'goes' | 'words go' | 'stays without a name'> = {
	'access_log.subject_id': 'stays without a name',
	'access_suspensions.person_id': 'stays without a name',
	'activity_responsible.person_id': 'stays without a name',
	'assessment_showings.subject_id': 'stays without a name',
	'calendar_feeds.person_id': 'goes',
	'consent_withdrawals.person_id': 'goes',
	'consents.person_id': 'goes',
	'coverings.person_id': 'stays without a name',
	'document_approvals.person_id': 'stays without a name',
	'document_particular_people.person_id': 'stays without a name',
	'document_readers.person_id': 'stays without a name',
	'document_settings.signer_id': 'stays without a name',
	'document_subjects.person_id': 'stays without a name',
	'employments.person_id': 'stays without a name',
	'criterion_marks.person_id': 'words go',
	'erasure_requests.person_id': 'words go',
	'event_people.person_id': 'words go',
	'form_tokens.person_id': 'stays without a name',
	'group_memberships.person_id': 'words go',
	'group_opinions.person_id': 'goes',
	'guests.person_id': 'words go',
	'import_hints.person_id': 'goes',
	'interviews.person_id': 'words go',
	'invitations.person_id': 'stays without a name',
	'journal.actor_id': 'stays without a name',
	'journal.on_behalf_of': 'stays without a name',
	'access_log.actor_id': 'stays without a name',
	'leavings.person_id': 'stays without a name',
	'letter_wishes.person_id': 'goes',
	'letters.person_id': 'goes',
	'local_act_lines.owner_id': 'stays without a name',
	'matching_details.manager_id': 'stays without a name',
	'matching_details.person_id': 'words go',
	'matching_proposal_pairs.mentee_id': 'words go',
	'matching_proposal_pairs.mentor_id': 'words go',
	'matching_ties.mentee_id': 'words go',
	'matching_ties.mentor_id': 'words go',
	'meeting_feedback.person_id': 'words go',
	'meeting_nudges.person_id': 'stays without a name',
	'meeting_people.person_id': 'stays without a name',
	'mentee_requests.person_id': 'words go',
	'mentor_offers.person_id': 'words go',
	'mentor_searches.person_id': 'words go',
	'mentorship_pairs.mentee_id': 'stays without a name',
	'mentorship_pairs.mentor_id': 'stays without a name',
	'mentorship_steps.person_id': 'words go',
	'name_forms.person_id': 'goes',
	'people.merged_into': 'stays without a name',
	'person_distinctions.one_id': 'stays without a name',
	'person_distinctions.other_id': 'stays without a name',
	'person_merges.gone_id': 'words go',
	'person_merges.kept_id': 'words go',
	'person_subjects.person_id': 'goes',
	'practice_authors.person_id': 'stays without a name',
	'pleas.person_id': 'words go',
	'posts.person_id': 'stays without a name',
	'programme_periods.partner_id': 'stays without a name',
	'register_entries.person_id': 'words go',
	'role_periods.person_id': 'stays without a name',
	'role_withdrawals.person_id': 'stays without a name',
	'search_facts.person_id': 'words go',
	'selection_decisions.person_id': 'words go',
	'sessions.person_id': 'goes',
	'survey_participants.about_id': 'stays without a name',
	'survey_participants.person_id': 'words go',
	'survey_pseudonyms.person_id': 'goes'
};

const columnsLeadingToPeople = async (db: Db) => {
	const { rows } = await sql<{ name: string }>`
		select t.relname || '.' || a.attname as name
		from pg_constraint k
		join pg_class t on t.oid = k.conrelid
		join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
		where k.contype = 'f' and k.confrelid = 'people'::regclass and a.attname <> 'organisation_id'
			and a.attname !~ '_by$' order by 1`.execute(db);
	return rows.map(({ name }) => name);
};

const erasure = async (db: Db) => {
	const { rows } = await sql<{ body: string }>`
		select pg_get_functiondef(oid) as body from pg_proc where proname = 'erase_person'`.execute(db);
	return rows[0]?.body ?? '';
};

test('whatever leads to a person has its answer to an erasure; what goes is named in it', async () => {
	const { owner } = await freshDatabase();
	expect(
		await columnsLeadingToPeople(owner),
		'A new place about people: say here, in modules/personal-data (holdings, the erasure) what becomes of it'
	).toEqual(Object.keys(places).sort());
	const body = await erasure(owner);
	const goes = Object.keys(places).filter((place) => places[place] === 'goes');
	expect(goes.filter((place) => !body.includes(`delete from ${place.split('.')[0]} `))).toEqual([]);
});
