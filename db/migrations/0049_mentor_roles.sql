-- Two mentors in different roles (matching/rules/score/roles.ts): which a mentee wants, in which a mentor works, in which a pair was found.
alter table matching_details
	add column roles text[] not null default '{}' check (roles <@ '{subject,method}'::text[]), -- wanted, one mentor in each
	add column works_as text[] not null default '{}' check (works_as <@ '{subject,method}'::text[]), -- as a mentor; none: in any
	add constraint one_in_each check (cardinality(roles) in (0, needs));
alter table matching_proposal_pairs add column role text not null default '' check (role in ('', 'subject', 'method'));
