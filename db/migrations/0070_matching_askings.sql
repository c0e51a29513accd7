-- A matching of many people is asked for and made aside; its run, once it is there, has the same id. What is kept here says how far it is, and how
-- it ended where no run came of it. Two at once in an organisation are refused.
create table matching_askings (
	organisation_id uuid not null references organisations,
	id uuid not null,
	kind text not null check (kind <> ''), -- form of mentoring: registry/rules/registers.ts
	review boolean not null,
	proposal_id uuid, -- a round of this proposal
	decided text[] not null default '{}', -- what the round decides, by ids: «lock mentee mentor»
	asked_at timestamptz not null,
	asked_by uuid not null,
	begun_at timestamptz,
	noted_at timestamptz, -- when the work last gave a sign of life
	done int not null default 0 check (done >= 0),
	wanted int not null default 0 check (wanted >= 0), -- mentees to be looked at
	ended_at timestamptz,
	outcome text check (outcome in ('made', 'stopped', 'refused', 'interrupted')),
	said text not null default '', -- why it was refused; people by their ids
	changed boolean not null default false, -- people or terms were others when it was written than when it began
	primary key (organisation_id, id),
	foreign key (organisation_id, proposal_id) references matching_proposals,
	foreign key (organisation_id, asked_by) references people,
	constraint ended_somehow check ((ended_at is null) = (outcome is null)),
	constraint a_round_decides check ((proposal_id is null) = (cardinality(decided) = 0))
);
create unique index on matching_askings (organisation_id) where ended_at is null;
create index on matching_askings (organisation_id, proposal_id) where proposal_id is not null;
alter table matching_askings enable row level security, force row level security;
create policy own_organisation on matching_askings using (organisation_id = current_organisation());
grant select, insert on matching_askings to nastavnik_app;
grant update (begun_at, noted_at, done, wanted, ended_at, outcome, said, changed) on matching_askings to nastavnik_app;
