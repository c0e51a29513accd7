-- ───────────────────────────────────────────────────────────── those without a mentor
-- What was done for somebody who has no mentor yet: the search goes on, support is asked about and begun, the network is asked. Each is a fact.
create table search_facts (
	organisation_id uuid not null references organisations,
	id uuid not null,
	person_id uuid not null,
	what text not null check (what in ('searched', 'support-offered', 'support-wanted', 'support-declined', 'support-begun', 'support-ended')),
	on_date date not null,
	note text not null default '',
	recorded_at timestamptz not null,
	recorded_by uuid not null,
	undone_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, recorded_by) references people
);
create index on search_facts (organisation_id, person_id);

-- A request to the network of mentors: what kind of help is looked for, without a name. Organisations above see it and answer.
create table mentor_searches (
	organisation_id uuid not null references organisations,
	id uuid not null,
	person_id uuid not null, -- seen by one's own organisation alone
	subject text not null check (subject <> ''),
	words text not null default '',
	format text not null default '',
	asked_on date not null,
	asked_at timestamptz not null,
	asked_by uuid not null,
	closed_on date,
	closed_because text check (closed_because in ('found-here', 'found-there', 'no-need')),
	closed_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, asked_by) references people,
	constraint closed_whole check (num_nonnulls(closed_on, closed_because, closed_at) in (0, 3))
);
create unique index one_open_search on mentor_searches (organisation_id, person_id) where closed_at is null;

-- What an organisation above answered: whose mentor, and how to reach them. The request is another organisation's row: the link is not enforced.
create table mentor_search_answers (
	organisation_id uuid not null references organisations, -- who answers
	id uuid not null,
	asker_id uuid not null,
	search_id uuid not null,
	words text not null check (words <> ''),
	answered_at timestamptz not null,
	answered_by uuid not null,
	removed_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, answered_by) references people
);
create index on mentor_search_answers (asker_id, search_id);

alter table search_facts enable row level security, force row level security;
alter table mentor_searches enable row level security, force row level security;
alter table mentor_search_answers enable row level security, force row level security;
create policy own_organisation on search_facts using (organisation_id = current_organisation());
create policy own_organisation on mentor_searches using (organisation_id = current_organisation());
create policy own_organisation on mentor_search_answers using (organisation_id = current_organisation());
-- An answer is for whoever asked.
create policy to_the_asker on mentor_search_answers for select using (asker_id = current_organisation());

grant select, insert on search_facts, mentor_searches, mentor_search_answers to nastavnik_app;
grant update (undone_at, note) on search_facts to nastavnik_app;
grant update (words, closed_on, closed_because, closed_at) on mentor_searches to nastavnik_app;
grant update (removed_at) on mentor_search_answers to nastavnik_app;

-- Open requests of those below: which organisation, what is looked for, since when. Nothing leads to a person.
create function searches_below() returns table (asker uuid, id uuid, name text, kind text, subject text, words text, format text, asked_on date)
language sql stable security definer set search_path = public, pg_temp as $$
	select s.organisation_id, s.id, o.name, o.kind, s.subject, s.words, s.format, s.asked_on
	from mentor_searches s
	join organisations o on o.organisation_id = s.organisation_id
	where s.closed_at is null and stands_below(s.organisation_id)
	order by s.asked_on, s.id
$$;
revoke all on function searches_below() from public;
grant execute on function searches_below() to nastavnik_app;

-- ───────────────────────────────────────────────────────────── two entries of one person
do $patch$
declare
	body text := pg_get_functiondef('merge_people(uuid, uuid, jsonb, boolean, timestamptz, uuid)'::regprocedure);
	place text := '	-- Asked twice in one wave';
begin
	if position(place in body) = 0 then raise exception 'merge_people is not as it was'; end if;
	execute replace(body, place, $sql$	-- Looked for twice: one search goes on.
	before := before || remembered('mentor_searches', 't.person_id = $3 and t.closed_at is null and exists (select from mentor_searches k
		where k.organisation_id = $1 and k.person_id = $2 and k.closed_at is null)', here, kept, gone);
	update mentor_searches t set closed_at = at, closed_on = at::date, closed_because = 'no-need'
	where t.organisation_id = here and t.person_id = gone and t.closed_at is null and exists (select from mentor_searches k
		where k.organisation_id = here and k.person_id = kept and k.closed_at is null);

$sql$ || place);
end $patch$;
