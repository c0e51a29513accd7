import { expect, test } from 'vitest';
import { allRoles } from '../core/actor';
import { currentEntry, most, navigation, navigationFor } from './navigation';

const everywhere = new Set(Object.values(navigation).flatMap((entries) => entries.map(({ href }) => href)));
const labels = (roles: Parameters<typeof navigationFor>[0], known = everywhere) =>
	navigationFor(roles, known).map(({ label }) => label);

test('no role has more than seven entries, and every role has some', () => {
	for (const role of allRoles) {
		expect(navigation[role].length).toBeGreaterThan(0);
		expect(navigation[role].length).toBeLessThanOrEqual(most);
	}
});

test('only rooms that are built are shown', () => {
	expect(labels(['curator'], new Set(['/today', '/roadmap', '/people']))).toEqual([
		'Сегодня',
		'Дорожная карта',
		'Люди'
	]);
	expect(labels(['trade-union'], new Set(['/people']))).toEqual([]);
});

test('Соколова, curator and mentor at once, has each entry once, the curator’s first', () => {
	const both = labels(['curator', 'mentor']);
	expect(both.slice(0, 3)).toEqual(['Сегодня', 'Дорожная карта', 'Люди']);
	expect(both).toContain('Моя пара');
	expect(both.filter((label) => label === 'Анкеты')).toHaveLength(1);
});

test('a page lies under the entry whose address begins its own', () => {
	const entries = navigationFor(['curator'], everywhere);
	expect(currentEntry(entries, '/roadmap/0199/activities/7')?.label).toBe('Дорожная карта');
	expect(currentEntry(entries, '/roadmaps')).toBeUndefined();
});
