// Brings node_modules in line with package-lock.json. Without dependencies, for Node 20: nothing is installed yet when it runs.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { home } from './home.mjs';
import { looksOf, remembered } from './remembered.mjs';

const modules = join(home, 'node_modules');
const windows = process.platform === 'win32';

/** Installs what is missing. `development` adds what only tests and checks need. */
export async function install({ development = false } = {}) {
	if (isInstalled(development)) return;
	console.error(`Устанавливаю недостающее в ${modules}. Это делается один раз и занимает около минуты.`);
	const scope = development || existsSync(join(modules, 'vitest')) ? [] : ['--omit=dev'];
	// Not `npm ci`: that gives up when a registry lacks a package for somebody else's system, and first empties what is there.
	const code = await npm([
		'install',
		'--no-save',
		'--ignore-scripts',
		'--no-audit',
		'--no-fund',
		'--loglevel=error',
		...scope
	]);
	if (code !== 0) {
		throw new Error(
			'Не удалось установить пакеты npm (выше — его собственное сообщение). Проверьте, что есть сеть и место на диске, и запустите команду снова.'
		);
	}
}

/** By npm's own record of what it put there, package by package: times of files say nothing after a copy or a checkout. */
function isInstalled(development) {
	const record = 'node_modules/.package-lock.json';
	if (!existsSync(join(home, record))) return false;
	const name = development ? 'installed-for-development' : 'installed';
	return remembered(name, looksOf([record, 'package-lock.json']), () => (compare(development) ? 'yes' : '')) === 'yes';
}

function compare(development) {
	const record = join(modules, '.package-lock.json');
	const there = JSON.parse(readFileSync(record, 'utf8')).packages;
	const wanted = JSON.parse(readFileSync(join(home, 'package-lock.json'), 'utf8')).packages;
	return Object.entries(wanted).every(([path, { version, dev, devOptional, optional }]) => {
		if (path === '') return true;
		if (there[path]) return there[path].version === version;
		return optional || devOptional || (dev && !development);
	});
}

function npm(args) {
	const inside = process.env.npm_execpath; // the very npm that runs us
	const [program, given] = inside?.endsWith('.js') ? [process.execPath, [inside, ...args]] : ['npm', args];
	return new Promise((resolve) => {
		const child = spawn(program, given, { cwd: home, stdio: ['ignore', 2, 2], shell: windows && program === 'npm' });
		child.on('error', () => {
			console.error('Не найдена программа npm: она ставится вместе с Node.js (https://nodejs.org).');
			resolve(1);
		});
		child.on('exit', (code) => resolve(code ?? 1));
	});
}

/** The Node the program is written for: this one when it is new enough, else the one that came with the packages. */
export function findNode() {
	if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	const system = windows ? 'win' : process.platform;
	const names = [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`];
	for (const name of names) {
		const path = join(modules, name, 'bin', windows ? 'node.exe' : 'node');
		if (existsSync(path)) return path;
	}
	throw new Error(
		`Для этой системы (${process.platform}, ${process.arch}) Node 24 из npm нет. Установите Node 24 с https://nodejs.org и запустите снова.`
	);
}
