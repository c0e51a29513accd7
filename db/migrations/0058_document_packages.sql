-- ───────────────────────────────────────────────────────────── packages of papers
-- A set of papers made at once. What each is made of is kept when it is asked for, so that the making, which may take a while, needs
-- nobody and begins again where it was broken off.
create table document_packages (
	organisation_id uuid not null references organisations,
	id uuid not null,
	kind text not null check (kind <> ''), -- documents/rules/packages.ts
	title text not null check (title <> ''),
	asked_at timestamptz not null,
	asked_by uuid not null,
	wanted int not null check (wanted >= 0),
	made int not null default 0,
	unmade jsonb not null default '[]', -- [{name, reason}]: what could not be made, and why
	file_id uuid, -- the archive
	print_id uuid, -- everything as one file to print
	finished_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, asked_by) references people,
	foreign key (organisation_id, file_id) references files,
	foreign key (organisation_id, print_id) references files
);
create index on document_packages (organisation_id, asked_at desc);
create index on document_packages (organisation_id, file_id) where file_id is not null;
create index on document_packages (organisation_id, print_id) where print_id is not null;

-- One paper of it, in the order they lie.
create table document_package_papers (
	organisation_id uuid not null,
	package_id uuid not null,
	position int not null check (position > 0),
	name text not null check (name <> ''), -- with its folder
	code text not null check (code <> ''), -- which paper (documents/rules/library/templates.ts)
	annex int check (annex > 0), -- «Приложение № 1»
	values jsonb not null,
	reason text not null default '', -- why it cannot be made, where that was known beforehand
	primary key (organisation_id, package_id, position),
	foreign key (organisation_id, package_id) references document_packages
);

alter table document_packages enable row level security, force row level security;
alter table document_package_papers enable row level security, force row level security;
create policy own_organisation on document_packages using (organisation_id = current_organisation());
create policy own_organisation on document_package_papers using (organisation_id = current_organisation());

grant select, insert on document_packages, document_package_papers to nastavnik_app;
grant update (made, unmade, file_id, print_id, finished_at) on document_packages to nastavnik_app;
