-- ───────────────────────────────────────────────────────────── kinds
-- What meetings and announcements are called here. A list is never changed, the next number replaces it. No row: the program's own
-- (events/rules/kinds.ts).
create table event_kind_lists (
	organisation_id uuid not null references organisations,
	id uuid not null,
	number int not null check (number > 0),
	kinds jsonb not null, -- [{name, body, meets}]
	published_at timestamptz not null,
	published_by uuid not null,
	primary key (organisation_id, id),
	unique (organisation_id, number),
	foreign key (organisation_id, published_by) references people
);

-- Meetings of one matter at a cadence: «организационное сопровождение, сентябрь – май».
create table event_series (
	organisation_id uuid not null references organisations,
	id uuid not null,
	title text not null check (title <> ''),
	every text not null check (every in ('week', 'two-weeks', 'month')),
	made_at timestamptz not null,
	made_by uuid not null,
	finished_on date,
	finished_at timestamptz,
	finished_by uuid,
	removed_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, made_by) references people,
	foreign key (organisation_id, finished_by) references people,
	constraint finished_by_somebody check (num_nonnulls(finished_on, finished_at, finished_by) in (0, 3))
);

-- ───────────────────────────────────────────────────────────── events
create table events (
	organisation_id uuid not null references organisations,
	id uuid not null,
	kind text not null check (kind <> ''), -- its name when it was chosen
	body text not null default '', -- what the minutes are of: «заседания педагогического совета»
	meets boolean not null, -- people come together; otherwise it is told
	title text not null check (title <> ''),
	words text not null default '', -- what is told to those who are called
	held_on date not null,
	starts_at text check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
	lasts int not null default 60 check (lasts between 5 and 1440), -- minutes
	place text not null default '',
	link text not null default '',
	led_by uuid,
	agenda jsonb not null default '[]', -- [{question, speaker}]
	audience jsonb not null, -- surveys/rules/audience.ts: whom it was meant for; those called stand in event_people
	outside text not null default '', -- «родители 5–9 классов»: a word and a count, no names
	outside_count int check (outside_count between 0 and 100000),
	acquaints boolean not null default false, -- each says «Ознакомлен(а)»
	acquaint_by date,
	calls_mentors boolean not null default false, -- «Хочу быть наставником»
	consents text[] not null default '{}', -- kinds whose lack is shown with those called
	wave_id uuid, -- the questionnaire those called are led to
	series_id uuid,
	occurrence_id uuid, -- the line of the plan it is held for
	version int not null default 1,
	made_at timestamptz not null,
	made_by uuid not null,
	changed_at timestamptz not null,
	announced_at timestamptz, -- until then only those who lead see it
	announced_by uuid,
	attended_at timestamptz, -- who came was written down: it was held
	attended_by uuid,
	outcome text not null default '', -- what came of it, in a sentence
	cancelled_at timestamptz,
	cancelled_by uuid,
	cancelled_because text not null default '',
	removed_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, led_by) references people,
	foreign key (organisation_id, wave_id) references survey_waves,
	foreign key (organisation_id, series_id) references event_series,
	foreign key (organisation_id, occurrence_id) references occurrences,
	foreign key (organisation_id, made_by) references people,
	foreign key (organisation_id, announced_by) references people,
	foreign key (organisation_id, attended_by) references people,
	foreign key (organisation_id, cancelled_by) references people,
	constraint announced_by_somebody check ((announced_at is null) = (announced_by is null)),
	constraint attended_by_somebody check ((attended_at is null) = (attended_by is null)),
	constraint cancelled_by_somebody check ((cancelled_at is null) = (cancelled_by is null))
);
create index on events (organisation_id, held_on);
create index on events (organisation_id, series_id) where series_id is not null;

-- Who is called, who came, who has read it, who answered the call.
create table event_people (
	organisation_id uuid not null,
	event_id uuid not null,
	person_id uuid not null,
	attendance text check (attendance in ('came', 'excused', 'absent')),
	acquainted_on date,
	acquainted_how text check (acquainted_how in ('program', 'paper')),
	acquainted_at timestamptz,
	acquainted_by uuid,
	replied_at timestamptz, -- «Хочу быть наставником»
	reply text not null default '',
	offer_id uuid, -- the draft this made in the register of mentors
	removed_at timestamptz, -- no longer called
	primary key (organisation_id, event_id, person_id),
	foreign key (organisation_id, event_id) references events,
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, acquainted_by) references people,
	foreign key (organisation_id, offer_id) references mentor_offers,
	constraint acquainted_whole check (num_nonnulls(acquainted_on, acquainted_how, acquainted_at, acquainted_by) in (0, 4))
);
create index on event_people (organisation_id, person_id);

-- ───────────────────────────────────────────────────────────── minutes
-- Numbered by body and school year, as the secretary says. What is signed does not change until that is taken back.
create table event_minutes (
	organisation_id uuid not null,
	event_id uuid not null,
	body text not null,
	school_year int not null, -- it begins in
	number text not null default '',
	chair text not null default '',
	secretary text not null default '',
	present int check (present >= 0),
	invited int check (invited >= 0),
	guests text not null default '',
	items jsonb not null, -- [{question, speaker, heard, decisions: [{text, responsible, due}], votes}], events/rules/minutes.ts
	people jsonb not null default '[]', -- [{name, post, attendance}] as they stood when it was signed
	version int not null default 1,
	written_at timestamptz not null,
	written_by uuid not null,
	signed_on date,
	signed_at timestamptz,
	signed_by uuid,
	primary key (organisation_id, event_id),
	foreign key (organisation_id, event_id) references events,
	foreign key (organisation_id, written_by) references people,
	foreign key (organisation_id, signed_by) references people,
	constraint signed_whole check (num_nonnulls(signed_on, signed_at, signed_by) in (0, 3)),
	constraint signed_with_a_number check (signed_at is null or number <> '')
);
create unique index one_number_of_a_body on event_minutes (organisation_id, body, school_year, number) where signed_at is not null;

-- ───────────────────────────────────────────────────────────── walls
alter table event_kind_lists enable row level security, force row level security;
alter table event_series enable row level security, force row level security;
alter table events enable row level security, force row level security;
alter table event_people enable row level security, force row level security;
alter table event_minutes enable row level security, force row level security;

create policy own_organisation on event_kind_lists using (organisation_id = current_organisation());
create policy own_organisation on event_series using (organisation_id = current_organisation());
create policy own_organisation on events using (organisation_id = current_organisation());
create policy own_organisation on event_people using (organisation_id = current_organisation());
create policy own_organisation on event_minutes using (organisation_id = current_organisation());

grant select, insert on event_kind_lists, event_series, events, event_people, event_minutes to nastavnik_app;
grant update (finished_on, finished_at, finished_by, removed_at) on event_series to nastavnik_app;
grant update (kind, body, meets, title, words, held_on, starts_at, lasts, place, link, led_by, agenda, audience, outside,
	outside_count, acquaints, acquaint_by, calls_mentors, consents, wave_id, occurrence_id, version, changed_at, announced_at,
	announced_by, attended_at, attended_by, outcome, cancelled_at, cancelled_by, cancelled_because, removed_at)
	on events to nastavnik_app;
grant update (attendance, acquainted_on, acquainted_how, acquainted_at, acquainted_by, replied_at, reply, offer_id, removed_at)
	on event_people to nastavnik_app;
grant update (body, school_year, number, chair, secretary, present, invited, guests, items, people, version, written_at,
	written_by, signed_on, signed_at, signed_by) on event_minutes to nastavnik_app;
