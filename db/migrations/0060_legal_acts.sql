-- The library of legal acts (НПА): federal, regional, municipal, local. What the program knows stands in legal-acts/rules/known-acts.ts;
-- a row is what the organisation has made of it, or an act of its own. `key`: the same act in every library it was brought to.
create table legal_acts (
	organisation_id uuid not null references organisations,
	id uuid not null,
	key text not null check (key <> ''),
	made_at timestamptz not null,
	made_by uuid not null,
	removed_at timestamptz,
	primary key (organisation_id, id),
	unique (organisation_id, key),
	foreign key (organisation_id, made_by) references people
);
create index on legal_acts (organisation_id, made_by);

-- Wordings, one after another; a published one is never changed. `brought` in a file from above: the next file is compared with it.
create table legal_act_versions (
	organisation_id uuid not null,
	id uuid not null,
	act_id uuid not null,
	number int not null check (number > 0),
	contents jsonb not null,
	hash text not null,
	file_id uuid,
	brought boolean not null default false,
	derived_from uuid, -- the wording it was made of; null: the program's own, or the first
	published_at timestamptz not null,
	published_by uuid not null,
	primary key (organisation_id, id),
	unique (organisation_id, act_id, number),
	foreign key (organisation_id, act_id) references legal_acts,
	foreign key (organisation_id, file_id) references files,
	foreign key (organisation_id, derived_from) references legal_act_versions,
	foreign key (organisation_id, published_by) references people
);
create index on legal_act_versions (organisation_id, published_by);
create index on legal_act_versions (organisation_id, file_id);
create index on legal_act_versions (organisation_id, derived_from);

alter table legal_acts enable row level security, force row level security;
alter table legal_act_versions enable row level security, force row level security;
create policy own_organisation on legal_acts using (organisation_id = current_organisation());
create policy own_organisation on legal_act_versions using (organisation_id = current_organisation());
grant select, insert on legal_acts, legal_act_versions to nastavnik_app;
grant update (removed_at) on legal_acts to nastavnik_app;
