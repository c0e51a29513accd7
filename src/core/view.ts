import type { Actor } from './actor';
import type { Now } from './dates';

/** What every page's frame needs: who looks, when, from where, and which rooms are open to them. `c.var.view` holds it. */
export type View = {
	actor: Actor;
	now: Now;
	path: string;
	rooms: ReadonlySet<string>; // addresses of pages without parameters that they may open
	saved?: string | undefined; // ?saved=… after an act: the page says quietly what was done
};
