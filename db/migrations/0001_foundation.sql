create extension if not exists btree_gist;

-- Who is asking. Without a context, or on a connection whose last one has ended (''), the answer is null: no rows.
create function current_organisation() returns uuid language sql stable
	return nullif(current_setting('app.organisation', true), '')::uuid;
create function current_person() returns uuid language sql stable
	return nullif(current_setting('app.person', true), '')::uuid;
create function current_account() returns uuid language sql stable
	return nullif(current_setting('app.account', true), '')::uuid;

-- ───────────────────────────────────────────────────────────── organisations
-- The tree region → authority → resource centre → school. A row is visible to its own people; names above and counts
-- below go through the functions at the end of the file: no policy says "an ancestor sees all".
create table organisations (
	organisation_id uuid primary key,
	parent_id uuid references organisations,
	kind text not null check (kind in (
		'school', 'gymnasium', 'lyceum', 'kindergarten', 'college', 'additional', 'sports-school', 'boarding-school',
		'resource-centre', 'authority', 'region')),
	name text not null check (name <> ''), -- as people say it: «Школа № 5»
	full_name text not null check (full_name <> ''), -- as papers say it
	time_zone text not null,
	working_week int not null default 5 check (working_week in (5, 6)),
	one_person_mode boolean not null default false,
	words jsonb not null default '{}', -- own words over the kind's: {"director": "начальник"}
	created_at timestamptz not null,
	version int not null default 1,
	constraint not_its_own_parent check (parent_id <> organisation_id),
	-- A zone the server does not know would stop every session of the organisation: comparing with it fails here and now.
	constraint known_time_zone check ((timestamptz '2026-01-01 00:00:00Z' at time zone time_zone) is not null)
);
create index on organisations (parent_id);

-- ───────────────────────────────────────────────────────────── the calendar
create table school_years (
	organisation_id uuid not null references organisations,
	id uuid not null,
	period daterange not null check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
	version int not null default 1,
	primary key (organisation_id, id),
	constraint years_do_not_overlap exclude using gist (organisation_id with =, period with &&)
);

create table terms (
	organisation_id uuid not null,
	id uuid not null,
	school_year_id uuid not null,
	name text not null check (name <> ''), -- «1 четверть»
	period daterange not null check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
	primary key (organisation_id, id),
	foreign key (organisation_id, school_year_id) references school_years,
	constraint terms_do_not_overlap exclude using gist (organisation_id with =, period with &&)
);

create table days_off (
	organisation_id uuid not null references organisations,
	id uuid not null,
	kind text not null check (kind in ('vacation', 'quarantine', 'day-off', 'working-day')), -- the last: a Saturday made working
	name text not null check (name <> ''),
	period daterange not null check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
	primary key (organisation_id, id)
);

-- Days off by law or by the government's transfer; the same for everybody, loaded as data.
create table public_holidays (
	on_date date primary key,
	name text not null,
	working boolean not null default false, -- a weekend day made working by a transfer
	five_day_only boolean not null default false -- a transfer from or to a Saturday says nothing to a six-day week
);

-- ───────────────────────────────────────────────────────────── people
create table people (
	organisation_id uuid not null references organisations,
	id uuid not null,
	family_name text not null check (family_name <> ''),
	given_name text not null check (given_name <> ''),
	patronymic text not null default '',
	sex text check (sex in ('female', 'male')),
	born_on date,
	email text,
	phone text,
	account_id uuid,
	teaching_since date, -- педагогический стаж, counted back from what was told
	note text not null default '',
	created_at timestamptz not null,
	removed_at timestamptz, -- a removal record: entered by mistake
	version int not null default 1,
	search_key text generated always as -- found by «елкина» as well as by «Ёлкина»
		(translate(lower((family_name || ' ' || given_name || ' ' || patronymic) collate "ru-x-icu"), 'ё', 'е')) stored,
	primary key (organisation_id, id)
);
create index on people (account_id);
create index on people (organisation_id, family_name, given_name);

create table employments (
	organisation_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	kind text not null default 'main' check (kind in ('main', 'part-time', 'student')),
	period daterange not null check (not isempty(period) and not lower_inf(period)), -- half-open
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	constraint employed_once_at_a_time exclude using gist (organisation_id with =, person_id with =, period with &&)
);

create table posts (
	organisation_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	title text not null check (title <> ''), -- «учитель математики»
	main boolean not null default true,
	held_since date, -- when the tenure in such a post began, if before this period: in another place
	period daterange not null check (not isempty(period) and not lower_inf(period)),
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	constraint one_title_at_a_time exclude using gist
		(organisation_id with =, person_id with =, title with =, period with &&)
);

create table person_subjects (
	organisation_id uuid not null,
	person_id uuid not null,
	subject text not null check (subject <> ''),
	primary key (organisation_id, person_id, subject),
	foreign key (organisation_id, person_id) references people
);

create table role_periods (
	organisation_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	role text not null check (role in (
		'administrator', 'director', 'curator', 'mentor', 'mentee', 'teacher', 'psychologist', 'personnel',
		'trade-union', 'commission', 'site-editor', 'methodologist', 'authority')),
	period daterange not null check (not isempty(period) and not lower_inf(period)),
	basis text not null default '', -- «приказ от 22.08.2026 № 16/1-О»
	granted_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, granted_by) references people,
	constraint one_role_period_at_a_time exclude using gist
		(organisation_id with =, person_id with =, role with =, period with &&)
);

-- ───────────────────────────────────────────────────────────── journal, forms
-- What was done, by whom. Append-only: the serving role may neither change nor delete a line.
create table journal (
	organisation_id uuid not null references organisations,
	id uuid not null,
	at timestamptz not null,
	actor_id uuid, -- null: the program itself
	on_behalf_of uuid, -- one-person mode: whose duty it was
	request_id uuid,
	act text not null,
	subject_kind text not null,
	subject_id uuid not null,
	details jsonb not null default '{}', -- nothing personal
	primary key (organisation_id, id),
	foreign key (organisation_id, actor_id) references people,
	foreign key (organisation_id, on_behalf_of) references people
);
create index on journal (organisation_id, subject_kind, subject_id, at);
create index on journal (organisation_id, at);

-- Personal values before and after an act lie apart: a retention rule may erase them, the journal stays.
create table journal_values (
	organisation_id uuid not null,
	journal_id uuid not null,
	before jsonb,
	after jsonb,
	primary key (organisation_id, journal_id),
	foreign key (organisation_id, journal_id) references journal
);

-- Who looked at private fields.
create table access_log (
	organisation_id uuid not null references organisations,
	id uuid not null,
	at timestamptz not null,
	actor_id uuid not null,
	subject_id uuid not null,
	field text not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, actor_id) references people,
	foreign key (organisation_id, subject_id) references people
);

-- A form sent twice is done once: its token lies beside the outcome, written in the same transaction.
create table form_tokens (
	organisation_id uuid not null,
	person_id uuid not null,
	token uuid not null,
	used_at timestamptz not null,
	outcome jsonb,
	primary key (organisation_id, person_id, token),
	foreign key (organisation_id, person_id) references people
);

-- ───────────────────────────────────────────────────────────── files
create table files (
	organisation_id uuid not null references organisations,
	id uuid not null,
	name text not null check (name <> ''),
	media_type text not null,
	size int not null check (size >= 0),
	sha256 bytea not null,
	uploaded_at timestamptz not null,
	uploaded_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, uploaded_by) references people
);
create index on files (organisation_id, sha256);

create table file_chunks (
	organisation_id uuid not null,
	file_id uuid not null,
	position int not null check (position >= 0),
	bytes bytea not null check (length(bytes) between 1 and 1048576),
	primary key (organisation_id, file_id, position),
	foreign key (organisation_id, file_id) references files
);

-- ───────────────────────────────────────────────────────────── the instance
-- One row: facts about this installation that belong to no organisation.
create table instance (
	sole boolean primary key default true check (sole),
	first_run_code_hash bytea,
	first_run_code_at timestamptz,
	mail_muted_at timestamptz, -- a restored copy starts silent
	demonstration boolean not null default false
);
insert into instance default values;

-- ───────────────────────────────────────────────────────────── walls
alter table organisations enable row level security, force row level security;
alter table school_years enable row level security, force row level security;
alter table terms enable row level security, force row level security;
alter table days_off enable row level security, force row level security;
alter table public_holidays enable row level security, force row level security;
alter table people enable row level security, force row level security;
alter table employments enable row level security, force row level security;
alter table posts enable row level security, force row level security;
alter table person_subjects enable row level security, force row level security;
alter table role_periods enable row level security, force row level security;
alter table journal enable row level security, force row level security;
alter table journal_values enable row level security, force row level security;
alter table access_log enable row level security, force row level security;
alter table form_tokens enable row level security, force row level security;
alter table files enable row level security, force row level security;
alter table file_chunks enable row level security, force row level security;
alter table instance enable row level security, force row level security;

create policy own_organisation on organisations using (organisation_id = current_organisation());
create policy own_organisation on school_years using (organisation_id = current_organisation());
create policy own_organisation on terms using (organisation_id = current_organisation());
create policy own_organisation on days_off using (organisation_id = current_organisation());
create policy everybody_reads on public_holidays for select using (true);
create policy own_organisation on people using (organisation_id = current_organisation());
create policy own_organisation on employments using (organisation_id = current_organisation());
create policy own_organisation on posts using (organisation_id = current_organisation());
create policy own_organisation on person_subjects using (organisation_id = current_organisation());
create policy own_organisation on role_periods using (organisation_id = current_organisation());
create policy own_organisation on journal using (organisation_id = current_organisation());
create policy own_organisation on journal_values using (organisation_id = current_organisation());
create policy own_organisation on access_log using (organisation_id = current_organisation());
create policy own_forms on form_tokens
	using (organisation_id = current_organisation() and person_id = current_person());
create policy own_organisation on files using (organisation_id = current_organisation());
create policy own_organisation on file_chunks using (organisation_id = current_organisation());
create policy everybody_reads on instance for select using (true);

grant usage on schema public to nastavnik_app;
grant select on organisations, school_years, terms, days_off, public_holidays, people, employments, posts, person_subjects,
	role_periods, journal, journal_values, access_log, form_tokens, files, file_chunks to nastavnik_app;
grant select (sole, mail_muted_at, demonstration) on instance to nastavnik_app;
grant insert on school_years, terms, days_off, people, employments, posts, person_subjects, role_periods,
	journal, journal_values, access_log, form_tokens, files, file_chunks to nastavnik_app;
grant update (kind, name, full_name, time_zone, working_week, one_person_mode, words, version) on organisations to nastavnik_app;
-- Who signs in as whom is settled by the functions of the accounts alone.
grant update (family_name, given_name, patronymic, sex, born_on, email, phone, teaching_since, note, removed_at, version)
	on people to nastavnik_app;
grant update on school_years, terms, days_off, employments, posts, role_periods to nastavnik_app;
grant update (outcome) on form_tokens to nastavnik_app;
grant delete on terms, days_off, person_subjects to nastavnik_app;

-- ───────────────────────────────────────────────────────────── levels
-- Names of the levels above one's own, nearest first.
create function organisations_above() returns table (organisation_id uuid, kind text, name text, distance int)
language sql stable security definer set search_path = public, pg_temp as $$
	with recursive above as (
		select o.parent_id as id, 1 as distance from organisations o where o.organisation_id = current_organisation()
		union all
		select o.parent_id, a.distance + 1 from above a join organisations o on o.organisation_id = a.id where a.distance < 10
	)
	select o.organisation_id, o.kind, o.name, a.distance
	from above a join organisations o on o.organisation_id = a.id
	order by a.distance
$$;
revoke all on function organisations_above() from public;
grant execute on function organisations_above() to nastavnik_app;
