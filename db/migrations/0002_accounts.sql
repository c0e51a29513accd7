-- Accounts are global: a person belongs to one organisation, somebody with two jobs is two people and one account.
create table accounts (
	id uuid primary key,
	login text not null check (login ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
	email text check (email ~ '^[^@\s]+@[^@\s]+$'),
	created_at timestamptz not null,
	disabled_at timestamptz -- by the operator of the server: closes every organisation at once
);
create unique index accounts_login on accounts (lower(login));
create unique index accounts_email on accounts (lower(email));

alter table people add constraint people_account foreign key (account_id) references accounts;

-- What proves that it is they. A replaced one stays as a record without its secret.
create table credentials (
	account_id uuid not null references accounts,
	id uuid not null,
	kind text not null check (kind in ('password', 'totp', 'recovery', 'passkey', 'oidc')),
	secret text, -- argon2id for a password
	data jsonb not null default '{}',
	created_at timestamptz not null,
	replaced_at timestamptz,
	primary key (account_id, id),
	constraint live_or_replaced check ((secret is null) = (replaced_at is not null))
);
create unique index one_password on credentials (account_id) where kind = 'password' and replaced_at is null;

-- An account acting as one person of one organisation, from one browser. Another person is another session.
create table sessions (
	organisation_id uuid not null,
	id uuid not null,
	token_hash bytea not null,
	account_id uuid not null references accounts,
	person_id uuid not null,
	created_at timestamptz not null,
	last_seen_at timestamptz not null,
	expires_at timestamptz not null,
	remembered boolean not null default false, -- their own computer or telephone: stays for weeks
	assurance int not null default 1, -- 0 a demonstration's click, 1 a password; a second factor will be 2
	device text not null default '', -- «Chrome, Windows»
	revoked_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people
);
create index on sessions (token_hash);
create index on sessions (account_id, last_seen_at);
create index on sessions (organisation_id, person_id, last_seen_at);

-- Browsers from which an account was entered before: others' failures do not slow them down.
create table known_devices (
	account_id uuid not null references accounts,
	token_hash bytea not null,
	created_at timestamptz not null,
	last_used_at timestamptz not null,
	primary key (account_id, token_hash)
);

-- Kept for a day. Hashes only: people type passwords into the field of the login.
create table sign_in_attempts (
	id uuid primary key,
	typed_hash bytea not null,
	source bytea not null, -- the known device, otherwise the address
	at timestamptz not null,
	outcome text not null default 'begun' check (outcome in ('begun', 'failed', 'refused', 'entered'))
);
create index on sign_in_attempts (source, at);
create index on sign_in_attempts (at);

-- A way in, once: as a link, or as a code printed on a slip of paper.
create table invitations (
	organisation_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	batch_id uuid not null, -- issued together, printed on one sheet
	token_hash bytea not null,
	code_hash bytea not null,
	issued_at timestamptz not null,
	issued_by uuid, -- null: from the level above
	expires_at timestamptz not null,
	used_at timestamptz,
	revoked_at timestamptz,
	revoked_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, issued_by) references people,
	foreign key (organisation_id, revoked_by) references people,
	constraint used_or_revoked check (used_at is null or revoked_at is null)
);
create index on invitations (token_hash);
create index on invitations (code_hash);
create index on invitations (organisation_id, batch_id);
create unique index one_open_invitation on invitations (organisation_id, person_id)
	where used_at is null and revoked_at is null;

-- The door of one organisation closed to one person; the account itself may open another organisation.
create table access_suspensions (
	organisation_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	reason text not null default '',
	suspended_at timestamptz not null,
	suspended_by uuid,
	lifted_at timestamptz,
	lifted_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, suspended_by) references people,
	foreign key (organisation_id, lifted_by) references people,
	constraint lifted_by_somebody check (lifted_by is null or lifted_at is not null)
);
create unique index suspended_once on access_suspensions (organisation_id, person_id) where lifted_at is null;

-- A role given by mistake leaves role_periods and is remembered here.
create table role_withdrawals (
	organisation_id uuid not null,
	id uuid not null, -- that of the period
	person_id uuid not null,
	role text not null,
	period daterange not null,
	basis text not null,
	granted_by uuid,
	withdrawn_at timestamptz not null,
	withdrawn_by uuid not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, granted_by) references people,
	foreign key (organisation_id, withdrawn_by) references people
);

alter table instance add column first_run_draft jsonb not null default '{}'; -- what the first-run wizard has been told

-- ───────────────────────────────────────────────────────────── walls
alter table accounts enable row level security, force row level security;
alter table credentials enable row level security, force row level security;
alter table sessions enable row level security, force row level security;
alter table known_devices enable row level security, force row level security;
alter table sign_in_attempts enable row level security, force row level security;
alter table invitations enable row level security, force row level security;
alter table access_suspensions enable row level security, force row level security;
alter table role_withdrawals enable row level security, force row level security;

create policy own_account on accounts for select using (id = current_account());
create policy account_of_a_colleague on accounts for select
	using (id in (select p.account_id from people p where p.organisation_id = current_organisation()));
create policy own_account on credentials using (account_id = current_account());
create policy own_account on sessions using (account_id = current_account());
create policy own_organisation on sessions using (organisation_id = current_organisation());
create policy own_organisation on invitations using (organisation_id = current_organisation());
create policy own_organisation on access_suspensions using (organisation_id = current_organisation());
create policy own_organisation on role_withdrawals using (organisation_id = current_organisation());
-- known_devices, sign_in_attempts: no policy, no grant; only the functions below.

grant select on accounts to nastavnik_app;
grant select, insert, update (secret, replaced_at) on credentials to nastavnik_app;
grant select (organisation_id, id, account_id, person_id, created_at, last_seen_at, expires_at, remembered, assurance, device,
	revoked_at) on sessions to nastavnik_app; -- not the hash
grant update (revoked_at) on sessions to nastavnik_app;
grant select, insert on invitations, access_suspensions, role_withdrawals to nastavnik_app;
grant update (revoked_at, revoked_by) on invitations to nastavnik_app;
grant update (lifted_at, lifted_by) on access_suspensions to nastavnik_app;
grant delete on role_periods to nastavnik_app;

-- ───────────────────────────────────────────────────────────── who may enter
-- Open to a person who was not removed, not suspended, and still works here (or of whom no employment is recorded: a guest).
create function may_enter(organisation uuid, person uuid, today date) returns boolean language sql stable as $$
	select exists (
			select from people p where p.organisation_id = organisation and p.id = person and p.removed_at is null)
		and not exists (
			select from access_suspensions s
			where s.organisation_id = organisation and s.person_id = person and s.lifted_at is null)
		and (
			exists (
				select from employments e
				where e.organisation_id = organisation and e.person_id = person
					and (upper_inf(e.period) or upper(e.period) > today))
			or not exists (
				select from employments e where e.organisation_id = organisation and e.person_id = person))
$$;

-- Session → actor in one query: roles as they are on the organisation's own date.
create function session_actor(hash bytea, at timestamptz) returns table (
	session_id uuid, account_id uuid, organisation_id uuid, person_id uuid,
	family_name text, given_name text, patronymic text, roles text[],
	organisation text, kind text, time_zone text, one_person_mode boolean,
	created_at timestamptz, last_seen_at timestamptz, remembered boolean)
language sql stable security definer set search_path = public, pg_temp as $$
	select s.id, s.account_id, s.organisation_id, s.person_id, p.family_name, p.given_name, p.patronymic,
		array(
			select r.role from role_periods r
			where r.organisation_id = s.organisation_id and r.person_id = s.person_id
				and r.period @> (session_actor.at at time zone o.time_zone)::date
			order by lower(r.period), r.role),
		o.name, o.kind, o.time_zone, o.one_person_mode, s.created_at, s.last_seen_at, s.remembered
	from sessions s
	join accounts a on a.id = s.account_id and a.disabled_at is null
	join people p on p.organisation_id = s.organisation_id and p.id = s.person_id and p.account_id = s.account_id
	join organisations o on o.organisation_id = s.organisation_id
	where s.token_hash = session_actor.hash and s.revoked_at is null and s.expires_at > session_actor.at
		and may_enter(s.organisation_id, s.person_id, (session_actor.at at time zone o.time_zone)::date)
$$;

create function touch_session(hash bytea, seen timestamptz, expires timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
	update sessions set last_seen_at = seen, expires_at = expires
	where token_hash = hash and revoked_at is null and last_seen_at < seen
$$;

-- The people one account may act as: for the choice of a workplace.
create function account_people(account uuid, at timestamptz) returns table (
	organisation_id uuid, person_id uuid, organisation text, family_name text, given_name text, patronymic text,
	last_seen_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
	select p.organisation_id, p.id, o.name, p.family_name, p.given_name, p.patronymic,
		(select max(s.last_seen_at) from sessions s where s.organisation_id = p.organisation_id and s.person_id = p.id) as seen
	from people p join organisations o on o.organisation_id = p.organisation_id
	where p.account_id = account_people.account
		and may_enter(p.organisation_id, p.id, (account_people.at at time zone o.time_zone)::date)
	order by seen desc nulls last, p.created_at
$$;

-- ───────────────────────────────────────────────────────────── sign-in
-- Counts the attempt before the password is looked at, one after another for one login and source: a volley sent at once
-- is counted like a slow one. Answers with what the rules need to decide whether to look at all.
create function begin_sign_in(
	attempt uuid, typed text, typed_hash bytea, address_hash bytea, device_hash bytea, at timestamptz, since timestamptz)
returns table (account_id uuid, secret text, known boolean, failures int, last_failed_at timestamptz, source_failures int)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_variable
declare
	source bytea;
begin
	select a.id, c.secret into account_id, secret
	from accounts a
	join credentials c on c.account_id = a.id and c.kind = 'password' and c.replaced_at is null
	where (lower(a.login) = lower(typed) or lower(a.email) = lower(typed)) and a.disabled_at is null;
	known := exists (select from known_devices d where d.account_id = begin_sign_in.account_id and d.token_hash = device_hash);
	source := case when known then device_hash else address_hash end;

	perform pg_advisory_xact_lock(hashtextextended(encode(typed_hash || source, 'hex'), 0));
	delete from sign_in_attempts t where t.at < begin_sign_in.at - interval '1 day';
	select count(*), max(t.at) into failures, last_failed_at
	from sign_in_attempts t
	where t.source = source and t.typed_hash = typed_hash and t.outcome in ('begun', 'failed') and t.at > since
		and t.at > coalesce((
			select max(e.at) from sign_in_attempts e
			where e.source = source and e.typed_hash = typed_hash and e.outcome = 'entered'), '-infinity');
	select count(*) into source_failures
	from sign_in_attempts t where t.source = source and t.outcome in ('begun', 'failed') and t.at > since;
	insert into sign_in_attempts (id, typed_hash, source, at) values (attempt, typed_hash, source, at);
	return next;
end $$;

create function settle_sign_in(attempt uuid, result text) returns void
language sql security definer set search_path = public, pg_temp as
	'update sign_in_attempts set outcome = result where id = attempt';

-- As the person wanted, otherwise the one of last time. Null: the account opens nothing today.
create function open_session(
	session uuid, hash bytea, account uuid, wanted uuid, at timestamptz, expires timestamptz, remembered boolean,
	device text, assurance int, device_hash bytea) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	chosen record;
begin
	select p.organisation_id, p.person_id into chosen
	from account_people(account, open_session.at) p
	join accounts a on a.id = account and a.disabled_at is null
	where wanted is null or p.person_id = wanted
	limit 1;
	if not found then
		return null;
	end if;
	insert into sessions (organisation_id, id, token_hash, account_id, person_id, created_at, last_seen_at, expires_at,
		remembered, assurance, device)
	values (chosen.organisation_id, session, hash, account, chosen.person_id, open_session.at, open_session.at, expires,
		open_session.remembered, open_session.assurance, open_session.device);
	if device_hash is not null then
		insert into known_devices (account_id, token_hash, created_at, last_used_at)
		values (account, device_hash, open_session.at, open_session.at)
		on conflict (account_id, token_hash) do update set last_used_at = excluded.last_used_at;
	end if;
	return chosen.person_id;
end $$;

-- ───────────────────────────────────────────────────────────── invitations
-- By the hash of the link or of the code. `login`: they have an account of this organisation alone, and the invitation lets
-- them choose a new password. An account that opens another organisation too is never touched by an invitation from here.
create function invitation_seen(hash bytea, at timestamptz) returns table (
	organisation_id uuid, invitation_id uuid, person_id uuid, family_name text, given_name text, patronymic text, email text,
	organisation text, time_zone text, expires_at timestamptz, state text, login text)
language sql stable security definer set search_path = public, pg_temp as $$
	select i.organisation_id, i.id, i.person_id, p.family_name, p.given_name, p.patronymic, p.email, o.name, o.time_zone,
		i.expires_at,
		case
			when i.used_at is not null then 'used'
			when i.revoked_at is not null or p.removed_at is not null then 'revoked'
			when i.expires_at <= invitation_seen.at then 'expired'
			when not may_enter(i.organisation_id, i.person_id, (invitation_seen.at at time zone o.time_zone)::date) then 'revoked'
			else 'open'
		end,
		(select a.login from accounts a
			where a.id = p.account_id and not exists (
				select from people other
				where other.account_id = a.id and other.organisation_id <> p.organisation_id))
	from invitations i
	join people p on p.organisation_id = i.organisation_id and p.id = i.person_id
	join organisations o on o.organisation_id = i.organisation_id
	where i.token_hash = invitation_seen.hash or i.code_hash = invitation_seen.hash
	order by i.issued_at desc
	limit 1
$$;

-- A login to suggest: the wanted one, or with the first number that nobody has.
create function free_login(wanted text) returns text
language sql stable security definer set search_path = public, pg_temp as $$
	select c.login
	from generate_series(1, 500) n, lateral (select wanted || case n when 1 then '' else n::text end as login) c
	where not exists (select from accounts a where lower(a.login) = c.login)
	order by n limit 1
$$;

-- A wrong code is counted by the address it came from.
create function failed_codes(address_hash bytea, since timestamptz) returns int
language sql stable security definer set search_path = public, pg_temp as $$
	select count(*)::int from sign_in_attempts
	where source = address_hash and typed_hash = '\x00' and at > since
$$;
create function note_failed_code(attempt uuid, address_hash bytea, at timestamptz) returns void
language sql security definer set search_path = public, pg_temp as
	'insert into sign_in_attempts (id, typed_hash, source, at, outcome) values (attempt, ''\x00'', address_hash, at, ''refused'')';

-- Answers 'accepted', 'login-taken', 'email-taken', or 'gone' when the invitation is no longer open.
create function accept_invitation(
	hash bytea, at timestamptz, new_account uuid, new_credential uuid, new_login text, new_email text, new_secret text,
	journal_id uuid, out outcome text, out account uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	seen record;
begin
	select * into seen from invitation_seen(hash, accept_invitation.at);
	if found then
		update invitations i set used_at = accept_invitation.at
		where i.organisation_id = seen.organisation_id and i.id = seen.invitation_id
			and i.used_at is null and i.revoked_at is null and seen.state = 'open';
	end if;
	if not found then
		outcome := 'gone';
		return;
	end if;

	if seen.login is not null then
		select a.id into account from accounts a where a.login = seen.login;
		update credentials set replaced_at = accept_invitation.at, secret = null
		where account_id = account and kind = 'password' and replaced_at is null;
		update sessions set revoked_at = accept_invitation.at where account_id = account and revoked_at is null;
		delete from known_devices where account_id = account;
	else
		account := new_account;
		begin
			insert into accounts (id, login, email, created_at) values (account, new_login, new_email, accept_invitation.at);
		exception when unique_violation then
			outcome := case
				when exists (select from accounts a where lower(a.login) = lower(new_login)) then 'login-taken'
				else 'email-taken'
			end;
			update invitations i set used_at = null
			where i.organisation_id = seen.organisation_id and i.id = seen.invitation_id;
			account := null;
			return;
		end;
		update sessions set revoked_at = accept_invitation.at
		where organisation_id = seen.organisation_id and person_id = seen.person_id and revoked_at is null;
		update people set account_id = account where organisation_id = seen.organisation_id and id = seen.person_id;
	end if;
	insert into credentials (account_id, id, kind, secret, created_at)
	values (account, new_credential, 'password', new_secret, accept_invitation.at);
	insert into journal (organisation_id, id, at, actor_id, act, subject_kind, subject_id)
	values (seen.organisation_id, journal_id, accept_invitation.at, seen.person_id, 'account.activated', 'account', account);
	outcome := 'accepted';
end $$;

-- Somebody signed in takes a second workplace to the account they have. The line goes to the journal of the one who invites.
create function join_by_invitation(hash bytea, at timestamptz, journal_id uuid, out outcome text, out person uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	seen record;
begin
	select * into seen from invitation_seen(hash, join_by_invitation.at);
	if not found or seen.state <> 'open' or current_account() is null then
		outcome := 'gone';
		return;
	end if;
	if exists (
		select from people p
		where p.organisation_id = seen.organisation_id and p.account_id = current_account() and p.id <> seen.person_id)
	then
		outcome := 'already-here';
		return;
	end if;
	update invitations i set used_at = join_by_invitation.at
	where i.organisation_id = seen.organisation_id and i.id = seen.invitation_id and i.used_at is null and i.revoked_at is null;
	if not found then
		outcome := 'gone';
		return;
	end if;
	update people set account_id = current_account() where organisation_id = seen.organisation_id and id = seen.person_id;
	insert into journal (organisation_id, id, at, actor_id, act, subject_kind, subject_id)
	values (seen.organisation_id, journal_id, join_by_invitation.at, seen.person_id, 'account.activated', 'account',
		current_account());
	person := seen.person_id;
	outcome := 'accepted';
end $$;

-- One's own; false when another account is entered by this address.
create function change_email(new_email text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
	update accounts set email = new_email where id = current_account();
	return found;
exception when unique_violation then
	return false;
end $$;

-- ───────────────────────────────────────────────────────────── first run
create function first_run_pending() returns boolean
language sql stable security definer set search_path = public, pg_temp as
	'select not exists (select from accounts)';

-- What was told so far; null when the code is wrong or the first run is over.
create function first_run_draft(code_hash bytea) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
	select i.first_run_draft from instance i where i.first_run_code_hash = code_hash and first_run_pending()
$$;

create function keep_first_run_draft(code_hash bytea, draft jsonb) returns void
language sql security definer set search_path = public, pg_temp as $$
	update instance set first_run_draft = draft where first_run_code_hash = code_hash and first_run_pending()
$$;

-- The first organisation with its first person, account and roles. False: somebody was faster, or the code is wrong.
create function found_organisation(
	code_hash bytea, at timestamptz, today date, organisation uuid, kind text, name text, full_name text, time_zone text,
	one_person_mode boolean, person uuid, family_name text, given_name text, patronymic text, post text, post_id uuid,
	roles text[], role_ids uuid[], account uuid, login text, email text, credential uuid, secret text, journal_id uuid)
returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_variable
begin
	perform from instance i where i.first_run_code_hash = code_hash for update;
	if not found or not first_run_pending() then
		return false;
	end if;
	insert into organisations (organisation_id, kind, name, full_name, time_zone, one_person_mode, created_at)
	values (organisation, kind, name, full_name, time_zone, one_person_mode, at);
	insert into accounts (id, login, email, created_at) values (account, login, email, at);
	insert into credentials (account_id, id, kind, secret, created_at) values (account, credential, 'password', secret, at);
	insert into people (organisation_id, id, family_name, given_name, patronymic, email, account_id, created_at)
	values (organisation, person, family_name, given_name, patronymic, email, account, at);
	if post <> '' then
		insert into posts (organisation_id, id, person_id, title, period)
		values (organisation, post_id, person, post, daterange(today, null));
	end if;
	insert into role_periods (organisation_id, id, person_id, role, period)
	select organisation, r.id, person, r.role, daterange(today, null)
	from unnest(role_ids, roles) as r (id, role);
	insert into journal (organisation_id, id, at, actor_id, act, subject_kind, subject_id)
	values (organisation, journal_id, at, person, 'account.founded', 'organisation', organisation);
	update instance set first_run_code_hash = null, first_run_code_at = null, first_run_draft = '{}';
	return true;
end $$;

-- ───────────────────────────────────────────────────────────── demonstration
-- Shown on the sign-in page of a demonstration copy; nothing anywhere else.
create function demonstration_accounts(at timestamptz) returns table (
	account_id uuid, person_id uuid, organisation text, kind text, family_name text, given_name text, patronymic text, roles text[])
language sql stable security definer set search_path = public, pg_temp as $$
	select p.account_id, p.id, o.name, o.kind, p.family_name, p.given_name, p.patronymic,
		array(
			select r.role from role_periods r
			where r.organisation_id = p.organisation_id and r.person_id = p.id
				and r.period @> (demonstration_accounts.at at time zone o.time_zone)::date
			order by lower(r.period), r.role)
	from instance i
	join people p on p.account_id is not null
	join organisations o on o.organisation_id = p.organisation_id
	where i.demonstration and may_enter(p.organisation_id, p.id, (demonstration_accounts.at at time zone o.time_zone)::date)
	order by o.created_at, o.name, p.created_at, p.id
$$;

revoke all on function may_enter(uuid, uuid, date), session_actor(bytea, timestamptz),
	touch_session(bytea, timestamptz, timestamptz), account_people(uuid, timestamptz),
	begin_sign_in(uuid, text, bytea, bytea, bytea, timestamptz, timestamptz), settle_sign_in(uuid, text),
	open_session(uuid, bytea, uuid, uuid, timestamptz, timestamptz, boolean, text, int, bytea),
	invitation_seen(bytea, timestamptz), free_login(text), change_email(text), failed_codes(bytea, timestamptz), note_failed_code(uuid, bytea, timestamptz),
	accept_invitation(bytea, timestamptz, uuid, uuid, text, text, text, uuid), join_by_invitation(bytea, timestamptz, uuid),
	first_run_pending(), first_run_draft(bytea), keep_first_run_draft(bytea, jsonb),
	found_organisation(bytea, timestamptz, date, uuid, text, text, text, text, boolean, uuid, text, text, text, text, uuid,
		text[], uuid[], uuid, text, text, uuid, text, uuid),
	demonstration_accounts(timestamptz)
	from public;
grant execute on function session_actor(bytea, timestamptz), touch_session(bytea, timestamptz, timestamptz),
	account_people(uuid, timestamptz), begin_sign_in(uuid, text, bytea, bytea, bytea, timestamptz, timestamptz),
	settle_sign_in(uuid, text), open_session(uuid, bytea, uuid, uuid, timestamptz, timestamptz, boolean, text, int, bytea),
	invitation_seen(bytea, timestamptz), free_login(text), change_email(text), failed_codes(bytea, timestamptz), note_failed_code(uuid, bytea, timestamptz),
	accept_invitation(bytea, timestamptz, uuid, uuid, text, text, text, uuid), join_by_invitation(bytea, timestamptz, uuid),
	first_run_pending(), first_run_draft(bytea), keep_first_run_draft(bytea, jsonb),
	found_organisation(bytea, timestamptz, date, uuid, text, text, text, text, boolean, uuid, text, text, text, text, uuid,
		text[], uuid[], uuid, text, text, uuid, text, uuid),
	demonstration_accounts(timestamptz)
	to nastavnik_app;
