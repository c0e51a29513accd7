import { archives } from './hostile/archives';
import { large } from './hostile/large';
import type { HostileFile } from './hostile/make';
import { papers } from './hostile/papers';
import { texts } from './hostile/texts';

/** Files that mean ill, or that no one means at all: made one at a time, since some are large. */
export function* hostileFiles(): Generator<HostileFile> {
	yield* papers();
	yield* archives();
	yield* texts();
	yield* large();
}
