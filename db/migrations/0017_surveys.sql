-- ───────────────────────────────────────────────────────────── questionnaires
-- What is asked. A published wording is never changed: answers point at it; the next one derives from it.
create table questionnaires (
	organisation_id uuid not null references organisations,
	id uuid not null,
	library text, -- which of the program's own it began with
	draft jsonb not null, -- what the editor holds: surveys/rules/questionnaire.ts
	added_at timestamptz not null,
	added_by uuid not null,
	removed_at timestamptz,
	version int not null default 1,
	primary key (organisation_id, id),
	foreign key (organisation_id, added_by) references people
);

create table questionnaire_versions (
	organisation_id uuid not null references organisations,
	id uuid not null,
	questionnaire_id uuid not null,
	number int not null check (number > 0),
	derived_from uuid,
	content jsonb not null,
	content_hash bytea not null,
	published_at timestamptz not null,
	published_by uuid not null,
	primary key (organisation_id, id),
	unique (organisation_id, questionnaire_id, number),
	foreign key (organisation_id, questionnaire_id) references questionnaires,
	foreign key (organisation_id, derived_from) references questionnaire_versions,
	foreign key (organisation_id, published_by) references people
);

-- ───────────────────────────────────────────────────────────── waves
-- One asking of one wording. State is what happened: opened, closed, removed.
create table survey_waves (
	organisation_id uuid not null references organisations,
	id uuid not null,
	version_id uuid not null,
	series_id uuid not null, -- the first of the waves compared with one another; that one points at itself
	stage text check (stage in ('before', 'after')), -- of a series «до – после»
	title text not null check (title <> ''),
	words text not null default '', -- what is said to those who answer
	identity text not null check (identity in ('named', 'pseudonymous', 'anonymous')),
	readers text[] not null check (readers <> '{}'), -- roles that may read the answers; told to those who answer
	opens_on date not null,
	closes_on date not null, -- the last day
	conclusion text not null default '', -- of the report
	added_at timestamptz not null,
	added_by uuid not null,
	opened_at timestamptz,
	opened_by uuid,
	closed_at timestamptz,
	closed_by uuid,
	removed_at timestamptz,
	version int not null default 1,
	primary key (organisation_id, id),
	foreign key (organisation_id, version_id) references questionnaire_versions,
	foreign key (organisation_id, series_id) references survey_waves,
	foreign key (organisation_id, added_by) references people,
	foreign key (organisation_id, opened_by) references people,
	foreign key (organisation_id, closed_by) references people,
	constraint ends_after_it_begins check (closes_on >= opens_on),
	constraint opened_by_somebody check ((opened_at is null) = (opened_by is null)),
	constraint closed_after_it_was_opened check (closed_at is null or opened_at is not null)
);
create index on survey_waves (organisation_id, version_id);
create index on survey_waves (organisation_id, series_id);

-- Who is asked, and whether they have answered: without a time, since a time would lead from an answer to its author.
create table survey_participants (
	organisation_id uuid not null references organisations,
	id uuid not null,
	wave_id uuid not null,
	person_id uuid not null,
	about_id uuid, -- the other of a pair, where one answers about somebody
	answered boolean not null default false,
	removed_at timestamptz,
	primary key (organisation_id, id),
	unique nulls not distinct (organisation_id, wave_id, person_id, about_id),
	foreign key (organisation_id, wave_id) references survey_waves,
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, about_id) references people,
	constraint about_somebody_else check (about_id <> person_id)
);
create index on survey_participants (organisation_id, person_id);

-- A personal address, or the code of a printed sheet; only its hash is kept.
create table survey_links (
	organisation_id uuid not null references organisations,
	id uuid not null,
	participant_id uuid not null,
	token_hash bytea not null,
	issued_at timestamptz not null,
	revoked_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, participant_id) references survey_participants
);
create index on survey_links (token_hash);
create index on survey_links (organisation_id, participant_id);

-- ───────────────────────────────────────────────────────────── answers with a name
create table survey_answers (
	organisation_id uuid not null references organisations,
	id uuid not null,
	participant_id uuid not null,
	answers jsonb not null, -- code of a question → what was answered: surveys/rules/answers.ts
	how text not null check (how in ('program', 'link', 'paper')),
	answered_at timestamptz not null,
	entered_by uuid, -- from a paper sheet, or at the person's word
	version int not null default 1,
	primary key (organisation_id, id),
	unique (organisation_id, participant_id),
	foreign key (organisation_id, participant_id) references survey_participants,
	foreign key (organisation_id, entered_by) references people
);

-- Saved while one types, of named waves only: a draft kept here would lead to the author of unnamed answers.
create table survey_drafts (
	organisation_id uuid not null references organisations,
	participant_id uuid not null,
	answers jsonb not null,
	saved_at timestamptz not null,
	primary key (organisation_id, participant_id),
	foreign key (organisation_id, participant_id) references survey_participants
);

create table survey_answer_files (
	organisation_id uuid not null references organisations,
	id uuid not null,
	participant_id uuid not null,
	question text not null,
	file_id uuid not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, participant_id) references survey_participants,
	foreign key (organisation_id, file_id) references files
);
create index on survey_answer_files (organisation_id, participant_id);

-- ───────────────────────────────────────────────────────────── answers without one
-- The serving role can neither write these nor read whose pseudonym is whose: answer_unnamed() alone does.
create table survey_pseudonyms (
	organisation_id uuid not null references organisations,
	series_id uuid not null,
	person_id uuid not null,
	pseudonym uuid not null,
	primary key (organisation_id, series_id, person_id),
	foreign key (organisation_id, series_id) references survey_waves,
	foreign key (organisation_id, person_id) references people
);

create table survey_unnamed_answers (
	organisation_id uuid not null references organisations,
	id uuid not null, -- random: one that is made from the clock would tell the time
	wave_id uuid not null,
	pseudonym uuid, -- null: anonymous
	answers jsonb not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, wave_id) references survey_waves
);
create index on survey_unnamed_answers (organisation_id, wave_id, id);

-- ───────────────────────────────────────────────────────────── walls
alter table questionnaires enable row level security, force row level security;
alter table questionnaire_versions enable row level security, force row level security;
alter table survey_waves enable row level security, force row level security;
alter table survey_participants enable row level security, force row level security;
alter table survey_links enable row level security, force row level security;
alter table survey_answers enable row level security, force row level security;
alter table survey_drafts enable row level security, force row level security;
alter table survey_answer_files enable row level security, force row level security;
alter table survey_pseudonyms enable row level security, force row level security;
alter table survey_unnamed_answers enable row level security, force row level security;

create policy own_organisation on questionnaires using (organisation_id = current_organisation());
create policy own_organisation on questionnaire_versions using (organisation_id = current_organisation());
create policy own_organisation on survey_waves using (organisation_id = current_organisation());
create policy own_organisation on survey_participants using (organisation_id = current_organisation());
create policy own_organisation on survey_links using (organisation_id = current_organisation());
create policy own_organisation on survey_answers using (organisation_id = current_organisation());
create policy own_organisation on survey_drafts using (organisation_id = current_organisation());
create policy own_organisation on survey_answer_files using (organisation_id = current_organisation());
create policy own_organisation on survey_pseudonyms using (organisation_id = current_organisation());

-- Unnamed answers are read when the wave is closed and no fewer than five have answered: fewer would be guessed.
create function waves_to_read() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
	select w.id from survey_waves w
	where w.organisation_id = current_organisation() and w.closed_at is not null
		and 5 <= (
			select count(*) from (
				select from survey_unnamed_answers a
				where a.organisation_id = w.organisation_id and a.wave_id = w.id limit 5) enough)
$$;
create policy own_organisation on survey_unnamed_answers
	using (organisation_id = current_organisation() and wave_id in (select waves_to_read()));

grant select, insert on questionnaires, questionnaire_versions, survey_waves, survey_participants, survey_links,
	survey_answers, survey_drafts, survey_answer_files to nastavnik_app;
grant select on survey_unnamed_answers to nastavnik_app;
grant update (draft, removed_at, version) on questionnaires to nastavnik_app;
grant update (version_id, series_id, stage, title, words, identity, readers, opens_on, closes_on, conclusion, opened_at,
	opened_by, closed_at, closed_by, removed_at, version) on survey_waves to nastavnik_app;
grant update (answered, removed_at) on survey_participants to nastavnik_app;
grant update (revoked_at) on survey_links to nastavnik_app;
grant update (answers, how, answered_at, entered_by, version) on survey_answers to nastavnik_app;
grant update (answers, saved_at) on survey_drafts to nastavnik_app;
grant delete on survey_drafts, survey_answer_files to nastavnik_app;

-- Takes in one person's answers without their name. Up to seven earlier ones, taken at random, are written again beside
-- them in shuffled order: neither the order of rows nor a transaction leads from whoever has answered to an answer.
-- False: has answered already, is no longer asked, or the wave takes no unnamed answers now.
create function answer_unnamed(participant uuid, given jsonb) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	who record;
	mine uuid;
	few boolean;
	from_here uuid := gen_random_uuid();
begin
	select p.wave_id, p.person_id, w.identity, w.series_id into who
	from survey_participants p
	join survey_waves w on w.organisation_id = p.organisation_id and w.id = p.wave_id
	where p.organisation_id = current_organisation() and p.id = participant and not p.answered and p.removed_at is null
		and w.identity <> 'named' and w.opened_at is not null and w.closed_at is null and w.removed_at is null
	for update of p for share of w;
	if not found then
		return false;
	end if;
	update survey_participants set answered = true
	where organisation_id = current_organisation() and id = participant;

	if who.identity = 'pseudonymous' then
		insert into survey_pseudonyms values (current_organisation(), who.series_id, who.person_id, gen_random_uuid())
		on conflict do nothing;
		select s.pseudonym into mine from survey_pseudonyms s
		where s.organisation_id = current_organisation() and s.series_id = who.series_id and s.person_id = who.person_id;
	end if;

	-- While there are few, they come one after another, so that none is ever written alone.
	select count(*) < 64 into few from (
		select from survey_unnamed_answers a
		where a.organisation_id = current_organisation() and a.wave_id = who.wave_id limit 64) kept;
	if few then
		perform pg_advisory_xact_lock(hashtextextended(who.wave_id::text, 0));
	end if;

	with near as (
		select id from (
			select a.id from survey_unnamed_answers a
			where a.organisation_id = current_organisation() and a.wave_id = who.wave_id and a.id >= from_here
			order by a.id limit 7 for update skip locked) onwards
		union all
		select id from (
			select a.id from survey_unnamed_answers a
			where a.organisation_id = current_organisation() and a.wave_id = who.wave_id and a.id < from_here
			order by a.id limit 7 for update skip locked) from_the_start
		limit 7
	), taken as (
		delete from survey_unnamed_answers a using near
		where a.organisation_id = current_organisation() and a.id = near.id
		returning a.pseudonym, a.answers
	)
	insert into survey_unnamed_answers
	select current_organisation(), gen_random_uuid(), who.wave_id, written.pseudonym, written.answers
	from (select taken.pseudonym, taken.answers from taken union all select mine, given) written
	order by random();
	return true;
end $$;

-- ───────────────────────────────────────────────────────────── before sign-in
-- Whom a personal address asks: found by its hash, in whichever organisation.
create function survey_link_participant(hash bytea) returns table (
	organisation_id uuid, participant_id uuid, person_id uuid, organisation text, kind text, time_zone text)
language sql stable security definer set search_path = public, pg_temp as $$
	select l.organisation_id, l.participant_id, p.person_id, o.name, o.kind, o.time_zone
	from survey_links l
	join survey_participants p on p.organisation_id = l.organisation_id and p.id = l.participant_id
	join survey_waves w on w.organisation_id = p.organisation_id and w.id = p.wave_id
	join organisations o on o.organisation_id = l.organisation_id
	where l.token_hash = survey_link_participant.hash and l.revoked_at is null and p.removed_at is null
		and w.opened_at is not null and w.removed_at is null
$$;

revoke all on function waves_to_read(), answer_unnamed(uuid, jsonb), survey_link_participant(bytea) from public;
grant execute on function waves_to_read(), answer_unnamed(uuid, jsonb), survey_link_participant(bytea) to nastavnik_app;
