-- A set of papers keeps what each was made of, the name among it, and an archive of them. It can be made again by one button, so when somebody is
-- erased, sets that name them go whole; drafts that were kept of a set stay documents. Called before erase_person, while the name is known.
create function forget_packages(person uuid, today date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	here uuid := current_organisation();
	sets uuid[];
	made uuid[];
	one uuid;
begin
	if exists (
		select from employments e
		where e.organisation_id = here and e.person_id = person and (upper_inf(e.period) or upper(e.period) > today))
	then
		return;
	end if;
	select array_agg(distinct w.package_id) into sets from document_package_papers w, people p
	where w.organisation_id = here and p.organisation_id = here and p.id = person
		and strpos(replace(w.name || w.values::text, U&'\00A0', ' '), concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, ''))) > 0;
	if sets is null then return; end if;
	select array_agg(f) into made from document_packages k, unnest(array[k.file_id, k.print_id]) f
	where k.organisation_id = here and k.id = any (sets) and f is not null;
	delete from document_package_papers w where w.organisation_id = here and w.package_id = any (sets);
	delete from document_packages k where k.organisation_id = here and k.id = any (sets);
	-- A file that proves an activity of the plan is held by it and stays.
	foreach one in array coalesce(made, '{}') loop
		begin
			delete from file_chunks x where x.organisation_id = here and x.file_id = one;
			delete from files x where x.organisation_id = here and x.id = one;
		exception when foreign_key_violation then null;
		end;
	end loop;
end $$;
revoke all on function forget_packages(uuid, date) from public;
grant execute on function forget_packages(uuid, date) to nastavnik_app;
