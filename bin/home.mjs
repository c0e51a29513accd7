import { fileURLToPath } from 'node:url';

/** The folder of the program. */
export const home = fileURLToPath(new URL('..', import.meta.url));
