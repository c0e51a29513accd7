-- Work done behind the request. An act enqueues in its own transaction: what is rolled back was never asked for.
-- The payload always carries the organisation of the one who asks; nobody can name another's.
create function enqueue(task text, payload jsonb, run_at timestamptz default null, job_key text default null) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
	if current_organisation() is null then
		raise exception 'a job belongs to an organisation';
	end if;
	perform graphile_worker.add_job(
		task,
		(payload || jsonb_build_object('organisationId', current_organisation()))::json,
		run_at => run_at,
		max_attempts => 5,
		job_key => current_organisation() || ':' || job_key);
end $$;
revoke all on function enqueue(text, jsonb, timestamptz, text) from public;
grant execute on function enqueue(text, jsonb, timestamptz, text) to nastavnik_app;

-- What a job must know of its organisation before it can act in its name.
create function organisation_time_zone(organisation uuid) returns text
language sql stable security definer set search_path = public, pg_temp as
	'select time_zone from organisations where organisation_id = organisation';
revoke all on function organisation_time_zone(uuid) from public;
grant execute on function organisation_time_zone(uuid) to nastavnik_app;
