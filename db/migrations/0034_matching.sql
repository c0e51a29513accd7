-- «Подбор»: what is weighed, what a curator has decided beforehand, runs of the solver and the proposals made of them.

-- How much each thing weighs, by kind of mentoring, and the hard conditions. Never changed: the next number takes its place.
-- No row: the program's own (matching/rules/score/weights.ts).
create table matching_terms (
	organisation_id uuid not null references organisations,
	id uuid not null,
	number int not null check (number > 0),
	terms jsonb not null, -- matching/rules/score/terms.ts
	saved_at timestamptz not null,
	saved_by uuid not null,
	primary key (organisation_id, id),
	unique (organisation_id, number),
	foreign key (organisation_id, saved_by) references people
);

-- What no other room knows of a person and the matching asks for; the last row counts.
create table matching_details (
	organisation_id uuid not null references organisations,
	id uuid not null,
	person_id uuid not null,
	building text not null default '',
	outside text not null default '', -- whose employee, if not ours: network mentoring
	manager_id uuid, -- непосредственный руководитель
	hours text[] not null default '{}', -- when they can meet: matching/rules/score/hours.ts
	needs int not null default 1 check (needs in (1, 2)), -- mentors wanted
	both_or_none boolean not null default false,
	queue text not null default '' check (queue in ('', 'first', 'last')),
	smallest int not null default 0 check (smallest between 0 and 20), -- a group opens with so many
	number int not null check (number > 0), -- of this person's details
	saved_at timestamptz not null,
	saved_by uuid not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, manager_id) references people,
	foreign key (organisation_id, saved_by) references people,
	constraint both_of_two check (not both_or_none or needs = 2)
);
create index on matching_details (organisation_id, person_id, number);

-- Decided by a person before any reckoning: this pair stands; these two are never put together.
create table matching_ties (
	organisation_id uuid not null references organisations,
	id uuid not null,
	mentee_id uuid not null,
	mentor_id uuid not null,
	kind text not null check (kind in ('lock', 'apart')),
	reason text not null default '',
	tied_at timestamptz not null,
	tied_by uuid not null,
	undone_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, mentee_id) references people,
	foreign key (organisation_id, mentor_id) references people,
	foreign key (organisation_id, tied_by) references people
);
create index on matching_ties (organisation_id, mentee_id);
create index on matching_ties (organisation_id, mentor_id);

-- One reckoning, for good: what went in, what came out, with the prices that prove it. People by their ids, no names.
create table matching_runs (
	organisation_id uuid not null references organisations,
	id uuid not null,
	kind text not null check (kind <> ''), -- form of mentoring: registry/rules/registers.ts
	terms_number int not null check (terms_number >= 0), -- 0: the program's own
	inputs jsonb not null, -- matching/rules/run.ts: people and terms
	problem jsonb not null, -- what the solver was given
	result jsonb not null, -- pairs with their reasons, who was left and why, the certificate
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'), -- of the inputs
	made_at timestamptz not null,
	made_by uuid not null,
	removed_at timestamptz, -- put away
	primary key (organisation_id, id),
	foreign key (organisation_id, made_by) references people
);
create index on matching_runs (organisation_id, made_at);

-- Pairs chosen out of a run, changed by hand if need be, until they are accepted: potential, or for good after the talks.
create table matching_proposals (
	organisation_id uuid not null references organisations,
	id uuid not null,
	run_id uuid not null,
	title text not null check (title <> ''),
	version int not null default 1,
	made_at timestamptz not null,
	made_by uuid not null,
	stage text check (stage in ('potential', 'final')),
	accepted_on date,
	accepted_at timestamptz,
	accepted_by uuid,
	conclusion text not null default '',
	contents jsonb, -- the paper as it was accepted: matching/rules/proposal.ts
	withdrawn_at timestamptz,
	withdrawn_by uuid,
	removed_at timestamptz, -- a draft put away
	primary key (organisation_id, id),
	foreign key (organisation_id, run_id) references matching_runs,
	foreign key (organisation_id, made_by) references people,
	foreign key (organisation_id, accepted_by) references people,
	foreign key (organisation_id, withdrawn_by) references people,
	constraint accepted_whole check (num_nonnulls(stage, accepted_on, accepted_at, accepted_by, contents) in (0, 5)),
	constraint withdrawn_by_somebody check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index on matching_proposals (organisation_id, run_id);

create table matching_proposal_pairs (
	organisation_id uuid not null,
	id uuid not null,
	proposal_id uuid not null,
	mentee_id uuid not null,
	mentor_id uuid not null,
	by_hand boolean not null default false, -- not what the run proposed
	reason text not null default '',
	added_at timestamptz not null,
	added_by uuid not null,
	removed_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, proposal_id) references matching_proposals,
	foreign key (organisation_id, mentee_id) references people,
	foreign key (organisation_id, mentor_id) references people,
	foreign key (organisation_id, added_by) references people
);
create index on matching_proposal_pairs (organisation_id, proposal_id);
create index on matching_proposal_pairs (organisation_id, mentee_id);
create index on matching_proposal_pairs (organisation_id, mentor_id);

alter table matching_terms enable row level security, force row level security;
alter table matching_details enable row level security, force row level security;
alter table matching_ties enable row level security, force row level security;
alter table matching_runs enable row level security, force row level security;
alter table matching_proposals enable row level security, force row level security;
alter table matching_proposal_pairs enable row level security, force row level security;

create policy own_organisation on matching_terms using (organisation_id = current_organisation());
create policy own_organisation on matching_details using (organisation_id = current_organisation());
create policy own_organisation on matching_ties using (organisation_id = current_organisation());
create policy own_organisation on matching_runs using (organisation_id = current_organisation());
create policy own_organisation on matching_proposals using (organisation_id = current_organisation());
create policy own_organisation on matching_proposal_pairs using (organisation_id = current_organisation());

grant select, insert on matching_terms, matching_details, matching_ties, matching_runs, matching_proposals,
	matching_proposal_pairs to nastavnik_app;
grant update (building, outside, hours) on matching_details to nastavnik_app; -- an erasure
grant update (undone_at, reason) on matching_ties to nastavnik_app;
grant update (removed_at) on matching_runs to nastavnik_app;
grant update (title, version, stage, accepted_on, accepted_at, accepted_by, conclusion, contents, withdrawn_at, withdrawn_by,
	removed_at) on matching_proposals to nastavnik_app;
grant update (removed_at, reason) on matching_proposal_pairs to nastavnik_app;
