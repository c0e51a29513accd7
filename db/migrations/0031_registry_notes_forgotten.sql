-- Notes about somebody whose name was erased, in the registers: on the marks of a criterion, on what became of a request, on why they
-- were entered. Nothing else changes them: the serving role may write them once.
create function forget_registry_notes(person uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
	perform from people p
	where p.organisation_id = current_organisation() and p.id = person and p.erased_at is not null;
	if not found then
		return;
	end if;
	update criterion_marks m set note = ''
	where m.organisation_id = current_organisation() and m.person_id = person and m.note <> '';
	update request_events e set note = '' from mentee_requests q
	where e.organisation_id = current_organisation() and q.organisation_id = e.organisation_id and q.id = e.request_id
		and q.person_id = person and e.note <> '';
	update register_entries e set basis = ''
	where e.organisation_id = current_organisation() and e.person_id = person and e.basis <> '';
end $$;
revoke all on function forget_registry_notes(uuid) from public;
grant execute on function forget_registry_notes(uuid) to nastavnik_app;
