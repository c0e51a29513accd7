-- A roadmap («дорожная карта») on its way in: what came, what was understood, what the curator corrected.
create table roadmap_imports (
	organisation_id uuid not null references organisations,
	id uuid not null,
	source_name text not null check (source_name <> ''), -- the file's name, or «Вставленный текст»
	file_id uuid,
	pasted text,
	created_at timestamptz not null,
	created_by uuid not null,
	asked_at timestamptz not null, -- when reading was last asked for: a killed server leaves a file unread
	read_at timestamptz,
	understood jsonb, -- what the reader answered, kept as it was
	draft jsonb, -- the same with the curator's corrections; what is accepted is this
	failed_at timestamptz,
	failure text, -- a sentence for people: what is wrong with the file and what to do
	discarded_at timestamptz,
	accepted_at timestamptz,
	version int not null default 1,
	primary key (organisation_id, id),
	foreign key (organisation_id, file_id) references files,
	foreign key (organisation_id, created_by) references people,
	constraint one_source check (num_nonnulls(file_id, pasted) = 1),
	constraint read_or_failed check (read_at is null or failed_at is null),
	constraint accepted_or_discarded check (accepted_at is null or discarded_at is null)
);
create index on roadmap_imports (organisation_id, created_at);

-- Each correction of what was understood, with the draft as it stood before: taking it back puts that draft in its place.
create table roadmap_corrections (
	organisation_id uuid not null,
	import_id uuid not null,
	version int not null, -- the version of the import that it made
	what text not null, -- said to the one who corrects: «Исправлено: …»
	before jsonb not null,
	made_at timestamptz not null,
	made_by uuid not null,
	undone_at timestamptz,
	primary key (organisation_id, import_id, version),
	foreign key (organisation_id, import_id) references roadmap_imports,
	foreign key (organisation_id, made_by) references people
);

-- The plan at work.
create table roadmaps (
	organisation_id uuid not null references organisations,
	id uuid not null,
	import_id uuid,
	title text not null check (title <> ''),
	goal text not null default '',
	period daterange check (not isempty(period)), -- null: the document names none
	accepted_on date not null, -- nothing is overdue before this day
	accepted_at timestamptz not null,
	accepted_by uuid not null,
	archived_at timestamptz,
	archived_by uuid,
	version int not null default 1,
	primary key (organisation_id, id),
	unique (organisation_id, import_id),
	foreign key (organisation_id, import_id) references roadmap_imports,
	foreign key (organisation_id, accepted_by) references people,
	foreign key (organisation_id, archived_by) references people,
	constraint archived_by_somebody check ((archived_at is null) = (archived_by is null))
);

create table stages (
	organisation_id uuid not null,
	id uuid not null,
	roadmap_id uuid not null,
	position int not null,
	number text,
	title text not null check (title <> ''),
	goal text not null default '',
	primary key (organisation_id, id),
	unique (organisation_id, roadmap_id, position),
	unique (organisation_id, roadmap_id, id),
	foreign key (organisation_id, roadmap_id) references roadmaps
);

create table activities (
	organisation_id uuid not null,
	id uuid not null,
	roadmap_id uuid not null,
	stage_id uuid, -- null in a flat list
	position int not null,
	number text, -- what the document gives to the row: «12», «3.4»
	title text not null check (title <> ''),
	lead text, -- the words before the list this row was an item of
	deadline_text text, -- the written words, always kept
	deadline_kind text not null check (deadline_kind in ('windows', 'throughout', 'on-demand', 'cadence', 'external', 'none')),
	cadence jsonb, -- how often, when the deadline says so (rules/understanding.ts, Cadence)
	norm jsonb, -- a norm of frequency standing in the title or the result, with its words
	coverage text check (coverage in ('each-pair', 'each-mentor', 'each-mentee', 'each-teacher', 'each-group')),
	capability text, -- which room carries it out (modules/roadmap/rules/capabilities.ts)
	awaited boolean not null default false, -- others above answer for it: «ждём от РЦ», never overdue here
	removed_at timestamptz,
	version int not null default 1,
	primary key (organisation_id, id),
	unique (organisation_id, roadmap_id, position),
	foreign key (organisation_id, roadmap_id) references roadmaps,
	foreign key (organisation_id, roadmap_id, stage_id) references stages (organisation_id, roadmap_id, id)
);

create table activity_responsible (
	organisation_id uuid not null,
	activity_id uuid not null,
	position int not null,
	text text not null check (text <> ''), -- the written words
	kind text not null check (kind in ('person', 'role', 'group', 'organisation')),
	person_id uuid, -- who it is here, once somebody said so
	removed_at timestamptz, -- no longer answers for it; the written words stay in the import
	primary key (organisation_id, activity_id, position),
	foreign key (organisation_id, activity_id) references activities,
	foreign key (organisation_id, person_id) references people
);
create index on activity_responsible (organisation_id, person_id);

create table activity_results (
	organisation_id uuid not null,
	activity_id uuid not null,
	position int not null,
	text text not null check (text <> ''),
	removed_at timestamptz, -- expected no longer
	primary key (organisation_id, activity_id, position),
	foreign key (organisation_id, activity_id) references activities
);

-- One time an activity is to be done. «Ежегодно, декабрь, апрель» over three years is six of them.
create table occurrences (
	organisation_id uuid not null,
	id uuid not null,
	activity_id uuid not null,
	kind text not null check (kind in ('deadline', 'review', 'on-demand', 'awaited')), -- review: asked once a term
	period daterange check (not isempty(period)), -- the window; null when there is none
	due_on date, -- the last day; null: no nagging
	primary key (organisation_id, id),
	foreign key (organisation_id, activity_id) references activities,
	constraint only_deadlines_are_due check (due_on is null or kind in ('deadline', 'review'))
);
create index on occurrences (organisation_id, activity_id);
create index on occurrences (organisation_id, due_on);

-- A term moved to another day: what it was and why. The occurrence itself holds the present one.
create table deadline_moves (
	organisation_id uuid not null,
	id uuid not null,
	occurrence_id uuid not null,
	from_day date, -- null: there was none
	to_day date not null,
	reason text not null default '',
	moved_at timestamptz not null,
	moved_by uuid not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, occurrence_id) references occurrences,
	foreign key (organisation_id, moved_by) references people
);
create index on deadline_moves (organisation_id, occurrence_id);

-- That it was done. Taken back by a withdrawal, never deleted.
create table completions (
	organisation_id uuid not null,
	id uuid not null,
	occurrence_id uuid not null,
	outcome text not null check (outcome in ('done', 'not-done', 'noted')), -- noted: «принято к сведению»
	done_on date not null,
	note text not null default '',
	recorded_at timestamptz not null,
	recorded_by uuid not null,
	withdrawn_at timestamptz,
	withdrawn_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, occurrence_id) references occurrences,
	foreign key (organisation_id, recorded_by) references people,
	foreign key (organisation_id, withdrawn_by) references people,
	constraint withdrawn_by_somebody check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index done_once on completions (organisation_id, occurrence_id) where withdrawn_at is null;

create table evidence (
	organisation_id uuid not null,
	id uuid not null,
	occurrence_id uuid not null,
	title text not null check (title <> ''),
	file_id uuid,
	url text check (url ~ '^https?://'),
	attached_at timestamptz not null,
	attached_by uuid not null,
	removed_at timestamptz,
	removed_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, occurrence_id) references occurrences,
	foreign key (organisation_id, file_id) references files,
	foreign key (organisation_id, attached_by) references people,
	foreign key (organisation_id, removed_by) references people,
	constraint one_thing check (num_nonnulls(file_id, url) = 1),
	constraint removed_by_somebody check ((removed_at is null) = (removed_by is null))
);
create index on evidence (organisation_id, occurrence_id);

alter table roadmap_imports enable row level security, force row level security;
alter table roadmap_corrections enable row level security, force row level security;
alter table roadmaps enable row level security, force row level security;
alter table stages enable row level security, force row level security;
alter table activities enable row level security, force row level security;
alter table activity_responsible enable row level security, force row level security;
alter table activity_results enable row level security, force row level security;
alter table occurrences enable row level security, force row level security;
alter table deadline_moves enable row level security, force row level security;
alter table completions enable row level security, force row level security;
alter table evidence enable row level security, force row level security;

create policy own_organisation on roadmap_imports using (organisation_id = current_organisation());
create policy own_organisation on roadmap_corrections using (organisation_id = current_organisation());
create policy own_organisation on roadmaps using (organisation_id = current_organisation());
create policy own_organisation on stages using (organisation_id = current_organisation());
create policy own_organisation on activities using (organisation_id = current_organisation());
create policy own_organisation on activity_responsible using (organisation_id = current_organisation());
create policy own_organisation on activity_results using (organisation_id = current_organisation());
create policy own_organisation on occurrences using (organisation_id = current_organisation());
create policy own_organisation on deadline_moves using (organisation_id = current_organisation());
create policy own_organisation on completions using (organisation_id = current_organisation());
create policy own_organisation on evidence using (organisation_id = current_organisation());

grant select, insert on roadmap_imports, roadmap_corrections, roadmaps, stages, activities, activity_responsible, activity_results,
	occurrences, deadline_moves, completions, evidence to nastavnik_app;
grant update on roadmap_imports, roadmaps, activities to nastavnik_app;
grant update (undone_at) on roadmap_corrections to nastavnik_app;
grant update (person_id, removed_at) on activity_responsible to nastavnik_app;
grant update (removed_at) on activity_results to nastavnik_app;
grant update (kind, period, due_on) on occurrences to nastavnik_app;
grant update (withdrawn_at, withdrawn_by) on completions to nastavnik_app;
grant update (removed_at, removed_by) on evidence to nastavnik_app;
