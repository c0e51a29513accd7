import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { ForeignDraft } from '../rules/exchange/columns';
import { type FileForm, type MappedColumn, type Mapping, usualForm } from '../rules/exchange/mapping';
import type { Register } from '../rules/registers';
import { personName } from './pieces';

export type SavedMapping = Mapping & { id: string; version: number; savedAt: string; who: string; removed: boolean };
type MappingRow = Omit<SavedMapping, 'form'> & { form: Partial<FileForm>; columns: MappedColumn[] };

const mapping = sql`m.id, m.register, m.name, m.columns, m.form, m.version, m.saved_at as "savedAt",
	${personName('p')} as who, m.removed_at is not null as removed`;
const whole = ({ form, ...row }: MappingRow): SavedMapping => ({ ...row, form: { ...usualForm, ...form } });

/** Saved orders of columns of a register, by name. */
export async function listMappings(tx: Tx, { organisationId }: Actor, register: Register) {
	const { rows } = await sql<MappingRow>`
		select ${mapping} from exchange_mappings m
		join people p on p.organisation_id = m.organisation_id and p.id = m.saved_by
		where m.organisation_id = ${organisationId} and m.register = ${register} and m.removed_at is null
		order by m.name collate "ru-x-icu", m.id`.execute(tx);
	return rows.map(whole);
}

/** One of them; one taken away is found too, to be brought back. */
export async function findMapping(tx: Tx, { organisationId }: Actor, id: string) {
	if (!isId(id)) return undefined;
	const { rows } = await sql<MappingRow>`
		select ${mapping} from exchange_mappings m
		join people p on p.organisation_id = m.organisation_id and p.id = m.saved_by
		where m.organisation_id = ${organisationId} and m.id = ${id}`.execute(tx);
	return rows[0] && whole(rows[0]);
}

/** What an accepted file made, for taking it back: ids, and the fields of cards that were otherwise before. */
export type ImportDone = {
	counts: { added: number; entered: number; changed: number; same: number; left: number };
	people: string[];
	cards: { id: string; version: number; before: CardBefore }[];
	acts: string[]; // of entering
	requests: string[];
	offers: string[];
	programmes: string[];
	ended: string[]; // programmes that were ended
	undo?: { kept: string[] }; // what could not be taken back, in words
};
export type CardBefore = Partial<{
	email: string;
	phone: string;
	teachingSince: string | null;
	subjects: readonly string[];
}>;

export type RegisterImport = {
	id: string;
	register: Register;
	sourceName: string;
	draft: ForeignDraft | null;
	createdAt: string;
	who: string;
	acceptedAt: string | null;
	done: ImportDone | null;
	undoneAt: string | null;
	discardedAt: string | null;
	version: number;
};

const line = sql`i.id, i.register, i.source_name as "sourceName", i.created_at as "createdAt", ${personName('p')} as who,
	i.accepted_at as "acceptedAt", i.done, i.undone_at as "undoneAt", i.discarded_at as "discardedAt", i.version`;

/** A file on its way in, or what became of it. */
export async function findRegisterImport(tx: Tx, { organisationId }: Actor, id: string) {
	if (!isId(id)) return undefined;
	const { rows } = await sql<RegisterImport>`
		select ${line}, i.draft from register_imports i
		join people p on p.organisation_id = i.organisation_id and p.id = i.created_by
		where i.organisation_id = ${organisationId} and i.id = ${id}`.execute(tx);
	return rows[0];
}

/** Files that were read for a register, the latest first: begun ones, loaded ones, left ones. */
export async function listRegisterImports(tx: Tx, { organisationId }: Actor, register: Register) {
	const { rows } = await sql<Omit<RegisterImport, 'draft'>>`
		select ${line} from register_imports i
		join people p on p.organisation_id = i.organisation_id and p.id = i.created_by
		where i.organisation_id = ${organisationId} and i.register = ${register}
		order by i.created_at desc, i.id desc limit 50`.execute(tx);
	return rows;
}
