-- The checklist of local acts (S1.1): who answers for each, how it stands, by when. Usual lines stand in legal-acts/rules/checklist.ts;
-- a row is what was decided of one, or a line of one's own. `act_key`: the act of the library it has become.
create table local_act_lines (
	organisation_id uuid not null references organisations,
	id uuid not null,
	code text not null check (code <> ''),
	title text not null check (title <> ''),
	owner_id uuid,
	state text not null check (state in ('wanted', 'written', 'agreed', 'approved', 'needless')),
	due_on date,
	act_key text,
	note text not null default '',
	version int not null default 1,
	changed_at timestamptz not null,
	changed_by uuid not null,
	removed_at timestamptz,
	primary key (organisation_id, id),
	unique (organisation_id, code),
	foreign key (organisation_id, owner_id) references people,
	foreign key (organisation_id, changed_by) references people
);
create index on local_act_lines (organisation_id, owner_id);
create index on local_act_lines (organisation_id, changed_by);
alter table local_act_lines enable row level security, force row level security;
create policy own_organisation on local_act_lines using (organisation_id = current_organisation());
grant select, insert on local_act_lines to nastavnik_app;
grant update (title, owner_id, state, due_on, act_key, note, version, changed_at, changed_by, removed_at) on local_act_lines to nastavnik_app;

-- An announcement that gives an act of the library to read knows which.
alter table events add column legal_act_key text;
grant insert (legal_act_key), update (legal_act_key) on events to nastavnik_app;
create index on events (organisation_id, legal_act_key) where legal_act_key is not null;
