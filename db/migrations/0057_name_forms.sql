-- How one person's own name changes in papers, where it is known better than by rules: six forms of a part, or none where it never changes.
-- The newest row of a part counts; a row that was taken back counts no longer.
create table name_forms (
	organisation_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	part text not null check (part in ('familyName', 'givenName', 'patronymic')),
	word text not null check (word <> ''), -- the part as it stood: after another surname the forms count no longer
	forms text[], -- именительный … предложный; null: не склоняется
	set_at timestamptz not null,
	set_by uuid not null,
	removed_at timestamptz,
	removed_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, set_by) references people,
	foreign key (organisation_id, removed_by) references people,
	constraint six_forms check (forms is null or cardinality(forms) = 6),
	constraint removed_by_somebody check ((removed_at is null) = (removed_by is null))
);
create index on name_forms (organisation_id, person_id);

alter table name_forms enable row level security, force row level security;
create policy own_organisation on name_forms using (organisation_id = current_organisation());
grant select, insert on name_forms to nastavnik_app;
grant update (removed_at, removed_by) on name_forms to nastavnik_app;

-- ───────────────────────────────────────────────────────────── erasing
do $patch$
declare
	body text := pg_get_functiondef((select oid from pg_proc where proname = 'erase_person'));
	place text := '	delete from person_subjects x';
begin
	if position(place in body) = 0 then raise exception 'erase_person is not as it was'; end if;
	execute replace(body, place, '	delete from name_forms x where x.organisation_id = here and x.person_id = person;
' || place);
end $patch$;
