#!/usr/bin/env node
// npm start: installs what is missing, builds, starts the database and the server.
import { run } from './run.mjs';

process.exitCode = await run('server.js', process.argv.slice(2));
