-- ───────────────────────────────────────────────────────────── visas and the opinion of the trade union, at work
-- An answer is given to one text: a newer one makes it stale (`seen_id`). A term of five working days runs from the day the draft was handed over.
alter table document_approvals
	add column post text not null default '', -- of somebody who is nobody here
	add column asked_on date,
	add column asked_at timestamptz,
	add column asked_by uuid,
	add column answered_how text check (answered_how in ('program', 'paper')),
	add column seen_id uuid,
	add column removed_by uuid,
	add foreign key (organisation_id, asked_by) references people,
	add foreign key (organisation_id, removed_by) references people,
	add foreign key (organisation_id, seen_id) references document_files,
	drop constraint document_approvals_outcome_check,
	add constraint outcome_known check (outcome in ('agreed', 'remarks', 'refused', 'silent')),
	add constraint silent_is_the_union check (outcome <> 'silent' or kind = 'union'); -- no opinion within the term (ст. 372 ТК РФ)
grant update (asked_on, asked_at, asked_by, post, answered_how, seen_id, removed_by) on document_approvals to nastavnik_app;
create index on document_approvals (organisation_id, seen_id) where seen_id is not null;

-- Why it was signed though somebody asked has not agreed.
alter table documents add column unagreed text not null default '';
grant update (unagreed) on documents to nastavnik_app;

-- The copy a registration makes bears its number; when the number is taken back it is no text any more.
alter table document_files add column numbered boolean not null default false;
