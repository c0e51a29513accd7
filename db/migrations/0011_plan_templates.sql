-- A plan that a level above gives to those below as a template. Each publication is a version that never changes.
create table plan_templates (
	organisation_id uuid not null references organisations, -- who publishes
	id uuid not null,
	roadmap_id uuid not null, -- the publisher's own plan it is made from
	created_at timestamptz not null,
	created_by uuid not null,
	withdrawn_at timestamptz, -- no longer offered; those who took it keep their link
	withdrawn_by uuid,
	primary key (organisation_id, id),
	unique (organisation_id, roadmap_id),
	foreign key (organisation_id, roadmap_id) references roadmaps,
	foreign key (organisation_id, created_by) references people,
	foreign key (organisation_id, withdrawn_by) references people,
	constraint withdrawn_by_somebody check ((withdrawn_at is null) = (withdrawn_by is null))
);

create table plan_template_versions (
	organisation_id uuid not null,
	template_id uuid not null,
	number int not null check (number > 0),
	contents jsonb not null, -- modules/roadmap/rules/template.ts, TemplateContents
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'), -- of its words
	note text not null default '', -- what is new, in the publisher's words
	published_at timestamptz not null,
	published_by uuid not null,
	primary key (organisation_id, template_id, number),
	foreign key (organisation_id, template_id) references plan_templates,
	foreign key (organisation_id, published_by) references people
);

-- A plan begun from a template above: the version whose changes it has seen last. The template is another organisation's
-- row, so the link to it is not enforced.
create table template_copies (
	organisation_id uuid not null,
	roadmap_id uuid not null,
	template_organisation_id uuid not null,
	template_id uuid not null,
	version int not null,
	seen_at timestamptz not null,
	seen_by uuid not null,
	primary key (organisation_id, roadmap_id),
	foreign key (organisation_id, roadmap_id) references roadmaps,
	foreign key (organisation_id, seen_by) references people
);
create index on template_copies (template_organisation_id, template_id);

-- A template on its way into a plan of one's own.
alter table roadmap_imports add column template_organisation_id uuid;
alter table roadmap_imports add column template_id uuid;
alter table roadmap_imports add column template_version int;
alter table roadmap_imports add constraint whole_template
	check (num_nonnulls(template_organisation_id, template_id, template_version) in (0, 3));

alter table plan_templates enable row level security, force row level security;
alter table plan_template_versions enable row level security, force row level security;
alter table template_copies enable row level security, force row level security;

create policy own_organisation on plan_templates using (organisation_id = current_organisation());
create policy own_organisation on plan_template_versions using (organisation_id = current_organisation());
create policy own_organisation on template_copies using (organisation_id = current_organisation());

-- What is published is for those below to read: an explicit share, downwards only.
create policy from_above on plan_templates for select
	using (organisation_id in (select a.organisation_id from organisations_above() a));
create policy from_above on plan_template_versions for select
	using (organisation_id in (select a.organisation_id from organisations_above() a));

grant select, insert on plan_templates, plan_template_versions, template_copies to nastavnik_app;
grant update (withdrawn_at, withdrawn_by) on plan_templates to nastavnik_app;
grant update (version, seen_at, seen_by) on template_copies to nastavnik_app;

-- Who below has taken a template of one's own, and which version they have seen: names of organisations and numbers, nothing of
-- their plans.
create function template_uptake(template uuid) returns table (organisation_id uuid, name text, version int, seen_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
	select o.organisation_id, o.name, max(c.version), max(c.seen_at)
	from plan_templates t
	join template_copies c on c.template_organisation_id = t.organisation_id and c.template_id = t.id
	join roadmaps r on r.organisation_id = c.organisation_id and r.id = c.roadmap_id and r.archived_at is null
	join organisations o on o.organisation_id = c.organisation_id
	where t.organisation_id = current_organisation() and t.id = template and stands_below(c.organisation_id)
	group by o.organisation_id, o.name
	order by o.name
$$;
revoke all on function template_uptake(uuid) from public;
grant execute on function template_uptake(uuid) to nastavnik_app;
