import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { home } from '../../src/home';

/** A small house: every kind of file, each leaning only where it may. */
const sound: Record<string, string> = {
	'src/core/dates.ts': 'export const today = 1; export type Day = string;',
	'src/db/connection.ts': "import { today } from '../core/dates'; export const db = today;",
	'src/ui/card.tsx': "import { today } from '../core/dates'; export const card = today;",
	'src/http.ts': 'export const http = 1;',
	'src/browser/main.ts': 'export const main = 1;',
	'src/modules/pairs/rules.ts': "import { today } from '../../core/dates'; export const rule = today;",
	'src/modules/pairs/form.ts': "import { rule } from './rules'; export const form = rule;",
	'src/modules/pairs/queries.ts':
		"import { db } from '../../db/connection'; export const list = db; export type Row = { id: string };",
	'src/modules/pairs/commands.ts': "import { list } from './queries'; export const end = list;",
	'src/modules/pairs/pages.tsx':
		"import type { Row } from './queries'; import { rule } from './rules'; export const page = (row: Row) => [row, rule];",
	'src/modules/pairs/routes.tsx':
		"import { end } from './commands'; import { page } from './pages'; export const routes = [end, page];",
	'src/modules/pairs/engine/solve.ts': "import { rule } from '../rules'; export const solve = rule;",
	'src/modules/pairs/readers/read.ts': "import { solve } from '../engine/solve'; export const read = solve;",
	'src/modules/visits/queries.ts': "import { list } from '../pairs/queries'; export const visits = list;",
	'src/modules/visits/routes.tsx': "import { list } from '../pairs/queries'; export const routes = list;"
};

/** Rule → a file that breaks it. */
const breaches: Record<string, { file: string; text: string }> = {
	'no-circles': { file: 'src/core/one.ts', text: "import { two } from './two'; export const one = () => two;" },
	'no-lost-imports': {
		file: 'src/core/lost.ts',
		text: "import { nothing } from './nowhere'; export const lost = nothing;"
	},
	'no-development-packages': { file: 'src/core/tool.ts', text: "import fc from 'fast-check'; export const tool = fc;" },
	'no-tests-in-the-product': {
		file: 'src/core/helped.ts',
		text: "import { support } from '../../test/support'; export const helped = support;"
	},
	core: { file: 'src/core/upward.ts', text: "import { db } from '../db/connection'; export const upward = db;" },
	db: { file: 'src/db/upward.ts', text: "import { rule } from '../modules/pairs/rules'; export const upward = rule;" },
	rules: {
		file: 'src/modules/bad-rules/rules.ts',
		text: "import { list } from '../pairs/queries'; export const rule = list;"
	},
	form: {
		file: 'src/modules/bad-form/form.ts',
		text: "import { list } from '../pairs/queries'; export const form = list;"
	},
	engine: {
		file: 'src/modules/bad-engine/engine/solve.ts',
		text: "import { rule } from '../../pairs/rules'; export const solve = rule;"
	},
	readers: {
		file: 'src/modules/bad-readers/readers/read.ts',
		text: "import { db } from '../../../db/connection'; export const read = db;"
	},
	queries: {
		file: 'src/modules/bad-queries/queries.ts',
		text: "import { end } from '../pairs/commands'; export const list = end;"
	},
	commands: {
		file: 'src/modules/bad-commands/commands.ts',
		text: "import { card } from '../../ui/card'; export const end = card;"
	},
	pages: {
		file: 'src/modules/bad-pages/pages.tsx',
		text: "import { list } from '../pairs/queries'; export const page = list;"
	},
	routes: {
		file: 'src/modules/bad-routes/routes.tsx',
		text: "import { end } from '../pairs/commands'; export const routes = end;"
	},
	ui: {
		file: 'src/ui/knowing.tsx',
		text: "import { list } from '../modules/pairs/queries'; export const knowing = list;"
	},
	browser: {
		file: 'src/browser/knowing.ts',
		text: "import { rule } from '../modules/pairs/rules'; export const knowing = rule;"
	},
	'browser-is-only-bundled': {
		file: 'src/ui/borrowed.tsx',
		text: "import { main } from '../browser/main'; export const borrowed = main;"
	},
	'pure-parts-touch-no-machine': {
		file: 'src/modules/bad-purity/rules.ts',
		text: "import { readFileSync } from 'node:fs'; export const rule = readFileSync;"
	}
};

let place: string;
beforeAll(async () => {
	place = await mkdtemp(join(tmpdir(), 'nastavnik-imports-'));
	for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs'])
		await cp(join(home, file), join(place, file));
	await symlink(join(home, 'node_modules'), join(place, 'node_modules'));
	await write({ ...sound, 'test/support.ts': 'export const support = 1;' });
});
afterAll(() => rm(place, { recursive: true }));

async function write(files: Record<string, string>) {
	for (const [file, text] of Object.entries(files)) {
		await mkdir(dirname(join(place, file)), { recursive: true });
		await writeFile(join(place, file), text);
	}
}

/** Which rules are broken, and in which files. */
function check() {
	const program = join(home, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
	const args = [program, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src'];
	const { stdout } = spawnSync(process.execPath, args, { cwd: place, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
	const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
	return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}

describe('Import rules', () => {
	it('let the house stand, and each sees its own breach', async () => {
		expect(check()).toEqual([]);

		await write(Object.fromEntries(Object.values(breaches).map(({ file, text }) => [file, text])));
		await write({ 'src/core/two.ts': "import { one } from './one'; export const two = () => one;" });
		const seen = new Set(check());
		for (const [rule, { file }] of Object.entries(breaches)) expect(seen).toContain(`${rule}: ${file}`);
	});

	it('are each tried here', async () => {
		const { default: config } = await import(join(home, '.dependency-cruiser.mjs'));
		expect(Object.keys(breaches).sort()).toEqual(config.forbidden.map(({ name }: { name: string }) => name).sort());
	});
});
