#!/usr/bin/env node
// The command-line tool, for any Node: bin/nastavnik is quicker where there is a shell.
import { run } from './run.mjs';

const code = await run('cli.js', process.argv.slice(2));
if (code !== undefined) process.exitCode = code;
