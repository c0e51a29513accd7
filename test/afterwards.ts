type End = () => Promise<unknown> | undefined;

const ends: End[] = [];

/** Has something done when the tests of this file are over, the newest first: what was begun last ends first. */
export const afterwards = (end: End) => {
	ends.push(end);
};

/** Modules are shared by the files of a worker, so that each file ends its own: test/tidy.ts asks for it. */
export async function endAll() {
	for (let end = ends.pop(); end; end = ends.pop()) await end();
}
