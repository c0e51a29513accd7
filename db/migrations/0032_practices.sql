-- «Практики»: what worked here, written so that others can do the same (domain 6.17). A case belongs to its organisation; whoever works
-- here may propose one, those who lead the plan accept it into the bank.
create table practices (
	organisation_id uuid not null references organisations,
	id uuid not null,
	title text not null check (title <> ''),
	form text not null default '', -- practices/rules/practice.ts, or a word of one's own
	problem text not null default '',
	goal text not null default '',
	audience text not null default '',
	dates text not null default '',
	steps text not null default '',
	resources text not null default '',
	before_words text not null default '', -- было
	after_words text not null default '', -- стало
	figures text not null default '',
	risks text not null default '',
	conditions text not null default '', -- what another organisation needs to do the same
	links text not null default '', -- one a line
	spreads boolean not null default false, -- its authors agreed to its being given to others
	programme_id uuid, -- the finished programme it describes
	occurrence_id uuid, -- the line of the plan it is written for
	version int not null default 1,
	made_at timestamptz not null,
	made_by uuid not null,
	changed_at timestamptz not null,
	accepted_at timestamptz, -- since then it stands in the bank and everybody here reads it
	accepted_by uuid,
	removed_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, programme_id) references programme_periods,
	foreign key (organisation_id, occurrence_id) references occurrences,
	foreign key (organisation_id, made_by) references people,
	foreign key (organisation_id, accepted_by) references people,
	constraint accepted_whole check (num_nonnulls(accepted_at, accepted_by) in (0, 2))
);
create index on practices (organisation_id, changed_at);
create index on practices (organisation_id, programme_id) where programme_id is not null;

-- Who wrote it. One person may stand twice after a merge; they are read once.
create table practice_authors (
	organisation_id uuid not null,
	id uuid not null,
	practice_id uuid not null,
	person_id uuid not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, practice_id) references practices,
	foreign key (organisation_id, person_id) references people
);
create index on practice_authors (organisation_id, practice_id);
create index on practice_authors (organisation_id, person_id);

-- Materials of a case.
create table practice_files (
	organisation_id uuid not null,
	id uuid not null,
	practice_id uuid not null,
	file_id uuid not null,
	attached_at timestamptz not null,
	attached_by uuid not null,
	removed_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, practice_id) references practices,
	foreign key (organisation_id, file_id) references files,
	foreign key (organisation_id, attached_by) references people
);
create index on practice_files (organisation_id, practice_id);
create index on practice_files (organisation_id, file_id);

alter table practices enable row level security, force row level security;
alter table practice_authors enable row level security, force row level security;
alter table practice_files enable row level security, force row level security;
create policy own_organisation on practices using (organisation_id = current_organisation());
create policy own_organisation on practice_authors using (organisation_id = current_organisation());
create policy own_organisation on practice_files using (organisation_id = current_organisation());

grant select, insert on practices, practice_files to nastavnik_app;
grant select, insert, delete on practice_authors to nastavnik_app;
grant update (title, form, problem, goal, audience, dates, steps, resources, before_words, after_words, figures, risks, conditions,
	links, spreads, occurrence_id, version, changed_at, accepted_at, accepted_by, removed_at) on practices to nastavnik_app;
grant update (removed_at) on practice_files to nastavnik_app;
