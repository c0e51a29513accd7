// npm test: what is missing is installed, the code is checked, every tier is run. `npm test -- --project unit` runs one.
// npm run test:long: what is looked at from one side or in one example is looked at whole (test/in-full.ts).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { build } from './build.mjs';
import { home } from './home.mjs';
import { findNode, install } from './install.mjs';
import { installSystemPackages } from './system.mjs';

const given = process.argv.slice(2);
const chosen = given.filter((word) => word !== '--long');
const long = given.length > chosen.length && { TEST_LONG: '1' };

try {
	await install({ development: true });
	process.exitCode = installSystemPackages() ? await test() : 1;
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}

async function test() {
	const node = findNode();
	const env = { ...process.env, ...long, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
	const run = (file, args) =>
		spawnSync(node, [join(home, file), ...args], { cwd: home, stdio: 'inherit', env }).status === 0;
	const checked = chosen.length > 0 || run('bin/check', []);
	await build();

	const folder = mkdtempSync(join(tmpdir(), 'nastavnik-results-'));
	const results = join(folder, 'results.json');
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
	const ran = run('node_modules/vitest/vitest.mjs', ['run', ...reporters, ...chosen]);
	const { passed, failed } = count(results, ran);
	if (chosen.length === 0) tellLongest(results);
	rmSync(folder, { recursive: true });
	if (!checked) console.log('bin/check: есть замечания (см. выше)');
	console.log(`${passed} passed, ${failed + (checked ? 0 : 1)} failed`);
	return checked && ran ? 0 : 1;
}

/** What to look at first when the whole takes too long. */
function tellLongest(results) {
	if (!existsSync(results)) return;
	const { testResults } = JSON.parse(readFileSync(results, 'utf8'));
	const longest = testResults
		.map(({ name, startTime, endTime }) => ({ name: relative(home, name), seconds: (endTime - startTime) / 1000 }))
		.sort((one, other) => other.seconds - one.seconds)
		.slice(0, 10);
	console.log('Дольше всего:');
	for (const { name, seconds } of longest) console.log(`${seconds.toFixed(0).padStart(6)} с  ${name}`);
}

/** A file that could not even begin has no failed test in it, and counts as one; so does an error that came when a test was over. */
function count(results, ran) {
	if (!existsSync(results)) return { passed: 0, failed: 1 }; // the runner itself has fallen
	const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'));
	const silent = testResults.filter(
		({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
	);
	const failed = numFailedTests + silent.length;
	return { passed: numPassedTests, failed: ran ? failed : Math.max(failed, 1) };
}
