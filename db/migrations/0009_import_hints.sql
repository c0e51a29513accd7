-- What an organisation corrected in the plans it brought in, kept for its next file: a proposal, never an act of its own.
-- Words of people are among them, so a line can be erased, and is when somebody asks.
create table import_hints (
	organisation_id uuid not null references organisations,
	id uuid not null,
	kind text not null check (kind in ('person', 'capability', 'deadline', 'removed')),
	words text not null check (words <> ''), -- in one way of writing (modules/roadmap/rules/draft.ts, sameWords)
	written text not null check (written <> ''), -- as it stood in the plan
	person_id uuid, -- person: who it is here; null: nobody of ours
	meaning text, -- capability: its code; deadline: the words that were put instead
	import_id uuid, -- the import it was learnt from
	learned_at timestamptz not null,
	learned_by uuid not null,
	primary key (organisation_id, id),
	unique (organisation_id, kind, words),
	foreign key (organisation_id, person_id) references people,
	foreign key (organisation_id, import_id) references roadmap_imports,
	foreign key (organisation_id, learned_by) references people,
	constraint meaning_where_it_is_one check ((meaning is not null) = (kind in ('capability', 'deadline'))),
	constraint only_words_of_people_mean_people check (person_id is null or kind = 'person')
);

alter table import_hints enable row level security, force row level security;
create policy own_organisation on import_hints using (organisation_id = current_organisation());
grant select, insert, update, delete on import_hints to nastavnik_app;
