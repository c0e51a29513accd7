// The house's import rules (architecture of docs/decisions). A type may cross where a value may not: what is erased ties nothing.
const file = (name) => `(?:${name}\\.tsx?|${name}/.+)$`; // rules.ts or the folder rules/
const own = '^src/modules/([^/]+)/';
const any = '^src/modules/[^/]+/';
const test = '(\\.(test|spec)\\.tsx?$|/fixtures/)';
const value = ['type-only'];

/** From a file of one kind: everything of ours is forbidden but what is named. */
const only = (name, comment, from, allowed, to = {}) => ({
	name,
	comment,
	severity: 'error',
	from: { path: from, pathNot: test },
	to: { path: '^src/', pathNot: allowed, dependencyTypesNot: value, ...to }
});

const core = '^src/core/';
const db = '^src/db/';
const ui = '^src/ui/';
const anyRules = `${any}${file('rules')}`;
const anyQueries = `${any}${file('queries')}`;
const anyCommands = `${any}${file('commands')}`;
const anyEngine = `${any}engine/`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		{
			name: 'no-circles',
			comment: 'Two files that need each other are one file, or three.',
			severity: 'error',
			from: { path: '^src/' },
			to: { circular: true, viaOnly: { dependencyTypesNot: value } }
		},
		{
			name: 'no-lost-imports',
			comment: 'The import leads nowhere.',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true }
		},
		{
			name: 'no-development-packages',
			comment: 'What the product runs must be among its dependencies.',
			severity: 'error',
			from: { path: '^src/', pathNot: test },
			to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: value }
		},
		{
			name: 'no-tests-in-the-product',
			comment: 'Tests lean on the product, never the other way.',
			severity: 'error',
			from: { path: '^src/', pathNot: test },
			to: { path: ['^test/', test] }
		},
		{
			...only('core', 'core imports nothing of ours.', core, [core]),
			to: { path: '^src/', pathNot: core }
		},
		only('db', 'db knows core, the settings and the place of the program.', db, [core, db, '^src/(config|home)\\.ts$']),
		only('rules', 'Rules are pure: core and rules of any module.', `${any}${file('rules')}`, [core, anyRules]),
		only('form', 'A form knows core, rules and other forms of its module.', `${own}${file('form')}`, [
			core,
			anyRules,
			`^src/modules/$1/${file('form')}`
		]),
		only('engine', 'An engine is pure: core, its own rules and its own engine.', `${own}engine/`, [
			core,
			'^src/modules/$1/engine/',
			`^src/modules/$1/${file('rules')}`
		]),
		only('readers', 'Readers turn bytes into a grid: core, the engine’s shapes, their own rules.', `${own}readers/`, [
			core,
			'^src/modules/$1/(engine|readers)/',
			`^src/modules/$1/${file('rules')}`
		]),
		only('queries', 'Queries read: core, db, rules, queries of any module.', `${any}${file('queries')}`, [
			core,
			db,
			anyRules,
			anyQueries
		]),
		only(
			'commands',
			'Commands change: core, db, rules, queries, engines, and other commands for other tables.',
			`${any}${file('commands')}`,
			[core, db, anyRules, anyQueries, anyCommands, anyEngine, `${any}${file('form')}`]
		),
		only('pages', 'A page is a function of data: core, ui, rules; of queries only types.', `${own}${file('pages')}`, [
			core,
			ui,
			anyRules,
			`^src/modules/$1/${file('pages')}`
		]),
		only(
			'routes',
			'Routes, jobs, cli, worker, api: their own module, other modules’ queries and rules, core.',
			`${own}${file('(?:routes|jobs|cli|worker|api)')}`,
			[core, db, ui, '^src/http[^/]*\\.tsx?$', '^src/modules/$1/', anyRules, anyQueries]
		),
		only('ui', 'ui knows core and words of rules, nothing of the server.', ui, [core, ui, anyRules]),
		{
			...only('browser', 'What runs in the browser knows nothing of the server.', '^src/browser/', ['^src/browser/']),
			to: { path: '^src/', pathNot: ['^src/browser/', core] }
		},
		{
			name: 'browser-is-only-bundled',
			comment: 'The server never imports the browser’s code.',
			severity: 'error',
			from: { path: '^src/', pathNot: ['^src/browser/', test] },
			to: { path: '^src/browser/' }
		},
		{
			name: 'pure-parts-touch-no-machine',
			comment: 'Rules and engines have no input or output, no clock of their own, no chance.',
			severity: 'error',
			from: { path: [`${any}${file('rules')}`, `${any}engine/`, core], pathNot: test },
			to: {
				dependencyTypes: ['core'],
				path: '^(node:)?(fs|net|http|https|child_process|worker_threads|os|timers)(/|$)'
			}
		}
	],
	options: {
		parser: 'swc',
		doNotFollow: { path: 'node_modules' },
		tsConfig: { fileName: 'tsconfig.json' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
			conditionNames: ['import', 'node', 'default']
		}
	}
};
