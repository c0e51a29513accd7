import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import type { Problems, Values } from '../../../core/forms';
import type { App } from '../../../http';
import { listSets } from '../../groups/queries/sets';
import { listClosable } from '../../roadmap/queries/closable';
import type { CapabilityCode } from '../../roadmap/rules/capabilities';
import { findEvent } from '../queries/event';

export type C = Context<App>;
export type Wrong = { values: Values; problems: Problems };

/** Capabilities that a meeting or an announcement may carry out. */
const carriedOut: readonly CapabilityCode[] = ['inform', 'event', 'train', 'consult', 'select', 'contest', 'network'];

/** Lines of the plan that an event could close. */
export const closableHere = ({ var: { tx, actor, now } }: C) => listClosable(tx, actor, carriedOut, now.today);

export const eventOf = async (c: C) => (await findEvent(c.var.tx, c.var.actor, c.req.param('id') ?? '')) ?? notFound();

export async function groupsOfStaff({ var: { tx, actor } }: C) {
	const sets = await listSets(tx, actor);
	return sets.flatMap((set) =>
		set.groups.map(({ id, code, name }) => ({ id, name: `${code} – ${name}`, set: sets.length > 1 ? set.name : '' }))
	);
}
