-- ───────────────────────────────────────────────────────────── the calendar in a telephone
-- A secret address at which a calendar program reads somebody's deadlines. Replaced by revoking it and issuing another.
create table calendar_feeds (
	organisation_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	token_hash bytea not null,
	issued_at timestamptz not null,
	last_used_at timestamptz,
	revoked_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people
);
create index on calendar_feeds (token_hash);
create unique index one_living_feed on calendar_feeds (organisation_id, person_id) where revoked_at is null;

-- ───────────────────────────────────────────────────────────── letters
-- What somebody wants to be written about, and where to. No row: nothing was said, and nothing is mailed.
create table letter_wishes (
	organisation_id uuid not null,
	person_id uuid not null,
	wish text not null default 'weekly' check (wish in ('weekly', 'with-deadlines', 'none')),
	days_ahead int not null default 1 check (days_ahead in (0, 1)), -- of a deadline: on the working day before it, or on the day
	address text check (address ~ '^[^@\s]+@[^@\s]+$'),
	code_hash bytea, -- proves that the address is theirs; goes out in one letter
	asked_at timestamptz,
	wrong_codes int not null default 0,
	confirmed_at timestamptz,
	refused_at timestamptz, -- the address takes no letters: nothing more goes there until it is given anew
	key text not null, -- stands in every letter and opens nothing but silence
	version int not null default 1,
	primary key (organisation_id, person_id),
	foreign key (organisation_id, person_id) references people,
	constraint only_an_address_is_confirmed check (confirmed_at is null or address is not null)
);
create index on letter_wishes (key);

-- What was written to whom: the outbox of mail and the notices inside the program at once.
create table letters (
	organisation_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	kind text not null check (kind in ('digest', 'deadlines', 'confirmation')),
	key text not null, -- what it is about: a week, a day, a code. Never two of the same
	address text, -- null: inside the program only
	contents jsonb not null,
	made_at timestamptz not null,
	attempts int not null default 0,
	sent_at timestamptz,
	given_up_at timestamptz,
	reason text not null default '', -- why it did not go, as the page says it
	read_at timestamptz, -- inside the program
	primary key (organisation_id, id),
	unique (organisation_id, person_id, kind, key),
	foreign key (organisation_id, person_id) references people,
	constraint sent_or_given_up check (sent_at is null or given_up_at is null)
);
create index on letters (organisation_id, person_id, made_at);

-- While one is open, the organisation mails nothing.
create table mail_pauses (
	organisation_id uuid not null references organisations,
	id uuid not null,
	paused_at timestamptz not null,
	paused_by uuid not null,
	resumed_at timestamptz,
	resumed_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, paused_by) references people,
	foreign key (organisation_id, resumed_by) references people,
	constraint resumed_by_somebody check ((resumed_at is null) = (resumed_by is null))
);
create unique index one_open_pause on mail_pauses (organisation_id) where resumed_at is null;

-- ───────────────────────────────────────────────────────────── walls
alter table calendar_feeds enable row level security, force row level security;
alter table letter_wishes enable row level security, force row level security;
alter table letters enable row level security, force row level security;
alter table mail_pauses enable row level security, force row level security;

create policy own_organisation on calendar_feeds using (organisation_id = current_organisation());
create policy own_organisation on letter_wishes using (organisation_id = current_organisation());
create policy own_organisation on letters using (organisation_id = current_organisation());
create policy own_organisation on mail_pauses using (organisation_id = current_organisation());

grant select, insert on calendar_feeds, letter_wishes, letters, mail_pauses to nastavnik_app;
grant update (revoked_at) on calendar_feeds to nastavnik_app;
grant update (wish, days_ahead, address, code_hash, asked_at, wrong_codes, confirmed_at, refused_at, version)
	on letter_wishes to nastavnik_app;
grant update (address, contents, attempts, sent_at, given_up_at, reason, read_at) on letters to nastavnik_app;
grant update (resumed_at, resumed_by) on mail_pauses to nastavnik_app;

-- Whom a round of letters may reach at all: asked under the walls, of one's own organisation.
grant execute on function may_enter(uuid, uuid, date) to nastavnik_app;

-- ───────────────────────────────────────────────────────────── before sign-in
-- Whose eyes an address lends: that of a person who may still enter, with their roles of today. Everything after that is read as they.
create function calendar_feed_owner(hash bytea, at timestamptz) returns table (
	organisation_id uuid, person_id uuid, account_id uuid, family_name text, given_name text, patronymic text, roles text[],
	organisation text, kind text, time_zone text, one_person_mode boolean)
language sql stable security definer set search_path = public, pg_temp as $$
	select f.organisation_id, f.person_id, a.id, p.family_name, p.given_name, p.patronymic,
		array(
			select r.role from role_periods r
			where r.organisation_id = f.organisation_id and r.person_id = f.person_id
				and r.period @> (calendar_feed_owner.at at time zone o.time_zone)::date
			order by lower(r.period), r.role),
		o.name, o.kind, o.time_zone, o.one_person_mode
	from calendar_feeds f
	join people p on p.organisation_id = f.organisation_id and p.id = f.person_id
	join accounts a on a.id = p.account_id and a.disabled_at is null
	join organisations o on o.organisation_id = f.organisation_id
	where f.token_hash = calendar_feed_owner.hash and f.revoked_at is null
		and may_enter(f.organisation_id, f.person_id, (calendar_feed_owner.at at time zone o.time_zone)::date)
$$;

create function touch_calendar_feed(hash bytea, seen timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
	update calendar_feeds set last_used_at = seen
	where token_hash = hash and revoked_at is null
		and (last_used_at is null or last_used_at < seen - interval '1 hour')
$$;

-- Whose letters a key silences.
create function letters_by_key(letter_key text) returns table (organisation text, wish text)
language sql stable security definer set search_path = public, pg_temp as $$
	select o.name, w.wish
	from letter_wishes w join organisations o on o.organisation_id = w.organisation_id
	where w.key = letter_key
$$;

-- From any mail program, by one click and without signing in. False: no such key.
create function silence_letters(letter_key text, at timestamptz, journal_id uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	whose record;
begin
	select w.organisation_id, w.person_id, w.wish into whose from letter_wishes w where w.key = letter_key for update;
	if not found then
		return false;
	end if;
	if whose.wish <> 'none' then
		update letter_wishes w set wish = 'none', version = w.version + 1
		where w.organisation_id = whose.organisation_id and w.person_id = whose.person_id;
		insert into journal (organisation_id, id, at, actor_id, act, subject_kind, subject_id)
		values (whose.organisation_id, journal_id, silence_letters.at, whose.person_id, 'letters.silenced', 'person',
			whose.person_id);
	end if;
	return true;
end $$;

revoke all on function calendar_feed_owner(bytea, timestamptz), touch_calendar_feed(bytea, timestamptz),
	letters_by_key(text), silence_letters(text, timestamptz, uuid) from public;
grant execute on function calendar_feed_owner(bytea, timestamptz), touch_calendar_feed(bytea, timestamptz),
	letters_by_key(text), silence_letters(text, timestamptz, uuid) to nastavnik_app;
