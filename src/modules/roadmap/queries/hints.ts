import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { isCapability } from '../rules/capabilities';
import { type Hint, mostHints } from '../rules/hints';

/** What the organisation corrected in its plans before; the newest first. */
export async function listHints(tx: Tx, actor: Actor) {
	const rows = await tx
		.selectFrom('import_hints as h')
		.leftJoin('people as p', (on) =>
			on.onRef('p.organisation_id', '=', 'h.organisation_id').onRef('p.id', '=', 'h.person_id')
		)
		.leftJoin('roadmap_imports as i', (on) =>
			on.onRef('i.organisation_id', '=', 'h.organisation_id').onRef('i.id', '=', 'h.import_id')
		)
		.select([
			'h.id',
			'h.kind',
			'h.words',
			'h.written',
			'h.meaning',
			'h.person_id as personId',
			'h.learned_at as learnedAt',
			'i.source_name as source',
			sql<string | null>`nullif(concat_ws(' ', p.family_name, p.given_name, p.patronymic), '')`.as('person')
		])
		.where('h.organisation_id', '=', actor.organisationId)
		.orderBy('h.learned_at', 'desc')
		.orderBy(sql`h.written collate "ru-x-icu"`)
		.limit(mostHints)
		.execute();
	return rows.flatMap(({ kind, meaning, personId, words, written, ...rest }) => {
		const hint = asHint({ kind, meaning, personId, words, written });
		return hint ? [{ ...rest, ...hint }] : [];
	});
}

export type HintLine = Awaited<ReturnType<typeof listHints>>[number];

type Row = { kind: Hint['kind']; meaning: string | null; personId: string | null; words: string; written: string };

/** A capability that the program no longer has teaches nothing. */
function asHint({ kind, meaning, personId, words, written }: Row): Hint | null {
	if (kind === 'person') return { kind, words, written, personId };
	if (kind === 'removed') return { kind, words, written };
	if (meaning === null) return null;
	if (kind === 'deadline') return { kind, words, written, meaning };
	return isCapability(meaning) ? { kind, words, written, meaning } : null;
}

export const findHint = async (tx: Tx, actor: Actor, id: string) =>
	isId(id)
		? tx
				.selectFrom('import_hints')
				.select('id')
				.where('organisation_id', '=', actor.organisationId)
				.where('id', '=', id)
				.executeTakeFirst()
		: undefined;
