-- The approved edition of a plan: an annex to an order, frozen as it stood that day. Nothing of it changes; an approval entered by
-- mistake is withdrawn.
create table plan_editions (
	organisation_id uuid not null,
	id uuid not null,
	roadmap_id uuid not null,
	number int not null check (number > 0),
	contents jsonb not null, -- modules/roadmap/rules/plan-contents.ts, Frozen
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'), -- of its words
	order_number text not null check (order_number <> ''),
	order_day date not null,
	paper jsonb not null, -- how it looks on paper: order of columns, annex line, stamps (rules/paper.ts, PaperChoice)
	approved_at timestamptz not null,
	approved_by uuid not null,
	withdrawn_at timestamptz,
	withdrawn_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, roadmap_id) references roadmaps,
	foreign key (organisation_id, approved_by) references people,
	foreign key (organisation_id, withdrawn_by) references people,
	constraint withdrawn_by_somebody check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index edition_numbers on plan_editions (organisation_id, roadmap_id, number) where withdrawn_at is null;

-- A file that is a newer version of a plan at work: asked for when it was uploaded, done when its changes were taken over.
create table plan_renewals (
	organisation_id uuid not null,
	import_id uuid not null,
	roadmap_id uuid not null,
	before jsonb, -- the plan as it stood before (Frozen), so that all of it can be taken back
	after_sha256 text, -- of its words afterwards: what has been changed since is not taken back
	renewed_at timestamptz,
	renewed_by uuid,
	undone_at timestamptz,
	undone_by uuid,
	primary key (organisation_id, import_id),
	foreign key (organisation_id, import_id) references roadmap_imports,
	foreign key (organisation_id, roadmap_id) references roadmaps,
	foreign key (organisation_id, renewed_by) references people,
	foreign key (organisation_id, undone_by) references people,
	constraint renewed_whole check (num_nonnulls(before, after_sha256, renewed_at, renewed_by) in (0, 4)),
	constraint undone_by_somebody check ((undone_at is null) = (undone_by is null) and (undone_at is null or renewed_at is not null))
);
create index on plan_renewals (organisation_id, roadmap_id);

-- A line of its own for somebody the work was given to: no word of the plan, so giving work is no change of what was approved.
alter table activity_responsible add column entrusted boolean not null default false;

alter table plan_editions enable row level security, force row level security;
alter table plan_renewals enable row level security, force row level security;
create policy own_organisation on plan_editions using (organisation_id = current_organisation());
create policy own_organisation on plan_renewals using (organisation_id = current_organisation());

grant select, insert on plan_editions, plan_renewals to nastavnik_app;
grant update (withdrawn_at, withdrawn_by) on plan_editions to nastavnik_app;
grant update (roadmap_id, before, after_sha256, renewed_at, renewed_by, undone_at, undone_by) on plan_renewals to nastavnik_app;
grant update (position, number, title, goal) on stages to nastavnik_app;
-- A time that nobody has marked, proved or moved is arithmetic: other words of the term make other times. Foreign keys keep the rest.
grant delete on occurrences to nastavnik_app;
