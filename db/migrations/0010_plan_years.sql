-- «Новый учебный год»: a plan begun from the one before it. It goes the way of an import, so that everything in it is looked at.
alter table roadmap_imports add column continues_id uuid; -- the plan at work it was begun from
alter table roadmap_imports add foreign key (organisation_id, continues_id) references roadmaps;
create index on roadmap_imports (organisation_id, continues_id) where continues_id is not null;
