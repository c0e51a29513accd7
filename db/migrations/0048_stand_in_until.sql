-- Until when somebody was to stand in for a mentor, whatever came of it: the pair's own days end with the mentorship, and come back when that is undone.
alter table mentorship_pairs add column until date;
update mentorship_pairs set until = upper(period) - 1 where temporary;
alter table mentorship_pairs add constraint stands_in_until_a_day check (temporary = (until is not null));
