-- ───────────────────────────────────────────────────────────── how a school sorts its staff
-- А, Б, В, Г of a regional programme, or «стаж до трёх лет», «новая должность»: the school's own sets of groups.
create table group_sets (
	organisation_id uuid not null references organisations,
	id uuid not null,
	name text not null check (name <> ''),
	exclusive boolean not null, -- a person is in one of its groups at a time
	added_at timestamptz not null,
	added_by uuid not null,
	removed_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, added_by) references people
);

create table staff_groups (
	organisation_id uuid not null,
	id uuid not null,
	set_id uuid not null,
	position int not null check (position >= 0),
	code text not null check (code <> ''), -- «А»
	name text not null check (name <> ''),
	about text not null default '',
	rule jsonb not null default '[]', -- conditions over tenure and periods, all of them: groups/rules/rule.ts
	can_mentor boolean not null default false,
	can_be_mentee boolean not null default false,
	removed_at timestamptz,
	version int not null default 1,
	primary key (organisation_id, id),
	foreign key (organisation_id, set_id) references group_sets
);
create index on staff_groups (organisation_id, set_id);

-- What somebody thinks of where they belong, or what was seen by others; the last word of each source counts.
create table group_opinions (
	organisation_id uuid not null references organisations,
	id uuid not null,
	person_id uuid not null,
	set_id uuid not null,
	group_id uuid, -- null: in none of them
	source text not null check (source in ('self', 'observer')),
	note text not null default '',
	said_on date not null,
	said_at timestamptz not null,
	said_by uuid not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, set_id) references group_sets,
	foreign key (organisation_id, group_id) references staff_groups,
	foreign key (organisation_id, said_by) references people
);
create index on group_opinions (organisation_id, person_id, set_id);

-- The curator's decision, as a period: history stays.
create table group_memberships (
	organisation_id uuid not null references organisations,
	id uuid not null,
	person_id uuid not null,
	group_id uuid not null,
	period daterange not null check (not isempty(period) and not lower_inf(period)),
	basis text not null default '', -- why, in words: «стаж 1 год 2 месяца, меньше 3 лет»
	decided_at timestamptz not null,
	decided_by uuid not null,
	withdrawn_at timestamptz, -- decided by mistake
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, group_id) references staff_groups,
	foreign key (organisation_id, decided_by) references people,
	constraint in_a_group_once_at_a_time exclude using gist
		(organisation_id with =, person_id with =, group_id with =, period with &&) where (withdrawn_at is null)
);

alter table group_sets enable row level security, force row level security;
alter table staff_groups enable row level security, force row level security;
alter table group_opinions enable row level security, force row level security;
alter table group_memberships enable row level security, force row level security;

create policy own_organisation on group_sets using (organisation_id = current_organisation());
create policy own_organisation on staff_groups using (organisation_id = current_organisation());
create policy own_organisation on group_opinions using (organisation_id = current_organisation());
create policy own_organisation on group_memberships using (organisation_id = current_organisation());

grant select, insert on group_sets, staff_groups, group_opinions, group_memberships to nastavnik_app;
grant update (name, exclusive, removed_at) on group_sets to nastavnik_app;
grant update (position, code, name, about, rule, can_mentor, can_be_mentee, removed_at, version) on staff_groups to nastavnik_app;
grant update (period, withdrawn_at) on group_memberships to nastavnik_app;
