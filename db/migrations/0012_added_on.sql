-- The day since which a time stands in its plan with its present day: nobody is late with what was not there yet. The day of
-- acceptance for what the plan began with, a later one for what was added, renewed or moved since.
alter table occurrences add column added_on date;
update occurrences o set added_on = r.accepted_on
	from activities a join roadmaps r on r.organisation_id = a.organisation_id and r.id = a.roadmap_id
	where a.organisation_id = o.organisation_id and a.id = o.activity_id;
alter table occurrences alter column added_on set not null;
grant update (added_on) on occurrences to nastavnik_app;

-- When the words were changed last: calendars that have read them take the new ones over (RFC 5545, 3.8.7.3).
alter table activities add column changed_at timestamptz;
alter table roadmaps add column changed_at timestamptz;

-- A move that was taken back: the time has the day it had before, and the record of both stays.
alter table deadline_moves add column undone_at timestamptz;
alter table deadline_moves add column undone_by uuid;
alter table deadline_moves add foreign key (organisation_id, undone_by) references people;
alter table deadline_moves add constraint undone_by_somebody check ((undone_at is null) = (undone_by is null));
grant update (undone_at, undone_by) on deadline_moves to nastavnik_app;

-- What the rows of a change have become by it: it is taken back only where they are still so, whatever the clock says.
alter table plan_changes add column after jsonb;
