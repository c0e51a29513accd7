-- ───────────────────────────────────────────────────────────── what one may lack and another give
-- One list for both sides: a deficit of a mentee is a competence of a mentor. No row: the program's own list
-- (registry/rules/topics.ts). Requests and offers name a topic by its key, so that a topic taken off the list stays readable.
create table registry_topics (
	organisation_id uuid not null references organisations,
	key text not null check (key ~ '^[a-z0-9-]{1,40}$'),
	block text not null check (block <> ''),
	name text not null check (name <> ''),
	position int not null check (position >= 0),
	removed_at timestamptz,
	primary key (organisation_id, key)
);

-- ───────────────────────────────────────────────────────────── the two registers, as periods
create table register_entries (
	organisation_id uuid not null references organisations,
	id uuid not null,
	act_id uuid not null, -- those who were entered together
	person_id uuid not null,
	register text not null check (register in ('mentors', 'mentees')),
	period daterange not null check (not isempty(period) and not lower_inf(period)),
	basis text not null default '', -- why, in words
	entered_at timestamptz not null,
	entered_by uuid not null,
	left_reason text check (left_reason in ('completed', 'own-wish', 'no-need', 'left-work', 'to-mentors', 'other')),
	left_note text not null default '',
	left_act_id uuid,
	left_at timestamptz,
	left_by uuid,
	withdrawn_at timestamptz, -- entered by mistake
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, entered_by) references people,
	foreign key (organisation_id, left_by) references people,
	constraint left_as_a_whole check (num_nonnulls(left_reason, left_act_id, left_at, left_by) in (0, 4)
		and upper_inf(period) = (left_at is null)),
	constraint in_a_register_once_at_a_time exclude using gist
		(organisation_id with =, person_id with =, register with =, period with &&) where (withdrawn_at is null)
);

-- «Вошёл в программу», «завершил»: work with a partner while in the register. Kept by hand until pairs keep it.
create table programme_periods (
	organisation_id uuid not null references organisations,
	id uuid not null,
	entry_id uuid not null,
	period daterange not null check (not isempty(period) and not lower_inf(period)),
	partner_id uuid,
	partner_note text not null default '', -- a partner from elsewhere, or several
	form text not null default '',
	outcome text check (outcome in ('completed', 'stopped')),
	results text not null default '',
	case_url text not null default '',
	version int not null default 1,
	recorded_at timestamptz not null,
	recorded_by uuid not null,
	removed_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, entry_id) references register_entries,
	foreign key (organisation_id, partner_id) references people,
	foreign key (organisation_id, recorded_by) references people,
	constraint ended_with_an_outcome check (upper_inf(period) = (outcome is null))
);
create index on programme_periods (organisation_id, entry_id);

-- ───────────────────────────────────────────────────────────── requests and offers
-- Drafts (confirmed_at is null) are made from answers and wait for the curator's look.
create table mentee_requests (
	organisation_id uuid not null references organisations,
	id uuid not null,
	person_id uuid not null,
	words text not null check (words <> ''), -- the main request as it was said
	priority int not null check (priority between 1 and 3), -- 1: first of all
	format text not null default '',
	source text not null check (source in ('words', 'survey', 'observation', 'interview')),
	source_note text not null default '',
	said_on date not null,
	version int not null default 1,
	recorded_at timestamptz not null,
	recorded_by uuid, -- null: proposed by the program
	confirmed_at timestamptz,
	confirmed_by uuid,
	removed_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, recorded_by) references people,
	foreign key (organisation_id, confirmed_by) references people,
	constraint confirmed_by_somebody check ((confirmed_at is null) = (confirmed_by is null))
);
create index on mentee_requests (organisation_id, person_id);

create table request_deficits (
	organisation_id uuid not null references organisations,
	request_id uuid not null,
	topic text not null,
	source text not null check (source in ('self', 'mentor', 'curator')),
	level int not null check (level between 0 and 3),
	primary key (organisation_id, request_id, topic, source),
	foreign key (organisation_id, request_id) references mentee_requests
);

-- What became of a request; one that was written by mistake is undone.
create table request_events (
	organisation_id uuid not null references organisations,
	id uuid not null,
	request_id uuid not null,
	what text not null check (what in ('taken', 'met', 'withdrawn')),
	on_date date not null,
	note text not null default '',
	recorded_at timestamptz not null,
	recorded_by uuid not null,
	undone_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, request_id) references mentee_requests,
	foreign key (organisation_id, recorded_by) references people
);
create index on request_events (organisation_id, request_id);

create table mentor_offers (
	organisation_id uuid not null references organisations,
	id uuid not null,
	person_id uuid not null,
	competences text[] not null default '{}', -- keys of topics
	other_competences text not null default '',
	achievements text not null default '',
	interests text not null default '',
	formats text[] not null default '{}',
	capacity int not null check (capacity between 1 and 20), -- how many mentees
	free_time text not null default '',
	wishes text not null default '',
	category text not null default '' check (category in ('', 'none', 'first', 'highest', 'methodist', 'mentor')),
	source text not null check (source in ('words', 'survey', 'observation', 'interview')),
	source_note text not null default '',
	said_on date not null,
	until date,
	version int not null default 1,
	recorded_at timestamptz not null,
	recorded_by uuid,
	confirmed_at timestamptz,
	confirmed_by uuid,
	withdrawn_on date,
	withdrawn_note text not null default '',
	removed_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, recorded_by) references people,
	foreign key (organisation_id, confirmed_by) references people,
	constraint confirmed_by_somebody check ((confirmed_at is null) = (confirmed_by is null)),
	constraint lasts_from_its_day check (until >= said_on)
);
create index on mentor_offers (organisation_id, person_id);

-- ───────────────────────────────────────────────────────────── selection and approved editions
-- The school's own criteria. No row: the program's (registry/rules/criteria.ts).
create table selection_criteria (
	organisation_id uuid primary key references organisations,
	criteria jsonb not null,
	version int not null default 1
);

-- What no date can tell: «нет возражений администрации»; the last mark counts.
create table criterion_marks (
	organisation_id uuid not null references organisations,
	id uuid not null,
	person_id uuid not null,
	criterion text not null check (criterion <> ''),
	met boolean not null,
	note text not null default '',
	marked_at timestamptz not null,
	marked_by uuid not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, marked_by) references people
);
create index on criterion_marks (organisation_id, person_id, criterion);

create table selection_decisions (
	organisation_id uuid not null references organisations,
	id uuid not null,
	act_id uuid not null,
	person_id uuid not null,
	register text not null check (register in ('mentors', 'mentees')),
	decision text not null check (decision in ('yes', 'no', 'later')),
	reason text not null default '',
	decided_on date not null,
	decided_at timestamptz not null,
	decided_by uuid not null,
	undone_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, decided_by) references people
);
create index on selection_decisions (organisation_id, person_id, register);

-- A register as it was approved on a day: frozen words, never recounted.
create table register_editions (
	organisation_id uuid not null references organisations,
	id uuid not null,
	register text not null check (register in ('mentors', 'mentees')),
	number int not null check (number > 0),
	approved_on date not null,
	act_kind text not null default '' check (act_kind in ('', 'order', 'directive', 'protocol')),
	act_number text not null default '',
	act_date date,
	note text not null default '',
	contents jsonb not null, -- registry/rules/edition.ts
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	approved_at timestamptz not null,
	approved_by uuid not null,
	withdrawn_at timestamptz, -- approved by mistake
	withdrawn_by uuid,
	primary key (organisation_id, id),
	unique (organisation_id, register, number),
	foreign key (organisation_id, approved_by) references people,
	foreign key (organisation_id, withdrawn_by) references people,
	constraint withdrawn_by_somebody check ((withdrawn_at is null) = (withdrawn_by is null))
);

alter table registry_topics enable row level security, force row level security;
alter table register_entries enable row level security, force row level security;
alter table programme_periods enable row level security, force row level security;
alter table mentee_requests enable row level security, force row level security;
alter table request_deficits enable row level security, force row level security;
alter table request_events enable row level security, force row level security;
alter table mentor_offers enable row level security, force row level security;
alter table selection_criteria enable row level security, force row level security;
alter table criterion_marks enable row level security, force row level security;
alter table selection_decisions enable row level security, force row level security;
alter table register_editions enable row level security, force row level security;

create policy own_organisation on registry_topics using (organisation_id = current_organisation());
create policy own_organisation on register_entries using (organisation_id = current_organisation());
create policy own_organisation on programme_periods using (organisation_id = current_organisation());
create policy own_organisation on mentee_requests using (organisation_id = current_organisation());
create policy own_organisation on request_deficits using (organisation_id = current_organisation());
create policy own_organisation on request_events using (organisation_id = current_organisation());
create policy own_organisation on mentor_offers using (organisation_id = current_organisation());
create policy own_organisation on selection_criteria using (organisation_id = current_organisation());
create policy own_organisation on criterion_marks using (organisation_id = current_organisation());
create policy own_organisation on selection_decisions using (organisation_id = current_organisation());
create policy own_organisation on register_editions using (organisation_id = current_organisation());

grant select, insert on registry_topics, register_entries, programme_periods, mentee_requests, request_deficits,
	request_events, mentor_offers, selection_criteria, criterion_marks, selection_decisions, register_editions to nastavnik_app;
grant update (block, name, position, removed_at) on registry_topics to nastavnik_app;
grant update (period, left_reason, left_note, left_act_id, left_at, left_by, withdrawn_at) on register_entries to nastavnik_app;
grant update (period, partner_id, partner_note, form, outcome, results, case_url, version, removed_at) on programme_periods to nastavnik_app;
grant update (words, priority, format, source, source_note, said_on, version, confirmed_at, confirmed_by, removed_at)
	on mentee_requests to nastavnik_app;
grant delete on request_deficits to nastavnik_app;
grant update (undone_at) on request_events to nastavnik_app;
grant update (competences, other_competences, achievements, interests, formats, capacity, free_time, wishes, category, source,
	source_note, said_on, until, version, confirmed_at, confirmed_by, withdrawn_on, withdrawn_note, removed_at)
	on mentor_offers to nastavnik_app;
grant update (criteria, version) on selection_criteria to nastavnik_app;
grant update (undone_at, reason) on selection_decisions to nastavnik_app;
grant update (withdrawn_at, withdrawn_by) on register_editions to nastavnik_app;
