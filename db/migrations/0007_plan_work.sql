-- What a school says of a plan at work beyond «выполнено»: for whom of the many, in which words, in which order.

-- «Пары и группы плана»: the names of pairs and groups, kept once with the plan and used by all its rows. The room of mentorships
-- will be asked instead once it is there (modules/roadmap/queries/many.ts is the only reader).
create table plan_units (
	organisation_id uuid not null,
	id uuid not null,
	roadmap_id uuid not null,
	kind text not null check (kind in ('pair', 'group')),
	name text not null check (name <> ''),
	added_on date not null,
	added_at timestamptz not null,
	added_by uuid not null,
	removed_on date, -- takes part no longer from this day on
	primary key (organisation_id, id),
	foreign key (organisation_id, roadmap_id) references roadmaps,
	foreign key (organisation_id, added_by) references people
);
create unique index named_once on plan_units (organisation_id, roadmap_id, kind, name) where removed_on is null;

-- That one time of an activity was done for one of the many it is about; `excused`: it does not concern this one.
create table coverings (
	organisation_id uuid not null,
	id uuid not null,
	occurrence_id uuid not null,
	person_id uuid,
	unit_id uuid,
	act_id uuid not null, -- several said at once are taken back at once
	outcome text not null check (outcome in ('done', 'excused')),
	covered_on date not null,
	note text not null default '',
	recorded_at timestamptz not null,
	recorded_by uuid not null,
	withdrawn_at timestamptz,
	withdrawn_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, occurrence_id) references occurrences,
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, unit_id) references plan_units,
	foreign key (organisation_id, recorded_by) references people,
	foreign key (organisation_id, withdrawn_by) references people,
	constraint one_of_the_many check (num_nonnulls(person_id, unit_id) = 1),
	constraint withdrawn_by_somebody check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index covered_once on coverings (organisation_id, occurrence_id, coalesce(person_id, unit_id)) where withdrawn_at is null;

-- The mark that the last of the many brought with it: taken back together with any of them.
alter table completions add column by_coverage boolean not null default false;

-- What proves it for one of the many.
alter table evidence add column covering_id uuid;
alter table evidence add foreign key (organisation_id, covering_id) references coverings;

create table activity_comments (
	organisation_id uuid not null,
	id uuid not null,
	activity_id uuid not null,
	text text not null check (text <> ''),
	written_at timestamptz not null,
	written_by uuid not null,
	removed_at timestamptz,
	removed_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, activity_id) references activities,
	foreign key (organisation_id, written_by) references people,
	foreign key (organisation_id, removed_by) references people,
	constraint removed_by_somebody check ((removed_at is null) = (removed_by is null))
);
create index on activity_comments (organisation_id, activity_id);

-- A change of many rows at once (order, stages, bulk edits), with what these rows were before: taking it back puts that in place.
-- Only the last one not undone may be taken back.
create table plan_changes (
	organisation_id uuid not null,
	id uuid not null,
	roadmap_id uuid not null,
	what text not null, -- said to the one who changes: «Перемещено: …»
	before jsonb not null, -- rules/plan-changes.ts, Before
	position int not null,
	made_at timestamptz not null,
	made_by uuid not null,
	undone_at timestamptz,
	undone_by uuid,
	primary key (organisation_id, id),
	unique (organisation_id, roadmap_id, position),
	foreign key (organisation_id, roadmap_id) references roadmaps,
	foreign key (organisation_id, made_by) references people,
	foreign key (organisation_id, undone_by) references people,
	constraint undone_by_somebody check ((undone_at is null) = (undone_by is null))
);

-- Rows change places within one statement.
alter table activities drop constraint activities_organisation_id_roadmap_id_position_key;
alter table activities add unique (organisation_id, roadmap_id, position) deferrable initially immediate;
alter table stages drop constraint stages_organisation_id_roadmap_id_position_key;
alter table stages add unique (organisation_id, roadmap_id, position) deferrable initially immediate;
alter table stages add column removed_at timestamptz; -- stands in the plan no longer; its activities have gone to another

alter table plan_units enable row level security, force row level security;
alter table coverings enable row level security, force row level security;
alter table activity_comments enable row level security, force row level security;
alter table plan_changes enable row level security, force row level security;

create policy own_organisation on plan_units using (organisation_id = current_organisation());
create policy own_organisation on coverings using (organisation_id = current_organisation());
create policy own_organisation on activity_comments using (organisation_id = current_organisation());
create policy own_organisation on plan_changes using (organisation_id = current_organisation());

grant select, insert on plan_units, coverings, activity_comments, plan_changes to nastavnik_app;
grant update (removed_on) on plan_units to nastavnik_app;
grant update (withdrawn_at, withdrawn_by) on coverings to nastavnik_app;
grant update (removed_at, removed_by) on activity_comments to nastavnik_app;
grant update (undone_at, undone_by) on plan_changes to nastavnik_app;
grant update (position, number, title, removed_at) on stages to nastavnik_app;
