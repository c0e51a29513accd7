// What tests need of the system besides Node: a browser, an office, a server of PostgreSQL. The product itself needs none of it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromiumPath, shell } from './browser.mjs';

const inPath = (name) => process.env.PATH.split(delimiter).some((folder) => existsSync(join(folder, name)));
const hasServer = () =>
	existsSync('/usr/lib/postgresql') &&
	readdirSync('/usr/lib/postgresql').some(
		(version) => Number(version) >= 15 && existsSync(`/usr/lib/postgresql/${version}/bin/postgres`)
	);

/** The package, whether it is there, and whether something else stands in for it. */
const needs = [
	[shell, () => inPath(shell), chromiumPath], // slower, the whole browser does too
	['libreoffice-writer', () => inPath('soffice')],
	['poppler-utils', () => inPath('pdftotext')],
	['fonts-liberation', () => existsSync('/usr/share/fonts/truetype/liberation')],
	['fonts-paratype', () => existsSync('/usr/share/fonts/truetype/paratype')],
	['postgresql-15', hasServer]
];

/** As root on Debian installs what is missing; otherwise says the one command. Answers whether everything is there. */
export function installSystemPackages() {
	const absent = needs.filter(([, there]) => !there());
	const missing = absent.map(([name]) => name);
	const canDoWithout = absent.every(([, , other]) => other?.());
	const canInstall = process.getuid?.() === 0 && inPath('apt-get');
	if (missing.length === 0 || (canDoWithout && !canInstall)) return true;
	if (!canInstall) {
		console.error(`Для тестов не хватает программ: ${missing.join(', ')}. Установите их одной командой:`);
		console.error(`  sudo apt-get update && sudo apt-get install -y ${missing.join(' ')}`);
		return false;
	}
	console.error(`Устанавливаю для тестов: ${missing.join(', ')}`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env }).status === 0;
	return (apt('update') && apt('install', '-y', '--no-install-recommends', ...missing)) || canDoWithout;
}
