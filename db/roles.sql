-- Once per server, by its administrator; the passwords are set by the program (src/db/prepare.ts).

-- Migrates, backs up and restores; never serves a request. FORCE binds owners too, so it must be able to step over the walls.
do $$ begin
	create role nastavnik_owner login bypassrls;
exception when duplicate_object or unique_violation then null; end $$;

-- Serves people. Owns nothing, changes no table's shape, sees only what the policies show.
do $$ begin
	create role nastavnik_app login nosuperuser nocreatedb nocreaterole nobypassrls;
exception when duplicate_object or unique_violation then null; end $$;
