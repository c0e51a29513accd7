import { sql } from 'kysely';
import { plainWords } from '../../rules/plan-difference/words';
import { type Bringing, heldOf, type Row } from './shapes';

type Line = { position: number; text: string; removed: boolean; entrusted?: boolean };
type Wanted = { activity_id: string; held: readonly Line[]; texts: readonly string[]; row: Row };

/** Who answers and what is expected. Words that stay keep the person behind them; words that come back come back with theirs. */
export async function bringLines(bringing: Bringing) {
	const { tx, actor, taken, idOf } = bringing;
	const { organisationId: organisation_id } = actor;
	const wanted = (field: 'responsible' | 'results') =>
		taken.rows
			.filter((row) => row.taken.has('added') || row.taken.has(field))
			.map((row): Wanted => {
				const held = heldOf(bringing, row)?.[field] ?? [];
				return { activity_id: idOf(row), held, texts: row.words[field], row };
			});

	const responsible = wanted('responsible').map(renewed);
	await mark(bringing, 'activity_responsible', responsible);
	const newcomers = responsible.flatMap(({ activity_id, fresh, row }) =>
		fresh.map(({ position, text }) => {
			const read = row.theirs?.fresh?.responsible.find((one) => one.text === text);
			return {
				organisation_id,
				activity_id,
				position,
				text,
				kind: read?.kind ?? 'role',
				person_id: read?.personId ?? null
			};
		})
	);
	if (newcomers.length > 0) await tx.insertInto('activity_responsible').values(newcomers).execute();

	const results = wanted('results').map(renewed);
	await mark(bringing, 'activity_results', results);
	const expected = results.flatMap(({ activity_id, fresh }) =>
		fresh.map(({ position, text }) => ({ organisation_id, activity_id, position, text }))
	);
	if (expected.length > 0) await tx.insertInto('activity_results').values(expected).execute();
}

/** Which lines stand, which do not, and which are new. A person's own line is nobody's words: it stays. */
function renewed({ activity_id, held, texts, row }: Wanted) {
	const left = [...texts];
	const marks = held
		.filter(({ entrusted }) => !entrusted)
		.toSorted((a, b) => Number(a.removed) - Number(b.removed))
		.map(({ position, text, removed }) => {
			const at = left.findIndex((one) => plainWords(one) === plainWords(text));
			if (at >= 0) left.splice(at, 1);
			return { activity_id, position, removed: at < 0, was: removed };
		})
		.filter(({ removed, was }) => removed !== was);
	const next = Math.max(-1, ...held.map(({ position }) => position)) + 1;
	return { activity_id, row, marks, fresh: left.map((text, at) => ({ position: next + at, text })) };
}

async function mark(
	{ tx, actor, now }: Bringing,
	table: 'activity_responsible' | 'activity_results',
	lists: readonly ReturnType<typeof renewed>[]
) {
	const marks = lists.flatMap(({ marks }) => marks);
	if (marks.length === 0) return;
	await sql`update ${sql.table(table)} x set removed_at = case when v.removed then ${now.at}::timestamptz end
		from json_to_recordset(${JSON.stringify(marks)}::json) as v(activity_id uuid, position int, removed boolean)
		where x.organisation_id = ${actor.organisationId} and x.activity_id = v.activity_id
			and x.position = v.position`.execute(tx);
}
