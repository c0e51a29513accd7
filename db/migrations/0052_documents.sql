-- ───────────────────────────────────────────────────────────── documents
-- A paper that was made here, with its life: every moment of it is what happened and by whom (documents/rules/life.ts reckons how it stands).
create table documents (
	organisation_id uuid not null references organisations,
	id uuid not null,
	code text not null check (code <> ''), -- which paper (documents/rules/library/templates.ts), or what another room calls its own
	act_kind text check (act_kind in ('order', 'directive')), -- приказ, распоряжение; other papers have none
	series text not null check (series in ('main', 'staff', 'agreement', 'none')), -- numbered apart
	title text not null check (title <> ''),
	values jsonb not null default '{}', -- what it was filled with
	version int not null default 1,
	made_at timestamptz not null,
	made_by uuid not null,
	signed_on date,
	signed_at timestamptz,
	signed_by uuid, -- who noted it
	number text not null default '', -- as it is written: «16/1-О»
	dated_on date,
	own_number int check (own_number > 0), -- of our own journal, where the number was given here
	registered_at timestamptz,
	registered_by uuid,
	override text not null default '', -- why it was registered though something of ст. 351.8 ТК РФ is missing
	published_on date,
	published_where text not null default '',
	published_at timestamptz,
	published_by uuid,
	archived_on date,
	archived_where text not null default '', -- «дело 01-05»
	archived_at timestamptz,
	archived_by uuid,
	check_code text, -- the secret of the page that verifies it
	removed_at timestamptz,
	removed_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, made_by) references people,
	foreign key (organisation_id, signed_by) references people,
	foreign key (organisation_id, registered_by) references people,
	foreign key (organisation_id, published_by) references people,
	foreign key (organisation_id, archived_by) references people,
	foreign key (organisation_id, removed_by) references people,
	constraint signed_whole check (num_nonnulls(signed_on, signed_at, signed_by) in (0, 3)),
	constraint registered_whole check (num_nonnulls(dated_on, registered_at, registered_by) in (0, 3)),
	constraint registered_with_a_number check (registered_at is null or number <> '' or series = 'none'),
	constraint signed_before_registered check (registered_at is null or signed_at is not null),
	constraint published_whole check (num_nonnulls(published_on, published_at, published_by) in (0, 3)),
	constraint archived_whole check (num_nonnulls(archived_on, archived_at, archived_by) in (0, 3)),
	constraint removed_by_somebody check ((removed_at is null) = (removed_by is null))
);
create index on documents (organisation_id, dated_on);
create index on documents (check_code) where check_code is not null;
create unique index one_own_number on documents (organisation_id, series, (extract(year from dated_on)), own_number)
	where own_number is not null;

-- What it is about: a mentorship, a person, a plan.
create table document_subjects (
	organisation_id uuid not null,
	id uuid not null,
	document_id uuid not null,
	mentorship_id uuid,
	person_id uuid,
	roadmap_id uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, document_id) references documents,
	foreign key (organisation_id, mentorship_id) references mentorships,
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, roadmap_id) references roadmaps,
	constraint about_one_thing check (num_nonnulls(mentorship_id, person_id, roadmap_id) = 1)
);
create index on document_subjects (organisation_id, document_id);
create index on document_subjects (organisation_id, mentorship_id) where mentorship_id is not null;
create index on document_subjects (organisation_id, person_id) where person_id is not null;

-- Its files, version by version, none written over: as the program made it, as it was edited in Word, the signed scan, a detached signature.
create table document_files (
	organisation_id uuid not null,
	id uuid not null,
	document_id uuid not null,
	number int not null check (number > 0),
	kind text not null check (kind in ('generated', 'edited', 'scan', 'signature')),
	file_id uuid not null, -- its SHA-256 stands there
	template_id uuid, -- the school's own edition it was made by; none: the program's
	signs_id uuid, -- which version a detached signature belongs to
	added_at timestamptz not null,
	added_by uuid not null,
	primary key (organisation_id, id),
	unique (organisation_id, document_id, number),
	foreign key (organisation_id, document_id) references documents,
	foreign key (organisation_id, file_id) references files,
	foreign key (organisation_id, template_id) references document_templates,
	foreign key (organisation_id, signs_id) references document_files,
	foreign key (organisation_id, added_by) references people,
	constraint signs_something check ((kind = 'signature') = (signs_id is not null))
);
create index on document_files (organisation_id, file_id);

-- Visas in their order; «мотивированное мнение» of the trade union with its term (ст. 372 ТК РФ).
create table document_approvals (
	organisation_id uuid not null,
	id uuid not null,
	document_id uuid not null,
	position int not null check (position > 0),
	kind text not null check (kind in ('visa', 'union')),
	person_id uuid, -- who is asked in the program
	name text not null default '', -- who is asked, where they are nobody here
	due_on date,
	outcome text check (outcome in ('agreed', 'remarks', 'refused')),
	answered_on date,
	words text not null default '',
	answered_at timestamptz,
	answered_by uuid,
	removed_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, document_id) references documents,
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, answered_by) references people,
	constraint asked_of_somebody check (person_id is not null or name <> ''),
	constraint answered_whole check (num_nonnulls(outcome, answered_on, answered_at, answered_by) in (0, 4))
);
create index on document_approvals (organisation_id, document_id);
create index on document_approvals (organisation_id, person_id) where person_id is not null;

-- Who has to know it, and the day each said so: in the program, or on the printed sheet.
create table document_readers (
	organisation_id uuid not null,
	id uuid not null,
	document_id uuid not null,
	person_id uuid not null,
	acquainted_on date,
	acquainted_how text check (acquainted_how in ('program', 'paper')),
	acquainted_at timestamptz,
	acquainted_by uuid,
	removed_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, document_id) references documents,
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, acquainted_by) references people,
	constraint acquainted_whole check (num_nonnulls(acquainted_on, acquainted_how, acquainted_at, acquainted_by) in (0, 4))
);
create unique index reads_once on document_readers (organisation_id, document_id, person_id) where removed_at is null;
create index on document_readers (organisation_id, person_id);

-- A later paper replaces, cancels or amends an earlier one; the earlier keeps its text.
create table document_links (
	organisation_id uuid not null,
	id uuid not null,
	later_id uuid not null,
	earlier_id uuid not null,
	how text not null check (how in ('replaces', 'cancels', 'amends')),
	made_at timestamptz not null,
	made_by uuid not null,
	undone_at timestamptz,
	undone_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, later_id) references documents,
	foreign key (organisation_id, earlier_id) references documents,
	foreign key (organisation_id, made_by) references people,
	foreign key (organisation_id, undone_by) references people,
	constraint not_itself check (later_id <> earlier_id),
	constraint undone_by_somebody check ((undone_at is null) = (undone_by is null))
);
create index on document_links (organisation_id, earlier_id);
create unique index linked_once on document_links (organisation_id, later_id, earlier_id) where undone_at is null;

-- What registering has done elsewhere, so that cancelling can tell and take it back.
create table document_effects (
	organisation_id uuid not null,
	id uuid not null,
	document_id uuid not null,
	what text not null check (what in ('order', 'role')),
	thing_id uuid not null, -- the order of mentorships, the period of a role (which may be withdrawn: no link holds it)
	act_id uuid, -- of mentorships: what was done in one sitting is undone in one
	made_at timestamptz not null,
	undone_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, document_id) references documents
);
create index on document_effects (organisation_id, document_id);

-- A series whose numbers are given here, by the school's pattern: «{№}-О». No row: the secretary's number is typed in.
create table document_journals (
	organisation_id uuid not null references organisations,
	series text not null check (series in ('main', 'staff', 'agreement')),
	pattern text not null check (pattern like '%{№}%'),
	kept boolean not null,
	version int not null default 1,
	primary key (organisation_id, series)
);

-- Whether papers carry a code leading to a page that verifies them (ГОСТ Р 7.0.97).
alter table document_settings add column check_page boolean not null default false;

-- The page is open to anyone: number, day and the fingerprints of the files, nothing else.
create function document_by_check_code(code text)
returns table (number text, dated_on date, fingerprints text[])
language sql stable security definer set search_path = public, pg_temp as $$
	select d.number, d.dated_on, array(
		select encode(f.sha256, 'hex') from document_files v
		join files f on f.organisation_id = v.organisation_id and f.id = v.file_id
		where v.organisation_id = d.organisation_id and v.document_id = d.id order by v.number)
	from documents d
	join document_settings s on s.organisation_id = d.organisation_id and s.check_page
	where d.check_code = code and d.registered_at is not null and d.removed_at is null
$$;
revoke all on function document_by_check_code(text) from public;
grant execute on function document_by_check_code(text) to nastavnik_app;

-- ───────────────────────────────────────────────────────────── walls
alter table documents enable row level security, force row level security;
alter table document_subjects enable row level security, force row level security;
alter table document_files enable row level security, force row level security;
alter table document_approvals enable row level security, force row level security;
alter table document_readers enable row level security, force row level security;
alter table document_links enable row level security, force row level security;
alter table document_effects enable row level security, force row level security;
alter table document_journals enable row level security, force row level security;

create policy own_organisation on documents using (organisation_id = current_organisation());
create policy own_organisation on document_subjects using (organisation_id = current_organisation());
create policy own_organisation on document_files using (organisation_id = current_organisation());
create policy own_organisation on document_approvals using (organisation_id = current_organisation());
create policy own_organisation on document_readers using (organisation_id = current_organisation());
create policy own_organisation on document_links using (organisation_id = current_organisation());
create policy own_organisation on document_effects using (organisation_id = current_organisation());
create policy own_organisation on document_journals using (organisation_id = current_organisation());

grant select, insert on documents, document_subjects, document_files, document_approvals, document_readers, document_links,
	document_effects, document_journals to nastavnik_app;
grant update (act_kind, series, title, values, version, signed_on, signed_at, signed_by, number, dated_on, own_number,
	registered_at, registered_by, override, published_on, published_where, published_at, published_by, archived_on, archived_where,
	archived_at, archived_by, check_code, removed_at, removed_by) on documents to nastavnik_app;
grant update (position, kind, person_id, name, due_on, outcome, answered_on, words, answered_at, answered_by, removed_at)
	on document_approvals to nastavnik_app;
grant update (acquainted_on, acquainted_how, acquainted_at, acquainted_by, removed_at) on document_readers to nastavnik_app;
grant update (undone_at, undone_by) on document_links to nastavnik_app;
grant update (undone_at) on document_effects to nastavnik_app;
grant update (pattern, kept, version) on document_journals to nastavnik_app;
grant update (check_page) on document_settings to nastavnik_app;

-- ───────────────────────────────────────────────────────────── two entries of one person
do $patch$
declare
	body text := pg_get_functiondef('merge_people(uuid, uuid, jsonb, boolean, timestamptz, uuid)'::regprocedure);
	place text := '	-- Asked twice in one wave';
begin
	if position(place in body) = 0 then raise exception 'merge_people is not as it was'; end if;
	execute replace(body, place, $sql$	-- Asked twice to read one paper: who has read it stays.
	before := before || remembered('document_readers', 't.removed_at is null and t.person_id in ($2, $3) and exists (
		select from document_readers k where k.organisation_id = $1 and k.document_id = t.document_id and k.removed_at is null
			and k.person_id in ($2, $3) and k.person_id <> t.person_id)', here, kept, gone);
	update document_readers t set removed_at = at
	from document_readers k
	where t.organisation_id = here and k.organisation_id = here and k.document_id = t.document_id and t.removed_at is null
		and k.removed_at is null and (t.person_id = gone and k.person_id = kept
			and (k.acquainted_on is not null or t.acquainted_on is null)
		or t.person_id = kept and k.person_id = gone and t.acquainted_on is null and k.acquainted_on is not null);

$sql$ || place);
end $patch$;
