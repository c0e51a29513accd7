import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import type { Problems, Values } from '../../../core/forms';
import type { App } from '../../../http';
import { listClosable } from '../../roadmap/queries/closable';
import type { CapabilityCode } from '../../roadmap/rules/capabilities';
import { findPractice } from '../queries/practice';
import { canKeepPractices } from '../rules/practice';

export type C = Context<App>;
export type Wrong = { values: Values; problems: Problems };

/** Capabilities that a case or the bank may carry out. */
const carriedOut: readonly CapabilityCode[] = ['practice', 'registry', 'materials'];

/** Lines of the plan that a case or the bank could close; none for those who only propose. */
export const closableHere = async ({ var: { tx, actor, now } }: C) =>
	canKeepPractices(actor) ? listClosable(tx, actor, carriedOut, now.today) : [];

export const practiceOf = async (c: C) =>
	(await findPractice(c.var.tx, c.var.actor, c.req.param('id') ?? '', c.var.now)) ?? notFound();
