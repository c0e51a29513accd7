-- «Программа продвижения»: what is told to whom, when and by which channel, so that people come to be mentors.
create table promotion_plans (
	organisation_id uuid not null references organisations,
	id uuid not null,
	title text not null check (title <> ''),
	goal text not null default '',
	lines jsonb not null, -- [{on, what, audience, channel, responsible}], events/rules/promotion.ts
	version int not null default 1,
	made_at timestamptz not null,
	made_by uuid not null,
	approved_on date, -- since then its words stand
	approved_at timestamptz,
	approved_by uuid,
	removed_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, made_by) references people,
	foreign key (organisation_id, approved_by) references people,
	constraint approved_whole check (num_nonnulls(approved_on, approved_at, approved_by) in (0, 3))
);

alter table promotion_plans enable row level security, force row level security;
create policy own_organisation on promotion_plans using (organisation_id = current_organisation());
grant select, insert on promotion_plans to nastavnik_app;
grant update (title, goal, lines, version, approved_on, approved_at, approved_by, removed_at) on promotion_plans to nastavnik_app;
