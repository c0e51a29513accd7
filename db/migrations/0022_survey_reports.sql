-- Open answers that the curator keeps out of the report. Only a hash of the words: what was said stays in one place, and
-- the rows of unnamed answers have no lasting id. Shown again: another thing that happened.
create table survey_hidden_words (
	organisation_id uuid not null references organisations,
	id uuid not null,
	wave_id uuid not null,
	question text not null check (question <> ''),
	words_hash bytea not null,
	hidden_at timestamptz not null,
	hidden_by uuid not null,
	shown_at timestamptz,
	shown_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, wave_id) references survey_waves,
	foreign key (organisation_id, hidden_by) references people,
	foreign key (organisation_id, shown_by) references people,
	constraint shown_by_somebody check ((shown_at is null) = (shown_by is null))
);
create unique index hidden_once on survey_hidden_words (organisation_id, wave_id, question, words_hash)
	where shown_at is null;

alter table survey_hidden_words enable row level security, force row level security;
create policy own_organisation on survey_hidden_words using (organisation_id = current_organisation());
grant select, insert on survey_hidden_words to nastavnik_app;
grant update (shown_at, shown_by) on survey_hidden_words to nastavnik_app;

-- What the curator decided about somebody's answers: they became a request or an offer in the bank, or were left. Those
-- decided together share an act, and are taken back together. `thing_id`: the request or the offer.
create table survey_takings (
	organisation_id uuid not null references organisations,
	id uuid not null,
	act_id uuid not null,
	participant_id uuid not null,
	kind text not null check (kind in ('request', 'offer')),
	thing_id uuid, -- null: left
	decided_at timestamptz not null,
	decided_by uuid not null,
	undone_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, participant_id) references survey_participants,
	foreign key (organisation_id, decided_by) references people
);
create unique index decided_once on survey_takings (organisation_id, participant_id, kind) where undone_at is null;

alter table survey_takings enable row level security, force row level security;
create policy own_organisation on survey_takings using (organisation_id = current_organisation());
grant select, insert on survey_takings to nastavnik_app;
grant update (undone_at) on survey_takings to nastavnik_app;
