-- Who looked at my data: asked by whoever was looked at.
create index on access_log (organisation_id, subject_id, at);

-- ───────────────────────────────────────────────────────────── erasure
alter table people add column erased_at timestamptz; -- the name and whatever led to the person are gone
grant select (erased_at) on people to nastavnik_app;

-- Somebody asks that their data be erased; the answer is an erasure or a refusal with its reason.
create table erasure_requests (
	organisation_id uuid not null references organisations,
	id uuid not null,
	person_id uuid not null,
	words text not null default '',
	asked_at timestamptz not null,
	asked_by uuid not null, -- the person, or whoever wrote down what came on paper
	withdrawn_at timestamptz,
	refused_at timestamptz,
	refused_by uuid,
	reason text not null default '',
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, asked_by) references people,
	foreign key (organisation_id, refused_by) references people,
	constraint refused_by_somebody check ((refused_at is null) = (refused_by is null)),
	constraint refused_with_a_reason check (refused_at is null or reason <> '')
);
create unique index one_open_request on erasure_requests (organisation_id, person_id)
	where withdrawn_at is null and refused_at is null;

-- How long after the last day at work a person is kept by name. No row: three years.
create table retention_settings (
	organisation_id uuid primary key references organisations,
	years int not null check (years between 1 and 75),
	version int not null default 1
);

alter table erasure_requests enable row level security, force row level security;
alter table retention_settings enable row level security, force row level security;
create policy own_organisation on erasure_requests using (organisation_id = current_organisation());
create policy own_organisation on retention_settings using (organisation_id = current_organisation());
grant select, insert on erasure_requests, retention_settings to nastavnik_app;
grant update (withdrawn_at, refused_at, refused_by, reason) on erasure_requests to nastavnik_app;
grant update (years, version) on retention_settings to nastavnik_app;

-- Takes a person's name and words away and leaves what is counted. Consents go with their scans when `consents` says that
-- their own term is over. Done again on the same person, it takes whatever has been left. False: no such person here, or at work.
create function erase_person(person uuid, at timestamptz, today date, consents boolean) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	here uuid := current_organisation();
	scans uuid[];
	scan uuid;
begin
	perform from people p where p.organisation_id = here and p.id = person for update;
	if not found or exists (
		select from employments e
		where e.organisation_id = here and e.person_id = person and (upper_inf(e.period) or upper(e.period) > today))
	then
		return false;
	end if;

	update people p set family_name = 'Сведения', given_name = 'удалены', patronymic = '', sex = null, born_on = null,
		email = null, phone = null, account_id = null, teaching_since = null, note = '', version = p.version + 1,
		erased_at = coalesce(p.erased_at, erase_person.at)
	where p.organisation_id = here and p.id = person;
	delete from sessions x where x.organisation_id = here and x.person_id = person;
	delete from person_subjects x where x.organisation_id = here and x.person_id = person;
	delete from group_opinions x where x.organisation_id = here and x.person_id = person;
	update group_memberships x set basis = '' where x.organisation_id = here and x.person_id = person;
	delete from calendar_feeds x where x.organisation_id = here and x.person_id = person;
	delete from letters x where x.organisation_id = here and x.person_id = person;
	delete from letter_wishes x where x.organisation_id = here and x.person_id = person;
	delete from import_hints x where x.organisation_id = here and x.person_id = person;
	update journal_values x set before = null, after = null from journal j
	where x.organisation_id = here and j.organisation_id = here and j.id = x.journal_id and j.subject_id = person;

	-- Words and files of named answers; marks on scales stay: they are counted.
	update survey_answers x set answers = coalesce((
		select jsonb_object_agg(a.key, a.value - 'other') from jsonb_each(x.answers) a
		where not a.value ?| array['text', 'file', 'people']), '{}')
	from survey_participants p
	where x.organisation_id = here and p.organisation_id = here and p.id = x.participant_id and p.person_id = person;
	select array_agg(x.file_id) into scans from survey_answer_files x join survey_participants p
		on p.organisation_id = x.organisation_id and p.id = x.participant_id
	where x.organisation_id = here and p.person_id = person;
	delete from survey_answer_files x using survey_participants p
	where x.organisation_id = here and p.organisation_id = here and p.id = x.participant_id and p.person_id = person;
	delete from survey_drafts x using survey_participants p
	where x.organisation_id = here and p.organisation_id = here and p.id = x.participant_id and p.person_id = person;
	delete from survey_links x using survey_participants p
	where x.organisation_id = here and p.organisation_id = here and p.id = x.participant_id and p.person_id = person;
	delete from survey_pseudonyms x where x.organisation_id = here and x.person_id = person;

	if erase_person.consents then
		select scans || array_agg(x.file_id) into scans from consents x
		where x.organisation_id = here and x.person_id = person and x.file_id is not null;
		delete from consents x where x.organisation_id = here and x.person_id = person;
		delete from consent_withdrawals x where x.organisation_id = here and x.person_id = person;
	end if;
	-- A scan that holds others' sheets too, or proves something else, is held by them and stays.
	foreach scan in array coalesce(scans, '{}') loop
		begin
			delete from file_chunks x where x.organisation_id = here and x.file_id = scan;
			delete from files x where x.organisation_id = here and x.id = scan;
		exception when foreign_key_violation then null;
		end;
	end loop;
	update erasure_requests x set words = '' where x.organisation_id = here and x.person_id = person;
	return true;
end $$;

revoke all on function erase_person(uuid, timestamptz, date, boolean) from public;
grant execute on function erase_person(uuid, timestamptz, date, boolean) to nastavnik_app;
