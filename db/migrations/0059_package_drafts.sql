-- The draft that a paper of a set was kept as («Сделанные документы»): it is signed, numbered and read by its own page.
alter table document_package_papers
	add column document_id uuid,
	add foreign key (organisation_id, document_id) references documents;
create index on document_package_papers (organisation_id, document_id) where document_id is not null;

-- A set that was taken away by hand; it may be brought back.
alter table document_packages add column removed_at timestamptz;
grant update (removed_at) on document_packages to nastavnik_app;
