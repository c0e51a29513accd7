// Written by bin/types.mjs from the migrated database; a test keeps it true. Not edited by hand.
// A date is 'YYYY-MM-DD', an instant is ISO 8601 in UTC, a range is its text (connection.ts). Json is written as text.

import type { ColumnType, GeneratedAlways } from 'kysely';

/** May be left out when a row is made: the database fills it in. */
type Filled<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
type Instant = ColumnType<string, string | Date, string | Date>;
type Json = ColumnType<unknown, string, string>;

export type DB = {
	access_log: {
		organisation_id: string;
		id: string;
		at: Instant;
		actor_id: string;
		subject_id: string;
		field: string;
	};
	access_suspensions: {
		organisation_id: string;
		id: string;
		person_id: string;
		reason: Filled<string>;
		suspended_at: Instant;
		suspended_by: string | null;
		lifted_at: Instant | null;
		lifted_by: string | null;
	};
	accounts: {
		id: string;
		login: string;
		email: string | null;
		created_at: Instant;
		disabled_at: Instant | null;
	};
	activities: {
		organisation_id: string;
		id: string;
		roadmap_id: string;
		stage_id: string | null;
		position: number;
		number: string | null;
		title: string;
		lead: string | null;
		deadline_text: string | null;
		deadline_kind: 'windows' | 'throughout' | 'on-demand' | 'cadence' | 'external' | 'none';
		cadence: Json | null;
		norm: Json | null;
		coverage: 'each-pair' | 'each-mentor' | 'each-mentee' | 'each-teacher' | 'each-group' | null;
		capability: string | null;
		awaited: Filled<boolean>;
		removed_at: Instant | null;
		version: Filled<number>;
		changed_at: Instant | null;
	};
	activity_comments: {
		organisation_id: string;
		id: string;
		activity_id: string;
		text: string;
		written_at: Instant;
		written_by: string;
		removed_at: Instant | null;
		removed_by: string | null;
	};
	activity_responsible: {
		organisation_id: string;
		activity_id: string;
		position: number;
		text: string;
		kind: 'person' | 'role' | 'group' | 'organisation';
		person_id: string | null;
		removed_at: Instant | null;
		entrusted: Filled<boolean>;
	};
	activity_results: {
		organisation_id: string;
		activity_id: string;
		position: number;
		text: string;
		removed_at: Instant | null;
	};
	calendar_changes: {
		organisation_id: string;
		id: string;
		what: string;
		removed: Json;
		added: string[];
		position: number;
		made_at: Instant;
		made_by: string;
		undone_at: Instant | null;
	};
	calendar_feeds: {
		organisation_id: string;
		id: string;
		person_id: string;
		token_hash: Buffer;
		issued_at: Instant;
		last_used_at: Instant | null;
		revoked_at: Instant | null;
	};
	completions: {
		organisation_id: string;
		id: string;
		occurrence_id: string;
		outcome: 'done' | 'not-done' | 'noted';
		done_on: string;
		note: Filled<string>;
		recorded_at: Instant;
		recorded_by: string;
		withdrawn_at: Instant | null;
		withdrawn_by: string | null;
		by_coverage: Filled<boolean>;
	};
	consent_settings: {
		organisation_id: string;
		asked: string[];
		strict: Filled<boolean>;
		version: Filled<number>;
	};
	consent_texts: {
		organisation_id: string;
		id: string;
		kind: 'processing' | 'publication' | 'transfer' | 'mentor' | 'mentee';
		number: number;
		derived_from: string | null;
		parts: Json;
		content_hash: Buffer;
		published_at: Instant;
		published_by: string;
	};
	consent_withdrawals: {
		organisation_id: string;
		id: string;
		person_id: string;
		kind: 'processing' | 'publication' | 'transfer' | 'mentor' | 'mentee';
		withdrawn_on: string;
		how: 'paper' | 'program';
		recorded_at: Instant;
		recorded_by: string;
		settled_on: string | null;
		settled_by: string | null;
		undone_at: Instant | null;
	};
	consents: {
		organisation_id: string;
		id: string;
		person_id: string;
		kind: 'processing' | 'publication' | 'transfer' | 'mentor' | 'mentee';
		text_id: string | null;
		given_on: string;
		valid_until: string | null;
		how: 'paper' | 'program';
		file_id: string | null;
		recorded_at: Instant;
		recorded_by: string;
		removed_at: Instant | null;
	};
	coverings: {
		organisation_id: string;
		id: string;
		occurrence_id: string;
		person_id: string | null;
		unit_id: string | null;
		act_id: string;
		outcome: 'done' | 'excused';
		covered_on: string;
		note: Filled<string>;
		recorded_at: Instant;
		recorded_by: string;
		withdrawn_at: Instant | null;
		withdrawn_by: string | null;
	};
	credentials: {
		account_id: string;
		id: string;
		kind: 'password' | 'totp' | 'recovery' | 'passkey' | 'oidc';
		secret: string | null;
		data: Filled<Json>;
		created_at: Instant;
		replaced_at: Instant | null;
	};
	criterion_marks: {
		organisation_id: string;
		id: string;
		person_id: string;
		criterion: string;
		met: boolean;
		note: Filled<string>;
		marked_at: Instant;
		marked_by: string;
	};
	days_off: {
		organisation_id: string;
		id: string;
		kind: 'vacation' | 'quarantine' | 'day-off' | 'working-day';
		name: string;
		period: string;
	};
	deadline_moves: {
		organisation_id: string;
		id: string;
		occurrence_id: string;
		from_day: string | null;
		to_day: string;
		reason: Filled<string>;
		moved_at: Instant;
		moved_by: string;
		undone_at: Instant | null;
		undone_by: string | null;
	};
	employments: {
		organisation_id: string;
		id: string;
		person_id: string;
		kind: Filled<'main' | 'part-time' | 'student'>;
		period: string;
	};
	erasure_requests: {
		organisation_id: string;
		id: string;
		person_id: string;
		words: Filled<string>;
		asked_at: Instant;
		asked_by: string;
		withdrawn_at: Instant | null;
		refused_at: Instant | null;
		refused_by: string | null;
		reason: Filled<string>;
	};
	evidence: {
		organisation_id: string;
		id: string;
		occurrence_id: string;
		title: string;
		file_id: string | null;
		url: string | null;
		attached_at: Instant;
		attached_by: string;
		removed_at: Instant | null;
		removed_by: string | null;
		covering_id: string | null;
		artefact_kind: string | null;
		artefact_id: string | null;
		made_on: string | null;
		words: Filled<string>;
		taken_back_at: Instant | null;
		taken_back_by: string | null;
	};
	file_chunks: {
		organisation_id: string;
		file_id: string;
		position: number;
		bytes: Buffer;
	};
	files: {
		organisation_id: string;
		id: string;
		name: string;
		media_type: string;
		size: number;
		sha256: Buffer;
		uploaded_at: Instant;
		uploaded_by: string | null;
	};
	form_tokens: {
		organisation_id: string;
		person_id: string;
		token: string;
		used_at: Instant;
		outcome: Json | null;
	};
	group_memberships: {
		organisation_id: string;
		id: string;
		person_id: string;
		group_id: string;
		period: string;
		basis: Filled<string>;
		decided_at: Instant;
		decided_by: string;
		withdrawn_at: Instant | null;
	};
	group_opinions: {
		organisation_id: string;
		id: string;
		person_id: string;
		set_id: string;
		group_id: string | null;
		source: 'self' | 'observer';
		note: Filled<string>;
		said_on: string;
		said_at: Instant;
		said_by: string;
	};
	group_sets: {
		organisation_id: string;
		id: string;
		name: string;
		exclusive: boolean;
		added_at: Instant;
		added_by: string;
		removed_at: Instant | null;
	};
	holiday_years: {
		year: number;
		source: string;
		confirmed: boolean;
	};
	import_hints: {
		organisation_id: string;
		id: string;
		kind: 'person' | 'capability' | 'deadline' | 'removed';
		words: string;
		written: string;
		person_id: string | null;
		meaning: string | null;
		import_id: string | null;
		learned_at: Instant;
		learned_by: string;
	};
	instance: {
		sole: Filled<boolean>;
		first_run_code_hash: Buffer | null;
		first_run_code_at: Instant | null;
		mail_muted_at: Instant | null;
		demonstration: Filled<boolean>;
		first_run_draft: Filled<Json>;
	};
	invitations: {
		organisation_id: string;
		id: string;
		person_id: string;
		batch_id: string;
		token_hash: Buffer;
		code_hash: Buffer;
		issued_at: Instant;
		issued_by: string | null;
		expires_at: Instant;
		used_at: Instant | null;
		revoked_at: Instant | null;
		revoked_by: string | null;
	};
	journal: {
		organisation_id: string;
		id: string;
		at: Instant;
		actor_id: string | null;
		on_behalf_of: string | null;
		request_id: string | null;
		act: string;
		subject_kind: string;
		subject_id: string;
		details: Filled<Json>;
	};
	journal_values: {
		organisation_id: string;
		journal_id: string;
		before: Json | null;
		after: Json | null;
	};
	known_devices: {
		account_id: string;
		token_hash: Buffer;
		created_at: Instant;
		last_used_at: Instant;
	};
	leavings: {
		organisation_id: string;
		id: string;
		person_id: string;
		last_day: string;
		closed: Json;
		recorded_at: Instant;
		recorded_by: string;
		undone_at: Instant | null;
		undone_by: string | null;
	};
	letter_wishes: {
		organisation_id: string;
		person_id: string;
		wish: Filled<'weekly' | 'with-deadlines' | 'none'>;
		days_ahead: Filled<number>;
		address: string | null;
		code_hash: Buffer | null;
		asked_at: Instant | null;
		wrong_codes: Filled<number>;
		confirmed_at: Instant | null;
		refused_at: Instant | null;
		key: string;
		version: Filled<number>;
	};
	letters: {
		organisation_id: string;
		id: string;
		person_id: string;
		kind: 'digest' | 'deadlines' | 'confirmation';
		key: string;
		address: string | null;
		contents: Json;
		made_at: Instant;
		attempts: Filled<number>;
		sent_at: Instant | null;
		given_up_at: Instant | null;
		reason: Filled<string>;
		read_at: Instant | null;
	};
	mail_pauses: {
		organisation_id: string;
		id: string;
		paused_at: Instant;
		paused_by: string;
		resumed_at: Instant | null;
		resumed_by: string | null;
	};
	mentee_requests: {
		organisation_id: string;
		id: string;
		person_id: string;
		words: string;
		priority: number;
		format: Filled<string>;
		source: 'words' | 'survey' | 'observation' | 'interview';
		source_note: Filled<string>;
		said_on: string;
		version: Filled<number>;
		recorded_at: Instant;
		recorded_by: string | null;
		confirmed_at: Instant | null;
		confirmed_by: string | null;
		removed_at: Instant | null;
	};
	mentor_offers: {
		organisation_id: string;
		id: string;
		person_id: string;
		competences: Filled<string[]>;
		other_competences: Filled<string>;
		achievements: Filled<string>;
		interests: Filled<string>;
		formats: Filled<string[]>;
		capacity: number;
		free_time: Filled<string>;
		wishes: Filled<string>;
		category: Filled<'' | 'none' | 'first' | 'highest' | 'methodist' | 'mentor'>;
		source: 'words' | 'survey' | 'observation' | 'interview';
		source_note: Filled<string>;
		said_on: string;
		until: string | null;
		version: Filled<number>;
		recorded_at: Instant;
		recorded_by: string | null;
		confirmed_at: Instant | null;
		confirmed_by: string | null;
		withdrawn_on: string | null;
		withdrawn_note: Filled<string>;
		removed_at: Instant | null;
	};
	migrations: {
		name: string;
		sha256: string;
		applied_at: Filled<Instant>;
	};
	occurrences: {
		organisation_id: string;
		id: string;
		activity_id: string;
		kind: 'deadline' | 'review' | 'on-demand' | 'awaited';
		period: string | null;
		due_on: string | null;
		added_on: string;
	};
	organisations: {
		organisation_id: string;
		parent_id: string | null;
		kind: 'school' | 'gymnasium' | 'lyceum' | 'kindergarten' | 'college' | 'additional' | 'sports-school' | 'boarding-school' | 'resource-centre' | 'authority' | 'region';
		name: string;
		full_name: string;
		time_zone: string;
		working_week: Filled<number>;
		one_person_mode: Filled<boolean>;
		words: Filled<Json>;
		created_at: Instant;
		version: Filled<number>;
	};
	people: {
		organisation_id: string;
		id: string;
		family_name: string;
		given_name: string;
		patronymic: Filled<string>;
		sex: 'female' | 'male' | null;
		born_on: string | null;
		email: string | null;
		phone: string | null;
		account_id: string | null;
		teaching_since: string | null;
		note: Filled<string>;
		created_at: Instant;
		removed_at: Instant | null;
		version: Filled<number>;
		search_key: GeneratedAlways<string>;
		erased_at: Instant | null;
	};
	person_subjects: {
		organisation_id: string;
		person_id: string;
		subject: string;
	};
	plan_changes: {
		organisation_id: string;
		id: string;
		roadmap_id: string;
		what: string;
		before: Json;
		position: number;
		made_at: Instant;
		made_by: string;
		undone_at: Instant | null;
		undone_by: string | null;
		after: Json | null;
	};
	plan_editions: {
		organisation_id: string;
		id: string;
		roadmap_id: string;
		number: number;
		contents: Json;
		sha256: string;
		order_number: string;
		order_day: string;
		paper: Json;
		approved_at: Instant;
		approved_by: string;
		withdrawn_at: Instant | null;
		withdrawn_by: string | null;
	};
	plan_renewals: {
		organisation_id: string;
		import_id: string;
		roadmap_id: string;
		before: Json | null;
		after_sha256: string | null;
		renewed_at: Instant | null;
		renewed_by: string | null;
		undone_at: Instant | null;
		undone_by: string | null;
	};
	plan_template_versions: {
		organisation_id: string;
		template_id: string;
		number: number;
		contents: Json;
		sha256: string;
		note: Filled<string>;
		published_at: Instant;
		published_by: string;
	};
	plan_templates: {
		organisation_id: string;
		id: string;
		roadmap_id: string;
		created_at: Instant;
		created_by: string;
		withdrawn_at: Instant | null;
		withdrawn_by: string | null;
	};
	plan_units: {
		organisation_id: string;
		id: string;
		roadmap_id: string;
		kind: 'pair' | 'group';
		name: string;
		added_on: string;
		added_at: Instant;
		added_by: string;
		removed_on: string | null;
	};
	posts: {
		organisation_id: string;
		id: string;
		person_id: string;
		title: string;
		main: Filled<boolean>;
		held_since: string | null;
		period: string;
	};
	programme_periods: {
		organisation_id: string;
		id: string;
		entry_id: string;
		period: string;
		partner_id: string | null;
		partner_note: Filled<string>;
		form: Filled<string>;
		outcome: 'completed' | 'stopped' | null;
		results: Filled<string>;
		case_url: Filled<string>;
		version: Filled<number>;
		recorded_at: Instant;
		recorded_by: string;
		removed_at: Instant | null;
	};
	public_holidays: {
		on_date: string;
		name: string;
		working: Filled<boolean>;
		five_day_only: Filled<boolean>;
	};
	questionnaire_versions: {
		organisation_id: string;
		id: string;
		questionnaire_id: string;
		number: number;
		derived_from: string | null;
		content: Json;
		content_hash: Buffer;
		published_at: Instant;
		published_by: string;
	};
	questionnaires: {
		organisation_id: string;
		id: string;
		library: string | null;
		draft: Json;
		added_at: Instant;
		added_by: string;
		removed_at: Instant | null;
		version: Filled<number>;
	};
	register_editions: {
		organisation_id: string;
		id: string;
		register: 'mentors' | 'mentees';
		number: number;
		approved_on: string;
		act_kind: Filled<'' | 'order' | 'directive' | 'protocol'>;
		act_number: Filled<string>;
		act_date: string | null;
		note: Filled<string>;
		contents: Json;
		sha256: string;
		approved_at: Instant;
		approved_by: string;
		withdrawn_at: Instant | null;
		withdrawn_by: string | null;
	};
	register_entries: {
		organisation_id: string;
		id: string;
		act_id: string;
		person_id: string;
		register: 'mentors' | 'mentees';
		period: string;
		basis: Filled<string>;
		entered_at: Instant;
		entered_by: string;
		left_reason: 'completed' | 'own-wish' | 'no-need' | 'left-work' | 'to-mentors' | 'other' | null;
		left_note: Filled<string>;
		left_act_id: string | null;
		left_at: Instant | null;
		left_by: string | null;
		withdrawn_at: Instant | null;
	};
	registry_topics: {
		organisation_id: string;
		key: string;
		block: string;
		name: string;
		position: number;
		removed_at: Instant | null;
	};
	request_deficits: {
		organisation_id: string;
		request_id: string;
		topic: string;
		source: 'self' | 'mentor' | 'curator';
		level: number;
	};
	request_events: {
		organisation_id: string;
		id: string;
		request_id: string;
		what: 'taken' | 'met' | 'withdrawn';
		on_date: string;
		note: Filled<string>;
		recorded_at: Instant;
		recorded_by: string;
		undone_at: Instant | null;
	};
	retention_settings: {
		organisation_id: string;
		years: number;
		version: Filled<number>;
	};
	roadmap_corrections: {
		organisation_id: string;
		import_id: string;
		version: number;
		what: string;
		before: Json;
		made_at: Instant;
		made_by: string;
		undone_at: Instant | null;
	};
	roadmap_imports: {
		organisation_id: string;
		id: string;
		source_name: string;
		file_id: string | null;
		pasted: string | null;
		created_at: Instant;
		created_by: string;
		asked_at: Instant;
		read_at: Instant | null;
		understood: Json | null;
		draft: Json | null;
		failed_at: Instant | null;
		failure: string | null;
		discarded_at: Instant | null;
		accepted_at: Instant | null;
		version: Filled<number>;
		continues_id: string | null;
		template_organisation_id: string | null;
		template_id: string | null;
		template_version: number | null;
	};
	roadmaps: {
		organisation_id: string;
		id: string;
		import_id: string | null;
		title: string;
		goal: Filled<string>;
		period: string | null;
		accepted_on: string;
		accepted_at: Instant;
		accepted_by: string;
		archived_at: Instant | null;
		archived_by: string | null;
		version: Filled<number>;
		changed_at: Instant | null;
	};
	role_periods: {
		organisation_id: string;
		id: string;
		person_id: string;
		role: 'administrator' | 'director' | 'curator' | 'mentor' | 'mentee' | 'teacher' | 'psychologist' | 'personnel' | 'trade-union' | 'commission' | 'site-editor' | 'methodologist' | 'authority';
		period: string;
		basis: Filled<string>;
		granted_by: string | null;
	};
	role_withdrawals: {
		organisation_id: string;
		id: string;
		person_id: string;
		role: string;
		period: string;
		basis: string;
		granted_by: string | null;
		withdrawn_at: Instant;
		withdrawn_by: string;
	};
	school_years: {
		organisation_id: string;
		id: string;
		period: string;
		version: Filled<number>;
	};
	selection_criteria: {
		organisation_id: string;
		criteria: Json;
		version: Filled<number>;
	};
	selection_decisions: {
		organisation_id: string;
		id: string;
		act_id: string;
		person_id: string;
		register: 'mentors' | 'mentees';
		decision: 'yes' | 'no' | 'later';
		reason: Filled<string>;
		decided_on: string;
		decided_at: Instant;
		decided_by: string;
		undone_at: Instant | null;
	};
	sessions: {
		organisation_id: string;
		id: string;
		token_hash: Buffer;
		account_id: string;
		person_id: string;
		created_at: Instant;
		last_seen_at: Instant;
		expires_at: Instant;
		remembered: Filled<boolean>;
		assurance: Filled<number>;
		device: Filled<string>;
		revoked_at: Instant | null;
	};
	sign_in_attempts: {
		id: string;
		typed_hash: Buffer;
		source: Buffer;
		at: Instant;
		outcome: Filled<'begun' | 'failed' | 'refused' | 'entered'>;
	};
	staff_groups: {
		organisation_id: string;
		id: string;
		set_id: string;
		position: number;
		code: string;
		name: string;
		about: Filled<string>;
		rule: Filled<Json>;
		can_mentor: Filled<boolean>;
		can_be_mentee: Filled<boolean>;
		removed_at: Instant | null;
		version: Filled<number>;
	};
	staff_imports: {
		organisation_id: string;
		id: string;
		source_name: string;
		draft: Json | null;
		created_at: Instant;
		created_by: string;
		accepted_at: Instant | null;
		discarded_at: Instant | null;
		outcome: Json | null;
		version: Filled<number>;
	};
	stages: {
		organisation_id: string;
		id: string;
		roadmap_id: string;
		position: number;
		number: string | null;
		title: string;
		goal: Filled<string>;
		removed_at: Instant | null;
	};
	survey_answer_files: {
		organisation_id: string;
		id: string;
		participant_id: string;
		question: string;
		file_id: string;
	};
	survey_answers: {
		organisation_id: string;
		id: string;
		participant_id: string;
		answers: Json;
		how: 'program' | 'link' | 'paper';
		answered_at: Instant;
		entered_by: string | null;
		version: Filled<number>;
	};
	survey_drafts: {
		organisation_id: string;
		participant_id: string;
		answers: Json;
		saved_at: Instant;
	};
	survey_hidden_words: {
		organisation_id: string;
		id: string;
		wave_id: string;
		question: string;
		words_hash: Buffer;
		hidden_at: Instant;
		hidden_by: string;
		shown_at: Instant | null;
		shown_by: string | null;
	};
	survey_links: {
		organisation_id: string;
		id: string;
		participant_id: string;
		token_hash: Buffer;
		issued_at: Instant;
		revoked_at: Instant | null;
	};
	survey_participants: {
		organisation_id: string;
		id: string;
		wave_id: string;
		person_id: string;
		about_id: string | null;
		answered: Filled<boolean>;
		removed_at: Instant | null;
	};
	survey_pseudonyms: {
		organisation_id: string;
		series_id: string;
		person_id: string;
		pseudonym: string;
	};
	survey_takings: {
		organisation_id: string;
		id: string;
		act_id: string;
		participant_id: string;
		kind: 'request' | 'offer';
		thing_id: string | null;
		decided_at: Instant;
		decided_by: string;
		undone_at: Instant | null;
	};
	survey_unnamed_answers: {
		organisation_id: string;
		id: string;
		wave_id: string;
		pseudonym: string | null;
		answers: Json;
	};
	survey_waves: {
		organisation_id: string;
		id: string;
		version_id: string;
		series_id: string;
		stage: 'before' | 'after' | null;
		title: string;
		words: Filled<string>;
		identity: 'named' | 'pseudonymous' | 'anonymous';
		readers: string[];
		opens_on: string;
		closes_on: string;
		conclusion: Filled<string>;
		added_at: Instant;
		added_by: string;
		opened_at: Instant | null;
		opened_by: string | null;
		closed_at: Instant | null;
		closed_by: string | null;
		removed_at: Instant | null;
		version: Filled<number>;
	};
	template_copies: {
		organisation_id: string;
		roadmap_id: string;
		template_organisation_id: string;
		template_id: string;
		version: number;
		seen_at: Instant;
		seen_by: string;
	};
	terms: {
		organisation_id: string;
		id: string;
		school_year_id: string;
		name: string;
		period: string;
	};
};
