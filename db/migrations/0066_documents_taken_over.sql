-- What an earlier document has done elsewhere is taken back when the later one is registered; with that registration undone it is done again.
alter table document_effects
	add column taken_by_id uuid,
	add foreign key (organisation_id, taken_by_id) references documents;
create index on document_effects (organisation_id, taken_by_id) where taken_by_id is not null;
grant update (taken_by_id) on document_effects to nastavnik_app;
