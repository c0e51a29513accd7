import { existsSync } from 'node:fs';

/** The bundle keeps programs of threads in workers/, be this file in it or in one of its chunks. */
export function programOfThread(): URL {
	const found = ['./workers/matching.js', '../workers/matching.js']
		.map((path) => new URL(path, import.meta.url))
		.find((url) => existsSync(url));
	if (!found) throw new Error('Нет файла workers/matching.js: программа собрана не целиком.');
	return found;
}
