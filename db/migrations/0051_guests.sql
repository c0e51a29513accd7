-- ───────────────────────────────────────────────────────────── mentors from elsewhere
-- A mentor of another organisation is a guest here: a person without employment, of whom it is kept where they work and how to reach them. The last
-- row about somebody stands. The link home leads into another organisation's rows: it is not enforced, and nobody there sees it.
create table guests (
	organisation_id uuid not null references organisations,
	id uuid not null,
	person_id uuid not null,
	works_at text not null check (works_at <> ''), -- as papers name it
	post text not null default '', -- there: it is no post of ours
	contact text not null default '',
	home_organisation_id uuid,
	number int not null check (number > 0), -- a later row stands for the earlier ones
	written_at timestamptz not null,
	written_by uuid not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, written_by) references people
);
create index on guests (organisation_id, person_id);

alter table guests enable row level security, force row level security;
create policy own_organisation on guests using (organisation_id = current_organisation());
grant select, insert on guests to nastavnik_app;
grant update (works_at, post, contact) on guests to nastavnik_app; -- words go when a person is erased

-- The organisation of this name in the same tree, for the link home. Whoever asks learns nothing else of it.
create function organisation_named(wanted text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
	with recursive up as (
		select o.organisation_id, o.parent_id from organisations o where o.organisation_id = current_organisation()
		union all
		select o.organisation_id, o.parent_id from organisations o join up on o.organisation_id = up.parent_id
	), down as (
		select u.organisation_id from up u where u.parent_id is null
		union all
		select o.organisation_id from organisations o join down d on o.parent_id = d.organisation_id
	)
	select o.organisation_id from organisations o join down d on d.organisation_id = o.organisation_id
	where o.organisation_id <> current_organisation() and lower(wanted) in (lower(o.name), lower(o.full_name))
	order by o.organisation_id limit 1
$$;
revoke all on function organisation_named(text) from public;
grant execute on function organisation_named(text) to nastavnik_app;
