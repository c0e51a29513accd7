import { type ExpressionBuilder, sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { like } from '../../../core/plain';
import type { Tx } from '../../../db/as-actor';
import { type Found, mended, mostOfEach, onRussianKeyboard, type Section, sections, wordsOf } from '../rules';
import { sources, type Thing } from './sources';

export type Answer = { section: Section; found: Found[] };

/** `shown`: the words that were really looked for, where those typed are written nowhere. */
export type Answers = { answers: Answer[]; shown?: string };

type Searched = { things: Thing & { plain: string } };

/** Everything that the person may see, of all rooms; ё is е, and capitals are no matter in any database. */
function everything(tx: Tx, actor: Actor) {
	const [first, ...more] = Object.values(sources).flatMap((source) => source(tx, actor) ?? []);
	const things = more.reduce((all, one) => all.unionAll(one), first as NonNullable<typeof first>);
	return tx.with('things', () =>
		tx
			.selectFrom(things.as('each'))
			.selectAll()
			.select(sql<string>`translate(lower(words collate "ru-x-icu"), 'ё', 'е')`.as('plain'))
	);
}

/** The word stands in the text, or the text holds another form of it. */
const holds = (is: ExpressionBuilder<Searched, 'things'>, word: string) =>
	is.or([
		is('plain', 'like', like(word)),
		sql<boolean>`to_tsvector('russian', plain) @@ plainto_tsquery('russian', ${word})`
	]);

/** Things that hold every word of the query: those whose title does come first, then as their room orders them. One query. */
async function find(tx: Tx, actor: Actor, query: string): Promise<Answer[]> {
	const words = wordsOf(query);
	const titled = sql`case when translate(lower(title collate "ru-x-icu"), 'ё', 'е') like all(${words.map(like)}::text[]) then 0 else 1 end`;
	const rows = await everything(tx, actor)
		.with('found', (db) =>
			db
				.selectFrom('things')
				.where((is) => is.and(words.map((word) => holds(is as unknown as ExpressionBuilder<Searched, 'things'>, word))))
				.select(['section', 'title', 'href', 'about'])
				.select(sql<number>`row_number() over (partition by section order by ${titled}, place)`.as('place'))
		)
		.selectFrom('found')
		.where('place', '<=', mostOfEach)
		.orderBy('place')
		.select(['section', 'title', 'href', 'about'])
		.execute();
	const found = Map.groupBy(rows, ({ section }) => section);
	return (Object.keys(sections) as Section[]).flatMap((section) => {
		const lines = found.get(section) ?? [];
		return lines.length > 0 ? [{ section, found: lines }] : [];
	});
}

/** Every word of what the person may see, once. */
async function wordsWritten(tx: Tx, actor: Actor): Promise<string[]> {
	const rows = await everything(tx, actor)
		.selectFrom('things')
		.select(sql<string>`regexp_split_to_table(plain, '[^[:alnum:]-]+')`.as('word'))
		.distinct()
		.execute();
	return rows.map(({ word }) => word).filter((word) => word.length > 2);
}

/**
 * Asks every room for what the person may see; a query without a word finds nothing. What is written nowhere is looked for
 * as typed on the other keyboard, then in the nearest spelling.
 */
export async function searchEverything(tx: Tx, actor: Actor, query: string): Promise<Answers> {
	if (wordsOf(query).length === 0) return { answers: [] };
	const answers = await find(tx, actor, query);
	if (answers.length > 0) return { answers };
	const written = await wordsWritten(tx, actor);
	for (const typed of [onRussianKeyboard(query), query]) {
		if (typed === null) continue;
		const shown = mended(typed, written) ?? (typed === query ? null : typed);
		const near = shown === null ? [] : await find(tx, actor, shown);
		if (shown !== null && near.length > 0) return { answers: near, shown };
	}
	return { answers: [] };
}
