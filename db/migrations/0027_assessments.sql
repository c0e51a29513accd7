-- ───────────────────────────────────────────────────────────── who looks at whom
-- An assessment by parameters is a wave in which each answers about a person. `eyes`: as whom; null in other waves.
alter table survey_participants
	add column eyes text check (eyes in ('self', 'mentor', 'mentee', 'director', 'psychologist', 'observer')),
	add constraint eyes_on_somebody check (eyes is null or (eyes = 'self') = (about_id is null));
grant update (eyes) on survey_participants to nastavnik_app;

-- What the school decided to show to the one who was assessed: the numbers of this wave. Taken back: another thing that
-- happened. Words said beside the numbers are never shown to them.
create table assessment_showings (
	organisation_id uuid not null references organisations,
	id uuid not null,
	act_id uuid not null, -- those shown together
	wave_id uuid not null,
	subject_id uuid not null,
	shown_at timestamptz not null,
	shown_by uuid not null,
	hidden_at timestamptz,
	hidden_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, wave_id) references survey_waves,
	foreign key (organisation_id, subject_id) references people,
	foreign key (organisation_id, shown_by) references people,
	foreign key (organisation_id, hidden_by) references people,
	constraint hidden_by_somebody check ((hidden_at is null) = (hidden_by is null))
);
create unique index shown_once on assessment_showings (organisation_id, wave_id, subject_id) where hidden_at is null;
create index on assessment_showings (organisation_id, subject_id);

alter table assessment_showings enable row level security, force row level security;
create policy own_organisation on assessment_showings using (organisation_id = current_organisation());
grant select, insert on assessment_showings to nastavnik_app;
grant update (hidden_at, hidden_by) on assessment_showings to nastavnik_app;

-- ───────────────────────────────────────────────────────────── one act, a questionnaire of its own to each staff group
alter table survey_waves
	add column round_id uuid, -- waves sent in one act
	add column group_id uuid, -- the staff group that a wave of such an act asks
	add foreign key (organisation_id, group_id) references staff_groups,
	add constraint a_group_in_a_round check ((round_id is null) = (group_id is null));
grant update (round_id, group_id) on survey_waves to nastavnik_app;
create index on survey_waves (organisation_id, round_id) where round_id is not null;
