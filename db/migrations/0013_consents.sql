-- ───────────────────────────────────────────────────────────── texts
-- What people agree to. A published wording is never changed; the next one derives from it.
create table consent_texts (
	organisation_id uuid not null references organisations,
	id uuid not null,
	kind text not null check (kind in ('processing', 'publication', 'transfer', 'mentor', 'mentee')),
	number int not null check (number > 0),
	derived_from uuid, -- null: written from the program's own wording
	parts jsonb not null, -- what each kind must have: consents/rules/kinds.ts
	content_hash bytea not null,
	published_at timestamptz not null,
	published_by uuid not null,
	primary key (organisation_id, id),
	unique (organisation_id, kind, number),
	foreign key (organisation_id, derived_from) references consent_texts,
	foreign key (organisation_id, published_by) references people
);

-- ───────────────────────────────────────────────────────────── the register
-- Passport data are never stored: they stand on paper alone.
create table consents (
	organisation_id uuid not null references organisations,
	id uuid not null,
	person_id uuid not null,
	kind text not null check (kind in ('processing', 'publication', 'transfer', 'mentor', 'mentee')),
	text_id uuid, -- null: on paper, on a form of the school's own
	given_on date not null,
	valid_until date, -- the last day; null: until withdrawn
	how text not null check (how in ('paper', 'program')),
	file_id uuid, -- the scan
	recorded_at timestamptz not null,
	recorded_by uuid not null,
	removed_at timestamptz, -- recorded by mistake
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, text_id) references consent_texts,
	foreign key (organisation_id, file_id) references files,
	foreign key (organisation_id, recorded_by) references people,
	constraint ends_after_it_begins check (valid_until >= given_on),
	constraint in_the_program_by_a_text check (how = 'paper' or text_id is not null)
);
create index on consents (organisation_id, person_id, kind, given_on);

-- A withdrawal ends whatever of its kind was given before it.
create table consent_withdrawals (
	organisation_id uuid not null references organisations,
	id uuid not null,
	person_id uuid not null,
	kind text not null check (kind in ('processing', 'publication', 'transfer', 'mentor', 'mentee')),
	withdrawn_on date not null,
	how text not null check (how in ('paper', 'program')),
	recorded_at timestamptz not null,
	recorded_by uuid not null,
	settled_on date, -- what was published is taken down, what was handed over is asked back
	settled_by uuid,
	undone_at timestamptz, -- recorded by mistake
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, recorded_by) references people,
	foreign key (organisation_id, settled_by) references people,
	constraint settled_by_somebody check ((settled_on is null) = (settled_by is null))
);
create index on consent_withdrawals (organisation_id, person_id, kind, withdrawn_on);

-- What the school asks of those who take part. No row: everything is asked, nothing is strict.
create table consent_settings (
	organisation_id uuid primary key references organisations,
	asked text[] not null check (asked <@ array['processing', 'publication', 'transfer', 'mentor', 'mentee']),
	strict boolean not null default false, -- nobody enters a register without the consents asked
	version int not null default 1
);

-- Which consents stand on a day: what every room that shows or hands over names must ask. Under the walls of whoever asks.
create function consents_on(day date) returns table (
	organisation_id uuid, person_id uuid, kind text, id uuid, text_id uuid, given_on date, valid_until date, how text, file_id uuid)
language sql stable as $$
	select distinct on (c.organisation_id, c.person_id, c.kind)
		c.organisation_id, c.person_id, c.kind, c.id, c.text_id, c.given_on, c.valid_until, c.how, c.file_id
	from consents c
	where c.removed_at is null and c.given_on <= day and (c.valid_until is null or c.valid_until >= day)
		and not exists (
			select from consent_withdrawals w
			where w.organisation_id = c.organisation_id and w.person_id = c.person_id and w.kind = c.kind
				and w.undone_at is null and w.withdrawn_on <= day
				and (w.withdrawn_on > c.given_on or (w.withdrawn_on = c.given_on and (w.recorded_at, w.id) > (c.recorded_at, c.id))))
	order by c.organisation_id, c.person_id, c.kind, c.given_on desc, c.recorded_at desc
$$;
revoke all on function consents_on(date) from public;
grant execute on function consents_on(date) to nastavnik_app;

-- ───────────────────────────────────────────────────────────── walls
alter table consent_texts enable row level security, force row level security;
alter table consents enable row level security, force row level security;
alter table consent_withdrawals enable row level security, force row level security;
alter table consent_settings enable row level security, force row level security;

create policy own_organisation on consent_texts using (organisation_id = current_organisation());
create policy own_organisation on consents using (organisation_id = current_organisation());
create policy own_organisation on consent_withdrawals using (organisation_id = current_organisation());
create policy own_organisation on consent_settings using (organisation_id = current_organisation());

grant select, insert on consent_texts, consents, consent_withdrawals, consent_settings to nastavnik_app;
grant update (removed_at) on consents to nastavnik_app;
grant update (settled_on, settled_by, undone_at) on consent_withdrawals to nastavnik_app;
grant update (asked, strict, version) on consent_settings to nastavnik_app;
