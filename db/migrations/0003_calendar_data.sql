-- Days off by law: ст. 112 ТК РФ names them; the government's yearly order moves some. The organisation's own days
-- (days_off) stand over these, so what is not yet known here can be put right by hand.
create table holiday_years (
	year int primary key,
	source text not null,
	confirmed boolean not null -- false: the order on transfers is not in this table yet
);

insert into holiday_years (year, source, confirmed) values
	(2024, 'ст. 112 ТК РФ; постановление Правительства РФ от 10.08.2023 № 1314', true),
	(2025, 'ст. 112 ТК РФ; постановление Правительства РФ от 04.10.2024 № 1335', true),
	(2026, 'ст. 112 ТК РФ; постановление Правительства РФ от 24.09.2025 № 1466', true),
	(2027, 'ст. 112 ТК РФ; переносы Правительства РФ ещё не внесены', false);

insert into public_holidays (on_date, name, working, five_day_only) values
	('2024-01-01', 'Новогодние каникулы', false, false),
	('2024-01-02', 'Новогодние каникулы', false, false),
	('2024-01-03', 'Новогодние каникулы', false, false),
	('2024-01-04', 'Новогодние каникулы', false, false),
	('2024-01-05', 'Новогодние каникулы', false, false),
	('2024-01-06', 'Новогодние каникулы', false, false),
	('2024-01-07', 'Рождество Христово', false, false),
	('2024-01-08', 'Новогодние каникулы', false, false),
	('2024-02-23', 'День защитника Отечества', false, false),
	('2024-03-08', 'Международный женский день', false, false),
	('2024-04-27', 'Рабочая суббота вместо 29 апреля', true, true),
	('2024-04-29', 'Перенос с 27 апреля', false, true),
	('2024-04-30', 'Перенос со 2 ноября', false, true),
	('2024-05-01', 'Праздник Весны и Труда', false, false),
	('2024-05-09', 'День Победы', false, false),
	('2024-05-10', 'Перенос с 6 января', false, true),
	('2024-06-12', 'День России', false, false),
	('2024-11-02', 'Рабочая суббота вместо 30 апреля', true, true),
	('2024-11-04', 'День народного единства', false, false),
	('2024-12-28', 'Рабочая суббота вместо 30 декабря', true, true),
	('2024-12-30', 'Перенос с 28 декабря', false, true),
	('2024-12-31', 'Перенос с 7 января', false, false),
	('2025-01-01', 'Новогодние каникулы', false, false),
	('2025-01-02', 'Новогодние каникулы', false, false),
	('2025-01-03', 'Новогодние каникулы', false, false),
	('2025-01-04', 'Новогодние каникулы', false, false),
	('2025-01-05', 'Новогодние каникулы', false, false),
	('2025-01-06', 'Новогодние каникулы', false, false),
	('2025-01-07', 'Рождество Христово', false, false),
	('2025-01-08', 'Новогодние каникулы', false, false),
	('2025-02-23', 'День защитника Отечества', false, false),
	('2025-03-08', 'Международный женский день', false, false),
	('2025-05-01', 'Праздник Весны и Труда', false, false),
	('2025-05-02', 'Перенос с 4 января', false, true),
	('2025-05-08', 'Перенос с 23 февраля', false, false),
	('2025-05-09', 'День Победы', false, false),
	('2025-06-12', 'День России', false, false),
	('2025-06-13', 'Перенос с 8 марта', false, true),
	('2025-11-01', 'Рабочая суббота вместо 3 ноября', true, true),
	('2025-11-03', 'Перенос с 1 ноября', false, true),
	('2025-11-04', 'День народного единства', false, false),
	('2025-12-31', 'Перенос с 5 января', false, false),
	('2026-01-01', 'Новогодние каникулы', false, false),
	('2026-01-02', 'Новогодние каникулы', false, false),
	('2026-01-03', 'Новогодние каникулы', false, false),
	('2026-01-04', 'Новогодние каникулы', false, false),
	('2026-01-05', 'Новогодние каникулы', false, false),
	('2026-01-06', 'Новогодние каникулы', false, false),
	('2026-01-07', 'Рождество Христово', false, false),
	('2026-01-08', 'Новогодние каникулы', false, false),
	('2026-01-09', 'Перенос с 3 января', false, true),
	('2026-02-23', 'День защитника Отечества', false, false),
	('2026-03-08', 'Международный женский день', false, false),
	('2026-03-09', 'Перенос с 8 марта', false, false),
	('2026-05-01', 'Праздник Весны и Труда', false, false),
	('2026-05-09', 'День Победы', false, false),
	('2026-05-11', 'Перенос с 9 мая', false, true),
	('2026-06-12', 'День России', false, false),
	('2026-11-04', 'День народного единства', false, false),
	('2026-12-31', 'Перенос с 4 января', false, false),
	('2027-01-01', 'Новогодние каникулы', false, false),
	('2027-01-02', 'Новогодние каникулы', false, false),
	('2027-01-03', 'Новогодние каникулы', false, false),
	('2027-01-04', 'Новогодние каникулы', false, false),
	('2027-01-05', 'Новогодние каникулы', false, false),
	('2027-01-06', 'Новогодние каникулы', false, false),
	('2027-01-07', 'Рождество Христово', false, false),
	('2027-01-08', 'Новогодние каникулы', false, false),
	('2027-02-23', 'День защитника Отечества', false, false),
	('2027-03-08', 'Международный женский день', false, false),
	('2027-05-01', 'Праздник Весны и Труда', false, false),
	('2027-05-03', 'Перенос с 1 мая', false, true),
	('2027-05-09', 'День Победы', false, false),
	('2027-05-10', 'Перенос с 9 мая', false, false),
	('2027-06-12', 'День России', false, false),
	('2027-06-14', 'Перенос с 12 июня', false, true),
	('2027-11-04', 'День народного единства', false, false);

-- ───────────────────────────────────────────────────────────── changes of an organisation's calendar
-- What each change took away and put in: taking it back puts the one in the place of the other.
create table calendar_changes (
	organisation_id uuid not null references organisations,
	id uuid not null,
	what text not null, -- «Добавлен карантин 2–8 февраля»
	removed jsonb not null, -- {"terms": [...], "daysOff": [...]} as rows were
	added uuid[] not null,
	position int not null, -- which change it is: the last one not undone may be taken back
	made_at timestamptz not null,
	made_by uuid not null,
	undone_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, made_by) references people
);

-- ───────────────────────────────────────────────────────────── people
-- A dismissal: which open periods it closed. Taken back by opening them again.
create table leavings (
	organisation_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	last_day date not null,
	closed jsonb not null, -- {"employments": [...], "posts": [...], "roles": [...]}: id and the period before
	recorded_at timestamptz not null,
	recorded_by uuid not null,
	undone_at timestamptz,
	undone_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, recorded_by) references people,
	foreign key (organisation_id, undone_by) references people,
	constraint undone_by_somebody check ((undone_at is null) = (undone_by is null))
);
create index on leavings (organisation_id, person_id);

-- A staff list between the upload and its acceptance. The file is not kept; the draft goes when it is accepted or discarded.
create table staff_imports (
	organisation_id uuid not null references organisations,
	id uuid not null,
	source_name text not null,
	draft jsonb, -- the grid as text, which row is the header, what each column means
	created_at timestamptz not null,
	created_by uuid not null,
	accepted_at timestamptz,
	discarded_at timestamptz,
	outcome jsonb, -- counts: added, changed, unchanged, skipped
	version int not null default 1,
	primary key (organisation_id, id),
	foreign key (organisation_id, created_by) references people,
	constraint accepted_or_discarded check (accepted_at is null or discarded_at is null),
	constraint draft_while_open check ((draft is null) = (accepted_at is not null or discarded_at is not null))
);
create index on staff_imports (organisation_id, created_at);

-- ───────────────────────────────────────────────────────────── walls
alter table holiday_years enable row level security, force row level security;
alter table calendar_changes enable row level security, force row level security;
alter table leavings enable row level security, force row level security;
alter table staff_imports enable row level security, force row level security;

create policy everybody_reads on holiday_years for select using (true);
create policy own_organisation on calendar_changes using (organisation_id = current_organisation());
create policy own_organisation on leavings using (organisation_id = current_organisation());
create policy own_organisation on staff_imports using (organisation_id = current_organisation());

grant select on holiday_years to nastavnik_app;
grant select, insert on calendar_changes, leavings, staff_imports to nastavnik_app;
grant update (undone_at) on calendar_changes to nastavnik_app;
grant update (undone_at, undone_by) on leavings to nastavnik_app;
grant update on staff_imports to nastavnik_app;
grant delete on posts to nastavnik_app; -- one entered by mistake; the journal keeps what it was

-- ───────────────────────────────────────────────────────────── levels below
-- Whether an organisation stands below the one that asks.
create function stands_below(organisation uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
	with recursive above as (
		select o.parent_id as id, 1 as distance from organisations o where o.organisation_id = stands_below.organisation
		union all
		select o.parent_id, a.distance + 1 from above a join organisations o on o.organisation_id = a.id where a.distance < 10
	)
	select exists (select from above where id = current_organisation())
$$;

-- Names, kinds and counts; nothing personal.
create function organisations_below(today date) returns table (
	organisation_id uuid, kind text, name text, full_name text, parent_id uuid, parent_name text, distance int,
	staff int, mentors int, mentees int, entered boolean, invited_until timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
	with recursive below as (
		select o.organisation_id as id, 1 as distance from organisations o where o.parent_id = current_organisation()
		union all
		select o.organisation_id, b.distance + 1
		from below b join organisations o on o.parent_id = b.id
		where b.distance < 10
	)
	select o.organisation_id, o.kind, o.name, o.full_name, o.parent_id, parent.name, b.distance,
		(select count(distinct e.person_id)::int from employments e
			join people p on p.organisation_id = e.organisation_id and p.id = e.person_id and p.removed_at is null
			where e.organisation_id = b.id and e.period @> today),
		coalesce(r.mentors, 0), coalesce(r.mentees, 0),
		exists (select from people p where p.organisation_id = b.id and p.account_id is not null and p.removed_at is null),
		(select max(i.expires_at) from invitations i
			where i.organisation_id = b.id and i.used_at is null and i.revoked_at is null)
	from below b
	join organisations o on o.organisation_id = b.id
	join organisations parent on parent.organisation_id = o.parent_id
	left join lateral (
		select count(distinct r.person_id) filter (where r.role = 'mentor')::int as mentors,
			count(distinct r.person_id) filter (where r.role = 'mentee')::int as mentees
		from role_periods r where r.organisation_id = b.id and r.period @> today
	) r on true
$$;

-- A new organisation under the one that asks, or under one below it, with its first person and a way in for them.
create function add_organisation_below(
	at timestamptz, today date, organisation uuid, parent uuid, kind text, name text, full_name text, time_zone text,
	one_person_mode boolean, person uuid, family_name text, given_name text, patronymic text, email text, roles text[],
	role_ids uuid[], invitation uuid, batch uuid, token_hash bytea, code_hash bytea, expires timestamptz, journal_id uuid)
returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_variable
begin
	if current_organisation() is null or parent is null or (parent <> current_organisation() and not stands_below(parent)) then
		return false;
	end if;
	insert into organisations (organisation_id, parent_id, kind, name, full_name, time_zone, one_person_mode, created_at)
	values (organisation, parent, kind, name, full_name, time_zone, one_person_mode, at);
	insert into people (organisation_id, id, family_name, given_name, patronymic, email, created_at)
	values (organisation, person, family_name, given_name, patronymic, email, at);
	insert into role_periods (organisation_id, id, person_id, role, period, basis)
	select organisation, r.id, person, r.role, daterange(today, null), 'назначено при создании организации'
	from unnest(role_ids, roles) as r (id, role);
	insert into invitations (organisation_id, id, person_id, batch_id, token_hash, code_hash, issued_at, expires_at)
	values (organisation, invitation, person, batch, token_hash, code_hash, at, expires);
	insert into journal (organisation_id, id, at, act, subject_kind, subject_id)
	values (organisation, journal_id, at, 'organisation.added', 'organisation', organisation);
	return true;
end $$;

-- Another way in for the first person of an organisation below where nobody has entered yet; the earlier one is closed.
create function invite_below(
	at timestamptz, organisation uuid, invitation uuid, batch uuid, token_hash bytea, code_hash bytea, expires timestamptz,
	journal_id uuid)
returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_variable
declare
	first_person uuid;
begin
	if not stands_below(organisation)
		or exists (select from people p where p.organisation_id = organisation and p.account_id is not null) then
		return false;
	end if;
	select p.id into first_person from people p
	where p.organisation_id = organisation and p.removed_at is null order by p.created_at, p.id limit 1;
	if not found then
		return false;
	end if;
	update invitations i set revoked_at = at
	where i.organisation_id = organisation and i.person_id = first_person and i.used_at is null and i.revoked_at is null;
	insert into invitations (organisation_id, id, person_id, batch_id, token_hash, code_hash, issued_at, expires_at)
	values (organisation, invitation, first_person, batch, token_hash, code_hash, at, expires);
	insert into journal (organisation_id, id, at, act, subject_kind, subject_id)
	values (organisation, journal_id, at, 'invitation.issued', 'invitation', invitation);
	return true;
end $$;

revoke all on function stands_below(uuid), organisations_below(date),
	add_organisation_below(timestamptz, date, uuid, uuid, text, text, text, text, boolean, uuid, text, text, text, text, text[],
		uuid[], uuid, uuid, bytea, bytea, timestamptz, uuid),
	invite_below(timestamptz, uuid, uuid, uuid, bytea, bytea, timestamptz, uuid)
	from public;
grant execute on function organisations_below(date),
	add_organisation_below(timestamptz, date, uuid, uuid, text, text, text, text, boolean, uuid, text, text, text, text, text[],
		uuid[], uuid, uuid, bytea, bytea, timestamptz, uuid),
	invite_below(timestamptz, uuid, uuid, uuid, bytea, bytea, timestamptz, uuid)
	to nastavnik_app;
