-- ───────────────────────────────────────────────────────────── duplicates among people
alter table people add column merged_into uuid; -- an entry that was one person with another
alter table people add foreign key (organisation_id, merged_into) references people;
alter table people add constraint merged_is_removed check (merged_into is null or removed_at is not null);
grant select (merged_into) on people to nastavnik_app;

-- «Это разные люди»: a pair that is not asked about again.
create table person_distinctions (
	organisation_id uuid not null references organisations,
	id uuid not null,
	one_id uuid not null,
	other_id uuid not null,
	said_at timestamptz not null,
	said_by uuid not null,
	undone_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, one_id) references people,
	foreign key (organisation_id, other_id) references people,
	foreign key (organisation_id, said_by) references people,
	constraint once_a_pair check (one_id < other_id)
);
create unique index distinguished_once on person_distinctions (organisation_id, one_id, other_id) where undone_at is null;

-- What became of two entries of one person: what was given over, and rows as they were.
create table person_merges (
	organisation_id uuid not null references organisations,
	id uuid not null,
	kept_id uuid not null,
	gone_id uuid not null,
	record jsonb not null, -- people/rules/merging.ts; emptied when the person is erased
	merged_at timestamptz not null,
	merged_by uuid not null,
	undone_at timestamptz,
	undone_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, kept_id) references people,
	foreign key (organisation_id, gone_id) references people,
	foreign key (organisation_id, merged_by) references people,
	foreign key (organisation_id, undone_by) references people,
	constraint two_entries check (kept_id <> gone_id),
	constraint undone_by_somebody check ((undone_at is null) = (undone_by is null))
);
create unique index merged_once on person_merges (organisation_id, gone_id) where undone_at is null;

alter table person_distinctions enable row level security, force row level security;
alter table person_merges enable row level security, force row level security;
create policy own_organisation on person_distinctions using (organisation_id = current_organisation());
create policy own_organisation on person_merges using (organisation_id = current_organisation());
grant select, insert on person_distinctions, person_merges to nastavnik_app;
grant update (undone_at) on person_distinctions to nastavnik_app;
grant update (undone_at, undone_by) on person_merges to nastavnik_app;

-- ───────────────────────────────────────────────────────────── every place that leads to people
-- Read from the catalogue, so that a table made later is not forgotten. What only tells what happened stays: the journal and who
-- read what (only ever added to), tokens of forms, and the entries themselves.
create function places_of_people() returns table (place text, tab text, col text, keys text)
language sql stable set search_path = public, pg_temp as $$
	select t.relname || '.' || a.attname, t.relname::text, a.attname::text, (
		select string_agg(format('%L, t.%I', k.attname, k.attname), ', ' order by k.attname) from pg_index i
		join pg_attribute k on k.attrelid = t.oid and k.attnum = any (i.indkey)
		where i.indrelid = t.oid and i.indisprimary)
	from pg_constraint c
	join pg_class t on t.oid = c.conrelid
	join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname <> 'organisation_id'
	where c.contype = 'f' and c.confrelid = 'people'::regclass
		and t.relname not in ('people', 'journal', 'access_log', 'form_tokens', 'person_merges', 'person_distinctions')
	order by 1
$$;
revoke all on function places_of_people() from public;

-- How many rows in each place are somebody's.
create function belongings_of(person uuid) returns table (place text, count int)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	p record;
begin
	for p in select * from places_of_people() loop
		place := p.place;
		execute format('select count(*)::int from %I where organisation_id = $1 and %I = $2', p.tab, p.col)
			into count using current_organisation(), person;
		if count > 0 then return next; end if;
	end loop;
end $$;
revoke all on function belongings_of(uuid) from public;
grant execute on function belongings_of(uuid) to nastavnik_app;

-- Periods of the same thing (`same`: its column, or the constant true) that overlap become one, from the first day to the last.
create function unite_periods(tab text, same text, living text, here uuid, kept uuid, gone uuid) returns jsonb
language plpgsql set search_path = public, pg_temp as $$
declare
	before jsonb := '[]';
	g record;
	found_ids uuid[];
	first_id uuid;
	whole daterange;
	rows jsonb;
begin
	for g in execute format('select id, period, %s::text as key from %I where organisation_id = $1 and person_id = $2 and %s
		order by lower(period)', same, tab, living) using here, gone
	loop
		execute format('select array_agg(id order by lower(period)), range_merge(range_agg(period)) from %I
			where organisation_id = $1 and person_id = $2 and %s and %s::text = $3 and period && $4', tab, living, same)
			into found_ids, whole using here, kept, g.key, g.period;
		continue when found_ids is null;
		first_id := found_ids[1];
		-- The one that is made longer comes last: put back in reverse, it is made shorter before the others come in.
		execute format('select jsonb_agg(jsonb_build_object(''table'', %L, ''row'', to_jsonb(t)) order by t.id = $4) from %I t
			where organisation_id = $1 and id = any ($2 || $3)', tab, tab) into rows using here, found_ids, g.id, first_id;
		before := before || rows;
		execute format('delete from %I where organisation_id = $1 and id = any ($2 || $3) and id <> $4', tab)
			using here, found_ids, g.id, first_id;
		execute format('update %I set period = $1 where organisation_id = $2 and id = $3', tab)
			using range_merge(whole, g.period), here, first_id;
	end loop;
	return before;
end $$;
revoke all on function unite_periods(text, text, text, uuid, uuid, uuid) from public;

-- The same for a register: work in the programme goes over to the entry that stays, the other is withdrawn.
create function unite_entries(here uuid, kept uuid, gone uuid, at timestamptz) returns jsonb
language plpgsql set search_path = public, pg_temp as $$
declare
	before jsonb := '[]';
	g register_entries;
	last register_entries;
	found_ids uuid[];
	whole daterange;
begin
	for g in select * from register_entries e where e.organisation_id = here and e.person_id = gone and e.withdrawn_at is null
		order by lower(e.period)
	loop
		select array_agg(e.id order by lower(e.period)), range_merge(range_agg(e.period)) into found_ids, whole
		from register_entries e where e.organisation_id = here and e.person_id = kept and e.register = g.register
			and e.withdrawn_at is null and e.period && g.period;
		continue when found_ids is null;
		whole := range_merge(whole, g.period);
		select * into last from register_entries e where e.organisation_id = here and e.id = any (found_ids || g.id)
		order by upper_inf(e.period) desc, upper(e.period) desc limit 1;
		before := before || (select jsonb_agg(jsonb_build_object('table', 'register_entries', 'row', to_jsonb(e))
				order by e.id = found_ids[1])
			from register_entries e where e.organisation_id = here and e.id = any (found_ids || g.id));
		before := before || coalesce((select jsonb_agg(jsonb_build_object('table', 'programme_periods', 'row', to_jsonb(r)))
			from programme_periods r where r.organisation_id = here and r.entry_id = any (found_ids[2:] || g.id)), '[]');
		update programme_periods r set entry_id = found_ids[1]
		where r.organisation_id = here and r.entry_id = any (found_ids[2:] || g.id);
		update register_entries e set withdrawn_at = at where e.organisation_id = here and e.id = any (found_ids[2:] || g.id);
		update register_entries e set period = whole, left_reason = last.left_reason, left_note = last.left_note,
			left_act_id = last.left_act_id, left_at = last.left_at, left_by = last.left_by
		where e.organisation_id = here and e.id = found_ids[1];
	end loop;
	return before;
end $$;
revoke all on function unite_entries(uuid, uuid, uuid, timestamptz) from public;

-- Rows as they are, to be remembered before they are changed; `which` is a condition over `t` with $1 here, $2 kept, $3 gone.
create function remembered(tab text, which text, here uuid, kept uuid, gone uuid) returns jsonb
language plpgsql set search_path = public, pg_temp as $$
declare
	rows jsonb;
begin
	execute format('select jsonb_agg(jsonb_build_object(''table'', %L, ''row'', to_jsonb(t))) from %I t
		where t.organisation_id = $1 and %s', tab, tab, which) into rows using here, kept, gone;
	return coalesce(rows, '[]');
end $$;
revoke all on function remembered(text, text, uuid, uuid, uuid) from public;

-- Row by row, whatever may go over; answers with the keys of what did.
create function give_over(tab text, col text, key_list text, here uuid, kept uuid, gone uuid) returns jsonb
language plpgsql set search_path = public, pg_temp as $$
declare
	done jsonb := '[]';
	key jsonb;
	matched text;
begin
	for key in execute format('select jsonb_build_object(%s) from %I t where t.organisation_id = $1 and t.%I = $2', key_list, tab, col)
		using here, gone
	loop
		select string_agg(format('t.%I = %L', e.key, e.value), ' and ') into matched from jsonb_each_text(key) e;
		begin
			execute format('update %I t set %I = $1 where t.organisation_id = $2 and t.%I = $3 and %s', tab, col, col, matched)
				using kept, here, gone;
			done := done || jsonb_build_array(case when key ? col then key || jsonb_build_object(col, kept) else key end);
		exception when unique_violation or exclusion_violation then
			null;
		end;
	end loop;
	return nullif(done, '[]');
end $$;
revoke all on function give_over(text, text, text, uuid, uuid, uuid) from public;

-- ───────────────────────────────────────────────────────────── two entries become one
-- `card`: the fields of the card that stays; `gone_account`: the account of the other is the one to stay. Answers with what was done.
create function merge_people(kept uuid, gone uuid, card jsonb, gone_account boolean, at timestamptz, by_whom uuid) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	here uuid := current_organisation();
	before jsonb := '[]';
	moved jsonb := '[]';
	keys jsonb;
	account uuid;
	p record;
	-- What one person has once; $2 kept, $3 gone.
	open_invitation text := 't.person_id = $3 and t.used_at is null and t.revoked_at is null and (exists (select from people k
		where k.organisation_id = $1 and k.id = $2 and k.account_id is not null) or exists (select from invitations k
		where k.organisation_id = $1 and k.person_id = $2 and k.used_at is null and k.revoked_at is null))';
	-- A door that was closed to a login which does not stay closes no other.
	open_suspension text := format('t.person_id = $3 and t.lifted_at is null and (exists (select from access_suspensions k
		where k.organisation_id = $1 and k.person_id = $2 and k.lifted_at is null) or not %L::boolean and exists (select from people k
		where k.organisation_id = $1 and k.id = $2 and k.account_id is not null))', gone_account);
	same_covering text := 't.person_id = $3 and t.withdrawn_at is null and exists (select from coverings k where k.organisation_id = $1
		and k.person_id = $2 and k.occurrence_id = t.occurrence_id and k.withdrawn_at is null)';
	same_responsible text := 't.person_id = $3 and t.removed_at is null and exists (select from activity_responsible k
		where k.organisation_id = $1 and k.person_id = $2 and k.activity_id = t.activity_id and k.removed_at is null)';
	same_showing text := 't.subject_id = $3 and t.hidden_at is null and exists (select from assessment_showings k
		where k.organisation_id = $1 and k.subject_id = $2 and k.wave_id = t.wave_id and k.hidden_at is null)';
	living_feed text := 't.person_id = $3 and t.revoked_at is null and exists (select from calendar_feeds k
		where k.organisation_id = $1 and k.person_id = $2 and k.revoked_at is null)';
	open_erasure text := 't.person_id = $3 and t.withdrawn_at is null and t.refused_at is null and exists (select from erasure_requests k
		where k.organisation_id = $1 and k.person_id = $2 and k.withdrawn_at is null and k.refused_at is null)';
	same_subject text := 't.person_id = $3 and exists (select from person_subjects k
		where k.organisation_id = $1 and k.person_id = $2 and k.subject = t.subject)';
	same_letter text := 't.person_id = $3 and exists (select from letters k where k.organisation_id = $1 and k.person_id = $2
		and k.kind = t.kind and k.key = t.key)';
	same_wish text := 't.person_id = $3 and exists (select from letter_wishes k where k.organisation_id = $1 and k.person_id = $2)';
	same_event text := 't.person_id = $3 and exists (select from event_people k where k.organisation_id = $1 and k.person_id = $2
		and k.event_id = t.event_id)';
	event_of_both text := 't.person_id = $2 and exists (select from event_people k where k.organisation_id = $1 and k.person_id = $3
		and k.event_id = t.event_id)';
	other_group text := 't.person_id = $3 and t.withdrawn_at is null and exists (select from group_memberships k
		join staff_groups o on o.organisation_id = $1 and o.id = t.group_id
		join staff_groups s on s.organisation_id = $1 and s.id = k.group_id and s.set_id = o.set_id
		join group_sets g on g.organisation_id = $1 and g.id = s.set_id and g.exclusive
		where k.organisation_id = $1 and k.person_id = $2 and k.group_id <> t.group_id and k.withdrawn_at is null
			and k.period && t.period)';
	same_wave text := 't.person_id = $3 and exists (select from survey_participants k where k.organisation_id = $1
		and k.wave_id = t.wave_id and k.person_id = $2 and k.about_id is not distinct from t.about_id)';
	same_about text := 't.about_id = $3 and exists (select from survey_participants k where k.organisation_id = $1
		and k.wave_id = t.wave_id and k.about_id = $2 and k.person_id = t.person_id)';
	same_series text := 't.person_id = $3 and exists (select from survey_pseudonyms k where k.organisation_id = $1
		and k.series_id = t.series_id and k.person_id = $2)';
	stays text;
begin
	perform from people x where x.organisation_id = here and x.id in (kept, gone) order by x.id for update;
	if (select count(*) from people x where x.organisation_id = here and x.id in (kept, gone)
		and x.removed_at is null and x.erased_at is null) <> 2 then
		raise exception 'two people of this organisation, neither removed nor erased, are merged';
	end if;
	before := remembered('people', 't.id in ($2, $3)', here, kept, gone);

	-- Periods first: what overlaps becomes one.
	before := before || unite_periods('employments', 'true', 'true', here, kept, gone);
	before := before || unite_periods('posts', 'title', 'true', here, kept, gone);
	before := before || unite_periods('role_periods', 'role', 'true', here, kept, gone);
	before := before || unite_periods('group_memberships', 'group_id', 'withdrawn_at is null', here, kept, gone);
	before := before || remembered('group_memberships', other_group, here, kept, gone);
	execute 'update group_memberships t set withdrawn_at = $4 where t.organisation_id = $1 and ' || other_group
		using here, kept, gone, at;
	before := before || unite_entries(here, kept, gone, at);

	-- What there can be one of: the other is closed, as people would have closed it.
	before := before || remembered('invitations', open_invitation, here, kept, gone);
	execute 'update invitations t set revoked_at = $4, revoked_by = $5 where t.organisation_id = $1 and ' || open_invitation
		using here, kept, gone, at, by_whom;
	before := before || remembered('access_suspensions', open_suspension, here, kept, gone);
	execute 'update access_suspensions t set lifted_at = $4, lifted_by = $5 where t.organisation_id = $1 and ' || open_suspension
		using here, kept, gone, at, by_whom;
	before := before || remembered('coverings', same_covering, here, kept, gone);
	execute 'update coverings t set withdrawn_at = $4, withdrawn_by = $5 where t.organisation_id = $1 and ' || same_covering
		using here, kept, gone, at, by_whom;
	before := before || remembered('activity_responsible', same_responsible, here, kept, gone);
	execute 'update activity_responsible t set removed_at = $4 where t.organisation_id = $1 and ' || same_responsible
		using here, kept, gone, at;
	before := before || remembered('assessment_showings', same_showing, here, kept, gone);
	execute 'update assessment_showings t set hidden_at = $4, hidden_by = $5 where t.organisation_id = $1 and ' || same_showing
		using here, kept, gone, at, by_whom;
	before := before || remembered('calendar_feeds', living_feed, here, kept, gone);
	execute 'update calendar_feeds t set revoked_at = $4 where t.organisation_id = $1 and ' || living_feed
		using here, kept, gone, at;
	before := before || remembered('erasure_requests', open_erasure, here, kept, gone);
	execute 'update erasure_requests t set withdrawn_at = $4 where t.organisation_id = $1 and ' || open_erasure
		using here, kept, gone, at;
	before := before || remembered('person_subjects', same_subject, here, kept, gone);
	execute 'delete from person_subjects t where t.organisation_id = $1 and ' || same_subject using here, kept, gone;
	before := before || remembered('letters', same_letter, here, kept, gone);
	execute 'delete from letters t where t.organisation_id = $1 and ' || same_letter using here, kept, gone;
	before := before || remembered('letter_wishes', same_wish, here, kept, gone);
	execute 'delete from letter_wishes t where t.organisation_id = $1 and ' || same_wish using here, kept, gone;

	-- Called to one event twice: whatever either line says of it, one line says.
	before := before || remembered('event_people', event_of_both, here, kept, gone)
		|| remembered('event_people', same_event, here, kept, gone);
	update event_people k set removed_at = case when t.removed_at is null then null else k.removed_at end,
		attendance = case when 'came' in (k.attendance, t.attendance) then 'came' else coalesce(k.attendance, t.attendance) end,
		acquainted_on = case when k.acquainted_at is null then t.acquainted_on else k.acquainted_on end,
		acquainted_how = case when k.acquainted_at is null then t.acquainted_how else k.acquainted_how end,
		acquainted_by = case when k.acquainted_at is null then t.acquainted_by else k.acquainted_by end,
		acquainted_at = coalesce(k.acquainted_at, t.acquainted_at), replied_at = coalesce(k.replied_at, t.replied_at),
		reply = concat_ws(E'\n', nullif(k.reply, ''), nullif(t.reply, '')), offer_id = coalesce(k.offer_id, t.offer_id)
	from event_people t
	where k.organisation_id = here and k.person_id = kept and t.organisation_id = here and t.person_id = gone and t.event_id = k.event_id;
	execute 'delete from event_people t where t.organisation_id = $1 and ' || same_event using here, kept, gone;

	-- Asked twice in one wave: who has not answered is asked no more, and both lines stay. No answer changes its author.
	before := before || remembered('survey_participants', format('((%s) or (%s)) and not t.answered and t.removed_at is null',
		same_wave, same_about), here, kept, gone);
	execute format('update survey_participants t set removed_at = $4 where t.organisation_id = $1 and ((%s) or (%s))
		and not t.answered and t.removed_at is null', same_wave, same_about) using here, kept, gone, at;

	delete from sessions x where x.organisation_id = here and (x.person_id = gone or (gone_account and x.person_id = kept));

	-- Everything else goes over as it is, wherever it lies.
	for p in select * from places_of_people() loop
		stays := case p.place when 'survey_participants.person_id' then same_wave when 'survey_participants.about_id' then same_about
			when 'survey_pseudonyms.person_id' then same_series else 'false' end;
		begin
			execute format('with m as (update %I t set %I = $2 where t.organisation_id = $1 and t.%I = $3 and not (%s)
				returning jsonb_build_object(%s) as key) select jsonb_agg(key) from m', p.tab, p.col, p.col, stays, p.keys)
				into keys using here, kept, gone;
		exception when unique_violation or exclusion_violation then
			-- One of a kind of which nothing is said above: what cannot go over stays where it is, and nothing is lost.
			keys := give_over(p.tab, p.col, p.keys, here, kept, gone);
		end;
		if keys is not null then
			moved := moved || jsonb_build_object('table', p.tab, 'column', p.col, 'keys', keys);
		end if;
	end loop;

	select x.account_id into account from people x where x.organisation_id = here and x.id = case when gone_account then gone else kept end;
	update people x set removed_at = at, merged_into = kept, account_id = null, version = x.version + 1,
		family_name = card->>'family_name', given_name = card->>'given_name', patronymic = card->>'patronymic',
		sex = null, born_on = null, email = null, phone = null, teaching_since = null, note = ''
	where x.organisation_id = here and x.id = gone;
	update people x set family_name = card->>'family_name', given_name = card->>'given_name', patronymic = card->>'patronymic',
		sex = card->>'sex', born_on = (card->>'born_on')::date, email = card->>'email', phone = card->>'phone',
		teaching_since = (card->>'teaching_since')::date, note = card->>'note', account_id = account, version = x.version + 1
	where x.organisation_id = here and x.id = kept;
	return jsonb_build_object('before', before, 'moved', moved);
end $$;
revoke all on function merge_people(uuid, uuid, jsonb, boolean, timestamptz, uuid) from public;
grant execute on function merge_people(uuid, uuid, jsonb, boolean, timestamptz, uuid) to nastavnik_app;

-- One row as it was: put back over what it became, or in again.
create function put_back(tab text, was jsonb) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
	columns text;
	keys text;
	there boolean;
begin
	select string_agg(quote_ident(a.attname), ', ') into columns from pg_attribute a
	where a.attrelid = tab::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';
	select string_agg(format('t.%I = r.%I', a.attname, a.attname), ' and ') into keys
	from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
	where i.indrelid = tab::regclass and i.indisprimary;
	execute format('update %I t set (%s) = (select %s from jsonb_populate_record(null::%I, $1))
		where exists (select from jsonb_populate_record(null::%I, $1) r where %s)', tab, columns, columns, tab, tab, keys) using was;
	execute format('select exists (select from %I t, jsonb_populate_record(null::%I, $1) r where %s)', tab, tab, keys) into there using was;
	if not there then
		execute format('insert into %I (%s) select %s from jsonb_populate_record(null::%I, $1)', tab, columns, columns, tab) using was;
	end if;
end $$;
revoke all on function put_back(text, jsonb) from public;

-- Two entries again, each with what was its own. What was written of the one that stayed since then is its own.
create function unmerge_people(merge uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	here uuid := current_organisation();
	m person_merges;
	k people;
	item jsonb;
	key jsonb;
	matched text;
begin
	select * into m from person_merges x where x.organisation_id = here and x.id = merge and x.undone_at is null for update;
	if not found or m.record = '{}' then return false; end if;
	select * into k from people x where x.organisation_id = here and x.id = m.kept_id and x.merged_into is null and x.erased_at is null
	for update;
	if not found then return false; end if;

	-- First whose it was, then what it was.
	for item in select * from jsonb_array_elements(m.record->'moved') loop
		for key in select * from jsonb_array_elements(item->'keys') loop
			select string_agg(format('t.%I = %L', e.key, e.value), ' and ') into matched from jsonb_each_text(key) e;
			execute format('update %I t set %I = $1 where t.organisation_id = $2 and t.%I = $3 and %s',
				item->>'table', item->>'column', item->>'column', matched) using m.gone_id, here, m.kept_id;
		end loop;
	end loop;
	for item in select x from jsonb_array_elements(m.record->'before') with ordinality as e (x, n)
		where x->>'table' <> 'people' order by (x->'row'->>'person_id' = m.kept_id::text) desc nulls last, n desc
	loop
		perform put_back(item->>'table', item->'row');
	end loop;
	-- The account must be nobody's before it is somebody's again; a card that was changed since stays as it is.
	for item in select x from jsonb_array_elements(m.record->'before') x where x->>'table' = 'people' loop
		if item->'row'->>'id' = m.gone_id::text then
			perform put_back('people', jsonb_set(item->'row', '{version}', to_jsonb(1 + (
				select g.version from people g where g.organisation_id = here and g.id = m.gone_id))));
		elsif (item->'row'->>'version')::int + 1 = k.version then
			perform put_back('people', jsonb_set(item->'row', '{version}', to_jsonb(k.version + 1)));
		else
			update people x set account_id = (item->'row'->>'account_id')::uuid, version = x.version + 1
			where x.organisation_id = here and x.id = m.kept_id;
		end if;
	end loop;
	delete from sessions x where x.organisation_id = here and x.person_id in (m.kept_id, m.gone_id) and not exists (
		select from people p where p.organisation_id = here and p.id = x.person_id and p.account_id = x.account_id);
	return true;
end $$;
revoke all on function unmerge_people(uuid, timestamptz) from public;
grant execute on function unmerge_people(uuid, timestamptz) to nastavnik_app;

-- When a person is erased, entries that were merged into them keep no name either, nor does the record of the merging.
create function forget_merged(person uuid, at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	here uuid := current_organisation();
begin
	if not exists (select from people p where p.organisation_id = here and p.id = person and p.erased_at is not null) then return; end if;
	with recursive gone as (
		select p.id from people p where p.organisation_id = here and p.merged_into = person
		union select p.id from people p join gone g on p.organisation_id = here and p.merged_into = g.id
	), emptied as (
		update person_merges m set record = '{}' where m.organisation_id = here
			and (m.kept_id = person or m.gone_id in (select id from gone))
	)
	update people p set family_name = 'Сведения', given_name = 'удалены', patronymic = '', erased_at = coalesce(p.erased_at, at),
		version = p.version + 1
	where p.organisation_id = here and p.id in (select id from gone);
end $$;
revoke all on function forget_merged(uuid, timestamptz) from public;
grant execute on function forget_merged(uuid, timestamptz) to nastavnik_app;
