-- How a receiver wants values to be written (registry/rules/exchange/mapping.ts).
alter table exchange_mappings add column form jsonb not null default '{}';
grant update (form) on exchange_mappings to nastavnik_app;
create unique index one_mapping_of_a_name on exchange_mappings (organisation_id, register, lower(name))
	where removed_at is null;

-- What was read of a file is forgotten when it is accepted, left, or forgotten about.
alter table register_imports alter column draft drop not null;
alter table register_imports add column undone_by uuid;
alter table register_imports add foreign key (organisation_id, undone_by) references people;
alter table register_imports add constraint undone_by_somebody check ((undone_at is null) = (undone_by is null));
grant update (undone_by) on register_imports to nastavnik_app;
