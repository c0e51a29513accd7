-- ───────────────────────────────────────────────────────────── mentorships
-- «Пара»: a mentor and a mentee, a triad, a chain, a group. It belongs to the mentee's organisation. How it stands is reckoned from its steps
-- (mentorships/rules/life.ts) and never stored.
create table mentorships (
	organisation_id uuid not null references organisations,
	id uuid not null,
	kind text not null check (kind in ('one-to-one', 'group', 'virtual', 'short-term', 'reverse', 'situational', 'speed')),
	form text not null check (form in ('pair', 'one-to-two', 'two-to-one', 'chain', 'group')),
	content text not null default '', -- what the mentor does, as the agreement says it (ст. 351.8 ТК РФ, ч. 2)
	in_job_function boolean not null default false, -- helping newcomers stands in the mentor's contract already: no agreement is made
	not_employee boolean not null default false, -- the mentee is a practising student: ст. 351.8 does not apply
	made_at timestamptz not null,
	made_by uuid not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, made_by) references people
);

-- An order typed in as the secretary numbered it; one order settles many mentorships.
create table mentorship_orders (
	organisation_id uuid not null references organisations,
	id uuid not null,
	act_kind text not null check (act_kind in ('order', 'directive')), -- приказ, распоряжение
	series text not null check (series in ('main', 'staff')), -- по основной деятельности, по личному составу
	number text not null check (number <> ''),
	signed_on date not null,
	registered_at timestamptz not null,
	registered_by uuid not null,
	withdrawn_at timestamptz, -- none of its steps stands any more
	primary key (organisation_id, id),
	foreign key (organisation_id, registered_by) references people
);
create index on mentorship_orders (organisation_id, signed_on);

-- What happened to a mentorship, in order. Nothing is written over: what was recorded by mistake is undone, the latest act first.
create table mentorship_steps (
	organisation_id uuid not null,
	id uuid not null,
	mentorship_id uuid not null,
	act_id uuid not null, -- what was done in one sitting is undone in one
	position int not null check (position > 0),
	what text not null check (what in ('proposed', 'accepted', 'declined', 'agreement', 'ordered', 'allowed', 'suspended', 'resumed',
		'extended', 'replaced', 'joined', 'left', 'completed', 'ended', 'dropped')),
	on_date date not null, -- the day it holds from; of an ending, the last day
	person_id uuid, -- whose word, whose agreement, who came or went
	how text check (how in ('program', 'words')), -- said by themselves, or «со слов»
	term daterange check (not isempty(term) and not lower_inf(term) and not upper_inf(term)), -- the term from now on, where the step changes it
	order_id uuid,
	number text not null default '', -- of an agreement
	pay text not null default '', -- its size and ground, in words
	reason text check (reason in ('goals-met', 'mutual', 'mentor-refused', 'employer', 'mentee-wish', 'left-work', 'moved', 'sick-leave', 'parental-leave',
		'vacation', 'trip', 'circumstances', 'no-time', 'agreed-otherwise', 'term-over', 'mistake')),
	noticed_on date, -- the employer's notice of an early ending (ст. 351.8 ТК РФ, ч. 4)
	words text not null default '', -- neutral: may stand in a paper
	recorded_at timestamptz not null,
	recorded_by uuid not null,
	undone_at timestamptz,
	undone_by uuid,
	primary key (organisation_id, id),
	unique (organisation_id, mentorship_id, position),
	foreign key (organisation_id, mentorship_id) references mentorships,
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, order_id) references mentorship_orders,
	foreign key (organisation_id, recorded_by) references people,
	foreign key (organisation_id, undone_by) references people,
	constraint ordered_by_an_order check ((what = 'ordered') = (order_id is not null)),
	constraint a_word_is_given_somehow check ((what in ('accepted', 'declined')) = (how is not null)),
	constraint begins_with_a_term check (what not in ('proposed', 'extended') or term is not null),
	constraint undone_by_somebody check ((undone_at is null) = (undone_by is null))
);
create index on mentorship_steps (organisation_id, order_id) where order_id is not null;

-- Why, as it was told in confidence: only the curator reads it, and no paper does.
create table mentorship_confidences (
	organisation_id uuid not null,
	step_id uuid not null,
	words text not null check (words <> ''),
	primary key (organisation_id, step_id),
	foreign key (organisation_id, step_id) references mentorship_steps
);

-- Who leads whom, from which day to which. A triad is two rows, a chain is a row from each to the next.
create table mentorship_pairs (
	organisation_id uuid not null,
	id uuid not null,
	mentorship_id uuid not null,
	mentor_id uuid not null,
	mentee_id uuid not null,
	period daterange not null check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
	temporary boolean not null default false, -- stands in for another
	joined_step uuid not null,
	left_step uuid, -- left before the term was over
	void boolean not null default false, -- declined or taken back: says whom it was about, and binds nobody
	removed_at timestamptz, -- the step that made it was undone
	primary key (organisation_id, id),
	foreign key (organisation_id, mentorship_id) references mentorships,
	foreign key (organisation_id, mentor_id) references people,
	foreign key (organisation_id, mentee_id) references people,
	foreign key (organisation_id, joined_step) references mentorship_steps,
	foreign key (organisation_id, left_step) references mentorship_steps,
	constraint nobody_mentors_themselves check (removed_at is not null or mentor_id <> mentee_id),
	constraint one_pair_once_at_a_time exclude using gist
		(organisation_id with =, mentor_id with =, mentee_id with =, period with &&) where (removed_at is null and not void)
);
create index on mentorship_pairs (organisation_id, mentorship_id);
create index on mentorship_pairs (organisation_id, mentor_id);
create index on mentorship_pairs (organisation_id, mentee_id);

-- Whether one's own line manager may be the mentor: the school decides (a warning unless it has forbidden it).
create table mentorship_settings (
	organisation_id uuid primary key references organisations,
	line_manager_forbidden boolean not null default false,
	version int not null default 1
);

-- «Вошёл в программу» is kept by the mentorship where there is one.
alter table programme_periods add column mentorship_id uuid;
alter table programme_periods add foreign key (organisation_id, mentorship_id) references mentorships;
create index on programme_periods (organisation_id, mentorship_id) where mentorship_id is not null;

-- A line of the plan may be done for one mentorship: it is then one of the many.
alter table coverings add column mentorship_id uuid;
alter table coverings add foreign key (organisation_id, mentorship_id) references mentorships;
alter table coverings drop constraint one_of_the_many;
alter table coverings add constraint one_of_the_many check (num_nonnulls(person_id, unit_id, mentorship_id) = 1);
drop index covered_once;
create unique index covered_once on coverings (organisation_id, occurrence_id, coalesce(person_id, unit_id, mentorship_id))
	where withdrawn_at is null;

-- What concerns one person is told at once, and mailed where they want letters.
alter table letters drop constraint letters_kind_check;
alter table letters add constraint letters_kind_check check (kind in ('digest', 'deadlines', 'confirmation', 'note'));

-- ───────────────────────────────────────────────────────────── walls
alter table mentorships enable row level security, force row level security;
alter table mentorship_orders enable row level security, force row level security;
alter table mentorship_steps enable row level security, force row level security;
alter table mentorship_confidences enable row level security, force row level security;
alter table mentorship_pairs enable row level security, force row level security;
alter table mentorship_settings enable row level security, force row level security;

create policy own_organisation on mentorships using (organisation_id = current_organisation());
create policy own_organisation on mentorship_orders using (organisation_id = current_organisation());
create policy own_organisation on mentorship_steps using (organisation_id = current_organisation());
create policy own_organisation on mentorship_confidences using (organisation_id = current_organisation());
create policy own_organisation on mentorship_pairs using (organisation_id = current_organisation());
create policy own_organisation on mentorship_settings using (organisation_id = current_organisation());

grant select, insert on mentorships, mentorship_orders, mentorship_steps, mentorship_confidences, mentorship_pairs,
	mentorship_settings to nastavnik_app;
grant update (form, content, in_job_function, not_employee) on mentorships to nastavnik_app;
grant update (withdrawn_at) on mentorship_orders to nastavnik_app;
grant update (undone_at, undone_by, words, pay) on mentorship_steps to nastavnik_app; -- words go when a person is erased
grant delete on mentorship_confidences to nastavnik_app;
grant update (period, left_step, void, removed_at) on mentorship_pairs to nastavnik_app;
grant update (line_manager_forbidden, version) on mentorship_settings to nastavnik_app;
grant update (mentorship_id) on programme_periods to nastavnik_app;

-- ───────────────────────────────────────────────────────────── two entries of one person
-- What one person has once, said within the function that stands: two rows of one pair become one, a pair with oneself goes.
do $patch$
declare
	body text := pg_get_functiondef('merge_people(uuid, uuid, jsonb, boolean, timestamptz, uuid)'::regprocedure);
	place text := '	-- Asked twice in one wave';
begin
	if position(place in body) = 0 then raise exception 'merge_people is not as it was'; end if;
	execute replace(body, place, $sql$	-- Led by one mentor twice at a time, or by oneself: one row of the pair stays.
	before := before || remembered('mentorship_pairs', 't.removed_at is null and (t.mentor_id in ($2, $3) and t.mentee_id in ($2, $3)
		or t.mentor_id = $3 and exists (select from mentorship_pairs k where k.organisation_id = $1 and k.mentor_id = $2
			and k.mentee_id = t.mentee_id and k.period && t.period and k.removed_at is null)
		or t.mentee_id = $3 and exists (select from mentorship_pairs k where k.organisation_id = $1 and k.mentee_id = $2
			and k.mentor_id = t.mentor_id and k.period && t.period and k.removed_at is null))', here, kept, gone);
	update mentorship_pairs t set removed_at = at
	where t.organisation_id = here and t.removed_at is null and (t.mentor_id in (kept, gone) and t.mentee_id in (kept, gone)
		or t.mentor_id = gone and exists (select from mentorship_pairs k where k.organisation_id = here and k.mentor_id = kept
			and k.mentee_id = t.mentee_id and k.period && t.period and k.removed_at is null)
		or t.mentee_id = gone and exists (select from mentorship_pairs k where k.organisation_id = here and k.mentee_id = kept
			and k.mentor_id = t.mentor_id and k.period && t.period and k.removed_at is null));

$sql$ || place);
end $patch$;
