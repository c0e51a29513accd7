import type pg from 'pg';

/** A restore replaces nothing: where people have worked, or work now, it refuses with a sentence. */
export async function refuseUnlessEmpty(owner: pg.Client) {
	for (const table of ['organisations', 'accounts']) {
		const { rows } = await owner.query('select to_regclass($1) is not null as there', [`public.${table}`]);
		if (!rows[0].there) continue;
		const { rowCount } = await owner.query(`select from ${table} limit 1`);
		if (rowCount) {
			throw new Error(
				'База данных не пуста: в ней уже есть организации или учётные записи. Восстановите копию в новую папку данных (DATA=новая-папка) или в новую базу.'
			);
		}
	}
	const { rowCount: people } = await owner.query(
		"select from pg_stat_activity where datname = current_database() and usename = 'nastavnik_app' limit 1"
	);
	if (people)
		throw new Error('С этой базой данных сейчас работает Наставник. Остановите его и повторите восстановление.');
}

/** Away with the empty shape of another version: the copy's own shape is built instead. */
export async function clearEmpty(owner: pg.Client) {
	await owner.query('set client_min_messages = warning');
	await owner.query('begin');
	await owner.query('drop schema if exists graphile_worker cascade');
	await owner.query('drop schema public cascade');
	await owner.query('create schema public');
	await owner.query('commit');
}

/** Every foreign key of ours, quoted and ready to be taken down and put up again. */
export async function foreignKeys(owner: pg.Client) {
	const { rows } = await owner.query<{ table: string; name: string; definition: string }>(`
		select format('%I.%I', n.nspname, c.relname) as table, quote_ident(k.conname) as name,
			pg_get_constraintdef(k.oid) as definition
		from pg_constraint k
		join pg_class c on c.oid = k.conrelid
		join pg_namespace n on n.oid = c.relnamespace
		where k.contype = 'f' and n.nspname = 'public' and k.conparentid = 0
		order by 1, 2`);
	return rows;
}
