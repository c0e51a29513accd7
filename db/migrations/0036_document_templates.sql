-- ───────────────────────────────────────────────────────────── papers
-- What every paper says of the organisation, and how its papers look (ГОСТ Р 7.0.97). Sizes in millimetres and half points.
create table document_settings (
	organisation_id uuid primary key references organisations,
	short_name text not null default '',
	place text not null default '', -- «г. Ясногорск»
	founder text not null default '', -- stands over the name on a letterhead
	address text not null default '',
	tax_number text not null default '' check (tax_number ~ '^(\d{10})?$'),
	site text not null default '',
	signer_id uuid, -- who signs; nobody named: whoever has the role of the director
	font text not null default 'Times New Roman',
	size_halves int not null default 26 check (size_halves between 24 and 28),
	margin_left int not null default 30 check (margin_left between 20 and 40),
	margin_right int not null default 15 check (margin_right between 10 and 30),
	margin_top int not null default 20 check (margin_top between 20 and 40),
	margin_bottom int not null default 20 check (margin_bottom between 20 and 40),
	version int not null default 1,
	foreign key (organisation_id, signer_id) references people
);

-- A school's own Word file for a paper, version by version. A version without a file is a return to the program's own.
create table document_templates (
	organisation_id uuid not null,
	id uuid not null,
	code text not null check (code <> ''), -- which paper (documents/rules/library/templates.ts)
	number int not null check (number > 0),
	file_id uuid,
	made_at timestamptz not null,
	made_by uuid not null,
	primary key (organisation_id, id),
	unique (organisation_id, code, number),
	foreign key (organisation_id, file_id) references files,
	foreign key (organisation_id, made_by) references people
);
create index on document_templates (organisation_id, file_id) where file_id is not null;

alter table document_settings enable row level security, force row level security;
alter table document_templates enable row level security, force row level security;
create policy own_organisation on document_settings using (organisation_id = current_organisation());
create policy own_organisation on document_templates using (organisation_id = current_organisation());

grant select, insert on document_settings, document_templates to nastavnik_app;
grant update (short_name, place, founder, address, tax_number, site, signer_id, font, size_halves, margin_left, margin_right,
	margin_top, margin_bottom, version) on document_settings to nastavnik_app;
