-- In which role a mentor leads somebody who has two (matching/rules/score/roles.ts): carried from the proposal, or told by hand; none: in all.
alter table mentorship_pairs add column role text not null default '' check (role in ('', 'subject', 'method'));
