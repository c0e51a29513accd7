-- ───────────────────────────────────────────────────────────── particulars of papers
-- What stands nowhere else and is asked when a paper is made («С какого дня», «Кому поручить контроль»): the last answers by kind of paper, so that
-- nothing is typed twice. What a made paper was filled with stands with the paper itself (documents.values).
create table document_particulars (
	organisation_id uuid not null references organisations,
	id uuid not null,
	code text not null check (code <> ''), -- which paper (documents/rules/library/templates.ts)
	texts jsonb not null default '{}', -- by the name of the question
	version int not null default 1,
	changed_at timestamptz not null,
	changed_by uuid not null,
	primary key (organisation_id, id),
	unique (organisation_id, code),
	foreign key (organisation_id, changed_by) references people
);

-- People who were named there, in their order.
create table document_particular_people (
	organisation_id uuid not null,
	id uuid not null,
	particulars_id uuid not null,
	name text not null check (name <> ''), -- the question
	position int not null,
	person_id uuid not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, particulars_id) references document_particulars,
	foreign key (organisation_id, person_id) references people
);
create index on document_particular_people (organisation_id, particulars_id);
create index on document_particular_people (organisation_id, person_id);

alter table document_particulars enable row level security, force row level security;
alter table document_particular_people enable row level security, force row level security;
create policy own_organisation on document_particulars using (organisation_id = current_organisation());
create policy own_organisation on document_particular_people using (organisation_id = current_organisation());
grant select, insert on document_particulars, document_particular_people to nastavnik_app;
grant update (texts, version, changed_at, changed_by) on document_particulars to nastavnik_app;
grant delete on document_particular_people to nastavnik_app;
