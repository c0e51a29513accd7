import { expect, test } from 'vitest';
import { allRoles } from '../core/actor';
import { documentMakers } from '../modules/documents/rules/documents';
import { Layout } from './layout';
import { currentEntry, most, navigation, navigationFor } from './navigation';

const everywhere = new Set(Object.values(navigation).flatMap((entries) => entries.map(({ href }) => href)));
const labels = (roles: Parameters<typeof navigationFor>[0], known = everywhere) =>
	navigationFor(roles, known).map(({ label }) => label);

test('every role has somewhere to go, and never more than seven places are before the eye', () => {
	for (const role of allRoles) {
		const nav = navigationFor([role], everywhere);
		const page = String(Layout({ title: 'Сегодня', nav, user: { name: 'Ким Ю.', role, organisation: 'Школа № 5' } }));
		const [rooms = '', menu = ''] = [
			/<nav class="rooms".*?<\/nav>/s,
			/<details name="menu" class="person-menu".*/s
		].map((part) => part.exec(page)?.[0]);
		const seen = nav.filter(({ href }) => rooms.includes(`href="${href}"`));
		expect(seen.length).toBeGreaterThan(0);
		expect(seen.length).toBeLessThanOrEqual(most);
		for (const { href } of nav.slice(most)) expect(menu).toContain(`href="${href}"`);
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

test('whoever makes papers finds them: the curator, the director, кадры', () => {
	for (const role of documentMakers) expect(labels([role])).toContain('Документы');
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
