-- What an order appoints a person to (documents/rules/appointments.ts); of the other people a paper is about nothing is said.
alter table document_subjects
	add column appointed_to text check (appointed_to in ('curator', 'responsible', 'group', 'council', 'commission')),
	add constraint somebody_is_appointed check (appointed_to is null or person_id is not null);
update document_subjects s set appointed_to = 'curator' from documents d
where d.organisation_id = s.organisation_id and d.id = s.document_id and d.code = 'curator-order' and s.person_id is not null;

-- Readers beyond those whom the paper itself names: who has added them.
alter table document_readers
	add column added_at timestamptz,
	add column added_by uuid,
	add foreign key (organisation_id, added_by) references people,
	add constraint added_by_somebody check ((added_at is null) = (added_by is null));

-- By when those who are to know a document know it.
alter table documents add column acquaint_by date;
grant update (acquaint_by) on documents to nastavnik_app;
