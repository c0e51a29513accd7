import { sql } from 'kysely';
import type { Db } from './connection';

type Column = {
	table: string;
	name: string;
	type: string;
	nullable: boolean;
	filled: boolean; // has a default, is an identity, or is generated
	generated: boolean;
};

const header = `// Written by bin/types.mjs from the migrated database; a test keeps it true. Not edited by hand.
// A date is 'YYYY-MM-DD', an instant is ISO 8601 in UTC, a range is its text (connection.ts). Json is written as text.

import type { ColumnType, GeneratedAlways } from 'kysely';

/** May be left out when a row is made: the database fills it in. */
type Filled<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
type Instant = ColumnType<string, string | Date, string | Date>;
type Json = ColumnType<unknown, string, string>;
`;

const types: Record<string, string> = {
	bool: 'boolean',
	int2: 'number',
	int4: 'number',
	int8: 'number',
	float4: 'number',
	float8: 'number',
	bytea: 'Buffer',
	json: 'Json',
	jsonb: 'Json',
	timestamptz: 'Instant'
};

/** The types of every table, as TypeScript: what `src/db/types.ts` holds. A column checked against a list has that list as its type. */
export async function describe(db: Db): Promise<string> {
	const { rows: columns } = await sql<Column>`
		select c.relname as table, a.attname as name, t.typname as type, not a.attnotnull as nullable,
			a.atthasdef or a.attidentity <> '' as filled, a.attgenerated <> '' or a.attidentity = 'a' as generated
		from pg_class c
		join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
		join pg_type t on t.oid = a.atttypid
		where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
		order by c.relname collate "C", a.attnum`.execute(db);
	const lists = await allowedValues(db);
	const tables = Map.groupBy(columns, (column) => column.table);
	const shapes = [...tables].map(([table, columns]) => {
		const lines = columns.map((column) => `\t\t${key(column.name)}: ${typeOf(column, lists)};\n`);
		return `\t${key(table)}: {\n${lines.join('')}\t};\n`;
	});
	return `${header}\nexport type DB = {\n${shapes.join('')}};\n`;
}

/** From `check (kind in ('a', 'b'))` over one column: its values. */
async function allowedValues(db: Db) {
	const { rows } = await sql<{ column: string; definition: string }>`
		select c.relname || '.' || a.attname as column, pg_get_constraintdef(k.oid) as definition
		from pg_constraint k
		join pg_class c on c.oid = k.conrelid and c.relnamespace = 'public'::regnamespace
		join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
		where k.contype = 'c' and array_length(k.conkey, 1) = 1`.execute(db);
	const lists = new Map<string, string>();
	for (const { column, definition } of rows) {
		const list = /^CHECK \(\(\w+ = ANY \(ARRAY\[(.*)\]\)\)\)$/.exec(definition)?.[1];
		const values = list?.split(', ').map((item) => /^('[^']*')::text$/.exec(item)?.[1]);
		if (values?.every((value) => value !== undefined)) lists.set(column, values.join(' | '));
	}
	return lists;
}

function typeOf({ table, name, type, nullable, filled, generated }: Column, lists: Map<string, string>) {
	const one = type.startsWith('_') ? `${plain(type.slice(1))}[]` : (lists.get(`${table}.${name}`) ?? plain(type));
	if (generated) return `GeneratedAlways<${one}>`;
	const whole = nullable ? `${one} | null` : one;
	return filled ? `Filled<${whole}>` : whole;
}

const plain = (type: string) => types[type] ?? 'string';
const key = (name: string) => (/^[a-z_]\w*$/i.test(name) ? name : `'${name}'`);
