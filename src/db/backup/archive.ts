import type pg from 'pg';

/**
 * A backup is one gzipped tar: `nastavnik-backup.json` (Head) first, then the rows of each table in pieces
 * `tables/<name>/<number>` as COPY writes them, then `jobs.json`, then `manifest.json` (Manifest). No manifest: not whole.
 */
export const headName = 'nastavnik-backup.json';
export const jobsName = 'jobs.json';
export const manifestName = 'manifest.json';
export const pieceName = (table: string, number: number) => `tables/${table}/${String(number).padStart(6, '0')}`;
export const tableOfPiece = (name: string) => /^tables\/([^/]+)\/\d+$/.exec(name)?.[1];

/** Its first number changes when an older program could not read it any more. */
export const format = 1;

export type Head = {
	format: number;
	version: string; // of the program
	createdAt: string;
	migrations: { name: string; sha256: string }[];
	tables: { name: string; columns: string[] }[];
};

export type Manifest = {
	head: string; // SHA-256 of the head's bytes
	jobs: string; // SHA-256 of the jobs' bytes
	tables: { name: string; rows: number; bytes: number; sha256: string }[];
};

/** A waiting job, as the queue's own function takes it. */
export type SavedJob = { task: string; payload: unknown; runAt: string; maxAttempts: number; key: string | null };

/** Text that does not depend on the server it was written by. */
export const portable = `set local datestyle = 'ISO, DMY'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
	set local extra_float_digits = 3; set local bytea_output = 'hex'; set local row_security = off`;

/** `public.people (organisation_id, id, …)`, quoted, for COPY. */
export const copied = (client: pg.Client, { name, columns }: { name: string; columns: readonly string[] }) =>
	`public.${client.escapeIdentifier(name)} (${columns.map((column) => client.escapeIdentifier(column)).join(', ')})`;
