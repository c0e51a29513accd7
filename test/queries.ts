import { expect } from 'vitest';
import type { Actor } from '../src/core/actor';
import type { Clock } from '../src/core/dates';
import { as, type TestDatabase } from './stories';

/**
 * Counts what a page asks of the database: `cost('/today')` answers with the number of its queries, `asked()` with the last ones as
 * Kysely saw them. The beginning and the end of the transaction count too: they are the same for every page.
 */
export function countingQueries(world: TestDatabase, actor: Actor, at?: Clock) {
	const kinds: string[] = [];
	const db = world.db.withPlugin({
		transformQuery: ({ node }) => {
			kinds.push(node.kind);
			return node;
		},
		transformResult: async ({ result }) => result
	});
	const person = as({ ...world, db }, actor, at);
	return {
		asked: () => [...kinds],
		cost: async (path: string) => {
			kinds.length = 0;
			const answer = await person.get(path);
			expect(answer.status, path).toBe(200);
			await answer.arrayBuffer();
			return kinds.length;
		}
	};
}

/** A page asks as much of a big thing as of a small one: the same number of queries at both addresses. */
export async function costsTheSame(pages: ReturnType<typeof countingQueries>, small: string, big: string) {
	const first = await pages.cost(small);
	expect(first, `${small} must ask the database at all`).toBeGreaterThan(2);
	expect(await pages.cost(big), `${big} beside ${small}`).toBe(first);
}
