-- «Круг подбора»: what the talks and the mutual choice have shown of a proposal's pairs, decided at once and reckoned anew.
create table matching_rounds (
	organisation_id uuid not null references organisations,
	id uuid not null,
	proposal_id uuid not null,
	run_id uuid not null, -- made by it
	made_at timestamptz not null,
	made_by uuid not null,
	undone_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, proposal_id) references matching_proposals,
	foreign key (organisation_id, run_id) references matching_runs,
	foreign key (organisation_id, made_by) references people
);
create index on matching_rounds (organisation_id, proposal_id);
alter table matching_rounds enable row level security, force row level security;
create policy own_organisation on matching_rounds using (organisation_id = current_organisation());
grant select, insert on matching_rounds to nastavnik_app;
grant update (undone_at) on matching_rounds to nastavnik_app;

-- Which ties a round has made.
create table matching_round_ties (
	organisation_id uuid not null,
	round_id uuid not null,
	tie_id uuid not null,
	primary key (organisation_id, round_id, tie_id),
	foreign key (organisation_id, round_id) references matching_rounds,
	foreign key (organisation_id, tie_id) references matching_ties
);
alter table matching_round_ties enable row level security, force row level security;
create policy own_organisation on matching_round_ties using (organisation_id = current_organisation());
grant select, insert on matching_round_ties to nastavnik_app;
