-- What was made inside the program proves an activity: an approved edition, a wave of a questionnaire, a register on a day. Only the
-- form of the kind is checked here: which kinds there are, and where each opens, is said in roadmap/rules/artefacts.ts, so that a new
-- room needs no migration. A file beside it is the copy of the thing as it was on that day.
alter table evidence add column artefact_kind text check (artefact_kind ~ '^[a-z]+(-[a-z]+)*$');
alter table evidence add column artefact_id uuid; -- of the thing, or of the organisation where the whole of a room is meant
alter table evidence add column made_on date;
alter table evidence add column words text not null default ''; -- what is in it: «48 педагогов, А – 12, Б – 20»
alter table evidence add column taken_back_at timestamptz; -- the thing was withdrawn in its own room
alter table evidence add column taken_back_by uuid;
alter table evidence add foreign key (organisation_id, taken_back_by) references people;

alter table evidence drop constraint one_thing;
alter table evidence add constraint one_thing check (
	num_nonnulls(artefact_kind, artefact_id, made_on) = 3 and url is null
	or num_nonnulls(artefact_kind, artefact_id, made_on) = 0 and num_nonnulls(file_id, url) = 1);
alter table evidence add constraint only_artefacts_are_taken_back check (
	(taken_back_at is null) = (taken_back_by is null) and (taken_back_at is null or artefact_kind is not null));
create unique index proved_once on evidence (organisation_id, occurrence_id, artefact_kind, artefact_id, made_on) where removed_at is null;
create index on evidence (organisation_id, artefact_id);

grant update (taken_back_at, taken_back_by) on evidence to nastavnik_app;
