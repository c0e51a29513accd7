-- ───────────────────────────────────────────────────────────── «Нужна помощь», «Сменить наставника»
-- Asked by a mentor or a mentee about their own pair. That it was asked at all, and why, is read by whoever asked and by the one to whom it is
-- addressed: nobody else, whatever a query forgets.
create table pleas (
	organisation_id uuid not null references organisations,
	id uuid not null,
	mentorship_id uuid not null,
	person_id uuid not null, -- who asks
	wish text not null check (wish in ('help', 'change')),
	reader text not null check (reader in ('curator', 'psychologist', 'director')),
	words text not null default '', -- saying why is not asked for
	asked_on date not null,
	asked_at timestamptz not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, mentorship_id) references mentorships,
	foreign key (organisation_id, person_id) references people
);
create index on pleas (organisation_id, person_id);

-- What came of it, in words for whoever asked; what became of the pair is read from its own steps.
create table plea_steps (
	organisation_id uuid not null,
	id uuid not null,
	plea_id uuid not null,
	what text not null check (what in ('answered', 'settled', 'taken-back')),
	on_date date not null,
	words text not null default '',
	recorded_at timestamptz not null,
	recorded_by uuid not null,
	undone_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, plea_id) references pleas,
	foreign key (organisation_id, recorded_by) references people
);
create index on plea_steps (organisation_id, plea_id);

-- The second wall: somebody who holds this role here, or has held it; who holds it today the program asks first.
create function has_held(wanted text) returns boolean language sql stable as $$
	select exists (select from role_periods r
		where r.organisation_id = current_organisation() and r.person_id = current_person() and r.role = wanted)
$$;

alter table pleas enable row level security, force row level security;
alter table plea_steps enable row level security, force row level security;
-- A curator who is herself the mentor does not read what is said of her.
create policy own_organisation on pleas using (organisation_id = current_organisation() and (person_id = current_person()
	or has_held(reader) and not exists (select from mentorship_pairs t where t.organisation_id = pleas.organisation_id
		and t.mentorship_id = pleas.mentorship_id and t.removed_at is null and current_person() in (t.mentor_id, t.mentee_id))));
create policy own_organisation on plea_steps using (organisation_id = current_organisation()
	and exists (select from pleas p where p.organisation_id = plea_steps.organisation_id and p.id = plea_steps.plea_id));

grant select, insert on pleas, plea_steps to nastavnik_app;
grant update (undone_at) on plea_steps to nastavnik_app;

-- With a name go the words of pleas about pairs of that person, whoever may read them.
create function forget_pleas(person uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	here uuid := current_organisation();
begin
	if not exists (select from people p where p.organisation_id = here and p.id = person and p.erased_at is not null) then return; end if;
	update plea_steps s set words = '' from pleas l, mentorship_pairs t
	where s.organisation_id = here and l.organisation_id = here and l.id = s.plea_id
		and t.organisation_id = here and t.mentorship_id = l.mentorship_id and person in (t.mentor_id, t.mentee_id);
	update pleas l set words = '' from mentorship_pairs t
	where l.organisation_id = here and t.organisation_id = here and t.mentorship_id = l.mentorship_id
		and person in (t.mentor_id, t.mentee_id);
end $$;
revoke all on function forget_pleas(uuid) from public;
grant execute on function forget_pleas(uuid) to nastavnik_app;
