import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { screens, without } from '../../bin/screens/list.mjs';
import { routeTable } from '../../src/route-table';

const pages = routeTable.filter(({ method }) => method === 'GET').map(({ path }) => path);
const looked = screens.flatMap(([, , route]) => route ?? []);

test('every address of a page has a screen that is looked at, or a reason why none', () => {
	expect(pages.filter((path) => !looked.includes(path) && !(path in without))).toEqual([]);
});

test('no screen and no reason outlives its address, and none has both', () => {
	expect([...looked, ...Object.keys(without)].filter((path) => !pages.includes(path))).toEqual([]);
	expect(looked.filter((path) => path in without)).toEqual([]);
});

test('each screen has its name alone, and its pictures of a desk and of a telephone are kept', () => {
	const names = screens.map(([name]) => name);
	expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
	const kept = new Set(readdirSync('docs/screens'));
	const pictures = names.flatMap((name) => [`${name}-1280.png`, `${name}-390.png`]);
	expect(pictures.filter((picture) => !kept.has(picture))).toEqual([]);
});
