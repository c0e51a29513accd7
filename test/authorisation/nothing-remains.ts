import type { KyselyPlugin, RootOperationNode } from 'kysely';
import type { Db } from '../../src/db/connection';

/** The same database, but every transaction ends with a rollback: one cell of the matrix leaves nothing for the next. */
export const nothingRemains = (db: Db): Db => db.withPlugin(rollback);

const rollback: KyselyPlugin = {
	transformQuery: ({ node }) =>
		isCommit(node) ? ({ ...node, sqlFragments: ['rollback'] } as RootOperationNode) : node,
	transformResult: async ({ result }) => result
};

const isCommit = (node: RootOperationNode) => node.kind === 'RawNode' && node.sqlFragments.join('').trim() === 'commit';
