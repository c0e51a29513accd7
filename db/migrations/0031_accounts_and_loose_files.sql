-- A login is made of a name, and an account knows an address: when the last of its workplaces is erased, they go too. Called before
-- erase_person, which lets the account go; whoever works here, or acts as somebody elsewhere, keeps theirs.
create function forget_account(person uuid, at timestamptz, today date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	here uuid := current_organisation();
	mine uuid;
begin
	select p.account_id into mine from people p where p.organisation_id = here and p.id = person for update;
	if mine is null
		or exists (select from people p where p.account_id = mine and (p.organisation_id, p.id) <> (here, person))
		or exists (select from employments e where e.organisation_id = here and e.person_id = person
			and (upper_inf(e.period) or upper(e.period) > today))
	then
		return;
	end if;
	delete from known_devices d where d.account_id = mine;
	update credentials c set secret = null, data = '{}', replaced_at = coalesce(c.replaced_at, forget_account.at)
	where c.account_id = mine;
	update accounts a set login = 'erased-' || right(replace(a.id::text, '-', ''), 16), email = null,
		disabled_at = coalesce(a.disabled_at, forget_account.at)
	where a.id = mine;
end $$;
revoke all on function forget_account(uuid, timestamptz, date) from public;
grant execute on function forget_account(uuid, timestamptz, date) to nastavnik_app;

-- A file that hangs on nothing any more goes; what proves something, was uploaded as a plan or signed, is held by it and stays.
create function drop_loose_file(file uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
	delete from file_chunks c where c.organisation_id = current_organisation() and c.file_id = file;
	delete from files f where f.organisation_id = current_organisation() and f.id = file;
exception when foreign_key_violation then null;
end $$;
revoke all on function drop_loose_file(uuid) from public;
grant execute on function drop_loose_file(uuid) to nastavnik_app;
