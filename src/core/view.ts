import type { Actor } from './actor';
import type { Now } from './dates';

/** What every page's frame needs: who looks, when, from where, and which rooms exist to lead to. `c.var.view` holds it. */
export type View = {
	actor: Actor;
	now: Now;
	path: string;
	rooms: ReadonlySet<string>; // addresses of GET pages without parameters
	saved?: string | undefined; // ?saved=… after an act: the page says quietly what was done
};
