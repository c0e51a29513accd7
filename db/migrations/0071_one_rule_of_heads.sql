-- Whether heads may be mentors was decided in two rooms; the stricter of the two stands, and mentorship_settings alone keep it from now on.
insert into mentorship_settings (organisation_id, line_manager_forbidden, version)
select organisation_id, true, 1
from (select distinct on (organisation_id) organisation_id, terms from matching_terms order by organisation_id, number desc) latest
where terms->'conditions'->>'ownManager' = 'forbid'
on conflict (organisation_id) do update
set line_manager_forbidden = true, version = mentorship_settings.version + 1
where not mentorship_settings.line_manager_forbidden;
