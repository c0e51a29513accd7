import { join } from 'node:path';
import { build } from '../bin/build.mjs';

/** The command-line tool as it is delivered, for tests that read files in a process of their own; built once for all of them. */
export const bundledTool = async () => ({ cli: join(await build(), 'cli.js') });
