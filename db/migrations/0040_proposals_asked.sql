-- An accepted proposal is put to the people: mentorships are proposed to each, and it is known which, to take them back together.
alter table matching_proposals
	add column asked_act uuid,
	add column asked_at timestamptz,
	add column asked_by uuid,
	add column mentorships uuid[] not null default '{}';
alter table matching_proposals add foreign key (organisation_id, asked_by) references people;
alter table matching_proposals add constraint asked_as_a_whole
	check (num_nonnulls(asked_act, asked_at, asked_by) in (0, 3) and (cardinality(mentorships) > 0) = (asked_at is not null));
grant update (asked_act, asked_at, asked_by, mentorships) on matching_proposals to nastavnik_app;
