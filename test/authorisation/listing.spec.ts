import { expect, test } from 'vitest';
import { routeTable } from '../../src/route-table';
import { listing } from './listing';

test('docs/routes.md tells of the routes as they are', async () => {
	await expect(listing(routeTable)).toMatchFileSnapshot('../../docs/routes.md');
});

test('no address is declared twice for one method', () => {
	const keys = routeTable.map(({ method, path }) => `${method} ${path}`);
	expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
