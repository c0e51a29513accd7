import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function findHome(folder: string): string {
	if (existsSync(join(folder, 'db', 'migrations')) && existsSync(join(folder, 'package.json'))) return folder;
	const above = dirname(folder);
	if (above === folder)
		throw new Error('Не найдена папка программы: рядом с ней должны лежать package.json и db/migrations.');
	return findHome(above);
}

/** The folder of the program, wherever this file has been bundled to (src/, dist/). */
export const home = findHome(import.meta.dirname);
