-- ───────────────────────────────────────────────────────────── «Встречи»
-- A meeting of a mentorship: what it is, the day it is planned for, the day it was held on. Facts alone stand here and are counted;
-- words lie in tables of their own behind walls of their own. How it stands follows from its days (meetings/rules/meeting.ts).
create table meetings (
	organisation_id uuid not null references organisations,
	id uuid not null,
	mentorship_id uuid not null,
	kind text not null check (kind in ('first', 'planning', 'regular', 'final', 'group-final')),
	planned_on date,
	starts_at text check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
	lasts int not null default 45 check (lasts between 5 and 1440), -- minutes
	place text not null default '',
	topic text not null default '',
	held_on date,
	format text check (format in ('in-person', 'distance', 'visit')),
	missed text check (missed in ('ill', 'busy', 'lessons', 'moved', 'other')), -- did not take place, and why
	cancelled_on date,
	goal text check (goal in ('reached', 'partly', 'not-reached')), -- of a final one: what became of what was meant
	how text not null default 'program' check (how in ('program', 'words')), -- written by the two themselves, or «со слов»
	together uuid, -- a final one of several mentorships at once
	removed_at timestamptz, -- what made it was undone
	version int not null default 1,
	made_at timestamptz not null,
	made_by uuid not null,
	changed_at timestamptz not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, mentorship_id) references mentorships,
	foreign key (organisation_id, made_by) references people,
	constraint has_a_day check (planned_on is not null or held_on is not null),
	constraint stands_one_way check (num_nonnulls(held_on, missed, cancelled_on) <= 1),
	constraint held_somehow check ((held_on is null) = (format is null)),
	constraint reached_at_the_end check (goal is null or kind in ('final', 'group-final') and held_on is not null)
);
create index on meetings (organisation_id, mentorship_id);

-- What was done to meetings in one sitting, with the facts as they stood before: it is taken back whole, the latest first.
create table meeting_changes (
	organisation_id uuid not null,
	id uuid not null,
	act_id uuid not null,
	meeting_id uuid not null,
	what text not null check (what in ('planned', 'moved', 'cancelled', 'recorded', 'corrected', 'removed')),
	before jsonb, -- null: it was made by this
	made_at timestamptz not null,
	made_by uuid not null,
	undone_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, meeting_id) references meetings,
	foreign key (organisation_id, made_by) references people
);
create index on meeting_changes (organisation_id, meeting_id);
create index on meeting_changes (organisation_id, act_id);

-- Who was to come to a meeting that was written down, who came, and on which day they said how it was.
create table meeting_people (
	organisation_id uuid not null,
	id uuid not null,
	meeting_id uuid not null,
	act_id uuid not null,
	person_id uuid not null,
	side text not null check (side in ('mentor', 'mentee')),
	came boolean not null,
	answered_on date,
	undone_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, meeting_id) references meetings,
	foreign key (organisation_id, person_id) references people
);
create index on meeting_people (organisation_id, meeting_id);
create index on meeting_people (organisation_id, person_id);

-- «Для журнала»: read by the two and by those who lead pairs. Written anew at each correction, nothing is written over.
create table meeting_records (
	organisation_id uuid not null,
	id uuid not null,
	meeting_id uuid not null,
	act_id uuid not null,
	works text not null default '',
	difficulty text not null default '',
	next_step text not null default '',
	written_at timestamptz not null,
	written_by uuid not null,
	undone_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, meeting_id) references meetings,
	foreign key (organisation_id, written_by) references people
);
create index on meeting_records (organisation_id, meeting_id);

-- «Только для нас»: read by those who were there, and by nobody else.
create table meeting_confidences (
	organisation_id uuid not null,
	id uuid not null,
	meeting_id uuid not null,
	act_id uuid not null,
	words text not null check (words <> ''),
	written_at timestamptz not null,
	written_by uuid not null,
	undone_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, meeting_id) references meetings,
	foreign key (organisation_id, written_by) references people
);
create index on meeting_confidences (organisation_id, meeting_id);

-- How it was for each of them: one of three answers, and words for the curator, for the other one only where `shared`.
create table meeting_feedback (
	organisation_id uuid not null,
	id uuid not null,
	meeting_id uuid not null,
	act_id uuid not null,
	person_id uuid not null,
	answer text not null check (answer in ('helped', 'partly', 'not-helped')),
	words text not null default '',
	ready boolean, -- after the first one: ready to go on together
	shared boolean not null default false,
	how text not null check (how in ('program', 'words')),
	given_at timestamptz not null,
	given_by uuid not null,
	undone_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, meeting_id) references meetings,
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, given_by) references people
);
create index on meeting_feedback (organisation_id, meeting_id);
create index on meeting_feedback (organisation_id, person_id);

-- Reminders: no more than one a person a week. Nobody's name: the program's own.
create table meeting_nudges (
	organisation_id uuid not null,
	id uuid not null,
	mentorship_id uuid not null,
	person_id uuid not null,
	about text not null check (about in ('quiet', 'feedback', 'readiness', 'plan')),
	sent_on date not null,
	sent_at timestamptz not null,
	sent_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, mentorship_id) references mentorships,
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, sent_by) references people
);
create index on meeting_nudges (organisation_id, person_id, sent_on);
create index on meeting_nudges (organisation_id, mentorship_id);

-- How often pairs meet: the school's own Положение says.
create table meeting_settings (
	organisation_id uuid primary key references organisations,
	cadence int not null default 14 check (cadence between 7 and 60), -- days from one to the next, at most
	version int not null default 1
);

-- ───────────────────────────────────────────────────────────── walls
create function in_mentorship(mentorship uuid) returns boolean language sql stable as $$
	select exists (select from mentorship_pairs t where t.organisation_id = current_organisation()
		and t.mentorship_id = mentorship and t.removed_at is null and current_person() in (t.mentor_id, t.mentee_id))
$$;
create function in_meeting(meeting uuid) returns boolean language sql stable as $$
	select exists (select from meetings m where m.organisation_id = current_organisation() and m.id = meeting
		and in_mentorship(m.mentorship_id))
$$;
create function came_to(meeting uuid) returns boolean language sql stable as $$
	select exists (select from meeting_people p where p.organisation_id = current_organisation() and p.meeting_id = meeting
		and p.person_id = current_person() and p.came)
$$;

alter table meetings enable row level security, force row level security;
alter table meeting_changes enable row level security, force row level security;
alter table meeting_people enable row level security, force row level security;
alter table meeting_records enable row level security, force row level security;
alter table meeting_confidences enable row level security, force row level security;
alter table meeting_feedback enable row level security, force row level security;
alter table meeting_nudges enable row level security, force row level security;
alter table meeting_settings enable row level security, force row level security;

create policy own_organisation on meetings using (organisation_id = current_organisation());
create policy own_organisation on meeting_changes using (organisation_id = current_organisation());
create policy own_organisation on meeting_people using (organisation_id = current_organisation());
create policy own_organisation on meeting_nudges using (organisation_id = current_organisation());
create policy own_organisation on meeting_settings using (organisation_id = current_organisation());
create policy own_organisation on meeting_records using (organisation_id = current_organisation()
	and (in_meeting(meeting_id) or has_held('curator') or has_held('director')));
create policy own_organisation on meeting_confidences using (organisation_id = current_organisation() and came_to(meeting_id));
-- A curator who is herself the mentor does not read what was said of her.
create policy own_organisation on meeting_feedback using (organisation_id = current_organisation()
	and (person_id = current_person() or (case when in_meeting(meeting_id) then shared else has_held('curator') or has_held('director') end)));

grant select, insert on meetings, meeting_changes, meeting_people, meeting_records, meeting_confidences, meeting_feedback,
	meeting_nudges, meeting_settings to nastavnik_app;
grant update (kind, planned_on, starts_at, lasts, place, topic, held_on, format, missed, cancelled_on, goal, how, removed_at, version,
	changed_at) on meetings to nastavnik_app;
grant update (undone_at) on meeting_changes, meeting_records, meeting_confidences, meeting_feedback to nastavnik_app;
grant update (undone_at, answered_on) on meeting_people to nastavnik_app;
grant update (cadence, version) on meeting_settings to nastavnik_app;

-- Whether everybody who came to a meeting has said that they are ready: who has said no, is not told by it.
create function everybody_ready(meeting uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
	select coalesce(bool_and(exists (select from meeting_feedback f where f.organisation_id = p.organisation_id
		and f.meeting_id = p.meeting_id and f.person_id = p.person_id and f.undone_at is null and f.ready)), false)
	from meeting_people p
	where p.organisation_id = current_organisation() and p.meeting_id = meeting and p.undone_at is null and p.came
$$;
revoke all on function everybody_ready(uuid) from public;
grant execute on function everybody_ready(uuid) to nastavnik_app;

-- What is taken back with an act goes whole, whoever may read it.
create function undo_meeting_words(act uuid, at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
	update meeting_records set undone_at = at where organisation_id = current_organisation() and act_id = act and undone_at is null;
	update meeting_confidences set undone_at = at where organisation_id = current_organisation() and act_id = act and undone_at is null;
	update meeting_people set undone_at = at where organisation_id = current_organisation() and act_id = act and undone_at is null;
	update meeting_feedback f set undone_at = at where f.organisation_id = current_organisation() and f.undone_at is null
		and f.meeting_id in (select c.meeting_id from meeting_changes c where c.organisation_id = f.organisation_id and c.act_id = act
			and c.what = 'recorded' and c.made_at <= f.given_at);
end $$;
revoke all on function undo_meeting_words(uuid, timestamptz) from public;
grant execute on function undo_meeting_words(uuid, timestamptz) to nastavnik_app;

-- With a name go the words of meetings of that person, whoever may read them.
create function forget_meetings(person uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	here uuid := current_organisation();
	theirs uuid[];
begin
	if not exists (select from people p where p.organisation_id = here and p.id = person and p.erased_at is not null) then return; end if;
	select array_agg(distinct m.id) into theirs from meetings m, mentorship_pairs t
	where m.organisation_id = here and t.organisation_id = here and t.mentorship_id = m.mentorship_id
		and person in (t.mentor_id, t.mentee_id);
	update meetings set topic = '', place = '' where organisation_id = here and id = any (theirs);
	update meeting_records set works = '', difficulty = '', next_step = '' where organisation_id = here and meeting_id = any (theirs);
	delete from meeting_confidences where organisation_id = here and meeting_id = any (theirs);
	update meeting_feedback set words = '' where organisation_id = here and meeting_id = any (theirs);
	update meeting_changes set before = before - 'topic' - 'place' where organisation_id = here and meeting_id = any (theirs)
		and before is not null;
end $$;
revoke all on function forget_meetings(uuid) from public;
grant execute on function forget_meetings(uuid) to nastavnik_app;
