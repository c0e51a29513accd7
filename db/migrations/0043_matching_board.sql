-- «Доска»: what was moved in a proposal, in order. A move can be taken back and made again; nothing of it is ever lost.
create table matching_moves (
	organisation_id uuid not null references organisations,
	id uuid not null,
	proposal_id uuid not null,
	number int not null check (number > 0), -- in the proposal
	kind text not null check (kind in ('move', 'rearrangement')),
	version int not null check (version > 0), -- of the proposal, once the move was made, taken back or made again
	made_at timestamptz not null,
	made_by uuid not null,
	undone_at timestamptz,
	primary key (organisation_id, id),
	unique (organisation_id, proposal_id, number),
	foreign key (organisation_id, proposal_id) references matching_proposals,
	foreign key (organisation_id, made_by) references people
);

create table matching_move_pairs (
	organisation_id uuid not null,
	move_id uuid not null,
	pair_id uuid not null,
	came boolean not null, -- with the move; else it went
	primary key (organisation_id, move_id, pair_id),
	foreign key (organisation_id, move_id) references matching_moves,
	foreign key (organisation_id, pair_id) references matching_proposal_pairs
);
create index on matching_move_pairs (organisation_id, pair_id);

alter table matching_moves enable row level security, force row level security;
alter table matching_move_pairs enable row level security, force row level security;
create policy own_organisation on matching_moves using (organisation_id = current_organisation());
create policy own_organisation on matching_move_pairs using (organisation_id = current_organisation());
grant select, insert on matching_moves, matching_move_pairs to nastavnik_app;
grant update (undone_at, version) on matching_moves to nastavnik_app;
