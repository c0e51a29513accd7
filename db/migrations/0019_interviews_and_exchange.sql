-- ───────────────────────────────────────────────────────────── interviews
-- The questions of an interview. A published form is never changed. No row: the program's own (interviews/rules/questions.ts).
create table interview_forms (
	organisation_id uuid not null references organisations,
	id uuid not null,
	register text not null check (register in ('mentors', 'mentees')),
	number int not null check (number > 0),
	questions jsonb not null, -- lines of text
	published_at timestamptz not null,
	published_by uuid not null,
	primary key (organisation_id, id),
	unique (organisation_id, register, number),
	foreign key (organisation_id, published_by) references people
);

create table interviews (
	organisation_id uuid not null references organisations,
	id uuid not null,
	person_id uuid not null,
	register text not null check (register in ('mentors', 'mentees')),
	form_id uuid, -- null: by the program's own questions
	answers jsonb not null, -- [{question, answer}], as they were asked
	outcome text not null check (outcome in ('recommended', 'not-now', 'other-role', 'again', 'refused')),
	outcome_note text not null default '',
	held_on date not null,
	conducted_by uuid not null,
	recorded_at timestamptz not null,
	recorded_by uuid not null,
	removed_at timestamptz, -- recorded by mistake
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, form_id) references interview_forms,
	foreign key (organisation_id, conducted_by) references people,
	foreign key (organisation_id, recorded_by) references people
);
create index on interviews (organisation_id, person_id);

-- Each note says who reads it; one's own are read by nobody else, whatever a query forgets.
create table interview_notes (
	organisation_id uuid not null references organisations,
	id uuid not null,
	interview_id uuid not null,
	text text not null check (text <> ''),
	visibility text not null check (visibility in ('me', 'curator', 'leaders')),
	written_at timestamptz not null,
	written_by uuid not null,
	removed_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, interview_id) references interviews,
	foreign key (organisation_id, written_by) references people
);
create index on interview_notes (organisation_id, interview_id);

-- A round that is finished: who was asked and with what outcome, as it stood that day.
create table interview_rounds (
	organisation_id uuid not null references organisations,
	id uuid not null,
	register text not null check (register in ('mentors', 'mentees')),
	since date not null,
	finished_on date not null,
	note text not null default '',
	contents jsonb not null, -- interviews/rules/round.ts
	finished_at timestamptz not null,
	finished_by uuid not null,
	withdrawn_at timestamptz,
	withdrawn_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, finished_by) references people,
	foreign key (organisation_id, withdrawn_by) references people,
	constraint ends_after_it_begins check (finished_on >= since),
	constraint withdrawn_by_somebody check ((withdrawn_at is null) = (withdrawn_by is null))
);

-- ───────────────────────────────────────────────────────────── exchange
-- Which column of a receiver's table is which of ours; kept under the receiver's name: «АИС», «АСУ РСО».
create table exchange_mappings (
	organisation_id uuid not null references organisations,
	id uuid not null,
	register text not null check (register in ('mentors', 'mentees')),
	name text not null check (name <> ''),
	columns jsonb not null, -- [{field, heading}] in the receiver's order
	version int not null default 1,
	saved_at timestamptz not null,
	saved_by uuid not null,
	removed_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, saved_by) references people
);

-- A foreign table on its way in: read, its columns named, looked at, accepted or put away.
create table register_imports (
	organisation_id uuid not null references organisations,
	id uuid not null,
	register text not null check (register in ('mentors', 'mentees')),
	source_name text not null,
	draft jsonb not null, -- registry/rules/foreign-table.ts
	created_at timestamptz not null,
	created_by uuid not null,
	accepted_at timestamptz,
	accepted_by uuid,
	done jsonb, -- ids of what was made, for taking it back
	undone_at timestamptz,
	discarded_at timestamptz,
	version int not null default 1,
	primary key (organisation_id, id),
	foreign key (organisation_id, created_by) references people,
	foreign key (organisation_id, accepted_by) references people
);

-- ───────────────────────────────────────────────────────────── who needs what and who can give it
create table gap_reports (
	organisation_id uuid not null references organisations,
	id uuid not null,
	conclusion text not null default '',
	contents jsonb not null, -- registry/rules/gaps.ts, as it stood
	accepted_on date not null,
	accepted_at timestamptz not null,
	accepted_by uuid not null,
	withdrawn_at timestamptz,
	withdrawn_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, accepted_by) references people,
	foreign key (organisation_id, withdrawn_by) references people,
	constraint withdrawn_by_somebody check ((withdrawn_at is null) = (withdrawn_by is null))
);

alter table interview_forms enable row level security, force row level security;
alter table interviews enable row level security, force row level security;
alter table interview_notes enable row level security, force row level security;
alter table interview_rounds enable row level security, force row level security;
alter table exchange_mappings enable row level security, force row level security;
alter table register_imports enable row level security, force row level security;
alter table gap_reports enable row level security, force row level security;

create policy own_organisation on interview_forms using (organisation_id = current_organisation());
create policy own_organisation on interviews using (organisation_id = current_organisation());
create policy own_organisation on interview_notes
	using (organisation_id = current_organisation() and (visibility <> 'me' or written_by = current_person()));
create policy own_organisation on interview_rounds using (organisation_id = current_organisation());
create policy own_organisation on exchange_mappings using (organisation_id = current_organisation());
create policy own_organisation on register_imports using (organisation_id = current_organisation());
create policy own_organisation on gap_reports using (organisation_id = current_organisation());

grant select, insert on interview_forms, interviews, interview_notes, interview_rounds, exchange_mappings, register_imports,
	gap_reports to nastavnik_app;
grant update (removed_at, answers, outcome_note) on interviews to nastavnik_app;
grant update (removed_at) on interview_notes to nastavnik_app;
grant update (withdrawn_at, withdrawn_by) on interview_rounds, gap_reports to nastavnik_app;
grant update (name, columns, version, removed_at) on exchange_mappings to nastavnik_app;
grant update (draft, accepted_at, accepted_by, done, undone_at, discarded_at, version) on register_imports to nastavnik_app;

-- Notes about somebody whose name was erased go whoever wrote them, those that only their author reads too.
create function forget_interview_notes(person uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
	delete from interview_notes n using interviews i, people p
	where n.organisation_id = current_organisation() and i.organisation_id = n.organisation_id and i.id = n.interview_id
		and i.person_id = person and p.organisation_id = i.organisation_id and p.id = person and p.erased_at is not null;
end $$;
revoke all on function forget_interview_notes(uuid) from public;
grant execute on function forget_interview_notes(uuid) to nastavnik_app;
